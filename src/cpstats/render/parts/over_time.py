"""Lines over time and curves, drawn with dots on a canvas, each series with a letter."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.axis import Scale, scale_of
from cpstats.model.chart import axis_label
from cpstats.model.typeset import number_text
from cpstats.render.parts.canvas import Canvas
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import folded
from cpstats.render.parts.legend import (
    LETTERS,
    MOST,
    ends_of,
    left_out,
    named,
    padded,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.chart import Panel, Series
    from cpstats.model.report import Style

ROWS = 12
HUNDRED = 100.0


def lines(panel: Panel, style: Style, room: int) -> list[str]:
    """Return lines over time with both axes, and below each series with its first and last value."""
    shown = panel.series[:MOST]
    sign = -1 if panel.falls else 1  # the first rank stands highest
    values = [sign * (f.value or 0.0) for s in shown for f in s.figures]
    scale = _ranks(values) if panel.falls else scale_of(values)
    ticks = [number_text(sign * t, scale.decimals) for t in scale.ticks]
    left = max(map(len, ticks)) + 2
    rows = max(ROWS, int(scale.high - scale.low) + 1) if panel.falls else ROWS
    canvas = Canvas(room - left, rows, ascii_=style.ascii)
    where = {str(p): n / (len(panel.periods) - 1) for n, p in enumerate(panel.periods)}
    for letter, series in zip(LETTERS, shown, strict=False):
        for run in series.runs:
            _draw(canvas, letter, [(where[f.time_period], scale.part(sign * (f.value or 0.0))) for f in run])  # fmt: skip
    axis = axis_of([axis_label(p, style.lang) for p in panel.periods], canvas.columns)
    return [
        *_framed(canvas, scale, ticks, axis, style),
        *_legend(shown, style, room),
        *left_out(panel, style),
    ]


def _ranks(values: Sequence[float]) -> Scale:
    """Return a scale from the first rank to the last, without a nought."""
    low, high = min(values), max(values)
    every = scale_of([low, high], whole=True).ticks
    inside = [t for t in every if low < t < high]
    return Scale(low, high, (low, *inside, high)) if low < high else scale_of([low])


def curve(panel: Panel, style: Style, room: int) -> list[str]:
    """Return curves in a square of per cent, and the line where all have alike."""
    scale = Scale(0.0, HUNDRED, (0.0, 25.0, 50.0, 75.0, HUNDRED))
    ticks = [f"{t:g}" for t in scale.ticks]
    left = max(map(len, ticks)) + 2
    canvas = Canvas(room - left, ROWS, ascii_=style.ascii)
    canvas.line(canvas.point(0, 0), canvas.point(1, 1))
    for letter, series in zip(LETTERS, panel.series, strict=False):
        _draw(canvas, letter, [(x / HUNDRED, y / HUNDRED) for x, y in series.curve])
    axis = axis_of([f"{n * 10}" for n in range(11)], canvas.columns)
    alike = "all alike" if style.lang == "en" else "完全平均"
    named = [f"  {a}  {s.name.to(style.lang)}" for a, s in zip(LETTERS, panel.series, strict=False)]
    sign = "." if style.ascii else "⠒"
    return [*_framed(canvas, scale, ticks, axis, style), *named, f"  {sign}  {alike}"]


def _draw(canvas: Canvas, letter: str, places: Sequence[tuple[float, float]]) -> None:
    dots = [canvas.point(x, y) for x, y in places]
    for one, two in pairwise(dots):
        canvas.line(one, two)
    for dot in dots:
        canvas.letter(dot, letter)


def _framed(
    canvas: Canvas, scale: Scale, ticks: Sequence[str], axis: str, style: Style
) -> list[str]:
    """Return a canvas with its steps to the left and its places below."""
    left = max(map(len, ticks)) + 2
    rows = {
        round((1 - scale.part(t)) * (canvas.rows - 1)): text
        for t, text in zip(scale.ticks, ticks, strict=True)
    }
    edge = "|" if style.ascii else "│"
    drawn = [
        f"{rows.get(n, ''):>{left - 2}} {edge}{line}".rstrip()
        for n, line in enumerate(canvas.lines())
    ]
    corner = "+" + "-" * canvas.columns if style.ascii else "└" + "─" * canvas.columns
    return [*drawn, " " * (left - 1) + corner, " " * left + axis]


def axis_of(labels: Sequence[str], columns: int) -> str:
    """Return labels below their places: as many at even steps as fit, and the last if it does."""
    last = len(labels) - 1
    places = [
        (
            min(max(round(n / last * (columns - 1)) - width(text) // 2, 0), columns - width(text)),
            text,
        )
        for n, text in enumerate(labels)
    ]
    step = next(s for s in range(1, last + 2) if _apart(places[::s]))
    chosen = places[::step]
    if _apart([*chosen, places[-1]]):
        chosen.append(places[-1])
    text = ""
    for start, label in chosen:
        text += " " * (start - width(text)) + label
    return text


def _apart(places: Sequence[tuple[int, str]]) -> bool:
    """Return whether labels leave two blanks between one another."""
    return all(a + width(text) + 2 <= b for (a, text), (b, _) in pairwise(places))


def _legend(shown: Sequence[Series], style: Style, room: int) -> list[str]:
    """Return letter, name, and first and last value of each series, with their bands if they fit.

    Where there is no room beside the names, the values stand below.
    """
    names = [s.name.to(style.lang) for s in shown]
    left = max(map(width, names))
    for wide in (True, False):
        ends = [ends_of(series, style, wide=wide) for series in shown]
        if left + max(map(width, ends)) + 7 <= room:
            return [
                f"  {letter}  {padded(name, left)}  {told}"
                for letter, name, told in zip(LETTERS, names, ends, strict=False)
            ]
    drawn = []
    for letter, name, told in zip(LETTERS, names, ends, strict=False):
        drawn += [*named(f"  {letter}  {name}", room, style), *folded([f"     {told}"], room)]
    return drawn
