"""A year that is written with its first quarter or month only: 2022 Q1, Q2, Q3, Q4, 2023 Q1, down a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period
from cpstats.store.cells import is_number, period_of
from cpstats.store.frequencies import part_of_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # lines
CODE = re.compile(r"(?P<kind>[QH]?)(?P<number>\d{1,2})")
KINDS = {"Q": Freq.QUARTER, "H": Freq.HALF, "": Freq.MONTH}


def with_years_carried(cells: Cells, first: int) -> list[list[str]] | None:
    """Give the quarters or months of a first column that stand in their order below one with its year that year too.

    >>> rows = [["", "Beds"], ["2022 Q3", "7"], ["Q4", "8"], ["2023 Q1", "9"], ["Q2", "8"]]
    >>> [row[0] for row in with_years_carried(rows, 1)]
    ['', '2022 Q3', '2022-Q4', '2023 Q1', '2023-Q2']
    >>> with_years_carried([["", "Beds"], ["2022 Q3", "7"], ["Q3", "8"], ["Q4", "8"]], 1)
    """
    texts = {i: row[0] for i, row in enumerate(cells) if i >= first and row and row[0]}
    made: dict[int, str] = {}
    last: Period | None = None
    many = 0  # no more lines are looked at than tell
    for i in (i for i in texts if any(map(is_number, cells[i][1:]))):
        many += 1
        if many == 1 and part_of_year(texts[i]):
            return None
        period = period_of(texts[i])
        if period is None:
            period = _next(last, part_of_year(texts[i]))
            if period is None:
                return None
            made[i] = str(period)
        elif period.freq not in KINDS.values():
            return None
        last = period
    return (
        [[made.get(i, row[0]), *row[1:]] if row else [] for i, row in enumerate(cells)]
        if made and many >= FEWEST
        else None
    )


def _next(last: Period | None, part: str) -> Period | None:
    """Return the period right behind another one, of its year and kind, where a part of a year names it; else None."""
    found = CODE.fullmatch(part)
    if last is None or found is None:
        return None
    freq, sub = KINDS[found["kind"]], int(found["number"])
    return Period(freq, last.year, sub) if (freq, sub) == (last.freq, last.sub + 1) else None
