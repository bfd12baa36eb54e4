"""Labels over columns of which the last line is a place: code, name and country of a series in one cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.store.recognising.place_names import is_place

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

FEW = 10  # lines that may be a header
FEWEST = 2  # places
SIGN = " – "


def with_places_on_lines(sheet: Sheet) -> Sheet:
    r"""Return a sheet with a dash between the lines of the labels over its columns, where the last of each is a place.

    >>> from cpstats.store.sheet import Sheet
    >>> sheet = Sheet("a.csv", (("Year", "Births\nPeru", "Births\nChile"), ("2020", "5", "6")), (1, 4))
    >>> with_places_on_lines(sheet).rows[0]
    ('Year', 'Births – Peru', 'Births – Chile')
    """
    for i, row in enumerate(sheet.rows[:FEW]):
        stacked = [cell for cell in row if "\n" in cell.strip()]
        places = {_lines(cell)[-1] for cell in stacked}
        if len(places) >= FEWEST and all(map(is_place, places)):
            made = tuple(SIGN.join(_lines(cell)) if cell in stacked else cell for cell in row)
            return replace(sheet, rows=(*sheet.rows[:i], made, *sheet.rows[i + 1 :]))
    return sheet


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n") if line.strip()]
