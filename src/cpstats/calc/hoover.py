"""Hoover's index: what part of the whole would have to move for all to be equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def hoover(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    **layout: Unpack[Layout],
) -> F:
    """Return Hoover's index over the members of each period: `Σ w |x − μ| / (2 Σ w x)`.

    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` (members with a figure) of `members`, `value`, `low`, `high`,
        `reason`.

    References
    ----------
    E. M. Hoover, “Interstate redistribution of population, 1850–1940”, *The Journal of Economic
    History* 1 (1941).

    Examples
    --------
    Of five members 10, 10, 10, 20, 50 with the mean 20 the one at 50 holds 30 of 100 too much:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcde"), "time_period": 2024, "obs_value": [10, 10, 10, 20, 50]})
    >>> hoover(t, by=["p"], over="p").value.round(9).tolist()
    [0.3]
    """
    from cpstats.calc.members import Members, spread

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    made: F = spread(members, _hoover)
    return made


def _hoover(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, PART, WEIGHT

    w = nw.col(WEIGHT)
    made = members.sums(__w=w, __s=w * nw.col(x))
    above = nw.when(nw.col(x) > nw.col("__s") / nw.col("__w")).then(1.0).otherwise(0.0)
    made = made.sums(__u=w * above)
    made = made.columns(**{PART: above - nw.col("__u") / nw.col("__w")})
    made = made.sums(__e=w * nw.col(x) * nw.col(PART))
    return made.columns(**{INDEX: nw.col("__e") / nw.col("__s")})
