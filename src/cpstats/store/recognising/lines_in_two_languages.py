"""Lines over groups of rows that stand at both ends of a table, in two languages: Typ domu, …, Type of house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import is_number
from cpstats.store.recognising.extent import NOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 2  # lines over groups
NARROWEST = 4  # columns
MOST = 0.9  # of the lines of figures that have words at both ends


def without_second_language(cells: Cells, first: int) -> list[list[str]] | None:
    """Take from lines without a figure what stands in the last column, where words stand at both ends of all others.

    The first word is then alone, as a line over a group is. None where the last column holds no words, or no such lines stand.

    >>> rows = [["", "2020", "2021", ""], ["Dům:", "", "", "House:"], ["velký", "5", "6", "large"], ["malý", "7", "8", "small"]]
    >>> rows += [["Byt:", "", "", "Flat:"], ["velký", "3", "4", "large"], ["malý", "1", "2", "small"]]
    >>> [row[3] for row in without_second_language(rows, 2)]
    ['', '', 'large', 'small', '', 'large', 'small']
    >>> without_second_language([["", "2020", "2021"], ["Dům", "5", "6"], ["Byt", "7", "8"]], 1)
    """
    width = max((len(row) for row in cells[first:]), default=0)
    if width < NARROWEST:
        return None
    start = max(first - 1, 0)
    over = [
        i
        for i, row in enumerate(cells[start:], start)
        if len(row) == width and not any(row[1:-1]) and _are_words(row[0], row[-1])
    ]
    if len(over) < FEWEST or any(NOTE.match(cells[i][0]) for i in over):
        return None
    if not _have_words(cells[first:], width):
        return None
    made = [list(row) for row in cells]
    for i in over:
        made[i][-1] = ""
    return made


def _have_words(rows: Cells, width: int) -> bool:
    """Whether most of the lines of figures have words at both ends; no more are looked at than tell.

    >>> _have_words([["Byt", "1", "2", "Flat"], ["Byt", "", "", ""]], 4), _have_words([["Byt", "1", "2", "3"]], 4)
    (True, False)
    """
    worded, others, most = 0, 0, (1 - MOST) * len(rows) + 1
    for row in rows:
        if len(row) == width and any(map(is_number, row[1:-1])):
            if _are_words(row[0], row[-1]):
                worded += 1
            else:
                others += 1
                if others > most:
                    return False
    return worded > 0 and worded >= MOST * (worded + others)


def _are_words(one: str, other: str) -> bool:
    """Whether two cells are words, and not the same ones."""
    return bool(one and other) and one != other and not (is_number(one) or is_number(other))
