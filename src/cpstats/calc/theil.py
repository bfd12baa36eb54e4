"""Theil's two measures of inequality, T and L, and what of them is between groups and within."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")
Form = Literal["T", "L"]


def theil(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    group: str | None = None,
    form: Form = "T",
    **layout: Unpack[Layout],
) -> F:
    """Return Theil's T or L over the members of each period.

    `T = Σ w u ln u / Σ w` and `L = −Σ w ln u / Σ w`, with `u` the member over the weighted mean.

    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them: figures per head, weighted with the people.
    group : str, optional
        The column of the groups (the region a province lies in); every member has one.
    form : {"T", "L"}
        T (the more sensitive at the top, 0 allowed) or L (mean logarithmic deviation).

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` (members with a figure) of `members`, `value`, `low`, `high`,
        `reason`; with groups `between` (with its interval) and `within`, whose sum is the value.

    References
    ----------
    H. Theil, *Economics and Information Theory* (1967), chapter 4; A. F. Shorrocks, “The class of
    additively decomposable inequality measures”, *Econometrica* 48 (1980).

    Examples
    --------
    The example of the R package REAT (after Störmann 2009), which takes L and prints 0.2326302:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcde"), "time_period": 2024, "obs_value": [10, 10, 10, 20, 50]})
    >>> theil(t, by=["p"], over="p", form="L").value.round(7).tolist()
    [0.2326302]
    """
    import narwhals as nw

    from cpstats.calc.members import INDEX, Members, between, spread

    measure = _t if form == "T" else _l
    members = Members.of(
        frame,
        by=by,
        over=over,
        weight=weight,
        group=group,
        **layout,
    )
    if group is None:
        made: F = spread(members, measure, zero=form == "T")
        return made
    columns = {c: nw.col(c) for c in ("between", "between_low", "between_high")}
    parts: F = spread(
        between(members, group, measure, zero=form == "T"),
        measure,
        zero=form == "T",
        **columns,
        within=nw.col(INDEX) - nw.col("between"),
    )
    return parts


def _t(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT, positive

    w = nw.col(WEIGHT)
    made = members.sums(__w=w, __s=w * nw.col(x))
    mean = nw.col("__s") / nw.col("__w")
    u = nw.col(x) / mean
    made = made.sums(__e=w * u * positive(u).log())
    t = nw.col("__e") / nw.col("__w")
    return made.columns(**{INDEX: t, TURN: mean * t.exp()})


def _l(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT, positive

    w = nw.col(WEIGHT)
    made = members.sums(__w=w, __s=w * nw.col(x))
    mean = nw.col("__s") / nw.col("__w")
    made = made.sums(__e=w * positive(nw.col(x) / mean).log())
    return made.columns(**{INDEX: -nw.col("__e") / nw.col("__w"), TURN: mean})
