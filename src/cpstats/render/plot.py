"""A picture of the answer for a terminal: lines, bars, dots and curves, with their values printed.

Nothing but signs of one column is drawn; colour is not needed: each series has a letter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.chart import BROKEN, Kind
from cpstats.model.charts import headed
from cpstats.model.prose import below
from cpstats.model.text import printable
from cpstats.render.parts.in_rows import bars, dots, sparks, stack
from cpstats.render.parts.layout import folded
from cpstats.render.parts.over_time import curve, lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.model.chart import Panel
    from cpstats.model.report import Report, Style

    Draw = Callable[[Panel, Style, int], list[str]]

EYE = PICTURE = True
SUFFIXES = ()
CALLED = ("chart", "graph", "图")
WIDE, NARROWEST = 80, 40
PLAIN = str.maketrans({"“": '"', "”": '"', "…": "..."} | dict.fromkeys("·–—−", "-"))
DRAW: dict[Kind, Draw] = {
    Kind.LINES: lines,
    Kind.FAN: lines,
    Kind.BARS: bars,
    Kind.STACK: stack,
    Kind.DOTS: dots,
    Kind.CURVE: curve,
}


def write(report: Report, style: Style) -> bytes:
    """Return the panels of the answer, drawn; notes and sources stand below.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn: no figures, or a single one.
    """
    title, panels = headed(report)
    room = max(style.width or WIDE, NARROWEST)
    parts = [folded([printable(title.to(style.lang))], room)] if title else []
    parts += [_drawn(p, style, room) for p in panels]
    broken = [BROKEN.to(style.lang)] if any(p.broken for p in panels) else []
    told = below(replace(report, marks=()), style)  # without the letters of cells
    parts.append(folded([*broken, *told], room))
    text = "\n\n".join("\n".join(p) for p in parts if p) + "\n"
    return (text.translate(PLAIN) if style.ascii else text).encode()


def _drawn(panel: Panel, style: Style, room: int) -> list[str]:
    """Return a panel below what is said of it."""
    head = [panel.title.to(style.lang), panel.under(style.lang)]
    draw = sparks if panel.many else DRAW[panel.kind]
    return folded([line for line in head if line], room) + draw(panel, style, room)
