"""A page around what is shown: its style sheet, its tables, pictures that follow light and dark.

Nothing in it is fetched from anywhere: whoever shows a `Report` as HTML takes it from here.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.export.parts.look import COLORS, GRID, INK, PAPER, RULE
from cpstats.model.prose import titles
from cpstats.model.text import printable
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.report import Block, Report, Style

BREAKS = "\n\r\t"
GROUNDS = {
    INK: "var(--ink)",
    PAPER: "var(--paper)",
    GRID: "var(--line)",
    RULE: "var(--rule)",
    **{color: f"var(--c{n})" for n, color in enumerate(COLORS)},
}
SHORT = 200  # signs of a text that is kept
COLOR = re.compile(r'(fill|stroke)="(#[0-9a-f]{6}|white|black)"')
IDENTS = re.compile(r'\b(id="|url\(#|href="#)')


def escape(text: str) -> str:
    """Return a text as HTML; no sign of it turns the words around it or is read by nobody."""
    return (_again(text) if len(text) < SHORT else _escaped(text)) if text else ""


def _escaped(text: str) -> str:
    if printable(text) != text:
        text = "".join(c if c in BREAKS else printable(c) for c in text)
    return html.escape(text)


_again = lru_cache(maxsize=4096)(_escaped)  # a name stands in each row, a page is asked for again


@lru_cache(maxsize=1)
def sheet() -> str:
    """Return the style sheet."""
    return (Path(__file__).parent / "page.css").read_text("utf-8")


def page(title: str, body: str, style: Style) -> str:
    """Return a whole page that asks nobody for anything."""
    return (
        f'<!doctype html>\n<html lang="{style.lang}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>\n<style>\n{sheet()}</style></head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def tables(report: Report, style: Style, *, level: int = 2) -> Iterator[str]:
    """Yield the tables of a report, each below its name."""
    for block, name in zip(report.blocks, titles(report, style.lang)[1], strict=True):
        if name:
            yield f"<h{level}>{escape(name)}</h{level}>"
        yield table(block, style, told=name)


def table(block: Block, style: Style, *, told: str = "", cards: bool = False) -> str:
    """Return a table whose cells say what they are to who cannot see it."""
    names = [escape(name) for name in headers(block, style.lang)]
    number = ['class="number"' if c.right else "" for c in block.columns]
    head = "".join(
        f'<th scope="col" {n}>{name}</th>' for name, n in zip(names, number, strict=True)
    )
    label = ' data-label="{}"' if cards else ""
    begun = [f"<td {n}{label.format(name)}>" for name, n in zip(names, number, strict=True)]
    rows = []
    for n, row in enumerate(texts(block, style.lang, style.digits)):
        cells = [f"{td}{escape(cell.strip())}</td>" for td, cell in zip(begun, row, strict=True)]
        if row and (first := row[0].strip()):
            cells[0] = f'<th scope="row" {number[0]}>{escape(first)}</th>'
        rows.append(f"<tr{' class=ruled' if n in block.ruled else ''}>{''.join(cells)}</tr>")
    says = f'aria-label="{escape(told)}"' if told else "aria-label=table"
    made = (
        f"<table{' class=cards' if cards else ''}>"
        f"<thead><tr>{head}</tr></thead>\n<tbody>{chr(10).join(rows)}</tbody></table>"
    )
    return f'<div class="scroll" role="region" tabindex="0" {says}>{made}</div>'


def picture(svg: str, told: str, *, name: str) -> str:
    """Return a drawn picture for a page: it takes the colours of the page, and says what it shows.

    `name` keeps its parts apart from those of the other pictures of the page.
    """
    svg = COLOR.sub(lambda m: f'{m[1]}="{_color(m[2])}"', svg)
    svg = IDENTS.sub(rf"\g<1>{name}-", svg)
    svg = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg)
    head = f'<svg role="img" aria-label="{escape(told)}"'
    drawn = svg.replace("<svg", head, 1)
    return f'<figure class="drawn" tabindex="0" aria-label="{escape(told)}">{drawn}</figure>'


def _color(color: str) -> str:
    return GROUNDS.get({"white": PAPER, "black": INK}.get(color, color), color)
