"""Average growth from all years, not only the ends: least squares, or exponential."""

from __future__ import annotations

from math import exp, fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def least_squares_growth(levels: Mapping[int, float]) -> float:
    """Return `(e^b − 1) × 100` with b from `ln X = a + b t`, in per cent a year.

    Parameters
    ----------
    levels : mapping of year to level
        Positive levels, two years at least; missing years do no harm.

    Raises
    ------
    ValueError
        With fewer than two years, or a level that is not positive.

    References
    ----------
    World Bank, *World Development Indicators*, Statistical methods: least-squares growth rate.

    >>> round(least_squares_growth({2000: 100.0, 2001: 110.0, 2002: 121.0}), 9)
    10.0
    """
    _check(levels)
    years = list(levels)
    logs = [log(levels[t]) for t in years]
    mean_t, mean_y = fsum(years) / len(years), fsum(logs) / len(logs)
    slope = fsum((t - mean_t) * (y - mean_y) for t, y in zip(years, logs, strict=True)) / fsum(
        (t - mean_t) ** 2 for t in years
    )
    return (exp(slope) - 1) * 100


def exponential_growth(levels: Mapping[int, float]) -> float:
    """Return `100 × ln(X_n / X_0) / n`, the continuous rate between the ends, in per cent.

    References
    ----------
    World Bank, *World Development Indicators*, Statistical methods: exponential growth rate.

    >>> round(exponential_growth({2000: 100.0, 2010: 200.0}), 4)
    6.9315
    """
    _check(levels)
    first, last = min(levels), max(levels)
    return 100 * log(levels[last] / levels[first]) / (last - first)


def _check(levels: Mapping[int, float]) -> None:
    if len(levels) < 2 or min(levels.values()) <= 0:
        raise ValueError("a trend needs two years at least, and positive levels")
