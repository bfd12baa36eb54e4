"""Names that are printed over several rows beside the years of a group: in two languages, or broken for their width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.extent import how_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # years of a group
LONGEST = 4  # rows of a name


def with_names_over_rows(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the whole of a name into each row of its group of years; None where all names are in one row.

    >>> rows = [["Hop", "2019", "5"], ["Hopfen", "2020", "6"], ["", "2021", "7"]]
    >>> rows += [["Tea", "2019", "5"], ["Tee", "2020", "6"], ["", "2021", "7"]]
    >>> [row[0] for row in with_names_over_rows(rows, 0)]
    ['Hop Hopfen', 'Hop Hopfen', 'Hop Hopfen', 'Tea Tee', 'Tea Tee', 'Tea Tee']
    """
    body = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1]
    bare = len(body) >= 2 * FEWEST and any(not cells[i][0] for i in body)
    if not bare or not all(_is_year(cells[i]) for i in body):
        return None
    groups = _groups(cells, body)
    years = {tuple(cells[i][1] for i in group) for group in groups}
    named = [[i for i in group if cells[i][0]] for group in groups]
    begun = all(
        found and found[0] == group[0] and found[-1] in group[:LONGEST]
        for found, group in zip(named, groups, strict=True)
    )
    several = any(len(found) > 1 for found in named)
    short = all(len(found) <= min(LONGEST, len(groups[0]) - 1) for found in named)
    if (
        len(years) != 1
        or len(groups) < 2
        or len(groups[0]) < FEWEST
        or not (begun and several and short)
    ):
        return None
    made = [list(row) for row in cells]
    for found, group in zip(named, groups, strict=True):
        name = " ".join(cells[i][0] for i in found)
        for i in group:
            made[i][0] = name
    return made


def _is_year(row: Sequence[str]) -> bool:
    """Whether a row has a period in its second cell, and before it words or nothing."""
    return len(row) > 1 and period_of(row[1]) is not None and not is_number(row[0])


def _groups(cells: Cells, body: Sequence[int]) -> list[list[int]]:
    """Return the rows between which the periods begin anew."""
    groups: list[list[int]] = []
    seen: set[str] = set()
    for i in body:
        if not groups or cells[i][1] in seen:
            groups.append([])
            seen = set()
        groups[-1].append(i)
        seen.add(cells[i][1])
    return groups
