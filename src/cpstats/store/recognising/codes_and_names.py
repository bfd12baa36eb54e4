"""Columns of codes with their names in one cell: GEO: Country over PE: Peru."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

CODED = re.compile(r"([A-Za-z][A-Za-z0-9_.-]*): ?(\S.*)")
CODED_CELL = re.compile(r"([A-Za-z0-9][A-Za-z0-9_.-]*): ?(\S.*)")


def with_names_of_codes(cells: Cells, first: int) -> list[list[str]] | None:
    """Leave of columns whose cells are all `CODE:Name` the names, and of all such headers the code or name.

    >>> with_names_of_codes([["GEO: Country", "TIME: Year", "V"], ["PE: Peru", "2020", "5"]], 1)
    [['GEO', 'TIME', 'V'], ['Peru', '2020', '5']]
    >>> with_names_of_codes([["Area", "Age: 0-4", "Age: 5-11"], ["Ost", "4", "5"]], 1)
    """
    if not first or how_full(cells[first - 1]) < 2:
        return None
    head = first - 1
    columns = [c for c, text in enumerate(cells[head]) if CODED.fullmatch(text)]
    named = [c for c in columns if (f := CODED.fullmatch(cells[head][c])) and role_of(f[1])]
    if not named or not any(_are_coded(cells[first:], c) for c in columns):
        return None
    made = [list(row) for row in cells]
    for c in columns:
        found = CODED.fullmatch(cells[head][c])
        made[head][c] = found[1] if found and role_of(found[1]) else found[2] if found else ""
        if _are_coded(cells[first:], c):
            for row in made[first:]:
                if c < len(row) and (of := CODED_CELL.fullmatch(row[c])):
                    row[c] = of[2]
    return made


def _are_coded(rows: Cells, column: int) -> bool:
    """Whether all cells of a column are a code with its name."""
    body = [row[column] for row in rows if column < len(row) and row[column]]
    return bool(body) and all(CODED_CELL.fullmatch(text) for text in body)
