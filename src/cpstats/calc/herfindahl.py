"""The Herfindahl index: how concentrated a whole is in few members."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def herfindahl(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    **layout: Unpack[Layout],
) -> F:
    """Return the sum of the squared shares of the members of each period, from `1/n` to 1.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; the members are all of the whole, which is their sum.
    over : str
        The key column of the members (industries, places, products).

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` (members with a figure) of `members`, `value`, `low`, `high`,
        `normalised` (`(H − 1/n) / (1 − 1/n)`, from 0 to 1), `equal` (`1/H`, how many equal members
        are as concentrated), `reason`.

    References
    ----------
    A. O. Hirschman, “The paternity of an index”, *The American Economic Review* 54 (1964); OECD,
    *Handbook on Constructing Composite Indicators*; US Department of Justice, *Merger Guidelines*
    (2023), guideline 1.

    Examples
    --------
    Four firms of 30, 30, 20 and 20 per cent: 0.09 + 0.09 + 0.04 + 0.04 = 0.26.

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcd"), "time_period": 2024, "obs_value": [30, 30, 20, 20]})
    >>> herfindahl(t, by=["p"], over="p").value.round(9).tolist()
    [0.26]
    """
    import narwhals as nw

    from cpstats.calc.members import INDEX, Members, spread

    members = Members.of(frame, by=by, over=over, **layout)
    h, n = nw.col(INDEX), nw.col("__w")
    made: F = spread(members, _squares, normalised=(h - 1 / n) / (1 - 1 / n), equal=1 / h)
    return made


def _squares(members: Members, x: str) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, TURN, WEIGHT

    made = members.sums(__w=nw.col(WEIGHT), __s=nw.col(x))
    made = made.columns(__u=nw.col(x) / nw.col("__s")).sums(__e=nw.col("__u") ** 2)
    return made.columns(**{INDEX: nw.col("__e"), TURN: nw.col("__e") * nw.col("__s")})
