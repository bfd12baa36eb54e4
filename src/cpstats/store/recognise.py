"""A sheet becomes observations: title lines, header, keys, values and notes are told apart.

What is recognised is said; what is missing is an empty cell, never 0; what is neither number nor
missing is an error with its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.store.hints import Hints
from cpstats.store.outline import Outline, end_of_data, outline_of, titles_of
from cpstats.store.reading import Reading
from cpstats.store.sheet import Sheet, plain

if TYPE_CHECKING:
    from cpstats.errors import DataError
    from cpstats.model.period import Period

HEADER = ["indicator", "ref_area", "time_period", "measure", "obs_value", "unit"]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Observations of one sheet, able to say where a cell stands."""

    sheet: Sheet
    rows: list[list[str]]
    origins: list[tuple[int, int]]  # row and column of each value in the sheet
    titles: dict[str, str]
    notes: list[str]
    said: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=lambda: list(HEADER))

    def where(self, number: int, column: str) -> str:
        """Return `file:line:column` of a value; of anything else the line."""
        row, position = self.origins[number]
        return self.sheet.where(row, position if column in ("obs_value", "") else 0)


@dataclass(frozen=True, slots=True)
class Known:
    """What the first lines of a large table say of the others: header, keys, titles, dates."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    header: range
    keys: dict[int, str]
    titles: dict[str, str]
    dates: dict[str, Period]


def known_of(sheet: Sheet, hints: Hints | None) -> Known:
    """Return what the beginning of a table says of the rest.

    Raises
    ------
    DataError
        When no table is found.
    """
    cells = [[plain(cell) for cell in row] for row in sheet.rows]
    outline = outline_of(sheet, cells)
    titles = titles_of(cells[: outline.header.start])
    made = Reading(sheet, cells, outline, titles, hints or Hints())
    first = outline.data.start
    return Known(
        sheet.rows[:first], sheet.lines[:first], outline.header, outline.keys, titles, made.dates
    )


def recognise_more(known: Known, sheet: Sheet, hints: Hints | None) -> Recognised:
    """Return the observations of a piece of a large table.

    Raises
    ------
    DataError
        When a value is no number, or a line names no period.
    """
    first = len(known.rows)
    if sheet.rows[:first] != known.rows:
        sheet = replace(sheet, rows=known.rows + sheet.rows, lines=known.lines + sheet.lines)
    cells = [[plain(cell) for cell in row] for row in sheet.rows]
    stop = end_of_data(cells, first)
    outline = Outline(known.header, range(first, stop), known.keys)
    made = Reading(sheet, cells, outline, known.titles, hints or Hints(), dates=known.dates)
    notes = [" ".join(row).strip() for row in sheet.rows[stop:] if any(row)]
    if first == stop:
        return Recognised(sheet, [], [], known.titles, notes)
    rows, origins = made.observations(None)
    return Recognised(sheet, rows, origins, known.titles, notes, made.said(rows, notes))


def recognise(
    sheet: Sheet, hints: Hints | None = None, faults: list[DataError] | None = None
) -> Recognised:
    """Return the observations of a sheet; where `faults` are collected, without the bad cells.

    Raises
    ------
    DataError
        When no table is found, or a value is no number.
    """
    hints = hints or Hints()
    cells = [[plain(cell) for cell in row] for row in sheet.rows]
    outline = outline_of(sheet, cells)
    titles = titles_of(cells[: outline.header.start])
    notes = [
        " ".join(c for c in sheet.rows[i] if c.strip()).strip()
        for i in range(outline.data.stop, len(cells))
        if any(cells[i])
    ]
    made = Reading(sheet, cells, outline, titles, hints)
    rows, origins = made.observations(faults)
    return Recognised(sheet, rows, origins, titles, notes, made.said(rows, notes))
