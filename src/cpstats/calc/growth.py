"""Growth of each figure on the same period of the year before, or on the previous period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")
On = Literal["year", "period", "annualised"]


def growth_of(now: Number, before: Number) -> Number:
    """Return `(now / before − 1) × 100`, in per cent."""
    return (now / before - 1) * 100


def annualised_of(now: Number, before: Number, per_year: Any) -> Number:
    """Return `((now / before)^m − 1) × 100` with m periods a year, in per cent."""
    return ((now / before) ** per_year - 1) * 100


def growth(
    frame: F,
    *,
    by: Sequence[str],
    on: On = "year",
    **layout: Unpack[Layout],
) -> F:
    """Add the growth of every row, in per cent.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; one row per series and period.
    on : {"year", "period", "annualised"}
        On the same period of the year before (同比), on the previous period (环比), or the
        latter as a rate a year.

    Returns
    -------
    frame of the kind that was given
        Its rows and `value` (per cent), `low`, `high`, `reason` (`missing_current`,
        `missing_base`, `base_nonpositive`).

    References
    ----------
    World Bank, *Growth rates*: the three ways to present growth within the year.

    Examples
    --------
    California's real GDP (BEA, millions of chained 2017 dollars), published growth 7.6:

    >>> import pandas as pd
    >>> table = pd.DataFrame(
    ...     {"area": "CA", "time_period": ["2020", "2021"], "obs_value": [2925146.9, 3146185.3]}
    ... )
    >>> growth(table, by=["area"]).value.round(4).tolist()
    [nan, 7.5565]
    """
    import narwhals as nw

    from cpstats.calc.moments import PER_YEAR
    from cpstats.calc.panel import Panel, at_corners
    from cpstats.calc.reasons import growth_why

    panel = Panel.of(frame, by=by, **layout)
    panel = panel.earlier("base", years=1) if on == "year" else panel.earlier("base", periods=1)
    now, base = panel.number(), panel.number("base")
    why = growth_why(now, base)
    if on == "annualised":
        per_year = nw.col(PER_YEAR)
        result = at_corners(lambda a, b: annualised_of(a, b, per_year), now, base, divisors=(0, 1))
        why = why.after((now.value < 0, "base_nonpositive"))  # an even power would hide the sign
    else:
        result = at_corners(growth_of, now, base, divisors=(1,))
    made: F = panel.finish(result, why)
    return made
