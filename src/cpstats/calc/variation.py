"""Dispersion: the coefficient of variation, and the standard deviation of logarithms (σ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def variation(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    logarithms: bool = False,
    **layout: Unpack[Layout],
) -> F:
    """Return the coefficient of variation over the members of each period.

    `√(Σ w (x − μ)² / Σ w) / μ`: the population's standard deviation, weighted or plain, over the mean;
    with `logarithms` the standard deviation of `ln x` (σ of convergence).


    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them.
    logarithms : bool
        Whether the standard deviation is that of the logarithms; then all are above 0.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` (members with a figure) of `members`, `value`, `low`, `high`,
        `reason`.

    References
    ----------
    J. G. Williamson, “Regional inequality and the process of national development”, *Economic
    Development and Cultural Change* 13 (1965); R. J. Barro and X. Sala-i-Martin, *Economic Growth*
    (2004), chapter 11.

    Examples
    --------
    Of 10, 10, 10, 20, 50 the mean is 20, the variance 1200 / 5, and √240 / 20 is 0.7746:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcde"), "time_period": 2024, "obs_value": [10, 10, 10, 20, 50]})
    >>> variation(t, by=["p"], over="p").value.round(4).tolist()
    [0.7746]
    """
    from cpstats.calc.members import Members, spread

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    made: F = spread(members, _logarithms if logarithms else _plain, zero=not logarithms)
    return made


def _plain(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT

    w = nw.col(WEIGHT)
    made = members.sums(__w=w, __s=w * nw.col(x))
    mean = nw.col("__s") / nw.col("__w")
    made = made.sums(__e=w * (nw.col(x) / mean - 1) ** 2)
    square = nw.col("__e") / nw.col("__w")
    return made.columns(**{INDEX: square.sqrt(), TURN: mean * (1 + square)})


def _logarithms(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT, positive

    w = nw.col(WEIGHT)
    logarithm = positive(nw.col(x)).log()
    made = members.sums(__w=w, __s=w * logarithm)
    mean = nw.col("__s") / nw.col("__w")
    made = made.sums(__e=w * (logarithm - mean) ** 2)
    return made.columns(**{INDEX: (nw.col("__e") / nw.col("__w")).sqrt(), TURN: mean.exp()})
