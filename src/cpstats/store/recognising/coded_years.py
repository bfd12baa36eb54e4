"""Years with the letters of their list before them in a column: VJ-2020, VJ-2021."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

CODED = pattern(r"([A-Z][A-Z0-9]{0,11}[-_:])((?:19|20)\d\d)")
MOST = 4  # columns that are looked at
FEWEST = 2  # years


def with_coded_years(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the letters of a list from years where all cells of a column have the same before several; None where none has.

    >>> table = [["C-VJ-0", "C-BL-0", "F-1"], ["VJ-2020", "BL-1", "5"], ["VJ-2021", "BL-1", "6"]]
    >>> with_coded_years(table, 1)[1:]
    [['2020', 'BL-1', '5'], ['2021', 'BL-1', '6']]
    >>> with_coded_years([*table, ["VJ-9999", "BL-1", "7"]], 1)
    """
    rows = [row for row in cells[first:] if any(row)]
    for c in range(min(MOST, min(map(len, rows), default=0))):
        found = [CODED.fullmatch(row[c]) for row in rows]
        if not found or None in found:
            continue
        lists, years = ({of[n] for of in found if of} for n in (1, 2))
        if len(lists) == 1 and len(years) >= FEWEST:
            (letters,) = lists
            return [
                [t.removeprefix(letters) if k == c and n >= first else t for k, t in enumerate(row)]
                for n, row in enumerate(cells)
            ]
    return None
