"""The files of one part as columns of text, able to say where a cell stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.columns import OBSERVATION
from cpstats.store import files
from cpstats.store.locate import at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpstats.store.files import Observed
    from cpstats.store.package import Part


@dataclass(frozen=True)
class Piece:
    """One file or sheet: how many rows it has, and where a cell of them stands."""

    length: int
    where: Callable[[int, str], str]


class Table:
    """Observations as text, by column, file after file.

    `columns` has every name of `columns.OBSERVATION`; what a file leaves out is empty.
    """

    def __init__(self, part: Part) -> None:
        self.columns: dict[str, list[str]] = {name: [] for name in OBSERVATION}
        self._pieces = [self._take(*found) for found in observations(part)]
        self.rows = list(range(sum(p.length for p in self._pieces)))

    def _take(
        self, header: list[str], rows: list[list[str]], where: Callable[[int, str], str]
    ) -> Piece:
        by_name = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
        for column, cells in self.columns.items():
            cells.extend(by_name.get(column, ("",) * len(rows)))
        return Piece(len(rows), where)

    def keep(self, kept: list[int]) -> None:
        """Drop every row but these; where a row stands is not forgotten."""
        self.rows = [self.rows[i] for i in kept]
        self.columns = {name: [cells[i] for i in kept] for name, cells in self.columns.items()}

    def where(self, row: int, column: str) -> str:
        """Return `file:line:column` of a cell of the table as it is now."""
        number = self.rows[row]
        for piece in self._pieces:
            if number < piece.length:
                return piece.where(number, column)
            number -= piece.length
        raise IndexError(row)

    def fault(self, column: str, row: int, what: str, mend: str = "") -> DataError:
        """Return the error for one cell."""
        return DataError(f"{column}: {what}", where=self.where(row, column), mend=mend)

    def fault_of(self, column: str, text: str, what: str, mend: str = "") -> DataError:
        """Return the error for the first cell of a column that holds this text."""
        return self.fault(column, self.columns[column].index(text), what, mend)


def observations(
    part: Part,
) -> Iterator[tuple[list[str], list[list[str]], Callable[[int, str], str]]]:
    """Yield header, rows and the place of a cell for every file and sheet of a part."""
    named = [(part.named(path), files.read_bytes(path)) for path in part.observations]
    if part.content:
        named.append((part.name, part.content))
    for name, content in named:
        text = files.decode(content, name)
        found = files.observed(text, name, wide=not part.strict)
        yield found.header, found.rows, _placed(found, text, name)
    for sheet in part.sheets:
        yield sheet.header, sheet.rows, sheet.where


def _placed(found: Observed, text: str, name: str) -> Callable[[int, str], str]:
    def where(number: int, column: str) -> str:
        line, position = found.place(number, column)
        return at(text, line, position, name)

    return where
