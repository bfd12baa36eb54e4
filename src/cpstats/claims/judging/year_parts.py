"""The parts of a year that a number may be of where only its year is known."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.terms.periods import code_of, months_of, period_of
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from cpstats.model.period import Period


@lru_cache(maxsize=256)
def parts_of(year: int) -> tuple[Period, ...]:
    """Return a year and its parts that releases speak of: quarters, months from January on.

    >>> [str(part) for part in parts_of(2024)][:6]
    ['2024', '2024-Q1', '2024-H1', '2024-01/2024-09', '2024-Q2', '2024-Q3']
    """
    ends = ((1, 12), (1, 3), (1, 6), (1, 9), (4, 6), (7, 9), (10, 12))
    codes = [
        code_of(year, *months) for months in (*ends, *((1, n) for n in (2, 4, 5, 7, 8, 10, 11)))
    ]
    return tuple(p for code in codes if (p := period_of(code)) is not None)


def cumulated(period: Period) -> list[Period]:
    """Return the months of the year up to the end of a month or quarter."""
    month = period.last_day.month
    if period.freq not in (Freq.MONTH, Freq.QUARTER) or month == period.months:
        return []
    found = period_of(months_of(period.year, 1, month).code or "")
    return [found] if found is not None else []
