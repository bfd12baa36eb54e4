"""Months down and years of accounts across: July under 2018-19 is of 2018, January is of 2019."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

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
