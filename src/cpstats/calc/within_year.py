"""Within the year: moving averages, averages over n years, and what a year carries into the next."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any, TypeVar

from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")
PERIODS, YEARS = 3, 2


def mean_of(*levels: Number) -> Number:
    """Return the mean of the levels of consecutive periods."""
    return reduce(add, levels) / len(levels)


def carry_over_of(last: Number, rest: Number, periods: Any) -> Number:
    """Return `(last / mean − 1) × 100`; `rest` is the sum of the other periods of the year.

    It is the growth of the next year's mean if every period stays where the last one was.
    """
    return (periods / (rest / last + 1) - 1) * 100


def moving_average(
    frame: F,
    *,
    by: Sequence[str],
    periods: int = PERIODS,
    **layout: Unpack[Layout],
) -> F:
    """Add the mean of each period and of those before it, as many as `periods` says.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; halves, quarters, months or years, no cumulations.
    periods : int
        How many periods, the own one included; each must have a figure.

    Returns
    -------
    frame of the kind that was given
        With `value`, `low`, `high`, `reason` (`missing_current`, `missing_base`).

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 7 (moving averages over time).

    Examples
    --------
    >>> import pandas as pd
    >>> t = pd.DataFrame({"x": "A", "time_period": ["2024-01", "2024-02", "2024-03"],
    ...                   "obs_value": [1.0, 2.0, 6.0]})
    >>> moving_average(t, by=["x"], periods=3).value.tolist()
    [nan, nan, 3.0]
    """
    import narwhals as nw

    from cpstats.calc.panel import Column, Panel

    _at_least(periods, 2)
    panel = Panel.of(frame, by=by, **layout)
    for back in range(1, periods):
        panel = panel.earlier(f"p{back}", periods=back)
    numbers = [panel.number("" if back == 0 else f"p{back}") for back in range(periods)]
    ends = range(3) if panel.ends else range(1)
    result = Column(
        *[mean_of(*(n[end] for n in numbers)) for end in ends], *[None] * (3 - len(ends))
    )
    reason = (
        nw.when(numbers[0].value.is_null())
        .then(nw.lit("missing_current"))
        .when(result.value.is_null())
        .then(nw.lit("missing_base"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    made: F = panel.finish(result, reason)
    return made


def years_average(
    frame: F,
    *,
    by: Sequence[str],
    years: int = YEARS,
    **layout: Unpack[Layout],
) -> F:
    """Add the average growth a year over n years of each period on itself (两年平均增长).

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; levels of one release and one price basis. Months,
        quarters and cumulations are compared with the same ones of n years before.
    years : int
        n.

    Returns
    -------
    frame of the kind that was given
        With `value` (per cent a year), `low`, `high`, `reason`.

    References
    ----------
    National Bureau of Statistics, releases of 2021: 两年平均增速是以2019年同期数为基数，采用几何平均的方法
    计算的增速.

    Examples
    --------
    93.2 after 100, and then 18.3 per cent more, as China's first quarters of 2019 to 2021 (printed
    5.0):

    >>> import pandas as pd
    >>> t = pd.DataFrame({"x": "CN", "time_period": ["2019-Q1", "2020-Q1", "2021-Q1"],
    ...                   "obs_value": [100.0, 93.2, 93.2 * 1.183]})
    >>> years_average(t, by=["x"], years=2).value.round(1).tolist()
    [nan, nan, 5.0]
    """
    import narwhals as nw

    from cpstats.calc.average_growth import average_of
    from cpstats.calc.panel import Panel, at_corners, growth_reason

    _at_least(years, 1)
    panel = Panel.of(frame, by=by, **layout)
    panel = panel.earlier("base", years=years)
    now, base = panel.number(), panel.number("base")
    reason = growth_reason(now, base)
    negative = reason.is_null() & (now.value <= 0)
    reason = nw.when(negative).then(nw.lit("base_nonpositive")).otherwise(reason)
    result = at_corners(lambda a, b: average_of(a, b, years), base, now, divisors=(0, 1))
    made: F = panel.finish(result, reason)
    return made


def carry_over(
    frame: F,
    *,
    by: Sequence[str],
    **layout: Unpack[Layout],
) -> F:
    """Add, to the last period of every whole year, what it carries into the next (翘尾).

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; halves, quarters or months, adjusted for the season.

    Returns
    -------
    frame of the kind that was given
        With `value` (per cent: the growth of the next year's mean if nothing changes any more),
        `low`, `high`, `reason` (`too_few` where it is not the last period of a whole year).

    References
    ----------
    European Central Bank, “The carry-over effect on annual average real GDP growth”, *Monthly
    Bulletin*, March 2010, box 6.

    Examples
    --------
    Quarters of 100, 101, 102 and 103 have the mean 101.5:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"x": "A", "time_period": [f"2024-Q{k}" for k in (1, 2, 3, 4)],
    ...                   "obs_value": [100.0, 101.0, 102.0, 103.0]})
    >>> carry_over(t, by=["x"]).value.round(4).tolist()
    [nan, nan, nan, 1.4778]
    """
    from dataclasses import replace

    import narwhals as nw

    from cpstats.calc.moments import FREQ, PER_YEAR, TIME
    from cpstats.calc.panel import HIGH, LOW, VALUE, Column, Panel, at_corners
    from cpstats.model.period import Freq

    panel = Panel.of(frame, by=by, **layout)
    panel = panel.with_columns(__year=(nw.col(TIME) - nw.col(TIME) % nw.col(PER_YEAR)))
    keys = [*by, FREQ, "__year"]
    sums = panel.frame.with_columns(__known=(~nw.col(VALUE).is_null()).cast(nw.Int64))
    sums = sums.group_by(*keys).agg(
        nw.col("__known").sum(),
        *(nw.col(c).sum().alias(f"__sum{c}") for c in (VALUE, LOW, HIGH)),
    )
    panel = replace(panel, frame=panel.frame.join(sums, on=keys, how="left"))
    periods = nw.col(PER_YEAR)
    whole = (nw.col("__known") == periods) & (nw.col(TIME) % periods == periods - 1)
    whole = whole & (periods > 1) & (nw.col(FREQ) != Freq.YTD.value)
    last = panel.number()
    rest = Column(*(nw.col(f"__sum{c}") - nw.col(c) for c in (VALUE, LOW, HIGH)))
    rest = rest if panel.ends else Column(rest.value, None, None)
    reason = (
        nw.when(last.value.is_null())
        .then(nw.lit("missing_current"))
        .when(~whole)
        .then(nw.lit("too_few"))
        .when((last.value <= 0) | (rest.value <= 0))
        .then(nw.lit("base_nonpositive"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    result = at_corners(lambda a, b: carry_over_of(a, b, periods), last, rest, divisors=(0, 1))
    made: F = panel.finish(result, reason)
    return made


def _at_least(number: int, least: int) -> None:
    if number < least:
        raise UsageError(
            Message("an average of {} is none", "{}期不成平均", number),
            mend=Message("Take {} at least.", "至少取{}。", least),
        )
