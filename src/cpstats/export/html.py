"""HTML: a fragment with the tables, their notes and sources; everything is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cpstats.model.prose import below
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style


def write(report: Report, style: Style) -> bytes:
    """Return the report as an HTML page without scripts."""
    title = escape(report.title.to(style.lang))
    parts = [f"<h1>{title}</h1>"]
    if report.subtitle is not None:
        parts.append(f"<p>{escape(report.subtitle.to(style.lang))}</p>")
    for block in report.blocks:
        if block.title is not None:
            parts.append(f"<h2>{escape(block.title.to(style.lang))}</h2>")
        parts.append(_table(block, style))
    parts += [f"<p>{escape(line)}</p>" for line in below(report, style) if line]
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{style.lang}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _table(block: Block, style: Style) -> str:
    from tabulate import tabulate

    return tabulate(
        [[c.strip() for c in row] for row in texts(block, style.lang, style.digits)],
        headers=headers(block, style.lang),
        tablefmt="html",  # escapes every cell
        disable_numparse=True,
        colalign=["right" if c.right else "left" for c in block.columns] if block.rows else None,
    )
