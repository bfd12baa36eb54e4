"""Atkinson's index: what part of the whole could be spared if all had the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def atkinson(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    epsilon: float = 0.5,
    **layout: Unpack[Layout],
) -> F:
    """Return Atkinson's index over the members of each period.

    `A = 1 − (Σ w u^(1−ε) / Σ w)^(1/(1−ε))`, with `u` the member over the weighted mean; for ε = 1 it is
    1 less the geometric mean over the mean.


    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them.
    epsilon : float
        Aversion to inequality, above 0; from 1 on every member must be above 0.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` (members with a figure) of `members`, `value`, `low`, `high`,
        `reason`.

    References
    ----------
    A. B. Atkinson, “On the measurement of inequality”, *Journal of Economic Theory* 2 (1970).

    Examples
    --------
    The example of the R packages ineq and DescTools, which print 0.1796591:

    >>> import pandas as pd
    >>> x = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    >>> t = pd.DataFrame({"p": range(10), "time_period": 2024, "obs_value": x})
    >>> atkinson(t, by=["p"], over="p", epsilon=0.5).value.round(7).tolist()
    [0.1796591]
    """
    from functools import partial

    from cpstats.calc.members import Members, spread
    from cpstats.errors import UsageError
    from cpstats.message import Message

    if epsilon <= 0:
        raise UsageError(
            Message("the aversion to inequality must be above 0", "不平等厌恶参数须大于0"),
            mend=Message("Usual are 0.5, 1 and 2.", "常用0.5、1、2。"),
        )
    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    measure = partial(_power, epsilon=epsilon) if epsilon != 1 else _geometric
    made: F = spread(members, measure, zero=epsilon < 1)
    return made


def _power(members: Members, x: str, *, epsilon: float) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT, positive

    w = nw.col(WEIGHT)
    made = members.sums(__w=w, __s=w * nw.col(x))
    mean = nw.col("__s") / nw.col("__w")
    u = nw.col(x) / mean
    u = nw.max_horizontal(u, nw.lit(0.0)) if epsilon < 1 else positive(u)
    made = made.sums(__e=w * u ** (1 - epsilon))
    power = nw.col("__e") / nw.col("__w")
    index = 1 - power ** (1 / (1 - epsilon))
    return made.columns(**{INDEX: index, TURN: mean * power ** (-1 / epsilon)})


def _geometric(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT, positive

    w = nw.col(WEIGHT)
    made = members.sums(__w=w, __s=w * nw.col(x))
    mean = nw.col("__s") / nw.col("__w")
    made = made.sums(__e=w * positive(nw.col(x) / mean).log())
    return made.columns(**{INDEX: 1 - (nw.col("__e") / nw.col("__w")).exp(), TURN: mean})
