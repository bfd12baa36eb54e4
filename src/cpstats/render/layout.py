"""Does a table fit, and what stands instead when it does not: one block per row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth, wrap

from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Style

GAP = 2  # spaces between two columns


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return max(wcswidth(text), 0)


def fits(block: Block, style: Style) -> bool:
    """Return whether the whole table stands in the width of the terminal."""
    if style.width is None:
        return True
    rows = [headers(block, style.lang), *texts(block, style.lang, style.digits)]
    columns = [max(width(row[i]) for row in rows) for i in range(len(block.columns))]
    return sum(columns) + GAP * (len(columns) - 1) <= style.width


def stacked(block: Block, style: Style) -> list[str]:
    """Return one small block per row: the first cell as its head, the others as `name  value`."""
    names = headers(block, style.lang)
    room = max((width(n) for n in names[1:]), default=0)
    lines: list[str] = []
    for row in texts(block, style.lang, style.digits):
        lines.append(f"{names[0]} {row[0]}".strip())
        for name, value in zip(names[1:], row[1:], strict=True):
            if value:
                lines.append(f"  {name}{' ' * (room - width(name))}  {value}")
    return lines


def folded(lines: list[str], columns: int | None) -> list[str]:
    """Return prose folded to the width of the terminal; Chinese text folds anywhere."""
    if columns is None:
        return lines
    return [part for line in lines for part in _fold(line, columns)]


def _fold(line: str, columns: int) -> list[str]:
    if width(line) <= columns:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return wrap(line, columns, subsequent_indent=indent) or [line]
