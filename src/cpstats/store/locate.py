"""A bad cell becomes `file:line:column`; the file is walked again only when a check has failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def at(text: str, row: int, column: int, name: str) -> str:
    """Return where a cell begins; lines and columns count from 1, in characters.

    Parameters
    ----------
    text : str
        The whole file.
    row : int
        Which record, counted from 0 behind the header; blank lines do not count.
    column : int
        Which cell of the record, from 0; one past the last is the end of the record.
    name : str
        The name of the file.
    """
    for number, cells in enumerate(_records(text), start=-1):
        if number == row:
            line, start = cells[min(column, len(cells) - 1)]
            return f"{name}:{line}:{start}"
    return name


def _records(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the (line, column) at which each cell of each record begins."""
    line, column = 1, 1
    quoted = opened = False  # inside quotation marks; the cell began with one
    cells = [(1, 1)]
    blank = True
    for char in text:
        if char == '"':
            begins = not quoted and (line, column) == cells[-1]
            opened = opened or begins
            quoted = opened and not quoted  # inside a bare cell it is a sign like any other
        if char == "\n":
            if not quoted:
                if not blank:
                    yield cells
                cells, blank, opened = [(line + 1, 1)], True, False
            line, column = line + 1, 1
            continue
        column += 1
        blank = blank and char == "\r"
        if char == "," and not quoted:
            cells.append((line, column))
            opened = False
    if not blank:
        yield cells
