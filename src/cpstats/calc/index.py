"""Indices: rebase, chain, and the guard for levels at comparable prices that change base year."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cpstats.calc.interval import Interval, Number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.panel import Layout

F = TypeVar("F")


def rebased_of(now: Number, base: Number) -> Number:
    """Return `I_t / I_b × 100`: the index with another base; growth stays what it was."""
    return now / base * 100


def rebase(
    frame: F,
    *,
    by: Sequence[str],
    base: str | int,
    **layout: Unpack[Layout],
) -> F:
    """Add each series as an index with the base period at 100 (换基).

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them.
    base : str or int
        The period that becomes 100.

    Returns
    -------
    frame of the kind that was given
        With `value` (base = 100), `low, high, reason` (`missing_base`, `base_nonpositive`).

    References
    ----------
    International Labour Office and others, *Consumer Price Index Manual* (2020), chapter 9.

    Examples
    --------
    Spain's GDP volume, 2020 = 100 turned to 2010 = 100 (published 103.81798 for 2008):

    >>> import pandas as pd
    >>> volume = pd.DataFrame(
    ...     {"x": "ES", "time_period": ["2008", "2010"], "obs_value": [104.90885, 101.05075]}
    ... )
    >>> rebase(volume, by=["x"], base=2010).value.round(5).tolist()
    [103.81798, 100.0]
    """
    from cpstats.calc.panel import Panel, at_corners, growth_reason

    panel = Panel.of(frame, by=by, **layout).at("base", base)
    now, start = panel.number(), panel.number("base")
    made: F = panel.finish(
        at_corners(rebased_of, now, start, divisors=(1,)), growth_reason(now, start)
    )
    return made


def chain(links: Sequence[Interval], *, start: float = 100.0) -> list[Interval]:
    """Return the index that follows from indices with the previous year at 100.

    Rounding adds up: each link carries half a digit, and the interval says how far the chain may
    have drifted. A published fixed-base index is to be preferred.

    Parameters
    ----------
    links : sequence of Interval
        Indices, previous period = 100, without a gap.
    start : float
        The index of the period before the first link.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 8.

    >>> [round(i.value, 4) for i in chain([Interval(111.7), Interval(107.6)])]
    [111.7, 120.1892]
    """
    index = [Interval(start, start, start)]
    for link in links:
        index.append(index[-1] * link / 100)
    return index[1:]


def growth_at_constant_prices(
    frame: F,
    *,
    by: Sequence[str],
    price_basis: str = "price_basis",
    **layout: Unpack[Layout],
) -> F:
    """Add yearly growth of levels at comparable prices, and nothing where the base year changes.

    Levels at the prices of 2005 and of 2010 cannot be divided: the quotient holds five years of
    inflation (NBS levels: +42.4 % in 2010 where 10.6 was published). A period may stand on both
    bases: that is the link, and each basis is a series of its own.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; `by` without the column of the price basis.
    price_basis : str
        The column with `constant:2005`, `constant:2010` …

    Returns
    -------
    frame of the kind that was given
        With `value` (per cent), `low, high, reason` (`series_break` where the year before
        stands on another base only).

    Examples
    --------
    A level at the prices of 2010 is not divided by one at those of 2005:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"x": "CN", "time_period": [2010, 2011],
    ...                   "price_basis": ["constant:2005", "constant:2010"], "obs_value": [320.0, 451.5]})
    >>> growth_at_constant_prices(t, by=["x"]).reason.tolist()
    ['missing_base', 'series_break']
    """
    from dataclasses import replace

    import narwhals as nw

    from cpstats.calc.growth import growth_of
    from cpstats.calc.moments import FREQ, TIME
    from cpstats.calc.native import distinct
    from cpstats.calc.panel import ROW, Panel, at_corners, growth_reason

    panel = Panel.of(frame, by=[*by, price_basis], **layout)
    panel = panel.earlier("base", years=1)
    before = panel.frame.select(*by, FREQ, (nw.col(TIME) + 1).alias(TIME))
    before = distinct(before, *by, FREQ, TIME)
    before = before.with_columns(__there=nw.lit(True))  # noqa: FBT003 - a column of the frame
    joined = panel.frame.join(before, on=[*by, FREQ, TIME], how="left")
    if ROW in joined.collect_schema().names():
        joined = joined.sort(ROW)
    panel = replace(panel, frame=joined, rows=None)
    now, base = panel.number(), panel.number("base")
    reason = growth_reason(now, base)
    broken = (reason == "missing_base") & ~nw.col("__there").is_null()
    reason = nw.when(broken).then(nw.lit("series_break")).otherwise(reason)
    made: F = panel.finish(at_corners(growth_of, now, base, divisors=(1,)), reason)
    return made
