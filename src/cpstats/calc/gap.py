"""How far a place is from its benchmark: in percentage points, relatively, or as a multiple."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")
As = Literal["points", "relative", "ratio"]


def gap_of(a: Number, b: Number) -> Number:
    """Return `a − b`: of two rates in per cent, the gap in percentage points (个百分点)."""
    return a - b


def relative_gap_of(a: Number, b: Number) -> Number:
    """Return `(a / b − 1) × 100`: how much more, in per cent of the benchmark."""
    return (a / b - 1) * 100


def ratio_of(a: Number, b: Number) -> Number:
    """Return `a / b`, how many times `b` is in `a`."""
    return a / b


def gap(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    benchmark: Any,
    as_: As = "points",
    **layout: Unpack[Layout],
) -> F:
    """Add how far each row is from the benchmark's row of the same period.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them.
    over : str
        The key column whose member `benchmark` is compared with (say `ref_area`).
    benchmark : str or int
        That member. Never the mean of the others: a citywide rate is published, not averaged.
    as_ : {"points", "relative", "ratio"}
        `a − b` (percentage points when the values are rates in per cent), `(a/b − 1) × 100` in
        per cent, or `a / b`.

    Returns
    -------
    frame of the kind that was given
        With `value, low, high, reason` (`missing_current`, `base_nonpositive`).

    References
    ----------
    Communiqués of the National Bureau of Statistics: 高于/低于…个百分点 is a difference of rates.

    Examples
    --------
    Beijing's growth of 2025 against the country's (5.4 and 5.0, printed 0.4 points):

    >>> import pandas as pd
    >>> rates = pd.DataFrame({"place": ["B", "CN"], "time_period": "2025", "obs_value": [5.4, 5.0]})
    >>> found = gap(rates, by=["place"], over="place", benchmark="CN", decimals=1)
    >>> found[["value", "low", "high"]].round(3).iloc[0].tolist()
    [0.4, 0.3, 0.5]
    """
    import narwhals as nw

    from cpstats.calc.panel import Panel, at_corners, ratio_reason

    panel = Panel.of(frame, by=by, **layout)
    panel = panel.benchmark("other", over, benchmark)
    a, b = panel.number(), panel.number("other")
    if as_ == "points":
        missing = a.value.is_null() | b.value.is_null()
        reason = nw.when(missing).then(nw.lit("missing_current"))
        made: F = panel.finish(
            at_corners(gap_of, a, b), reason.otherwise(nw.lit(None, dtype=nw.String))
        )
        return made
    formula = ratio_of if as_ == "ratio" else relative_gap_of
    quotient: F = panel.finish(at_corners(formula, a, b, divisors=(1,)), ratio_reason(a, b))
    return quotient
