"""Average growth a year (水平法): the constant rate that leads from the base to the end."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.calc.interval import Interval


def average(base: Interval, end: Interval, n: float) -> Interval:
    """Return `((end / base)^(1/n) − 1) × 100`, in per cent; both levels are positive."""
    return ((end / base) ** (1 / n) - 1) * 100


def average_of_rates(rates: Sequence[Interval]) -> Interval:
    """Return the geometric mean of yearly growth rates, in per cent.

    >>> round(average_of_rates([Interval(8.5), Interval(.7), Interval(5.2), Interval(5.2)]).value, 3)
    4.863
    """
    factors = [rate / 100 + 1 for rate in rates]
    product = reduce(lambda a, b: a * b, factors)
    return (product ** (1 / len(factors)) - 1) * 100
