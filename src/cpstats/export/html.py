"""HTML: a fragment with the tables, their notes and sources; everything is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cpstats.model.prose import below, titles
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style


def write(report: Report, style: Style) -> bytes:
    """Return the report as an HTML page without scripts."""
    title = titles(report, style.lang)[0][0]
    return (
        f'<!doctype html>\n<html lang="{style.lang}">\n<head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n<body>\n{fragment(report, style)}\n</body>\n</html>\n"
    ).encode()


def fragment(report: Report, style: Style) -> str:
    """Return the tables, notes and sources without a page around them, as a notebook shows them."""
    (title, *more), names = titles(report, style.lang)
    parts = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(line)}</p>" for line in more)]
    for block, name in zip(report.blocks, names, strict=True):
        if name:
            parts.append(f"<h2>{escape(name)}</h2>")
        parts.append(_table(block, style))
    parts += [f"<p>{escape(line)}</p>" for line in below(report, style) if line]
    return "\n".join(parts)


def _table(block: Block, style: Style) -> str:
    from tabulate import tabulate

    return tabulate(
        [[c.strip() for c in row] for row in texts(block, style.lang, style.digits)],
        headers=headers(block, style.lang),
        tablefmt="html",  # escapes every cell
        disable_numparse=True,
        colalign=["right" if c.right else "left" for c in block.columns] if block.rows else None,
    )
