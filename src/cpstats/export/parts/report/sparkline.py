"""A small line for a line of a table: drawn in the colour of the text, read out as its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export.parts.page import escape
from cpstats.model.chart import number, when
from cpstats.model.scorecard import number as value_of
from cpstats.model.scorecard import period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Style

WIDTH, HEIGHT, EDGE = 96, 24, 3


def spark(runs: Sequence[Sequence[Figure]], style: Style) -> str:
    """Return a line parted as the runs are, empty where there are no two figures."""
    figures = [f for run in runs for f in run]
    if len(figures) < 2:
        return ""
    first, last = number(when(figures[0])), number(when(figures[-1]))
    values = [f.value or 0.0 for f in figures]
    low, high = min(values), max(values)
    parts = []
    for run in runs:
        points = [
            (
                EDGE + (number(when(f)) - first) / ((last - first) or 1) * (WIDTH - 2 * EDGE),
                HEIGHT
                - EDGE
                - ((f.value or 0.0) - low) / ((high - low) or 1) * (HEIGHT - 2 * EDGE),
            )
            for f in run
        ]
        if len(points) > 1:
            told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(
                f'<polyline points="{told}" fill="none" stroke="currentColor" stroke-width="1.5"/>'
            )
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.8" fill="currentColor"/>'
            for x, y in points[-1:]
        ]
    ends = [
        f"{value_of(f, style.lang)} ({period_of(f).to(style.lang)})"
        for f in (figures[0], figures[-1])
    ]
    label = " → ".join(ends)
    return (
        f'<svg role="img" aria-label="{escape(label)}" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'
    )  # fmt: skip
