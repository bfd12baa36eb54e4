"""Tables and words of Markdown: no sign of a name turns the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Style


def table(block: Block, style: Style) -> str:
    """Return a table as GitHub-flavoured Markdown."""
    from tabulate import tabulate

    return tabulate(
        [[escaped(c.strip()) for c in row] for row in texts(block, style.lang, style.digits)],
        headers=[escaped(h) for h in headers(block, style.lang)],
        tablefmt="pipe",
        disable_numparse=True,
        colalign=["right" if c.right else "left" for c in block.columns] if block.rows else None,
    )


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it."""
    for char in "\\|*_<>`[]&~":
        text = text.replace(char, f"\\{char}")
    return text
