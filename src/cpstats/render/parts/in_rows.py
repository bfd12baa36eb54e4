"""A row for each name: bars, stacked parts, dots of two places, small lines of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.axis import scale_of
from cpstats.model.chart import axis_label
from cpstats.model.text import Text
from cpstats.model.typeset import number_text
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import folded
from cpstats.render.parts.legend import (
    APART,
    LETTERS,
    cut,
    ends_of,
    named,
    packed,
    padded,
    value_of,
    with_band,
)
from cpstats.render.parts.over_time import axis_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.chart import Panel, Series
    from cpstats.model.figure import Figure
    from cpstats.model.report import Style

NAME = 0.4  # of the width, at most, for the names of rows
BLOCKS = " ▏▎▍▌▋▊▉█"
LEVELS, PLAIN_LEVELS = "▁▂▃▄▅▆▇█", "_.-=+*#@"
OWN_SCALE = Text("(each on its own scale)", "（各自的刻度）")
LEAST = 12  # columns for what is drawn


def bars(panel: Panel, style: Style, room: int) -> list[str]:
    """Return a bar for each name, to the left of nought where it is negative, with its value."""
    figures = [s.figures[0] for s in panel.series]
    names = [s.name.to(style.lang) for s in panel.series]
    left = max(map(width, names))
    above = left > room * NAME
    left = 0 if above else left
    values = [value_of(f, style) for f in figures]
    numbers = [f.value or 0.0 for f in figures]
    unit, before = _unit(numbers, room - left - max(map(width, values)) - 4)
    drawn = []
    for name, number, value in zip(names, numbers, values, strict=True):
        drawn += named(name, room, style) if above else []
        head = "" if above else padded(name, left)
        drawn.append(f"{head}  {_bar(number, unit, before, style)}  {value}")
    return drawn


def _unit(numbers: Sequence[float], space: int) -> tuple[float, int]:
    """Return the columns of one, and those to the left of nought."""
    low, high = min(*numbers, 0.0), max(*numbers, 0.0)
    unit = space / ((high - low) or scale_of(numbers, zero=True).high)
    return unit, round(-low * unit)


def _bar(value: float, unit: float, before: int, style: Style) -> str:
    """Return a bar with the room before nought."""
    if value < 0:
        size = round(-value * unit)
        return " " * (before - size) + ("#" if style.ascii else "█") * size
    if style.ascii:
        return " " * before + "#" * round(value * unit)
    eighths = round(value * unit * 8)
    return " " * before + "█" * (eighths // 8) + BLOCKS[eighths % 8].strip()


def stack(panel: Panel, style: Style, room: int) -> list[str]:
    """Return a row of parts for each period, those below nought to the left, and their values."""
    parts = [s for s in panel.series if not s.total]
    total = next((s for s in panel.series if s.total), None)
    labels = [axis_label(p, style.lang) for p in panel.periods]
    left = max(map(width, labels))
    found = {str(p): _of_period(parts, str(p)) for p in panel.periods}
    sums = [sum(v for _, f in fs if (v := f.value or 0.0) * side > 0) for fs in found.values() for side in (1, -1)]  # fmt: skip
    unit, before = _unit(sums, room - left - 3)
    edge = "|" if style.ascii else "│"
    drawn = [f"  {a}  {s.name.to(style.lang)}" for a, s in zip(LETTERS, parts, strict=False)]
    for label, period in zip(labels, panel.periods, strict=True):
        row = found[str(period)]
        minus = "".join(a * round(-f.value * unit) for a, f in row if f.value and f.value < 0)
        plus = "".join(a * round(f.value * unit) for a, f in row if f.value and f.value > 0)
        drawn.append(f"{padded(label, left)}  {minus:>{before}}{edge}{plus}".rstrip())
        told = [f"{a} {value_of(f, style)}" for a, f in row]
        whole = next((f for f in total.figures if f.time_period == str(period)), None) if total else None  # fmt: skip
        if total is not None and whole is not None:
            told.append(f"{total.name.to(style.lang)} {value_of(whole, style)}")
        drawn += packed(told, room, left + 2)
    return drawn


def _of_period(parts: Sequence[Series], period: str) -> list[tuple[str, Figure]]:
    return [
        (letter, f)
        for letter, s in zip(LETTERS, parts, strict=False)
        for f in s.figures
        if f.time_period == period
    ]


def dots(panel: Panel, style: Style, room: int) -> list[str]:
    """Return a row for each name with the letter of each series on one scale, joined; its steps below."""
    names = [r.to(style.lang) for r in panel.rows]
    above = max(map(width, names)) > room * NAME
    left = 0 if above else max(map(width, names))
    rows: list[list[tuple[str, Figure]]] = [[] for _ in panel.rows]
    for letter, series in zip(LETTERS, panel.series, strict=False):
        for at, figure in zip(series.rows, series.figures, strict=True):
            rows[at].append((letter, figure))
    told = [
        [f"{a} {(with_band if wide else value_of)(f, style)}" for a, f in row]
        for wide in (room - left >= 60,)
        for row in rows
    ]
    right = max(width(APART.join(values)) for values in told)
    beside = room - left - right - 4 >= LEAST
    space = room - left - 2 - (right + 2 if beside else 0)
    scale = scale_of(f.value or 0.0 for row in rows for _, f in row)
    drawn = [f"  {a}  {s.name.to(style.lang)}" for a, s in zip(LETTERS, panel.series, strict=False)]
    for name, row, values in zip(names, rows, told, strict=True):
        drawn += named(name, room, style) if above else []
        head = "" if above else padded(name, left)
        track = _track([(a, scale.part(f.value or 0.0)) for a, f in row], space, style)
        if beside:
            drawn.append(f"{head}  {track}  {APART.join(values)}")
        else:
            drawn += [f"{head}  {track}", *packed(values, room, left + 2)]
    steps = axis_of([number_text(t, scale.decimals) for t in scale.ticks], space)
    return [
        *drawn,
        *(" " * (left + 2) + line for line in (("-" if style.ascii else "─") * space, steps)),
    ]


def _track(places: Sequence[tuple[str, float]], space: int, style: Style) -> str:
    """Return a line of points, a stroke from the first letter to the last; a plus where two meet."""
    point, stroke = (".", "=") if style.ascii else ("·", "━")
    at = [(a, round(x * (space - 1))) for a, x in places]
    signs = [point] * space
    for n in range(min(x for _, x in at), max(x for _, x in at) + 1):
        signs[n] = stroke
    for letter, x in at:
        signs[x] = letter if signs[x] in (point, stroke) else "+"
    return "".join(signs)


def sparks(panel: Panel, style: Style, room: int) -> list[str]:
    """Return a small line for each series on one scale, with its first and last value.

    The values stand below where there is no room for them beside it.
    """
    ends = [ends_of(s, style, wide=False) for s in panel.series]
    right = max(map(width, ends))
    names = [s.name.to(style.lang) for s in panel.series]
    longest = max(map(width, names))
    beside = room - longest - right - 4 >= min(len(panel.periods), LEAST)
    left = longest if beside else min(longest, max(room - len(panel.periods) - 2, room // 2))
    common = scale_of(f.value or 0.0 for s in panel.series for f in s.figures)
    space = room - left - right - 4 if beside else room - left - 2
    drawn = [OWN_SCALE.to(style.lang)] if panel.uneven else []
    for name, series, told in zip(names, panel.series, ends, strict=True):
        scale = scale_of(f.value or 0.0 for f in series.figures) if panel.uneven else common
        have = {f.time_period: scale.part(f.value or 0.0) for f in series.figures}
        line = _spark([have.get(str(p)) for p in panel.periods], space, style)
        head = f"{padded(cut(name, left, style), left)}  {line}"
        drawn += [f"{head}  {told}"] if beside else [head.rstrip(), *folded([f"  {told}"], room)]
    return drawn


def _spark(parts: Sequence[float | None], space: int, style: Style) -> str:
    """Return the signs of a small line: as many a period as there is room for, or every so many."""
    levels = PLAIN_LEVELS if style.ascii else LEVELS
    wide = max(min(space // len(parts), 3), 1)
    step = -(-len(parts) // space)
    signs = [" " if p is None else levels[min(int(p * 8), 7)] for p in parts]
    return "".join(sign * wide for sign in signs[::-step][::-1])
