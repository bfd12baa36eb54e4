"""Targets: the growth that is needed, how far one has come, and what is left to do."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from cpstats.calc.average_growth import average_of
from cpstats.calc.interval import Interval, as_interval

if TYPE_CHECKING:
    from collections.abc import Sequence


def required_growth(now: Interval, goal: Interval, years: float) -> Interval:
    """Return `((T / X)^(1/m) − 1) × 100`, the growth a year that reaches the goal in m years.

    Raises
    ------
    ValueError
        When no year is left, or a level is not positive.

    References
    ----------
    State Council outlines of five-year plans: 到2035年…翻一番.

    Twice the level of 2020 by 2035:

    >>> round(required_growth(Interval(1.0), Interval(2.0), 15).value, 3)
    4.729
    """
    if years <= 0 or now.value <= 0 or goal.value <= 0:
        raise ValueError("a goal needs positive levels and years to reach it in")
    return as_interval(average_of(now, goal, years))


def progress(start: Interval, now: Interval, goal: Interval) -> Interval:
    """Return `(X_now − X_0) / (T − X_0) × 100`, per cent of the way.

    Raises
    ------
    ValueError
        When the goal is where one started.
    """
    way = goal - start
    if way.value == 0:
        raise ValueError("the goal is where it started")
    return (now - start) / way * 100


def times_doubled(times: int) -> float:
    """Return the multiple of 翻 n 番: once is 2, twice 4, three times 8."""
    return float(2**times)


def still_required(goal: float, years: int, achieved: Sequence[Interval]) -> Interval:
    """Return the growth a year the remaining years need for an average goal.

    `((1 + g*)^N / Π(1 + g_k))^(1/(N−k)) − 1`, in per cent.

    Parameters
    ----------
    goal : float
        The average growth a year aimed at, per cent.
    years : int
        N, how many years the goal spans.
    achieved : sequence of Interval
        Growth of the years that are over, per cent.

    Raises
    ------
    ValueError
        When no year is left.

    >>> round(still_required(5.0, 5, [Interval(8.5), Interval(0.7), Interval(5.2)]).value, 3)
    5.375
    """
    left = years - len(achieved)
    if left <= 0:
        raise ValueError("no year is left")
    whole = as_interval((1 + goal / 100) ** years)
    done = reduce(lambda a, g: a * (g / 100 + 1), achieved, as_interval(1.0))
    return ((whole / done) ** (1 / left) - 1) * 100
