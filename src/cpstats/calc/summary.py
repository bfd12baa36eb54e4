"""What many numbers are like: count, mean, median, percentiles; with the interval of each.

    mean          = Σ w x / Σ w              (w = 1: plain)
    percentile p  = x[h] + (h − ⌊h⌋)(x[⌊h⌋+1] − x[h]),  h = (n − 1) p/100 counted from 0, x sorted

The percentile is number 7 of Hyndman and Fan, the one of R, NumPy and spreadsheets
(`PERCENTILE.INC`); the median is percentile 50. All of them grow with each number, so that the
lowest true values give the lowest true result and the highest the highest.

A mean of rates without weights is no rate of the whole: each rate is weighted by the level it
grew from, `Σ level_before × rate / Σ level_before`.

References
----------
R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50
(1996), 361–365.
"""

from __future__ import annotations

from math import floor, fsum, inf, nextafter
from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def mean(numbers: Sequence[Interval], weights: Sequence[float] = ()) -> Interval:
    """Return the mean of some numbers, weighted where there are weights.

    Raises
    ------
    ValueError
        When there is no number, or the weights are not positive together.

    >>> mean([Interval(2.0), Interval(5.0)], [3.0, 1.0]).value
    2.75
    """
    each = [1.0] * len(numbers) if not weights else list(weights)
    total = fsum(each)
    if not numbers or total <= 0 or min(each) < 0:
        raise ValueError("no number to take the mean of, or no weight")

    def of(values: Sequence[float]) -> float:
        return fsum(w * x for w, x in zip(each, values, strict=True)) / total

    return _each_way(numbers, of)


def percentile(numbers: Sequence[Interval], percent: float) -> Interval:
    """Return a percentile, between two numbers in proportion.

    >>> percentile([Interval(x) for x in (1.0, 2.0, 3.0, 10.0)], 25).value
    1.75
    """

    def of(values: Sequence[float]) -> float:
        order = sorted(values)
        place = (len(order) - 1) * percent / 100
        low = floor(place)
        high = min(low + 1, len(order) - 1)
        return order[low] + (place - low) * (order[high] - order[low])

    return _each_way(numbers, of)


def _each_way(numbers: Sequence[Interval], of: Callable[[Sequence[float]], float]) -> Interval:
    """Return what a growing function makes of the values, the lowest and the highest true ones."""
    lows = [x.low for x in numbers if x.low is not None]
    highs = [x.high for x in numbers if x.high is not None]
    return Interval(
        of([x.value for x in numbers]),
        nextafter(of(lows), -inf) if len(lows) == len(numbers) else None,
        nextafter(of(highs), inf) if len(highs) == len(numbers) else None,
    )
