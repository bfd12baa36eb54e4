"""Does a table fit, and what stands instead when it does not: one block per row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth, wrap

from cpstats.model.typeset import headers, texts

if TYPE_CHECKING:
    from cpstats.model.report import Block, Style

GAP = 3  # spaces between two columns


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return max(wcswidth(text), 0)


def justified(block: Block, style: Style) -> tuple[list[str], list[list[str]]]:
    """Return headers and rows, every cell filled up to the width of its column.

    The renderers draw what they get; so a number stands the same in all of them.
    """
    head = headers(block, style.lang)
    rows = texts(block, style.lang, style.digits)
    columns = [max(width(row[i]) for row in [head, *rows]) for i in range(len(head))]
    filled = [
        [
            _fill(cell, room, right=column.right)
            for cell, room, column in zip(row, columns, block.columns, strict=True)
        ]
        for row in [head, *rows]
    ]
    return filled[0], filled[1:]


def _fill(text: str, room: int, *, right: bool) -> str:
    space = " " * (room - width(text))
    return space + text if right else text + space


def fits(block: Block, style: Style) -> bool:
    """Return whether the whole table stands in the width of the terminal."""
    if style.width is None:
        return True
    head, _ = justified(block, style)
    return sum(width(h) for h in head) + GAP * (len(head) - 1) <= style.width


def stacked(block: Block, style: Style) -> list[str]:
    """Return one small block per row: the first cell as its head, the others as `name  value`."""
    names = headers(block, style.lang)
    room = max((width(n) for n in names[1:]), default=0)
    lines: list[str] = []
    for row in texts(block, style.lang, style.digits):
        lines.append(f"{names[0]} {row[0]}".strip())
        for name, value in zip(names[1:], row[1:], strict=True):
            if value.strip() and name:
                lines.append(f"  {name}{' ' * (room - width(name))}  {value.strip()}")
            elif value.strip():
                lines.append(f"  {value.strip()}")
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
