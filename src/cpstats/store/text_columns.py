"""The files of one part as columns of text, able to say where a cell stands."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import contextmanager
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from cpstats.errors import DataError, Where
from cpstats.message import Message, about
from cpstats.model.columns import OBSERVATION
from cpstats.model.prices import without_prices
from cpstats.store import files
from cpstats.store.locate import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.store.files import Observed
    from cpstats.store.opened import Part

Read = tuple[list[str], list[list[str]], Callable[[int, str], Where]]  # header, rows, where
SERIES = ("indicator", "ref_area")
LARGE = 1 << 20  # bytes of files that are read by column
MANY = 1 << 14  # rows of sheets
AT_ONCE = 1 << 10  # rows that are turned into columns together


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no cycles be looked for: among many rows there are none, and it takes a fifth."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Piece(NamedTuple):
    """One file or sheet: how many rows it has, and where a cell of them stands."""

    length: int
    where: Callable[[int, str], Where]


class Table:
    """Observations as text, by column, file after file.

    `columns` has every name of `columns.OBSERVATION`; what a file leaves out is empty.
    The first fault is raised, unless there is a list that collects `faults`: then the rows that
    have one are `refused`, and the others are read. Of `series`, an indicator and a place, only
    the rows are taken that name both as it does.
    """

    def __init__(
        self,
        part: Part,
        faults: list[DataError] | None = None,
        series: tuple[str, str] | None = None,
    ) -> None:
        self.columns: dict[str, list[str]] = {name: [] for name in OBSERVATION}
        self.faults = faults
        self.refused: set[int] = set()
        self.rows: list[int] = []
        self._series = series
        self._pieces: list[Piece] = []
        only = dict(zip(SERIES, series, strict=True)) if series else None
        for header, rows, where in observations(part, faults, only=only):
            before = sum(piece.length for piece in self._pieces)
            kept = self._wanted(header, rows)
            self._take(header, rows if kept is None else [rows[i] for i in kept])
            self.rows += (
                range(before, before + len(rows)) if kept is None else [before + i for i in kept]
            )
            self._pieces.append(Piece(len(rows), where))

    def _wanted(self, header: list[str], rows: list[list[str]]) -> list[int] | None:
        """Return which rows of a file are taken; None for all of them."""
        if self._series is None:
            return None
        if not {*SERIES} <= {*header}:
            return []
        cells = itemgetter(*map(header.index, SERIES))
        return [i for i, row in enumerate(rows) if cells(row) == self._series]

    def _take(self, header: list[str], rows: list[list[str]]) -> None:
        for first in range(0, len(rows), AT_ONCE):  # a piece stays in the processor's cache
            piece = rows[first : first + AT_ONCE]
            by_name = dict(zip(header, zip(*piece, strict=True), strict=True))
            none = ("",) * len(piece)
            taken: dict[str, Sequence[str]] = {n: by_name.get(n, none) for n in self.columns}
            taken |= _with_prices(taken["unit"], taken["price_basis"])
            for column, cells in self.columns.items():
                cells.extend(taken[column])

    def keep(self, kept: list[int]) -> None:
        """Drop every row but these; where a row stands is not forgotten."""
        if len(kept) == len(self.rows):
            return
        self.rows = [self.rows[i] for i in kept]
        self.columns = {name: [cells[i] for i in kept] for name, cells in self.columns.items()}

    def write(self, column: str, changed: Mapping[str, str]) -> None:
        """Write every text of a column as something else, where that is anything else."""
        if any(text != other for text, other in changed.items()):
            self.columns[column] = [changed[text] for text in self.columns[column]]

    def refuse(self, column: str, text: str, what: Message, mend: Message | None = None) -> None:
        """Report a text that may not stand in a column, wherever it stands there.

        Raises
        ------
        DataError
            For the first such cell, where nobody collects.
        """
        for row, found in enumerate(self.columns[column]):
            if found == text and row not in self.refused:
                self.refuse_cell(column, row, what, mend)

    def refuse_cell(
        self, column: str, row: int, what: Message, mend: Message | None = None
    ) -> None:
        """Report one cell.

        Raises
        ------
        DataError
            Where nobody collects.
        """
        self.refuse_row(row, self.fault(column, row, what, mend))

    def refuse_row(self, row: int, fault: DataError) -> None:
        """Report a fault of a row; raise it where nobody collects."""
        if self.faults is None:
            raise fault
        self.faults.append(fault)
        self.refused.add(row)

    def drop_refused(self) -> None:
        """Drop the rows that have a fault."""
        if self.refused:
            self.keep([i for i in range(len(self.rows)) if i not in self.refused])
            self.refused.clear()

    def where(self, row: int, column: str) -> Where:
        """Return `file:line:column` of a cell of the table as it is now."""
        number = self.rows[row]
        for piece in self._pieces:
            if number < piece.length:
                return piece.where(number, column)
            number -= piece.length
        raise IndexError(row)

    def fault(self, column: str, row: int, what: Message, mend: Message | None = None) -> DataError:
        """Return the error for one cell."""
        return DataError(about(column, what), where=self.where(row, column), mend=mend)


def is_large(part: Part) -> bool:
    """Return whether a part is worth the libraries that read it by column."""
    rows = sum(len(sheet.rows) for sheet in part.sheets)
    return rows > MANY or len(part.content) + sum(map(part.size, part.observations)) > LARGE


def combinations(part: Part, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what the lines say in some columns, each combination where it first occurs."""
    if is_large(part) and not part.sheets:
        from cpstats.store.coded import coded, combined

        for content, name in part.contents():
            table = coded(content, name, not part.strict)
            yield from combined(*(table[column] for column in names)).kinds
        return
    for header, rows, _ in observations(part):
        columns = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
        empty = ("",) * len(rows)
        yield from dict.fromkeys(zip(*(columns.get(n, empty) for n in names), strict=True))


def _with_prices(units: Sequence[str], bases: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return units and price bases, what the text of a unit says of prices in its own column."""
    said = {text: found for text in {*units} if (found := without_prices(text))[1]}
    if not said:
        return {}
    return {
        "unit": [said[unit][0] if unit in said else unit for unit in units],
        "price_basis": [
            basis or said.get(unit, ("", ""))[1] for unit, basis in zip(units, bases, strict=True)
        ],
    }


def observations(
    part: Part,
    faults: list[DataError] | None = None,
    *,
    only: Mapping[str, str] | None = None,
) -> Iterator[Read]:
    """Yield header, rows and the place of a cell for every file and sheet of a part.

    A file that cannot be read is raised, or left out where `faults` are collected. Then a file has
    the rows alone that have `only` these cells, if it has their columns.
    """
    for path in (*part.observations, *([None] if part.content else [])):
        name = part.named(path) if path else part.name
        wide = not part.strict
        try:
            content = part.read(path) if path else part.content
            if faults is None:
                yield _read_once(content, name, wide)
            else:
                yield _read(content, name, wide, faults, only=only)
        except DataError as fault:
            if faults is None:
                raise
            faults.append(fault)
    for sheet in part.sheets:
        yield sheet.header, sheet.rows, sheet.where


@lru_cache(maxsize=8)
def _read_once(content: bytes, name: str, wide: bool) -> Read:  # noqa: FBT001 - of a cache
    """Read a file of a question once: its names, its places and its figures are asked apart."""
    return _read(content, name, wide, None)


def _read(
    content: bytes,
    name: str,
    wide: bool,  # noqa: FBT001
    faults: list[DataError] | None,
    *,
    only: Mapping[str, str] | None = None,
) -> Read:
    text = files.decode(content, name)
    found = files.observed(text, name, wide=wide, faults=faults, only=only)
    return found.header, found.rows, _placed(found._replace(rows=[]), text, name)


def _placed(found: Observed, text: str, name: str) -> Callable[[int, str], Where]:
    locator = Locator(text, name)

    def where(number: int, column: str) -> Where:
        return locator.at(*found.place(number, column))

    return where
