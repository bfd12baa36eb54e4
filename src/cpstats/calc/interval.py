"""A number and the interval it may truly lie in; every operation rounds outward.

A formula is written with plain operators, once: on single numbers it is given intervals, on a
panel it is given columns, at the corners of their intervals (`panel.at_corners`).

References
----------
R. E. Moore, *Interval Analysis* (1966), chapter 2.
"""

from __future__ import annotations

from math import inf, nextafter
from typing import Any

from cpstats.model.record import record

# What a formula is written for: an Interval, or a narwhals expression for a whole column.
Number = Any


@record(frozen=True, slots=True)
class Interval:
    """Value with lowest and highest true value; None: open or not known.

    >>> gap = Interval(6.2, 6.15, 6.25) - Interval(4.9, 4.85, 4.95)
    >>> round(gap.value, 9), round(gap.low, 9), round(gap.high, 9)
    (1.3, 1.2, 1.4)
    """

    value: float
    low: float | None = None
    high: float | None = None

    def __add__(self, other: Interval | float) -> Interval:
        o = as_interval(other)
        return Interval(
            self.value + o.value, _down(_sum(self.low, o.low)), _up(_sum(self.high, o.high))
        )

    def __neg__(self) -> Interval:
        return Interval(-self.value, _minus(self.high), _minus(self.low))

    def __sub__(self, other: Interval | float) -> Interval:
        o = as_interval(other)
        return Interval(
            self.value - o.value, _down(_less(self.low, o.high)), _up(_less(self.high, o.low))
        )

    def __mul__(self, other: Interval | float) -> Interval:
        o = as_interval(other)
        low, high = _corners(self, o)
        return Interval(self.value * o.value, _down(low), _up(high))

    def __truediv__(self, other: Interval | float) -> Interval:
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

    def __pow__(self, power: float) -> Interval:
        """Raise a positive number to a power."""
        nought = power < 0  # what is divided by nothing has no end
        ends = [
            None if e is None or e < 0 or (nought and e == 0) else e**power
            for e in (self.low, self.high)
        ]
        low, high = ends if power >= 0 else reversed(ends)
        return Interval(self.value**power, _down(low), _up(high))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Interval:
        return as_interval(other) - self

    def __rtruediv__(self, other: float) -> Interval:
        return as_interval(other) / self

    def contains(self, number: float) -> bool:
        """Return whether a number lies inside the closed interval; an open end holds all."""
        return (self.low is None or self.low <= number) and (
            self.high is None or number <= self.high
        )


def as_interval(number: Interval | float) -> Interval:
    """Return an exact number as an interval of no width."""
    return number if isinstance(number, Interval) else Interval(number, number, number)


def _inverse(o: Interval) -> Interval:
    if o.low is None or o.high is None or o.low <= 0 <= o.high:
        return Interval(1 / o.value)
    return Interval(1 / o.value, _down(1 / o.high), _up(1 / o.low))


def _corners(a: Interval, b: Interval) -> tuple[float | None, float | None]:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None, None
    ends = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
    return min(ends), max(ends)


def _sum(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


def _less(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a - b


def _minus(a: float | None) -> float | None:
    return None if a is None else -a


def _down(end: float | None) -> float | None:
    return None if end is None else nextafter(end, -inf)


def _up(end: float | None) -> float | None:
    return None if end is None else nextafter(end, inf)
