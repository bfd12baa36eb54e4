"""A word for years or months that end on the days beside or below it: Year ended, 31 March 2021; 12 months to, Mar 2021."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.recognising.dates import is_date, periods_of_dates, periods_of_run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.period import Period

    Cells = Sequence[Sequence[str]]

ABOVE, STUBS = 20, 3  # lines that may be the header, columns at the left that may hold the word
LEAD = re.compile(
    r"(?P<long>(?:(?:fiscal|financial) )?year|(?:3|6|9|12|three|six|nine|twelve) months) (?:ended|ending|to)\W*",
    re.IGNORECASE,
)
NAMES = "January February March April May June July August September October November December"
MONTHS = NAMES.split()
FLAG = re.compile(r"(?<=\d)[pr]$")  # Jun 19p
STATUS = {"": "", "p": " (provisional)", "r": " (revised)"}
FEWEST = 2  # days that make a run


def with_years_ended(cells: Cells) -> Cells:
    """Write before each day what the word in the corner says of it, where those beside it, or below it, are days or months.

    >>> with_years_ended([["Year ended", "31 Mar 2021", "31 Mar 2022"], ["Tea", "5", "6"]])[0]
    ['Year ended', 'year to March 2021', 'year to March 2022']
    >>> with_years_ended([["12 months to", "Tea"], ["Mar 2021", "5"], ["Mar 2022", "6"]])[1:]
    [['12 months to March 2021', '5'], ['12 months to March 2022', '6']]
    >>> with_years_ended([["Year ending", "Tea"], ["Dec 21", "5"], ["Mar 22", "6"], ["Jun 22", "7"]])[1:3]
    [['year to December 2021', '5'], ['year to March 2022', '6']]
    """
    heads = [
        (i, c, found["long"])
        for i, row in enumerate(cells[:ABOVE])
        for c, text in enumerate(row[:STUBS])
        if (found := LEAD.fullmatch(text))
    ]
    if len(heads) != 1:
        return cells
    ((i, c, long),) = heads
    beside = {(i, k): text for k, text in enumerate(cells[i]) if k > c and text}
    rows = range(i + 1, len(cells))
    below = {(k, c): cells[k][c] for k in rows if c < len(cells[k]) and cells[k][c]}
    told = _ends(beside) or _ends(below)
    if not told:
        return cells
    lead = "year" if long.casefold().endswith("year") else long
    made = [list(row) for row in cells]
    made[i][c] = cells[i][c].rstrip(" :")  # with a colon it would be a line about the table
    for (row, column), month in told.items():
        made[row][column] = f"{lead} to {month}"
    return made


def _ends(cells: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Return the month of each cell of a run, with its year; empty where fewer than two, or not the first of them, is one."""
    bare = {at: FLAG.sub("", text) for at, text in cells.items()}
    run = periods_of_run(bare.values())  # Dec 11, Mar 12: of two digits of their years
    found = {
        at: month + STATUS[cells[at][len(text) :]]
        for at, text in bare.items()
        if (month := _month(text, run))
    }
    first = next(iter(cells), None)
    return found if len(found) >= FEWEST and first in found else {}


def _month(text: str, run: Mapping[str, Period]) -> str:
    days = periods_of_dates([text]) if is_date(text) else {}
    period = days.get(text) or period_of(text) or run.get(text)
    if period is None or period.freq is not Freq.MONTH:
        return ""
    return f"{MONTHS[period.sub - 1]} {period.year}"
