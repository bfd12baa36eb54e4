"""Months down and years of accounts across: July under 2018-19 is of 2018, January is of 2019."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period
from cpstats.store.frequencies import part_of_year

if TYPE_CHECKING:
    from collections.abc import Iterable

LAST = 12


def first_month(parts: Iterable[str]) -> int:
    """Return the month that a year of accounts begins with, by the order of its months; 0 where that shows none.

    They follow one another, each once, and December stands before January.

    >>> first_month(["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]), first_month(["Jan", "Feb"]), first_month(["Dec"])
    (7, 0, 0)
    >>> first_month(["November", "January", "February"]), first_month(["Q1", "Q2"])
    (0, 0)
    """
    named = [part_of_year(text) for text in dict.fromkeys(parts)]
    if not all(map(str.isdecimal, named)):
        return 0
    months = [*map(int, named)]
    follow = all(b == a % LAST + 1 for a, b in pairwise(months))
    turns = any((a, b) == (LAST, 1) for a, b in pairwise(months))
    return months[0] if follow and turns and len(months) <= LAST else 0


def month_of(part: str, year: Period, first: int) -> Period | None:
    """Return the month that a word names in a year of accounts which begins with the month `first`; None where that is 0.

    >>> from cpstats.model.period import fiscal
    >>> str(month_of("July", fiscal(2018), 7)), str(month_of("January", fiscal(2018), 7)), month_of("July", fiscal(2018), 0)
    ('2018-07', '2019-01', None)
    """
    if not first:
        return None
    month = int(part_of_year(part))
    return Period(Freq.MONTH, year.year + (month < first), month)
