"""Prices out of values: implicit deflators, and real growth from nominal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.calc.interval import Interval, Number

F = TypeVar("F")


def implicit_deflator(nominal: Interval, real: Interval) -> Interval:
    """Return `nominal / real × 100`, the price level with the base year of `real` at 100.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 8.

    China 2019 (NBS, at the prices of 2015):

    >>> from cpstats.calc.interval import Interval
    >>> round(implicit_deflator(Interval(990865.1), Interval(891646.1)).value, 2)
    111.13
    """
    return nominal / real * 100


def real_growth(nominal: Interval, deflator: Interval) -> Interval:
    """Return `((1 + nominal) / (1 + price growth) − 1) × 100`; never the difference of the two.

    Parameters
    ----------
    nominal, deflator : Interval
        Growth of the value and of its price in per cent: GDP by the GDP deflator, income by the
        consumer price index; the caller names which.

    References
    ----------
    China Statistical Yearbook, notes on income: 实际增长 = (1 + 名义增长) / (1 + CPI) − 1.

    >>> from cpstats.calc.interval import Interval
    >>> round(real_growth(Interval(5.4), Interval(0.3)).value, 3)
    5.085
    """
    return ((nominal / 100 + 1) / (deflator / 100 + 1) - 1) * 100


def deflated_of(level: Number, price: Number) -> Number:
    """Return `level / price × 100`: the level at the prices of the year in which the index is 100."""
    return level / price * 100


def deflate(
    frame: F,
    *,
    by: Sequence[str],
    prices: str,
    base: str | int,
    time: str = "time_period",
    value: str = "obs_value",
    decimals: int | None = None,
) -> F:
    """Add each level at the prices of one year, by the price index beside it (按基年价格).

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; levels at current prices.
    prices : str
        The column of the price index: of any base, one for the whole series, taken as it is printed.
    base : str or int
        The period whose prices are taken; each series has a row of it.

    Returns
    -------
    frame of the kind that was given
        With `value` (at the prices of the base), `low`, `high`, `reason`.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 8 (price deflation).

    Examples
    --------
    Disposable income a head in Beijing, and consumer prices that rose by 0.4 per cent (communiqué for
    2023, which prints real growth of 5.2):

    >>> import pandas as pd
    >>> t = pd.DataFrame({"x": "Beijing", "time_period": ["2022", "2023"],
    ...                   "obs_value": [77415.0, 81752.0], "prices": [100.0, 100.4]})
    >>> made = deflate(t, by=["x"], prices="prices", base=2022).value
    >>> float(round((made[1] / made[0] - 1) * 100, 1))
    5.2
    """
    import narwhals as nw

    from cpstats.calc.panel import Column, Panel, at_corners, growth_reason

    panel = Panel.of(frame, by=by, time=time, value=value, decimals=decimals, needs=[prices])
    index = nw.col(prices).cast(nw.Float64).fill_nan(None)
    panel = panel.with_number("p", Column(index, index, index)).at("base", base, of="p")
    now, price, start = panel.number(), panel.number("p"), panel.number("base")
    reason = (
        nw.when(now.value.is_null() | price.value.is_null())
        .then(nw.lit("missing_current"))
        .otherwise(growth_reason(price, start))
    )
    reason = (
        nw.when(reason.is_null() & (price.value <= 0))
        .then(nw.lit("base_nonpositive"))
        .otherwise(reason)
    )
    result = at_corners(
        lambda x, p, b: deflated_of(x, p) * b / 100, now, price, start, divisors=(1, 2)
    )
    made: F = panel.finish(result, reason)
    return made
