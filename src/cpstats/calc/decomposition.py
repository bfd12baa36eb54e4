"""What a change is made of: numerator and denominator of a ratio, within members and between them."""

from __future__ import annotations

from itertools import product
from math import log
from typing import TYPE_CHECKING, Any, TypeVar

from cpstats.calc.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

F = TypeVar("F")


def ratio_parts(
    top_before: Interval, top_now: Interval, bottom_before: Interval, bottom_now: Interval
) -> tuple[Interval, Interval]:
    """Return what numerator and denominator give to the growth of their ratio, in points.

    `M ln(a₁/a₀)` and `−M ln(b₁/b₀)`, where `M = g / ln(1 + g/100)` of the growth g of the ratio: they
    add up to it without a rest.

    References
    ----------
    B. W. Ang, “The LMDI approach to decomposition analysis: a practical guide”, *Energy Policy* 33
    (2005).

    Examples
    --------
    Twice as much for a fifth more people is 66.7 per cent more a head; the numerator gives
    `66.67 × ln 2 / ln (5/3)`:

    >>> made = ratio_parts(Interval(100.0), Interval(200.0), Interval(10.0), Interval(12.0))
    >>> [round(part.value, 4) for part in made], round(made[0].value + made[1].value, 4)
    ([90.461, -23.7944], 66.6667)
    """
    numbers = (top_before, top_now, bottom_before, bottom_now)
    return _at_corners(_top, numbers), _at_corners(_bottom, numbers)


def _mean(a0: float, a1: float, b0: float, b1: float) -> float:
    ratio = (a1 / b1) / (a0 / b0)
    return 100.0 if ratio == 1 else (ratio - 1) / log(ratio) * 100


def _top(a0: float, a1: float, b0: float, b1: float) -> float:
    return _mean(a0, a1, b0, b1) * log(a1 / a0)


def _bottom(a0: float, a1: float, b0: float, b1: float) -> float:
    return -_mean(a0, a1, b0, b1) * log(b1 / b0)


def _at_corners(formula: Callable[..., float], numbers: Sequence[Interval]) -> Interval:
    """Apply a formula that rises or falls in each number, at the corners of their intervals."""
    value = formula(*(n.value for n in numbers))
    ends = [(n.low, n.high) for n in numbers if n.low is not None and n.high is not None]
    if len(ends) < len(numbers) or any(low <= 0 for low, _ in ends):
        return Interval(value)
    corners = [formula(*corner) for corner in product(*ends)]
    return Interval(value, min(corners), max(corners))


def within_between(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str,
    years: int = 1,
    time: str = "time_period",
    value: str = "obs_value",
) -> F:
    """Take the change of a ratio of sums apart: within the members, and between them.

    The ratio is output over labour (or people) of all members. `within = Σ s̄ Δp` is the change of
    each member's own ratio p at mean shares s of the labour; `between = Σ (p̄ − P̄) Δs` is what their
    shares moved to where the ratio is higher. They add up without a rest.

    Parameters
    ----------
    frame, by, time, value
        As `panel.Panel.of` describes them; one row a member (a sector) and period, the whole left
        out.
    over : str
        The key column of the members.
    weight : str
        The column of the labour (or people) of each member.
    years : int
        How many years back the change is taken.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n`, `ratio`, `before`, `value` (the change), `within`, `between`, `low` and
        `high` (empty: both parts move with every figure), `reason`.

    References
    ----------
    S. Fabricant, *Employment in Manufacturing, 1899–1939* (1942); OECD, *Compendium of Productivity
    Indicators*, annex on the decomposition by industry (with mean shares: Bennet).

    Examples
    --------
    Two sectors of 10 and 30 a head; then 12 and 30, and a tenth of the people moved to the second:

    >>> import pandas as pd
    >>> t = pd.DataFrame({
    ...     "sector": ["a", "b"] * 2, "time_period": [2023] * 2 + [2024] * 2,
    ...     "people": [50.0, 50.0, 40.0, 60.0], "obs_value": [500.0, 1500.0, 480.0, 1800.0],
    ... })
    >>> made = within_between(t, by=["sector"], over="sector", weight="people").iloc[1]
    >>> [round(float(made[c]), 9) for c in ("ratio", "before", "value", "within", "between")]
    [22.8, 20.0, 2.8, 0.9, 1.9]
    """
    from dataclasses import replace

    import narwhals as nw

    from cpstats.calc.moments import FREQ, PER_YEAR, TIME
    from cpstats.calc.panel import VALUE, Panel

    panel = Panel.of(frame, by=by, time=time, value=value, needs=[over, weight])
    w = nw.col(weight).cast(nw.Float64).fill_nan(None)
    panel = panel.with_columns(__w=w)
    then = panel.frame.select(
        *by,
        FREQ,
        (nw.col(TIME) + nw.col(PER_YEAR) * years).alias(TIME),
        __x0=nw.col(VALUE),
        __w0=nw.col("__w"),
    )
    data = panel.frame.join(then, on=[*by, FREQ, TIME], how="left")
    panel = replace(panel, frame=data)
    keys = [*(c for c in by if c != over), time]
    x, x0, w0 = nw.col(VALUE), nw.col("__x0"), nw.col("__w0")
    gone = x.is_null() | nw.col("__w").is_null()
    lacks = x0.is_null() | w0.is_null()
    data = data.with_columns(
        __gone=nw.when(gone).then(1).otherwise(0), __lacks=nw.when(lacks).then(1).otherwise(0)
    )
    sums = {"__sx": VALUE, "__sw": "__w", "__sx0": "__x0", "__sw0": "__w0"}
    data = data.with_columns(**{n: nw.col(c).sum().over(*keys) for n, c in sums.items()})
    p1, p0 = x / nw.col("__w"), x0 / w0
    s1, s0 = nw.col("__w") / nw.col("__sw"), w0 / nw.col("__sw0")
    whole1, whole0 = nw.col("__sx") / nw.col("__sw"), nw.col("__sx0") / nw.col("__sw0")
    data = data.with_columns(
        __within=(s1 + s0) / 2 * (p1 - p0),
        __between=((p1 + p0) / 2 - (whole1 + whole0) / 2) * (s1 - s0),
    )
    made = data.group_by(*keys).agg(
        nw.len().alias("n"),
        nw.col(TIME).max(),
        *(nw.col(c).max() for c in ("__gone", "__lacks", *sums)),
        *(nw.col(c).sum() for c in ("__within", "__between")),
    )
    made = made.with_columns(ratio=whole1, before=whole0)
    reason = (
        nw.when(nw.col("__gone") > 0)
        .then(nw.lit("missing_current"))
        .when(nw.col("__lacks") > 0)
        .then(nw.lit("missing_base"))
        .when((nw.col("__sw") <= 0) | (nw.col("__sw0") <= 0))
        .then(nw.lit("base_nonpositive"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    made = made.with_columns(reason=reason)
    given = nw.col("reason").is_null()
    nothing = nw.lit(None, dtype=nw.Float64)
    made = made.with_columns(
        ratio=nw.when(given).then(nw.col("ratio")),
        before=nw.when(given).then(nw.col("before")),
        value=nw.when(given).then(nw.col("ratio") - nw.col("before")),
        within=nw.when(given).then(nw.col("__within")),
        between=nw.when(given).then(nw.col("__between")),
        low=nothing,
        high=nothing,
    ).sort(*keys[:-1], TIME)
    columns = ("n", "ratio", "before", "value", "within", "between", "low", "high", "reason")
    result: F = made.select(*keys, *columns).to_native()
    return result


def over_span(change: Any, whole_before: Any) -> Any:
    """Return `(X_T − X_0) / W_0 × 100`: what a part gives to the growth of the whole over a span."""
    return change / whole_before * 100
