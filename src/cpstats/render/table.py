"""A table for a terminal: a rule below its head and between releases, bold and dim where there are colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.prose import below, paragraphs, titles
from cpstats.render.parts.fitting import fitted
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import GAP, RULE, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.report import Block, Report, Style
    from cpstats.render.parts.layout import Laid

EYE = True
SUFFIXES = ()
BOLD, DIM, END = "\x1b[1m", "\x1b[2m", "\x1b[0m"  # what every terminal with colours knows
MOVING = dict.fromkeys(map(ord, "\a\b\v\f\r"))  # signs that would move the cursor


class _Page:
    """The lines that are drawn."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[str] = []

    def say(self, lines: Iterable[str], look: str = "") -> None:
        """Put lines below the others."""
        for line in lines:
            plain = line.translate(MOVING).expandtabs()
            shown = f"{look}{plain}{END}" if look and plain and self.style.color else plain
            self.lines.append(shown)

    def fold(self, texts: list[str], look: str = "", *, above: str | None = "") -> None:
        """Put texts below the others, folded, with an empty line above them."""
        lines = folded(texts, self.style.width)
        if lines and above is not None:
            self.lines.append(above)
        self.say(lines, look)


def write(report: Report, style: Style) -> bytes:
    """Return the report drawn, with colours where the terminal has them."""
    page = _Page(style)
    head, names = titles(report, style.lang)
    for number, text in enumerate(head):
        page.fold([text], DIM if number else BOLD, above=None)
    page.fold(paragraphs(report, style.lang))
    for block, name in zip(report.blocks, names, strict=True):
        page.say([""])
        page.fold([name] if name else [], BOLD, above=None)
        _draw(block, style, page)
    page.fold(below(report, style), DIM)
    return "".join(f"{line}\n" for line in page.lines).encode()


def _draw(block: Block, style: Style, page: _Page) -> None:
    made = fitted(block, style)
    page.say(made.blocks)
    for number, panel in enumerate(made.panels):
        page.say([""] if number else [])
        _panel(panel, block, page)
    page.fold(made.said, DIM)


def _panel(panel: Laid, block: Block, page: _Page) -> None:
    gap = " " * GAP
    rule = RULE * (sum(map(width, panel.head)) + GAP * (len(panel.head) - 1))
    if any(name.strip() for name in panel.head):
        page.say([gap.join(panel.head)], BOLD)
        page.say([rule])
    for number, row in enumerate(panel.rows):
        page.say([rule] if number and number in block.ruled else [])
        page.say(gap.join(cells) for cells in row)
