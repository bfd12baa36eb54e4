"""Ranks of places: ties, who has no data, and whether the order is certain at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

F = TypeVar("F")
Ties = Literal["competition", "dense"]


def rank(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    time: str = "time_period",
    value: str = "obs_value",
    ties: Ties = "competition",
    descending: bool = True,
    decimals: int | None = None,
) -> F:
    """Add the rank of each row among the members of `over` in the same period.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; aggregates (the city itself) left out by the caller.
    over : str
        The key column whose members are ranked.
    ties : {"competition", "dense"}
        1, 2, 2, 4 or 1, 2, 2, 3.
    descending : bool
        Whether the largest is first; False where low is good.

    Returns
    -------
    frame of the kind that was given
        With `n` (members with data), `value` (rank), `low` and `high` (the ranks that rounding
        allows), `reason`. Where low and high differ the order is inside rounding.

    References
    ----------
    Competition ranking ("1224"), as yearbooks rank provinces.

    Examples
    --------
    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcd"), "time_period": "2024", "obs_value": [3, 2, 2, 1]})
    >>> rank(t, by=["p"], over="p").value.astype(int).tolist()
    [1, 2, 2, 4]
    """
    import narwhals as nw

    from cpstats.calc.panel import FREQ, HIGH, LOW, TIME, VALUE, Column, Panel

    panel = Panel.of(frame, by=by, time=time, value=value, decimals=decimals)
    keys = (*(c for c in by if c != over), FREQ, TIME)
    method: Literal["min", "dense"] = "min" if ties == "competition" else "dense"
    place = nw.col(VALUE).rank(method, descending=descending).over(*keys)
    count = nw.col(VALUE).count().over(*keys)
    panel = panel.with_columns(n=count, __rank=place.cast(nw.Float64))
    least, most = _possible(panel.frame, keys, over, descending=descending)
    bounds = panel.frame.join(least, on=[*keys, over], how="left")
    bounds = bounds.join(most, on=[*keys, over], how="left")
    panel = Panel(bounds, panel.by, time, value)
    known = ~(nw.col(LOW).is_null() | nw.col(HIGH).is_null() | nw.col(VALUE).is_null())
    result = Column(
        nw.col("__rank"),
        nw.when(known).then((nw.col("__least").fill_null(0) + 1).cast(nw.Float64)),
        nw.when(known).then((nw.col("__most").fill_null(0)).cast(nw.Float64)),
    )
    reason = nw.when(nw.col(VALUE).is_null()).then(nw.lit("missing_current"))
    made: F = panel.finish(result, reason.otherwise(nw.lit(None, dtype=nw.String)), outward=0.0)
    return made


def _possible(frame: Any, keys: Sequence[str], over: str, *, descending: bool) -> tuple[Any, Any]:
    """Return, per member, how many surely stand before it and how many may (itself included)."""
    import narwhals as nw

    from cpstats.calc.panel import HIGH, LOW

    here = frame.select(*keys, over, nw.col(LOW).alias("__l"), nw.col(HIGH).alias("__h"))
    there = frame.select(*keys, nw.col(LOW).alias("__ol"), nw.col(HIGH).alias("__oh"))
    pairs = here.join(there, on=list(keys), how="inner")
    sure = nw.col("__ol") > nw.col("__h") if descending else nw.col("__oh") < nw.col("__l")
    may = nw.col("__oh") >= nw.col("__l") if descending else nw.col("__ol") <= nw.col("__h")
    least = pairs.filter(sure).group_by(*keys, over).agg(nw.len().alias("__least"))
    most = pairs.filter(may).group_by(*keys, over).agg(nw.len().alias("__most"))
    return least, most
