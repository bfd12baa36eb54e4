"""A picture of the answer for a terminal: lines over time, bars of one period, values printed.

Nothing but signs of one column is drawn; colour is not needed: each series has a letter.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING

from cpstats.model.chart import axis_label, panels_of
from cpstats.model.prose import below, titles
from cpstats.model.typeset import figure_text, number_text
from cpstats.render.parts.axis import scale_of
from cpstats.render.parts.canvas import Canvas
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.chart import Panel, Series
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style

EYE = True
SUFFIXES = ()
CALLED = ("chart", "graph", "图")
WIDE, NARROWEST = 80, 40
ROWS = 12
MOST = 26  # series of a panel: a letter each
SHORTEST = 8  # of a name in the legend
NAME = 0.4  # of the width, at most, for the names of bars
BLOCKS = " ▏▎▍▌▋▊▉█"


def write(report: Report, style: Style) -> bytes:
    """Return the panels of the answer, drawn; notes and sources stand below.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn: no figures, or a single one.
    """
    panels = panels_of(report)
    room = max(style.width or WIDE, NARROWEST)
    head, _ = titles(report, style.lang)
    parts = [folded(head[:1], room)]
    parts += [folded([_heading(p, style)], room) + _drawn(p, style, room) for p in panels]
    parts.append(folded(below(replace(report, marks=()), style), room))  # letters of cells
    return ("\n\n".join("\n".join(p) for p in parts if p) + "\n").encode()


def _heading(panel: Panel, style: Style) -> str:
    comma = ", " if style.lang == "en" else "，"
    return comma.join(t for t in (panel.title.to(style.lang), panel.unit.to(style.lang)) if t)


def _drawn(panel: Panel, style: Style, room: int) -> list[str]:
    return _bars(panel, style, room) if panel.bars else _lines(panel, style, room)


def _lines(panel: Panel, style: Style, room: int) -> list[str]:
    """Return lines over time with both axes, and below each series with its last value."""
    shown = panel.series[:MOST]
    sign = -1 if panel.falls else 1  # the first rank stands highest
    scale = scale_of(sign * (f.value or 0.0) for s in shown for f in s.figures)
    ticks = [number_text(sign * t, scale.decimals) for t in scale.ticks]
    left = max(map(len, ticks)) + 2
    canvas = Canvas(room - left, ROWS, ascii_=style.ascii)
    where = {str(p): n / (len(panel.periods) - 1) for n, p in enumerate(panel.periods)}
    for letter, series in zip(ascii_lowercase, shown, strict=False):
        for run in series.runs:
            dots = [
                canvas.point(where[f.time_period], scale.part(sign * (f.value or 0.0))) for f in run
            ]
            for one, two in pairwise(dots):
                canvas.line(one, two)
            for dot in dots:
                canvas.letter(dot, letter)
    rows = {
        round((1 - scale.part(t)) * (ROWS - 1)): text
        for t, text in zip(scale.ticks, ticks, strict=True)
    }
    edge = "|" if style.ascii else "│"
    drawn = [
        f"{rows.get(n, ''):>{left - 2}} {edge}{line}".rstrip()
        for n, line in enumerate(canvas.lines())
    ]
    corner = "+" + "-" * canvas.columns if style.ascii else "└" + "─" * canvas.columns
    axis = _axis([axis_label(p, style.lang) for p in panel.periods], canvas.columns)
    return [
        *drawn,
        " " * (left - 1) + corner,
        " " * left + axis,
        *_legend(shown, style, room),
        *_left_out(panel, style),
    ]


def _axis(labels: Sequence[str], columns: int) -> str:
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
    """Return letter, name, and first and last value of each series."""
    ends = [_ends(series, style) for series in shown]
    most = max(room - 7 - max(map(width, ends)), SHORTEST)
    names = [_cut(s.name.to(style.lang), most, style) for s in shown]
    wide = max(map(width, names))
    return [
        f"  {letter}  {name}{' ' * (wide - width(name))}  {told}"
        for letter, name, told in zip(ascii_lowercase, names, ends, strict=False)
    ]


def _ends(series: Series, style: Style) -> str:
    first, last = series.figures[0], series.figures[-1]
    told = [f"{_value(f, style)} ({axis_label_of(f, style)})" for f in (first, last)]
    arrow = " -> " if style.ascii else " → "
    return arrow.join(dict.fromkeys(told))


def axis_label_of(figure: Figure, style: Style) -> str:
    """Return the period of a figure as an axis says it."""
    from cpstats.model.period import Period

    return axis_label(Period.parse(figure.time_period), style.lang)


def _value(figure: Figure, style: Style) -> str:
    return figure_text(
        figure, style.lang, figure.decimals if style.digits is None else style.digits
    )


def _left_out(panel: Panel, style: Style) -> list[str]:
    more = len(panel.series) - MOST
    if more <= 0:
        return []
    return [f"  … {more} more series" if style.lang == "en" else f"  …… 另有{more}个序列"]


def _bars(panel: Panel, style: Style, room: int) -> list[str]:
    """Return a bar for each name, to the left of nought where it is negative, with its value."""
    figures = [s.figures[0] for s in panel.series]
    names = [_cut(s.name.to(style.lang), int(room * NAME), style) for s in panel.series]
    values = [_value(f, style) for f in figures]
    left, right = max(map(width, names)), max(map(width, values))
    space = room - left - right - 4
    scale = scale_of([f.value or 0.0 for f in figures], zero=True)
    low, high = min(f.value or 0.0 for f in figures), max(f.value or 0.0 for f in figures)
    low, high = min(low, 0.0), max(high, 0.0)
    unit = space / ((high - low) or scale.high)
    before = round(-low * unit)
    return [
        f"{name}{' ' * (left - width(name))}  {_bar(f.value or 0.0, unit, before, style)}  {value}"
        for name, f, value in zip(names, figures, values, strict=True)
    ]


def _bar(value: float, unit: float, before: int, style: Style) -> str:
    """Return a bar with the room before nought."""
    if value < 0:
        size = round(-value * unit)
        return " " * (before - size) + ("#" if style.ascii else "█") * size
    if style.ascii:
        return " " * before + "#" * round(value * unit)
    eighths = round(value * unit * 8)
    return " " * before + "█" * (eighths // 8) + BLOCKS[eighths % 8].strip()


def _cut(text: str, room: int, style: Style) -> str:
    """Return a name that takes no more than its room."""
    if width(text) <= room:
        return text
    sign = "..." if style.ascii else "…"
    while text and width(text) > room - len(sign):
        text = text[:-1]
    return text.rstrip() + sign
