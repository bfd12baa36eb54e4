"""A bad cell becomes `file:line:column`; the file is walked again only when a check has failed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator


def at(text: str, row: int, column: int, name: str) -> Where:
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
    return Locator(text, name).at(row, column)


class Locator:
    """The cells of one file; the text is walked once, and sign by sign only where one is quoted."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._text = text
        self._seen: list[list[tuple[int, int]]] = []
        self._rest = _records(text)

    @cached_property
    def _plain(self) -> list[tuple[int, str]] | None:
        """The lines of a file without quotation marks, numbered; blank ones are none."""
        if '"' in self._text:
            return None
        lines = enumerate(self._text.split("\n"), start=1)
        return [(number, line) for number, line in lines if line.strip("\r")]

    def at(self, row: int, column: int) -> Where:
        """Return where a cell begins, as `at` does."""
        if self._plain is not None:
            return self._in_line(self._plain, row, column)
        while len(self._seen) <= row + 1:
            record = next(self._rest, None)
            if record is None:
                return Where(self._name)
            self._seen.append(record)
        cells = self._seen[row + 1]
        line, start = cells[min(column, len(cells) - 1)]
        return Where(self._name, line, start)

    def _in_line(self, lines: list[tuple[int, str]], row: int, column: int) -> Where:
        if len(lines) <= row + 1:
            return Where(self._name)
        number, line = lines[row + 1]
        before = line.split(",")[:-1][:column]
        return Where(self._name, number, 1 + sum(len(cell) + 1 for cell in before))


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


def cut_off(where: str) -> DataError:
    """Return the error for a text whose last sign has not all its bytes."""
    return DataError(
        Message(
            "the text ends in the middle of a sign: it may be cut off",
            "文本在半个字符处结束：文件可能不完整",
        ),
        where=where,
        mend=Message("Fetch the file again.", "请重新下载该文件。"),
    )
