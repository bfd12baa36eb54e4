"""A line above the header that says something of the whole table, though it has more cells than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.titles import TITLE
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 3  # columns that the header below names
PERIODS = 2  # and periods among them
PAIRED = ("indicator", "unit")


def says_of_all(cells: Sequence[Sequence[str]], row: int, figures: int) -> bool:
    """Whether a row above a header that names several columns says something of the whole table.

    It is the last of two or more that have a word and, in one column, what it is in all of the table; or it has a title and, in
    the next cell, the unit; or nothing but a unit, at the right end of what has periods below.

    >>> header = ["District", "Sold", "Kept", "Lost"]
    >>> says_of_all([["Milk by district", "Unit: tonnes", "", ""], header, ["Ost", "1", "2", "3"]], 0, 2)
    True
    >>> says_of_all([["", "Unit: tonnes", "", ""], header, ["Ost", "1", "2", "3"]], 0, 2)
    False
    >>> header = ["District", "2019", "2020", "2021", "2022"]
    >>> says_of_all([["", "", "", "tonnes, at end of year", ""], header, ["Ost", "1", "2", "3", "4"]], 0, 2)
    True
    """
    if _is_pair_over_periods(cells[row], cells[row + 1]):
        return True
    wide = max((sum(map(bool, cells[i])) for i in range(row + 1, figures)), default=0)
    if wide <= FEWEST:
        return False
    if _is_unit_at_the_right(cells[row], cells[row + 1]):
        return True
    found = [
        [c for c, text in enumerate(cells[i]) if text] for i in range(max(row - 1, 0), row + 1)
    ]
    if found[-1] == [0, 1] and TITLE.match(cells[row][1]) and not cells[row][1].endswith(":"):
        return True
    pairs = len(found) == 2 and all(len(f) == 2 and f[0] == 0 for f in found)
    return pairs and found[0] == found[1]


def _is_pair_over_periods(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row has a word for what is counted, or its unit, and what that is, over a header of several periods.

    >>> _is_pair_over_periods(["Unit", "kt", ""], ["Region", "2019", "2020"]), _is_pair_over_periods(["Unit", "kt"], ["Year", "Tea"])
    (True, False)
    """
    own = [c for c, text in enumerate(row) if text]
    periods = sum(period_of(text) is not None for text in below[1:])
    pair = own == [0, 1] and role_of(row[0]) in PAIRED and period_of(row[1]) is None
    return pair and periods >= PERIODS and bool(below[0])


def _is_unit_at_the_right(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether one text, of one or two cells as it was merged, begins with a unit and stands over the last of several periods."""
    own = [c for c, text in enumerate(row) if text]
    periods = [c for c, text in enumerate(below) if period_of(text) is not None]
    if not own or len(periods) <= FEWEST or len({row[c] for c in own}) > 1:
        return False
    return own[0] in periods[-2:] and is_unit(row[own[0]].split(",")[0].strip())
