"""Labels over columns as they are printed: broken over two lines inside a bracket, periods with a star behind them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

STARS = re.compile(r"\s*\*{1,3}$")
FEWEST = 3  # periods of a row


def with_brackets_closed(cells: Cells, first: int) -> list[list[str]] | None:
    """Put a label whose bracket is closed in the cell below it there; None where there is none.

    >>> with_brackets_closed([["", "(millions of"], ["Land", "US dollars)"], ["Ost", "5"]], 2)
    [['', ''], ['Land', '(millions of US dollars)'], ['Ost', '5']]
    """
    made = [list(row) for row in cells[:first]]
    joined = False
    for upper, lower in pairwise(made):
        for c, text in enumerate(upper[: len(lower)]):
            if _open(text) > 0 > _open(lower[c]):
                upper[c], lower[c] = "", f"{text} {lower[c]}"
                joined = True
    longest = max((len(filled(row)) for row in cells[first:]), default=0)
    for i, row in enumerate(made):
        if (torn := len(filled(row)) - longest) > 0 and len(closed := _closed(row)) == len(
            row
        ) - torn:
            made[i], joined = closed, True
    return [*made, *map(list, cells[first:])] if joined else None


def _closed(row: Sequence[str]) -> list[str]:
    """Return a row whose cells that a comma inside a bracket tore apart are one each.

    >>> _closed(["Land", "Income (PPS", "EU=100)", "Year"])
    ['Land', 'Income (PPS, EU=100)', 'Year']
    """
    made: list[str] = []
    for text in row:
        if made and _open(made[-1]) > 0 > _open(text):
            made[-1] = f"{made[-1]}, {text}"
        else:
            made.append(text)
    return made


def _open(text: str) -> int:
    """Return how many brackets are opened and not closed; below 0 where more are closed."""
    return text.count("(") - text.count(")") + text.count("（") - text.count("）")


def without_stars(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the stars of footnotes from periods and days of a row of them; None where there are none.

    >>> without_stars([["", "2019", "2020", "2021**"], ["Ost", "5", "6", "7*"]], 1)
    [['', '2019', '2020', '2021'], ['Ost', '5', '6', '7*']]
    """
    for i, row in enumerate(cells[: first + 1]):
        bare = [STARS.sub("", text) for text in row]
        when = [c for c, text in enumerate(bare) if text and (period_of(text) or is_date(text))]
        changed = [c for c in when if bare[c] != row[c]]
        if changed and len(when) >= max(FEWEST, len([t for t in row if t]) - 1):
            made = [bare[c] if c in changed else text for c, text in enumerate(row)]
            return [made if n == i else list(other) for n, other in enumerate(cells)]
    return None
