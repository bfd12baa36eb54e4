"""A line of codes of countries below their names over the columns: Norway, Peru over NOR, PER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.place_names import are_country_codes, is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # names, and codes below them
MOST = 0.8  # of the names that are known


def with_codes_under_places(cells: Cells, first: int) -> list[list[str]] | None:
    """Write the names of countries over the columns in the stead of their codes in the line below, with its first word.

    What stands in the corner above, GDP per head, stays as a line of its own. None where no such codes are.

    >>> table = [["GDP", "Norway", "Peru", "Chile"], ["year", "NOR", "PER", "CHL"], ["2020", "5", "6", "7"]]
    >>> with_codes_under_places(table, 2)[:2]
    [['GDP', '', '', ''], ['year', 'Norway', 'Peru', 'Chile']]
    >>> with_codes_under_places([["", "Oil", "Gas", "Coal"], ["year", "NOR", "PER", "CHL"], table[2]], 2)
    """
    if first < 2:
        return None
    names, codes = cells[first - 2], cells[first - 1]
    own = [c for c, text in enumerate(codes) if text and c]
    over = [names[c] if c < len(names) else "" for c in own]
    if len(own) < FEWEST or not all(over) or len({*over}) < len(over):
        return None
    coded = are_country_codes([codes[c] for c in own])
    known = sum(map(is_place, over))
    if not coded or known < MOST * len(over) or sum(map(bool, names[1:])) > len(own):
        return None
    made = [list(row) for row in cells]
    made[first - 2] = [names[0], *("" for _ in names[1:])]
    made[first - 1] = [codes[0], *("" for _ in codes[1:])]
    for c, name in zip(own, over, strict=True):
        made[first - 1][c] = name
    return made
