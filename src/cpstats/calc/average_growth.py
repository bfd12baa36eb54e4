"""Average growth a year (水平法): the constant rate that leads from the base to the end."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Interval, Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def average_of(base: Number, end: Number, n: Number) -> Number:
    """Return `((end / base)^(1/n) − 1) × 100`, in per cent a year; both levels are positive."""
    return ((end / base) ** (1 / n) - 1) * 100


def average_of_rates(rates: Sequence[Interval]) -> Interval:
    """Return the geometric mean of yearly growth rates, in per cent a year.

    The arithmetic mean is never taken: of 2.2 and 8.1 it is 5.15, the right average 5.11.

    >>> from cpstats.calc.interval import Interval
    >>> found = average_of_rates([Interval(2.2, 2.15, 2.25), Interval(8.1, 8.05, 8.15)])
    >>> round(found.value, 4), round(found.low, 2), round(found.high, 2)
    (5.1086, 5.06, 5.16)
    """
    factors = [rate / 100 + 1 for rate in rates]
    product = reduce(lambda a, b: a * b, factors)
    return (product ** (1 / len(factors)) - 1) * 100


def average_growth(
    frame: F,
    *,
    by: Sequence[str],
    start: str | int,
    **layout: Unpack[Layout],
) -> F:
    """Add, to every row after the base period, the average growth a year since then, in per cent.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; levels of one release and one price basis.
    start : str or int
        The base period, itself no period of growth: 2020 for the years 2021–2025.

    Returns
    -------
    frame of the kind that was given
        With `n` (years since the base), `value` (per cent a year), `low, high, reason`.
        Years in between need not be there.

    References
    ----------
    Sichuan Statistical Yearbook 2008, notes on main indicators: 水平法, the base period is not
    among the years an average is named by; UN ESCAP, *Stats Brief* 7 (2015).

    Examples
    --------
    China, 1978 = 100 (NBS): 3929.2 in 2019 is 9.3668 a year over 41 years:

    >>> import pandas as pd
    >>> index = pd.DataFrame(
    ...     {"x": "CN", "time_period": ["1978", "2019"], "obs_value": [100.0, 3929.2]}
    ... )
    >>> average_growth(index, by=["x"], start=1978).value.round(4).tolist()
    [nan, 9.3668]
    """
    import narwhals as nw

    from cpstats.calc.moments import PER_YEAR, TIME, moment
    from cpstats.calc.panel import Panel, at_corners
    from cpstats.calc.reasons import growth_why

    panel = Panel.of(frame, by=by, **layout)
    panel = panel.at("base", start)
    first = moment(start).ordinal
    steps = (nw.col(TIME) - first) / nw.col(PER_YEAR)
    panel = panel.with_columns(n=nw.when(steps > 0).then(steps))
    now, base = panel.number(), panel.number("base")
    why = growth_why(now, base).before(
        (nw.col("n").is_null(), "too_few"), (now.value <= 0, "base_nonpositive")
    )
    result = at_corners(lambda a, b: average_of(a, b, nw.col("n")), base, now, divisors=(0, 1))
    made: F = panel.finish(result, why)
    return made
