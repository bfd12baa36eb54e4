"""The files of one part as columns of text, able to say where a cell stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.columns import OBSERVATION
from cpstats.store import files
from cpstats.store.locate import at

if TYPE_CHECKING:
    from cpstats.store.files import Observed
    from cpstats.store.package import Part


@dataclass(frozen=True)
class Piece:
    """One file: its name, its content, and the observations in it."""

    name: str
    content: bytes
    observed: Observed

    @property
    def length(self) -> int:
        """How many rows it has."""
        return len(self.observed.rows)


class Table:
    """Observations as text, by column, file after file.

    `columns` has every name of `columns.OBSERVATION`; what a file leaves out is empty.
    """

    def __init__(self, part: Part) -> None:
        named = [(part.named(path), files.read_bytes(path)) for path in part.observations]
        if part.content:
            named.append((part.name, part.content))
        self.columns: dict[str, list[str]] = {name: [] for name in OBSERVATION}
        wide = not part.strict
        self._pieces = [self._take(name, content, wide=wide) for name, content in named]
        self.rows = list(range(sum(p.length for p in self._pieces)))

    def _take(self, name: str, content: bytes, *, wide: bool) -> Piece:
        """Add the rows of a file; every line has as many cells as the header."""
        found = files.observed(files.decode(content, name), name, wide=wide)
        rows = found.rows
        by_name = dict(zip(found.header, zip(*rows, strict=True), strict=True)) if rows else {}
        for column, cells in self.columns.items():
            cells.extend(by_name.get(column, ("",) * len(rows)))
        return Piece(name, content, found)

    def keep(self, kept: list[int]) -> None:
        """Drop every row but these; where a row stands is not forgotten."""
        self.rows = [self.rows[i] for i in kept]
        self.columns = {name: [cells[i] for i in kept] for name, cells in self.columns.items()}

    def where(self, row: int, column: str) -> str:
        """Return `file:line:column` of a cell of the table as it is now."""
        number = self.rows[row]
        for piece in self._pieces:
            if number < piece.length:
                line, position = piece.observed.place(number, column)
                return at(files.decode(piece.content, piece.name), line, position, piece.name)
            number -= piece.length
        raise IndexError(row)

    def fault(self, column: str, row: int, what: str, mend: str = "") -> DataError:
        """Return the error for one cell."""
        return DataError(f"{column}: {what}", where=self.where(row, column), mend=mend)

    def fault_of(self, column: str, text: str, what: str, mend: str = "") -> DataError:
        """Return the error for the first cell of a column that holds this text."""
        return self.fault(column, self.columns[column].index(text), what, mend)
