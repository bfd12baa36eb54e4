"""A table laid out in columns: at its natural width, with folded texts, or as blocks of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.model.typeset import headers, texts
from cpstats.render.parts.fold import fold, pieces, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.report import Block, Style
    from cpstats.model.text import Lang

GAP = 2  # spaces between two columns
NARROWEST = 10  # columns of a folded text: less is hard to read
RULE, STACKED = "─", 40  # a rule between blocks of rows


@dataclass(frozen=True, slots=True)
class Laid:
    """A table whose cells are filled up to the width of their column.

    A row has several lines where a text was folded.
    """

    head: list[str]
    rows: list[list[list[str]]]

    @property
    def lines(self) -> int:
        """How many lines the rows take."""
        return sum(len(row) for row in self.rows)


def laid(block: Block, style: Style) -> Laid:
    """Return the table at its natural width."""
    head, rows = headers(block, style.lang), texts(block, style.lang, style.digits)
    return _filled(block, head, rows, _rooms(head, rows))


def fits(block: Block, style: Style) -> bool:
    """Return whether the table has room at its natural width."""
    head, rows = headers(block, style.lang), texts(block, style.lang, style.digits)
    return style.width is None or _total(_rooms(head, rows)) <= style.width


def narrowed(block: Block, style: Style, columns: int) -> Laid | None:
    """Return the table with folded texts, or None where it has no room; numbers are never folded."""
    head, rows = headers(block, style.lang), texts(block, style.lang, style.digits)
    narrow = _narrowed(block, [head, *rows], _rooms(head, rows), columns)
    return None if narrow is None else _filled(block, head, rows, narrow)


def _rooms(head: list[str], rows: list[list[str]]) -> list[int]:
    return [max(width(row[i]) for row in [head, *rows]) for i in range(len(head))]


def _total(rooms: Sequence[int]) -> int:
    return sum(rooms) + GAP * (len(rooms) - 1)


def _narrowed(
    block: Block, rows: list[list[str]], rooms: list[int], columns: int
) -> list[int] | None:
    """Take room from the widest text until the table fits; None where no text can give more."""
    least = [
        room
        if _numbers(block, i)
        else max(min(room, NARROWEST), width(rows[0][i]), *(_longest_piece(r[i]) for r in rows))
        for i, room in enumerate(rooms)
    ]
    narrow = list(rooms)
    while _total(narrow) > columns:
        spare = [i for i in range(len(narrow)) if narrow[i] > least[i]]
        if not spare:
            return None
        narrow[max(spare, key=lambda i: narrow[i])] -= 1
    return narrow


def _numbers(block: Block, column: int) -> bool:
    return block.columns[column].right or any(row[column].figure for row in block.rows)


def _longest_piece(text: str) -> int:
    return max((width(piece) for piece in pieces(text)), default=0)


def _filled(block: Block, head: list[str], rows: list[list[str]], rooms: list[int]) -> Laid:
    rights = [column.right for column in block.columns]
    made = []
    for row in rows:
        cells = [
            [cell] if width(cell) <= room else fold(cell, room)
            for cell, room in zip(row, rooms, strict=True)
        ]
        made.append(
            [
                [
                    _fill(cell[line] if line < len(cell) else "", room, right=right)
                    for cell, room, right in zip(cells, rooms, rights, strict=True)
                ]
                for line in range(max(len(cell) for cell in cells))
            ]
        )
    names = [_fill(n, room, right=r) for n, room, r in zip(head, rooms, rights, strict=True)]
    return Laid(names, made)


def _fill(text: str, room: int, *, right: bool) -> str:
    space = " " * (room - width(text))
    return space + text if right else text + space


def stacked(block: Block, style: Style) -> list[str]:
    """Return one small block per row: its head, then the other cells as `name  value`.

    The head is the first cell, repeated where it stands for several rows, and then with the
    second one. Where two columns have one name, the name of the column before is said too.
    """
    names = distinct(headers(block, style.lang), style.lang)
    rows = [[cell.strip() for cell in row] for row in texts(block, style.lang, style.digits)]
    first = heads(block, rows)
    room = max((width(n) for n in names[first:]), default=0)
    lines: list[str] = []
    head = ""
    for number, row in enumerate(rows):
        if number in block.ruled:
            lines.append(RULE * (style.width or STACKED))
        head = row[0] or head
        lines += folded([" · ".join(filter(None, [head, *row[1:first]]))], style.width)
        for name, value in zip(names[first:], row[first:], strict=True):
            if value:
                lines += _beside(name, room, value, style.width)
    return lines


def heads(block: Block, rows: list[list[str]]) -> int:
    """Return how many cells name a row: two where the first is not its own."""
    firsts = {row[0] for row in rows}
    shared = "" in firsts or len(firsts) < len(rows)
    return 2 if shared and len(block.columns) > 2 and not _numbers(block, 1) else 1


def distinct(names: list[str], lang: Lang) -> list[str]:
    """Return the names of columns; one that stands twice is said with the column before it."""
    comma = "，" if lang == "zh" else ", "
    return [
        f"{names[i - 1]}{comma}{name}" if i and name and names.count(name) > 1 else name
        for i, name in enumerate(names)
    ]


def _beside(name: str, room: int, value: str, columns: int | None) -> list[str]:
    """Return `name  value`; a value without room goes on below itself, or below its name."""
    start = f"  {_fill(name, room, right=False)}  " if room else "  "
    left = None if columns is None else columns - width(start)
    if left is None or width(value) <= left:
        return [f"{start}{value}"]
    if left < NARROWEST:
        return [
            f"  {name}".rstrip(),
            *(f"    {part}" for part in fold(value, max((columns or 0) - 4, 1))),
        ]
    first, *more = fold(value, left)
    return [f"{start}{first}", *(" " * width(start) + line for line in more)]


def folded(lines: list[str], columns: int | None) -> list[str]:
    """Return prose folded to the width of the terminal, each line with its own indent."""
    if columns is None:
        return lines
    return [
        part
        for line in lines
        for part in fold(line, columns, " " * (len(line) - len(line.lstrip()) + 2))
    ]
