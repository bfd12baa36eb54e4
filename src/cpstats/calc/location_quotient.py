"""Location quotient (区位商): how much larger a branch is here than in the benchmark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def location_quotient_of(
    branch: Number, all_: Number, branch_there: Number, all_there: Number
) -> Number:
    """Return `(x_ir / x_r) / (x_in / x_n)`; above 1 the branch is over-represented.

    >>> from cpstats.calc.interval import Interval
    >>> x = (10728.1, 74112.5, 380851.0, 27360935.0)  # mining in North Dakota 2023, BEA
    >>> round(location_quotient_of(*(Interval(v) for v in x)).value, 2)
    10.4
    """
    return (branch / all_) / (branch_there / all_there)


def location_quotient(
    frame: F,
    *,
    by: Sequence[str],
    branch: str,
    whole: Any,
    over: str,
    benchmark: Any,
    **layout: Unpack[Layout],
) -> F:
    """Add the location quotient of every row.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; values of one year at one price basis.
    branch, whole : str, str or int
        The key column of the branches, and the member of it that is all of them.
    over, benchmark : str, str or int
        The key column of the places, and the member compared with (it contains the others).

    Returns
    -------
    frame of the kind that was given
        With `value`, `low, high, reason`.

    References
    ----------
    US Bureau of Labor Statistics, *Quarterly Census of Employment and Wages*: location quotient.

    Examples
    --------
    The example of the R package REAT, after Farhauer and Kröll (2013), which prints 0.3847623:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"branch": ["i", "all"] * 2, "place": ["j", "j", "land", "land"],
    ...                   "time_period": 2013, "obs_value": [1714, 79006, 879213, 15593224]})
    >>> made = location_quotient(
    ...     t, by=["branch", "place"], branch="branch", whole="all", over="place", benchmark="land"
    ... )
    >>> float(made.value.round(7)[0])
    0.3847623
    """
    from cpstats.calc.panel import Panel, at_corners, ratio_reason

    panel = Panel.of(frame, by=by, **layout).crossed((branch, whole), (over, benchmark))
    x, all_, there, all_there = (panel.number(p) for p in ("", "all", "there", "allthere"))
    result = at_corners(location_quotient_of, x, all_, there, all_there, divisors=(1, 2, 3))
    made: F = panel.finish(result, ratio_reason(x, all_, there, all_there))
    return made
