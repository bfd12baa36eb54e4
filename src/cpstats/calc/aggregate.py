"""Several places as one: sums with coverage, weighted rates, figures per head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.calc.interval import Interval

MISSING_WEIGHT = 1 / 3  # of the weight may be missing; beyond it there is no aggregate


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A sum or a mean, and how many of how many parts are in it."""

    number: Interval | None
    have: int
    parts: int
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether no part is missing."""
        return not self.missing


def total(parts: Mapping[str, Interval | None], *, partial: bool = False) -> Aggregate:
    """Return the sum over places; empty where one is missing, unless `partial` states coverage.

    >>> from cpstats.calc.interval import Interval
    >>> total({"a": Interval(1.0), "b": None}).number is None
    True
    """
    have = {name: x for name, x in parts.items() if x is not None}
    missing = tuple(name for name, x in parts.items() if x is None)
    number: Interval | None = None
    if have and (partial or not missing):
        found = list(have.values())
        number = found[0]
        for x in found[1:]:
            number += x
    return Aggregate(number, len(have), len(parts), missing)


def weighted_rate(rates: Mapping[str, Interval | None], weights: Mapping[str, float]) -> Aggregate:
    """Return the mean of growth rates with the levels of the year before as weights.

    Parameters
    ----------
    rates : mapping of place to Interval or None
        Growth in per cent; None where it is not known.
    weights : mapping of place to float
        Levels of the previous year; a place without a weight counts as missing.

    Returns
    -------
    Aggregate
        Empty when more than a third of the weight is missing.

    References
    ----------
    World Bank, *World Development Indicators*, Statistical methods: aggregates are not calculated
    when more than a third of the weight is missing.

    >>> from cpstats.calc.interval import Interval
    >>> found = weighted_rate({"a": Interval(10.0), "b": Interval(0.0)}, {"a": 1.0, "b": 3.0})
    >>> found.number.value
    2.5
    """
    have = {n: x for n, x in rates.items() if x is not None and weights.get(n, 0) > 0}
    missing = tuple(name for name in rates if name not in have)
    known = sum(weights[name] for name in have)
    whole = sum(weights.get(name, 0.0) for name in rates)
    number: Interval | None = None
    unweighted = any(name not in weights for name in missing)
    if have and not unweighted and whole - known <= whole * MISSING_WEIGHT:
        for name, rate in have.items():
            part = rate * (weights[name] / known)
            number = part if number is None else number + part
    return Aggregate(number, len(have), len(rates), missing)


def per_head(total: Interval, before: Interval, end: Interval) -> Interval:
    """Return a flow per head: over the mean of the populations at the ends of two years.

    Parameters
    ----------
    total : Interval
        The flow of the year.
    before, end : Interval
        Population at the end of the year before and of the year.

    References
    ----------
    National Bureau of Statistics: GDP per head uses the year's mean population (年平均人口).

    China 2022 (NBS: 1234029.4 亿元; 141260 and 141175 万人; published 87385 yuan):

    >>> from cpstats.calc.interval import Interval
    >>> found = per_head(Interval(1234029.4), Interval(141260.0), Interval(141175.0))
    >>> round(found.value * 10_000)
    87385
    """
    return total / ((before + end) / 2)
