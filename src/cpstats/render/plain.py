"""Plain text: the tables without colour or frames, aligned also where the text is Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.prose import below, paragraphs, titles
from cpstats.render.parts.fitting import fitted
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import GAP, RULE, folded

if TYPE_CHECKING:
    from cpstats.model.report import Block, Report, Style
    from cpstats.render.parts.layout import Laid

EYE = True
SUFFIXES = (".txt",)
CALLED = ("text",)


def write(report: Report, style: Style) -> bytes:
    """Return the report as plain text; no line ends in blanks."""
    head, names = titles(report, style.lang)
    parts = [folded(head, style.width), folded(paragraphs(report, style.lang), style.width)]
    for block, name in zip(report.blocks, names, strict=True):
        parts.append(folded([name] if name else [], style.width) + _table(block, style))
    parts.append(folded(below(report, style), style.width))
    return ("\n\n".join("\n".join(p) for p in parts if p) + "\n").encode()


def _table(block: Block, style: Style) -> list[str]:
    made = fitted(block, style)
    lines = list(made.blocks)
    for number, panel in enumerate(made.panels):
        lines += ([""] if number else []) + _panel(panel, block)
    below = folded(made.said, style.width)
    return [line.rstrip() for line in lines] + ([""] if below else []) + below


def _panel(panel: Laid, block: Block) -> list[str]:
    rule = RULE * width(_line(panel.head))
    lines = [_line(panel.head), rule] if any(h.strip() for h in panel.head) else []
    for number, row in enumerate(panel.rows):
        if number in block.ruled:
            lines.append(rule)
        lines += [_line(cells) for cells in row]
    return lines


def _line(cells: list[str]) -> str:
    return (" " * GAP).join(cells)
