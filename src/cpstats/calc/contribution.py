"""What a part gives to the growth of the whole: points (拉动) and rate (贡献率)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")
SMALL = 0.5  # per cent: growth of the whole below it makes the rate explode


def points_of(share_before: Number, growth: Number) -> Number:
    """Return `s × g / 100` in percentage points: share of the year before, real growth."""
    return share_before * growth / 100


def points_of_levels(now: Number, before: Number, whole_before: Number) -> Number:
    """Return `(X_t − X_t−1) / whole_t−1 × 100`, the same at the prices of the year before."""
    return (now - before) / whole_before * 100


def rate_of(points: Number, growth_of_whole: Number) -> Number:
    """Return `points / g × 100`, in per cent of the growth of the whole."""
    return points / growth_of_whole * 100


def contribution(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    whole: Any,
    small: float = SMALL,
    **layout: Unpack[Layout],
) -> F:
    """Add the contribution of each part to the growth of the whole, in percentage points.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; levels at constant prices for real growth.
    over : str
        The key column that tells parts and whole apart.
    whole : str or int
        The member of `over` that is the whole.
    small : float
        Growth of the whole below this many per cent leaves `rate` empty.

    Returns
    -------
    frame of the kind that was given
        With `rate` (贡献率, per cent), `value` (拉动, points), `low, high, reason`. The points of
        all parts add up to the growth of the whole when the levels do.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 8; China Statistical Yearbook,
    三次产业对国内生产总值增长的拉动 / 贡献率.

    Examples
    --------
    >>> import pandas as pd
    >>> parts = pd.DataFrame({
    ...     "part": ["a", "b", "all"] * 2,
    ...     "time_period": ["2020"] * 3 + ["2021"] * 3,
    ...     "obs_value": [40.0, 60.0, 100.0, 44.0, 63.0, 107.0],
    ... })
    >>> contribution(parts, by=["part"], over="part", whole="all").value.round(9).tolist()[3:]
    [4.0, 3.0, 7.0]
    """
    import narwhals as nw

    from cpstats.calc.growth import growth_of
    from cpstats.calc.panel import Panel, at_corners, growth_reason

    panel = Panel.of(frame, by=by, **layout)
    panel = panel.earlier("before", years=1).benchmark("whole", over, whole)
    panel = panel.benchmark("wholebefore", over, whole, of="before")
    now, before = panel.number(), panel.number("before")
    total, total_before = panel.number("whole"), panel.number("wholebefore")
    points = at_corners(points_of_levels, now, before, total_before, divisors=(2,))
    growth = growth_of(total.value, total_before.value)
    rate = rate_of(points.value, growth)
    panel = panel.with_columns(rate=nw.when(growth.abs() >= small).then(rate))
    reason = growth_reason(total, total_before)
    none = nw.lit(None, dtype=nw.String)
    reason = (
        nw.when(now.value.is_null())
        .then(nw.lit("missing_current"))
        .when(before.value.is_null())
        .then(nw.lit("missing_base"))
        .when(~reason.is_null())
        .then(reason)
        .otherwise(none)
    )
    made: F = panel.finish(points, reason)
    return made
