"""A table for a terminal, drawn by Rich at the width it needs."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from cpstats.model.prose import below
from cpstats.render.layout import fits, folded, justified, stacked

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style

UNBOUNDED = 10_000  # no table is wider; Rich needs a number


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
    for line in folded([report.title.to(style.lang)], style.width):
        console.print(RichText(line, style="bold"))
    if report.subtitle is not None:
        for line in folded([report.subtitle.to(style.lang)], style.width):
            console.print(RichText(line, style="dim"))
    for block in report.blocks:
        console.print()
        if block.title is not None:
            for line in folded([block.title.to(style.lang)], style.width):
                console.print(RichText(line, style="bold"))
        _draw(block, style, console)
    foot = folded(below(report, style), style.width)
    if foot:
        console.print()
        for line in foot:
            console.print(RichText(line, style="dim"))
    return out.getvalue().encode()


def _draw(block: Block, style: Style, console: Console) -> None:
    if not fits(block, style):
        for line in stacked(block, style):
            console.print(RichText(line))
        return
    head, body = justified(block, style)
    table = Table(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1),
        show_header=any(h.strip() for h in head),
    )
    for name in head:
        table.add_column(RichText(name), no_wrap=True)
    for number, row in enumerate(body):
        if number in block.ruled:
            table.add_section()
        table.add_row(*(RichText(cell) for cell in row))
    console.print(table)
