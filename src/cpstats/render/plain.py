"""Plain text: the tables without colour or frames, aligned also where the text is Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.model.prose import below
from cpstats.render.layout import fits, folded, justified, stacked

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style


def write(report: Report, style: Style) -> bytes:
    """Return the report as plain text."""
    head = [report.title.to(style.lang)]
    if report.subtitle is not None:
        head.append(report.subtitle.to(style.lang))
    parts = [folded(head, style.width)]
    for block in report.blocks:
        title = [block.title.to(style.lang)] if block.title is not None else []
        parts.append(folded(title, style.width) + _table(block, style))
    parts.append(folded(below(report, style), style.width))
    return ("\n\n".join("\n".join(p) for p in parts if p) + "\n").encode()


def _table(block: Block, style: Style) -> list[str]:
    if not fits(block, style):
        return stacked(block, style)
    from tabulate import SEPARATING_LINE, tabulate

    head, body = justified(block, style)
    rows: list[Any] = []
    for number, row in enumerate(body):
        if number in block.ruled:
            rows.append(SEPARATING_LINE)
        rows.append(row)
    text = tabulate(
        rows,
        headers=head if any(h.strip() for h in head) else (),
        tablefmt="simple",
        disable_numparse=True,
        preserve_whitespace=True,
        stralign="left",
    )
    return [line.rstrip() for line in text.splitlines()]
