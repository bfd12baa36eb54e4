"""Markdown: the tables as a person reads them, with notes and sources below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export.parts.markdown import escaped, table
from cpstats.model.prose import below, paragraphs, titles

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

EYE = True
CALLED = ("markdown",)


def write(report: Report, style: Style) -> bytes:
    """Return the report as GitHub-flavoured Markdown."""
    if report.dossier is not None:
        from cpstats.export.parts.report.markdown import write as laid_out

        return laid_out(report, style)
    (title, *more), names = titles(report, style.lang)
    parts = [f"## {escaped(title)}", *map(escaped, [*more, *paragraphs(report, style.lang)])]
    for block, name in zip(report.blocks, names, strict=True):
        if name:
            parts.append(f"### {escaped(name)}")
        parts.append(table(block, style))
    parts += [escaped(line) for line in below(report, style) if line]
    return ("\n\n".join(parts) + "\n").encode()
