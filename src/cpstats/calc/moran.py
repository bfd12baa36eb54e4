"""Moran's I: whether neighbours are alike."""

from __future__ import annotations

from math import erfc, sqrt
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.calc.members import Members

F = TypeVar("F")
FEWEST = 5  # members below which it says nothing


def chance_of(z: float) -> float:
    """Return how likely a standard deviate this far from 0, on either side, is by chance.

    >>> round(chance_of(1.959964), 4)
    0.05
    """
    return erfc(abs(z) / sqrt(2))


def moran(
    frame: F,
    neighbours: F,
    *,
    by: Sequence[str],
    over: str,
    neighbour: str = "neighbour",
    weight: str | None = None,
    time: str = "time_period",
    value: str = "obs_value",
) -> F:
    """Return Moran's I over the members of each period.

    `I = n / S₀ × Σᵢ Σⱼ wᵢⱼ zᵢ zⱼ / Σᵢ zᵢ²`, `z` from the plain mean; the weights of the neighbours of
    each member are made to add up to 1.

    Parameters
    ----------
    frame, by, time, value
        As `panel.Panel.of` describes them; one row for each member and period.
    neighbours : frame of the same kind
        One row for each pair: the columns `over` and `neighbour` (and `weight`). Both directions
        are listed where both are meant.
    over, neighbour : str
        The key column of the members, and that of their neighbours.
    weight : str, optional
        The column of the weights of the pairs; without it all neighbours weigh the same.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` of `members`, `value` (I), `expected` (`−1/(n − 1)`), `z` (the
        standard deviate under normality; `chance_of` says how likely), `low` and `high` (empty:
        I neither rises nor falls with its members), `reason`.

    References
    ----------
    A. D. Cliff and J. K. Ord, *Spatial Processes* (1981), chapter 1.

    Examples
    --------
    Five places in a row have z = −2, −1, 0, 1, 2 and neighbours of −1, −1, 0, 1, 1 in the mean; the
    products add up to 6, the squares to 10:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcde"), "time_period": 2024, "obs_value": [1, 2, 3, 4, 5]})
    >>> pairs = pd.DataFrame({"p": list("abbccdde"), "neighbour": list("bacbdced")})
    >>> moran(t, pairs, by=["p"], over="p").value.round(9).tolist()
    [0.6]
    """
    import narwhals as nw

    from cpstats.calc.members import Members
    from cpstats.calc.moments import TIME
    from cpstats.calc.panel import VALUE

    members = Members.of(frame, by=by, over=over, time=time, value=value)
    made = members.columns(n=nw.lit(1), __x=nw.col(VALUE))
    made = made.sums(n=nw.col("n"), __x=nw.col("__x"))
    made = made.columns(__z=nw.col(VALUE) - nw.col("__x") / nw.col("n"))
    made = made.columns(__q=nw.col("__z") ** 2).sums(__q=nw.col("__q"))
    pairs = _pairs(made, neighbours, over, neighbour, weight)
    keys = list(members.keys)
    found = made.frame.group_by(*keys).agg(nw.col("n").max(), nw.col("__q").max())
    of_pairs = pairs.group_by(*keys).agg(nw.len().alias("pairs"), *map(nw.sum, _SUMS))
    found = found.join(of_pairs, on=keys, how="left")
    found = found.join(_both_ways(pairs, keys, over, neighbour), on=keys, how="left")
    found = members.every.join(found, on=keys, how="left")
    found = found.with_columns(nw.col("n").fill_null(0), nw.col("pairs").fill_null(0))
    found = found.with_columns(**_statistics())
    few = (nw.col("n") < FEWEST) | nw.col("value").is_null() | ~nw.col("value").is_finite()
    reason = (
        nw.when(nw.col("n") == 0)
        .then(nw.lit("missing_current"))
        .when(few)
        .then(nw.lit("too_few"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    found = found.with_columns(reason=reason)
    given = nw.col("reason").is_null()
    numbers = {c: nw.when(given).then(nw.col(c)) for c in ("value", "expected", "z")}
    nothing = nw.lit(None, dtype=nw.Float64)
    found = found.with_columns(**numbers, low=nothing, high=nothing).sort(*keys[:-1], TIME)
    columns = ("n", "members", "pairs", "expected", "z", "value", "low", "high", "reason")
    result: F = found.select(*keys, *columns).to_native()
    return result


_SUMS = ("__s0", "__s1", "__product")


def _pairs(members: Members, neighbours: Any, over: str, neighbour: str, weight: str | None) -> Any:
    """Return, of each period, the pairs that both have a figure, with what they add to the sums."""
    import narwhals as nw

    given = nw.from_native(neighbours)
    weighs = nw.col(weight).cast(nw.Float64) if weight else nw.lit(1.0)
    given = given.select(over, neighbour, __p=weighs).unique(subset=[over, neighbour])
    given = given.filter((nw.col(over) != nw.col(neighbour)) & (nw.col("__p") > 0))
    keys = list(members.keys)
    here = members.frame.select(*keys, over, "__z")
    there = here.rename({over: neighbour, "__z": "__there"})
    both = here.join(given, on=over, how="inner").join(there, on=[*keys, neighbour], how="inner")
    both = both.with_columns(__all=nw.col("__p").sum().over(*keys, over))
    both = both.with_columns(__p=nw.col("__p") / nw.col("__all"))
    back = both.select(*keys, nw.col(over).alias(neighbour), nw.col(neighbour).alias(over), "__p")
    back = back.rename({"__p": "__back"})
    both = both.join(back, on=[*keys, over, neighbour], how="left")
    p, back_ = nw.col("__p"), nw.col("__back").fill_null(0.0)
    return both.with_columns(
        __s0=p, __s1=p * p + p * back_, __product=p * nw.col("__z") * nw.col("__there")
    )


def _both_ways(pairs: Any, keys: list[str], over: str, neighbour: str) -> Any:
    """Return S₂: the squares of what weighs on each member and what it weighs on others."""
    import narwhals as nw

    out = pairs.select(*keys, nw.col(over).alias("__who"), nw.col("__s0"))
    into = pairs.select(*keys, nw.col(neighbour).alias("__who"), nw.col("__s0"))
    each = nw.concat([out, into]).group_by(*keys, "__who").agg(nw.col("__s0").sum())
    each = each.with_columns(__s2=nw.col("__s0") ** 2)
    return each.group_by(*keys).agg(nw.col("__s2").sum())


def _statistics() -> dict[str, Any]:
    import narwhals as nw

    n, s0, s1, s2 = (nw.col(c) for c in ("n", "__s0", "__s1", "__s2"))
    expected = -1 / (n - 1)
    value = n / s0 * nw.col("__product") / nw.col("__q")
    variance = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expected**2
    return {"value": value, "expected": expected, "z": (value - expected) / variance.sqrt()}
