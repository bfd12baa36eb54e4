"""Ranks of places: ties, who has no data, and whether the order is certain at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.panel import Layout

from cpstats.calc.interval import Interval

F = TypeVar("F")
Ties = Literal["competition", "dense"]


def ranks_of(
    numbers: Sequence[Interval], *, ties: Ties = "competition", descending: bool = True
) -> list[Interval]:
    """Return the rank of each number, with the ranks that rounding leaves open.

    >>> from cpstats.calc.interval import Interval
    >>> found = ranks_of([Interval(3, 2.5, 3.5), Interval(2, 1.5, 2.5), Interval(1, 0.5, 1.4)])
    >>> [(made.value, made.low, made.high) for made in found]
    [(1.0, 1.0, 2.0), (2.0, 1.0, 2.0), (3.0, 3.0, 3.0)]
    """
    sign = -1 if descending else 1
    values = [sign * number.value for number in numbers]
    ends = [
        None if n.low is None or n.high is None else sorted((sign * n.low, sign * n.high))
        for n in numbers
    ]
    order = sorted({*values} if ties == "dense" else values)
    lows = sorted(end[0] for end in ends if end)
    highs = sorted(end[1] for end in ends if end)
    return [
        Interval(
            float(bisect_left(order, value) + 1),
            float(bisect_left(highs, end[0]) + 1) if end else None,
            float(bisect_right(lows, end[1])) if end else None,
        )
        for value, end in zip(values, ends, strict=True)
    ]


def rank(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    ties: Ties = "competition",
    descending: bool = True,
    **layout: Unpack[Layout],
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
    from dataclasses import replace

    import narwhals as nw

    from cpstats.calc.panel import HIGH, LOW, VALUE, Column, Panel

    panel = Panel.of(frame, by=by, **layout)
    keys = (*(c for c in by if c != over), *panel.when)
    method: Literal["min", "dense"] = "min" if ties == "competition" else "dense"
    place = nw.col(VALUE).rank(method, descending=descending).over(*keys)
    count = nw.col(VALUE).count().over(*keys)
    panel = panel.with_columns(n=count, __rank=place.cast(nw.Float64))
    result = Column(nw.col("__rank"), None, None)
    if panel.ends:
        least, most = _possible(panel.frame, keys, over, descending=descending)
        bounds = panel.frame.join(least, on=[*keys, over], how="left")
        panel = replace(panel, frame=bounds.join(most, on=[*keys, over], how="left"))
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
    from cpstats.calc.panel import HIGH, LOW

    surely, possibly = (
        (LOW, HIGH),
        (HIGH, LOW),
    )  # whose end is counted, beside which end of a member
    if descending:
        least = _counted(frame, keys, over, surely, "__least", above=True, equal=False)
        return least, _counted(frame, keys, over, possibly, "__most", above=True, equal=True)
    least = _counted(frame, keys, over, possibly, "__least", above=False, equal=False)
    return least, _counted(frame, keys, over, surely, "__most", above=False, equal=True)


def _counted(
    frame: Any,
    keys: Sequence[str],
    over: str,
    ends: tuple[str, str],
    name: str,
    *,
    above: bool,
    equal: bool,
) -> Any:
    """Return, per member, how many ends of all stand above or below one of its own.

    The ends and the questions are ranked together and the questions alone: the difference is the
    number of ends, in one sort instead of all pairs.
    """
    import narwhals as nw

    end, own = ends
    every = nw.concat(
        [
            frame.select(*keys, over, nw.col(end).alias("__x"), nw.lit(value=False).alias("__q")),
            frame.select(*keys, over, nw.col(own).alias("__x"), nw.lit(value=True).alias("__q")),
        ]
    ).filter(~nw.col("__x").is_null())
    method: Literal["min", "max"] = "max" if above != equal else "min"  # an equal one is below
    x = nw.col("__x")
    every = every.with_columns(
        __below=x.rank(method).over(*keys).cast(nw.Float64)
        - x.rank(method).over(*keys, "__q").cast(nw.Float64),
        __all=nw.when(~nw.col("__q")).then(1.0).otherwise(0.0).sum().over(*keys),
    ).filter(nw.col("__q"))
    count = nw.col("__all") - nw.col("__below") if above else nw.col("__below")
    return every.select(*keys, over, count.alias(name))
