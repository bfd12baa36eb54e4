"""The letters, names and values that stand beside what a terminal draws."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from cpstats.model.chart import axis_label, band, when
from cpstats.model.typeset import figure_text, number_text
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.chart import Panel, Series
    from cpstats.model.figure import Figure
    from cpstats.model.report import Style

LETTERS = ascii_lowercase
MOST = len(LETTERS)  # series of a panel: a letter each
APART = "  "  # between values


def value_of(figure: Figure, style: Style) -> str:
    """Return a value as a table has it."""
    return figure_text(figure, style.lang, decimals_of(figure, style))


def decimals_of(figure: Figure, style: Style) -> int:
    """Return the decimals a reader is shown."""
    return figure.decimals if style.digits is None else style.digits


def with_band(figure: Figure, style: Style) -> str:
    """Return a value, and in brackets what rounding leaves open of a computed one, or others say."""
    text, ends = value_of(figure, style), band(figure)
    own = figure.formula is None and ends == (figure.low, figure.high)
    if ends is None or own or ends[0] == ends[1]:
        return text
    decimals = decimals_of(figure, style)
    low, high = (number_text(end, decimals) for end in ends)
    return text if low == high else f"{text} [{low}, {high}]"


def ends_of(series: Series, style: Style, *, wide: bool = True) -> str:
    """Return the first and the last value of a series, each with its period."""
    told = [
        f"{(with_band if wide else value_of)(f, style)} ({axis_label(when(f), style.lang)})"
        for f in (series.figures[0], series.figures[-1])
    ]
    return (" -> " if style.ascii else " → ").join(dict.fromkeys(told))


def cut(text: str, room: int, style: Style) -> str:
    """Return a name that takes no more than its room."""
    if width(text) <= room:
        return text
    sign = "..." if style.ascii else "…"
    while text and width(text) > room - len(sign):
        text = text[:-1]
    return text.rstrip() + sign


def named(text: str, room: int, style: Style) -> list[str]:
    """Return a name in as many lines as it takes; what cannot be folded is cut."""
    return [cut(line, room, style) for line in folded([text], room)]


def packed(values: Sequence[str], room: int, indent: int) -> list[str]:
    """Return values in as few lines as have room for them, none of them parted."""
    lines: list[str] = []
    for value in values:
        if lines and indent + width(lines[-1] + APART + value) <= room:
            lines[-1] += APART + value
        else:
            lines.append(value)
    return [" " * indent + line for line in lines]


def padded(text: str, room: int) -> str:
    """Return a text with the blanks behind it that fill its room."""
    return text + " " * (room - width(text))


def left_out(panel: Panel, style: Style) -> list[str]:
    """Say how many series have no letter any more."""
    more = len(panel.series) - MOST
    if more <= 0:
        return []
    return [f"  … {more} more series" if style.lang == "en" else f"  …… 另有{more}个序列"]
