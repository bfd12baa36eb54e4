"""Elasticity: how many per cent one thing grows for each per cent of another (弹性系数)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.calc.interval import Interval

SMALL = 0.5  # per cent: growth below it makes the quotient meaningless


def elasticity(of: Interval, to: Interval, *, small: float = SMALL) -> Interval | None:
    """Return `g_of / g_to`, or None where it says nothing (不可比).

    Parameters
    ----------
    of, to : Interval
        Growth of both in per cent, of one period and both real.
    small : float
        Growth of the denominator below this many per cent gives no answer.

    References
    ----------
    China Statistical Yearbook, notes on energy: 能源消费弹性系数.

    >>> from cpstats.calc.interval import Interval
    >>> elasticity(Interval(2.6), Interval(5.2)).value, elasticity(Interval(-1.0), Interval(5.2))
    (0.5, None)
    """
    if abs(to.value) < small or of.value * to.value < 0:
        return None
    return of / to
