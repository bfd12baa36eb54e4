"""A number and the interval it may truly lie in; every operation rounds outward.

The parts are floats, or narwhals expressions that stand for whole columns: a formula written
with the operators of this class is written once, for one number and for a panel.

References
----------
R. E. Moore, *Interval Analysis* (1966), chapter 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nextafter
from typing import Any

# A float, or a narwhals expression; None is an end that is open or not known.
Number = Any
ULP = (
    2.0**-52
)  # relative step of a float, taken twice on a column, where nextafter is not to be had


@dataclass(frozen=True, slots=True)
class Interval:
    """Value with lowest and highest true value; None (null in a column): open or not known.

    >>> gap = Interval(6.2, 6.15, 6.25) - Interval(4.9, 4.85, 4.95)
    >>> round(gap.value, 9), round(gap.low, 9), round(gap.high, 9)
    (1.3, 1.2, 1.4)
    """

    value: Number
    low: Number = None
    high: Number = None

    def __add__(self, other: Interval | Number) -> Interval:
        o = as_interval(other)
        return Interval(
            self.value + o.value, _down(_sum(self.low, o.low)), _up(_sum(self.high, o.high))
        )

    def __neg__(self) -> Interval:
        return Interval(-self.value, _minus(self.high), _minus(self.low))

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -as_interval(other)

    def __mul__(self, other: Interval | Number) -> Interval:
        o = as_interval(other)
        low, high = _corners(self, o)
        return Interval(self.value * o.value, _down(low), _up(high))

    def __truediv__(self, other: Interval | Number) -> Interval:
        """Divide; a divisor whose interval holds 0 leaves both ends open.

        Raises
        ------
        ZeroDivisionError
            When a single divisor is 0: the caller guards first.
        """
        o = as_interval(other)
        inverse = _inverse(o)
        low, high = _corners(self, inverse)
        return Interval(self.value / o.value, _down(low), _up(high))

    def __pow__(self, power: Number) -> Interval:
        """Raise a positive number to a power (of one sign over a whole column)."""
        low, high = _power(self.low, power), _power(self.high, power)
        if isinstance(power, int | float) and power < 0:
            low, high = high, low
        return Interval(self.value**power, _down(low), _up(high))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Interval:
        return as_interval(other) - self

    def __rtruediv__(self, other: Number) -> Interval:
        return as_interval(other) / self

    def contains(self, number: float) -> bool:
        """Return whether a number lies inside the closed interval; an open end holds all."""
        return bool(
            (self.low is None or self.low <= number) and (self.high is None or number <= self.high)
        )


def as_interval(number: Interval | Number) -> Interval:
    """Return an exact number as an interval of no width."""
    return number if isinstance(number, Interval) else Interval(number, number, number)


def _single(*ends: Number) -> bool:
    """Whether all are plain numbers (or missing), not columns."""
    return all(end is None or isinstance(end, int | float) for end in ends)


def _inverse(o: Interval) -> Interval:
    if o.low is None or o.high is None:
        return Interval(1 / o.value)
    if _single(o.low, o.high):
        if o.low <= 0 <= o.high:
            return Interval(1 / o.value)
        return Interval(1 / o.value, _down(1 / o.high), _up(1 / o.low))
    import narwhals as nw

    safe = (o.low > 0) | (o.high < 0)
    return Interval(
        1 / o.value,
        _down(nw.when(safe).then(1 / o.high)),
        _up(nw.when(safe).then(1 / o.low)),
    )


def _corners(a: Interval, b: Interval) -> tuple[Number, Number]:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None, None
    ends = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
    if _single(*ends):
        return min(ends), max(ends)
    import narwhals as nw

    known = ~(ends[0] + ends[1] + ends[2] + ends[3]).is_null()
    return (
        nw.when(known).then(nw.min_horizontal(*ends)),
        nw.when(known).then(nw.max_horizontal(*ends)),
    )


def _power(end: Number, power: Number) -> Number:
    if end is None:
        return None
    if _single(end, power):
        return None if end < 0 else end**power
    import narwhals as nw

    return nw.when(end >= 0).then(end) ** power


def _sum(a: Number, b: Number) -> Number:
    return None if a is None or b is None else a + b


def _minus(a: Number) -> Number:
    return None if a is None else -a


def _down(end: Number) -> Number:
    if end is None:
        return None
    return nextafter(end, -inf) if _single(end) else end - end.abs() * 2 * ULP


def _up(end: Number) -> Number:
    if end is None:
        return None
    return nextafter(end, inf) if _single(end) else end + end.abs() * 2 * ULP
