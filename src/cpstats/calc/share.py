"""What part of a whole something is (比重), and how the part changed, in percentage points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def share_of(part: Number, whole: Number) -> Number:
    """Return `part / whole × 100`, in per cent; both of one release and one price basis."""
    return part / whole * 100


def share(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    whole: Any = None,
    **layout: Unpack[Layout],
) -> F:
    """Add the share of each row in the whole, in per cent.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them.
    over : str
        The key column that tells parts (and the whole) apart.
    whole : str or int, optional
        The member of `over` that is the whole; without it the whole is the sum of all members,
        and empty where one is missing.

    Returns
    -------
    frame of the kind that was given
        With `value` (per cent), `low, high, reason`.

    References
    ----------
    National Bureau of Statistics, yearbook tables of the composition of GDP (构成).

    Examples
    --------
    Services in China's GDP of 2019 (NBS: 534233.1 of 990865.1, printed 53.9):

    >>> import pandas as pd
    >>> gdp = pd.DataFrame(
    ...     {"part": ["tertiary", "gdp"], "time_period": "2019", "obs_value": [534233.1, 990865.1]}
    ... )
    >>> share(gdp, by=["part"], over="part", whole="gdp").value.round(3).tolist()
    [53.916, 100.0]
    """
    from cpstats.calc.panel import Panel, at_corners, ratio_reason

    panel = Panel.of(frame, by=by, **layout).whole("whole", over, whole)
    a, b = panel.number(), panel.number("whole")
    made: F = panel.finish(at_corners(share_of, a, b, divisors=(1,)), ratio_reason(a, b))
    return made


def share_change(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    whole: Any = None,
    years: int = 1,
    **layout: Unpack[Layout],
) -> F:
    """Add the change of the share over some years, in percentage points.

    The change is taken of unrounded shares; parameters and columns are those of `share`.

    Services in China's GDP (NBS), 53.3 and 53.9 as printed:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"part": ["services", "GDP"] * 2, "time_period": [2018, 2018, 2019, 2019],
    ...                   "obs_value": [489700.8, 919281.1, 534233.1, 990865.1]})
    >>> made = share_change(t, by=["part"], over="part", whole="GDP")
    >>> float(made.value.round(3)[2])
    0.646
    """
    import narwhals as nw

    from cpstats.calc.gap import gap_of
    from cpstats.calc.panel import Panel, at_corners, ratio_reason

    panel = Panel.of(frame, by=by, **layout).whole("whole", over, whole)
    part, total = panel.number(), panel.number("whole")
    shares = at_corners(share_of, part, total, divisors=(1,))
    panel = panel.with_number("share", shares).with_columns(__why=ratio_reason(part, total))
    panel = panel.earlier("before", years=years, of="share")
    panel = panel.earlier("total", years=years, of="whole")
    now, before = panel.number("share"), panel.number("before")
    reason = (
        nw.when(~nw.col("__why").is_null())
        .then(nw.col("__why"))
        .when(before.value.is_null())
        .then(nw.lit("missing_base"))
        .when(panel.number("total").value <= 0)
        .then(nw.lit("base_nonpositive"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    made: F = panel.finish(at_corners(gap_of, now, before), reason)
    return made
