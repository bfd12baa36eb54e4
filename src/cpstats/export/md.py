"""Markdown: the tables as a person reads them, with notes and sources below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.prose import below, paragraphs, titles
from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style

EYE = True
CALLED = ("markdown",)


def write(report: Report, style: Style) -> bytes:
    """Return the report as GitHub-flavoured Markdown."""
    (title, *more), names = titles(report, style.lang)
    parts = [f"## {_escaped(title)}", *map(_escaped, [*more, *paragraphs(report, style.lang)])]
    for block, name in zip(report.blocks, names, strict=True):
        if name:
            parts.append(f"### {_escaped(name)}")
        parts.append(_table(block, style))
    parts += [_escaped(line) for line in below(report, style) if line]
    return ("\n\n".join(parts) + "\n").encode()


def _table(block: Block, style: Style) -> str:
    from tabulate import tabulate

    return tabulate(
        [[_escaped(c.strip()) for c in row] for row in texts(block, style.lang, style.digits)],
        headers=[_escaped(h) for h in headers(block, style.lang)],
        tablefmt="pipe",
        disable_numparse=True,
        colalign=["right" if c.right else "left" for c in block.columns] if block.rows else None,
    )


def _escaped(text: str) -> str:
    for char in "\\|*_<>`[]&~":
        text = text.replace(char, f"\\{char}")
    return text
