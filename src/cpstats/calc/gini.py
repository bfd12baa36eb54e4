"""The Gini coefficient: half the mean difference between members, over their mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def gini(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    **layout: Unpack[Layout],
) -> F:
    """Return the Gini coefficient over the members of each period, from 0 to `1 − 1/n`.

    `G = Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| / (2 W² μ)`; without the correction `n / (n − 1)` of a sample, for the
    members are all there are.


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
    C. Gini, “Measurement of inequality of incomes”, *The Economic Journal* 31 (1921); with weights
    F. A. Cowell, *Measuring Inequality* (2011), appendix A.

    Examples
    --------
    The example of the R package ineq, which prints 0.4620911:

    >>> import pandas as pd
    >>> x = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    >>> t = pd.DataFrame({"p": range(10), "time_period": 2024, "obs_value": x})
    >>> gini(t, by=["p"], over="p").value.round(7).tolist()
    [0.4620911]
    """
    from cpstats.calc.members import Members, spread

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    made: F = spread(members, _gini)
    return made


def _gini(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, PART, WEIGHT

    w = nw.col(WEIGHT)
    made = members.up_to("__c", x).sums(__w=w, __s=w * nw.col(x))
    made = made.columns(**{PART: (2 * nw.col("__c") - w) / nw.col("__w") - 1})
    made = made.sums(__e=w * nw.col(x) * nw.col(PART))
    return made.columns(**{INDEX: nw.col("__e") / nw.col("__s")})
