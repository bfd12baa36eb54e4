"""Lines of a place itself in a table of what lies in it: its name stands in the outer column, and none in the inner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import is_number
from cpstats.store.recognising.levels_of_places import are_levels

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

COLUMNS = 4  # that may hold places
FEWEST = 2  # lines without an inner name, and with one


def with_wholes_in_their_parts(cells: Cells, first: int) -> list[list[str]] | None:
    """Write the outer place beside the inner column too where that is empty; None where no two columns are so.

    >>> rows = [["Province", "District", "2020"], ["Ost", "", "9"], ["Ost", "Alt", "4"], ["Ost", "Neu", "5"]]
    >>> [row[1] for row in with_wholes_in_their_parts([*rows, ["West", "", "8"], ["West", "Bad", "8"]], 1)][1:]
    ['Ost', 'Alt', 'Neu', 'West', 'Bad']
    >>> with_wholes_in_their_parts([["Item", *row[1:]] for row in rows], 1)
    """
    for c in range(COLUMNS):
        heads = [[row[k] for row in cells[:first] if k < len(row) and row[k]] for k in (c, c + 1)]
        if not (all(heads) and are_levels(*heads)):
            continue
        body = [i for i in range(first, len(cells)) if any(map(is_number, cells[i][c + 2 :]))]
        bare = [i for i in body if cells[i][c] and not cells[i][c + 1]]
        inner = {cells[i][c] for i in body if cells[i][c + 1]}
        alone = [i for i in bare if cells[i][c] in inner]
        outer = [cells[i][c] for i in alone]
        if (
            len(alone) < FEWEST
            or len({*outer}) < len(outer)
            or any(cells[i][c + 1] in outer for i in body)
        ):
            continue  # a district of its name
        return [
            [*row[: c + 1], row[c], *row[c + 2 :]] if i in bare else list(row)
            for i, row in enumerate(cells)
        ]
    return None
