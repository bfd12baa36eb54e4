"""A table for a terminal, drawn by Rich at the width it needs."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.box import Box
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from cpstats.model.prose import below, paragraphs, titles
from cpstats.render.parts.fitting import fitted
from cpstats.render.parts.layout import folded

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style
    from cpstats.render.parts.layout import Laid

EYE = True
SUFFIXES = ()
UNBOUNDED = 1_000_000  # no line is wider; Rich needs a number
LINES = Box("    \n    \n ── \n    \n ── \n ── \n    \n    ")  # a rule, and nothing else


def write(report: Report, style: Style) -> bytes:
    """Return the report drawn, with colours where the terminal has them."""
    out = StringIO()
    console = Console(
        file=out,
        width=UNBOUNDED,
        force_terminal=style.color,
        no_color=not style.color,
        highlight=False,
        legacy_windows=False,
        color_system="standard" if style.color else None,
    )
    head, names = titles(report, style.lang)
    for number, text in enumerate(head):
        for line in folded([text], style.width):
            console.print(RichText(line, style="dim" if number else "bold"))
    _say(folded(paragraphs(report, style.lang), style.width), console)
    for block, name in zip(report.blocks, names, strict=True):
        console.print()
        for line in folded([name] if name else [], style.width):
            console.print(RichText(line, style="bold"))
        _draw(block, style, console)
    _say(folded(below(report, style), style.width), console, look="dim")
    return out.getvalue().encode()


def _say(lines: list[str], console: Console, *, look: str = "") -> None:
    if lines:
        console.print()
    for line in lines:
        console.print(RichText(line, style=look))


def _draw(block: Block, style: Style, console: Console) -> None:
    made = fitted(block, style)
    for line in made.blocks:
        console.print(RichText(line))
    for number, panel in enumerate(made.panels):
        if number:
            console.print()
        console.print(_panel(panel, block))
    _say(folded(made.said, style.width), console, look="dim")


def _panel(panel: Laid, block: Block) -> Table:
    table = Table(
        box=LINES,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_header=any(h.strip() for h in panel.head),
    )
    for name in panel.head:
        table.add_column(RichText(name), no_wrap=True)
    for number, row in enumerate(panel.rows):
        if number in block.ruled:
            table.add_section()
        for cells in row:
            table.add_row(*(RichText(cell) for cell in cells))
    return table
