"""Where in the order of the members: ratios of percentiles, the share of the top, the rank in per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.members import Members
    from cpstats.calc.panel import Layout

F = TypeVar("F")
UPPER, LOWER, TOP = 90.0, 10.0, 20.0  # per cent
SLACK = 1e-9  # relative: a sum of weights that is a percentile but for the last digits


def percentile_ratio(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    upper: float = UPPER,
    lower: float = LOWER,
    **layout: Unpack[Layout],
) -> F:
    """Return the upper percentile over the lower one (P90/P10) of the members of each period.

    Without weights a percentile lies between two members, in proportion (as spreadsheets and R's
    type 7 have it); with weights it is the lowest member up to which there is that part of the
    weight.

    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them.
    upper, lower : float
        Per cent, from 0 to 100.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` of `members`, `upper`, `lower`, `value` (their ratio), `low`, `high`,
        `reason`.

    References
    ----------
    R. J. Hyndman and Y. Fan, “Sample quantiles in statistical packages”, *The American
    Statistician* 50 (1996), definition 7; OECD, *Regions at a Glance*, technical notes.

    Examples
    --------
    Of 1, 2, … 11 the percentiles 90 and 10 are 10 and 2:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": range(11), "time_period": 2024, "obs_value": range(1, 12)})
    >>> percentile_ratio(t, by=["p"], over="p")[["upper", "lower", "value"]].iloc[0].tolist()
    [10.0, 2.0, 5.0]
    """
    import narwhals as nw

    from cpstats.calc.members import Members
    from cpstats.calc.panel import HIGH, LOW, VALUE

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    for name, x in (("", VALUE), ("_least", LOW), ("_most", HIGH)):
        for part, share in (("upper", upper), ("lower", lower)):
            members = _percentile(members, f"{part}{name}", x, share, weighted=weight is not None)
    made: F = members.table(
        upper=nw.col("upper"),
        lower=nw.col("lower"),
        value=nw.when(nw.col("lower") > 0).then(nw.col("upper") / nw.col("lower")),
        low=nw.when(nw.col("lower_most") > 0).then(nw.col("upper_least") / nw.col("lower_most")),
        high=nw.when(nw.col("lower_least") > 0).then(nw.col("upper_most") / nw.col("lower_least")),
    )
    return made


def top_share(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    top: float = TOP,
    **layout: Unpack[Layout],
) -> F:
    """Return what share of the whole the top of the members have, in per cent.

    The members stand in order; the one at the border counts with the part of it that is needed.
    With weights the top 20 per cent are people, without them members.

    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them.
    top : float
        How many per cent are the top.

    Returns
    -------
    frame of the kind that was given
        One row a period: `n` of `members`, `value` (per cent), `low`, `high`, `reason`.

    References
    ----------
    F. A. Cowell, *Measuring Inequality* (2011), chapter 2: a point of the Lorenz curve.

    Examples
    --------
    Of five members the top fifth is one, 50 of 100:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcde"), "time_period": 2024, "obs_value": [10, 10, 10, 20, 50]})
    >>> top_share(t, by=["p"], over="p").value.tolist()
    [50.0]
    """
    from functools import partial

    from cpstats.calc.members import Members, spread

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    made: F = spread(members, partial(_of_top, top=top))
    return made


def percentile_rank(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    **layout: Unpack[Layout],
) -> F:
    """Add to each member how many per cent of the others lie below it; equals count half.

    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them; with weights it is per cent of their people.

    Returns
    -------
    frame of the kind that was given
        One row a member with a figure: `n`, `value` (0 for the lowest, 100 for the highest),
        `low`, `high`, `reason`.

    References
    ----------
    The inclusive percentile rank of spreadsheets (PERCENTRANK.INC), ties in the middle.

    Examples
    --------
    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcd"), "time_period": "2024", "obs_value": [3, 2, 2, 1]})
    >>> percentile_rank(t, by=["p"], over="p").value.tolist()
    [100.0, 50.0, 50.0, 0.0]
    """
    import narwhals as nw

    from cpstats.calc.members import FEWEST, WEIGHT, Members
    from cpstats.calc.moments import TIME
    from cpstats.calc.panel import HIGH, LOW, ROW, VALUE

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    ends = {
        "__under": (VALUE, VALUE, False),
        "__upto": (VALUE, VALUE, True),
        "__surely": (HIGH, LOW, False),
        "__perhaps": (LOW, HIGH, True),
    }
    w = nw.col(WEIGHT)
    for name, (end, own, equal) in ends.items():
        members = _weight_below(members, name, over, end=end, own=own, equal=equal)
    unknown = nw.when(nw.col(LOW).is_null() | nw.col(HIGH).is_null()).then(1).otherwise(0)
    members = members.columns(n=nw.lit(1)).sums(__w=w, n=nw.col("n"), __open=unknown)
    others = nw.col("__w") - w
    middle = (nw.col("__under") + nw.col("__upto") - w) / 2
    enough = nw.col("n") >= FEWEST
    known = enough & (nw.col("__open") == 0)
    data = members.frame.with_columns(
        value=nw.when(enough).then(middle / others * 100),
        low=nw.when(known).then(nw.col("__surely") / others * 100),
        high=nw.when(known).then((nw.col("__perhaps") - w) / others * 100),
        reason=nw.when(~enough).then(nw.lit("too_few")).otherwise(nw.lit(None, dtype=nw.String)),
    )
    names = data.collect_schema().names()
    order = [ROW] if ROW in names else [*by, TIME]
    results = ("n", "value", "low", "high", "reason")
    kept = [c for c in names if not c.startswith("__") and c not in results]
    made: F = data.sort(*order).select(*kept, *results).to_native()
    return made


def _percentile(members: Members, name: str, x: str, share: float, *, weighted: bool) -> Members:
    """Add a percentile of the column `x`."""
    import narwhals as nw

    from cpstats.calc.members import WEIGHT

    part = share / 100
    made = members.up_to("__c", x).sums(__w=nw.col(WEIGHT))
    if weighted:
        enough = nw.col("__c") >= part * nw.col("__w") * (1 - SLACK)
        made = made.highest("__p", nw.when(enough).then(-nw.col(x)))
        return made.columns(**{name: -nw.col("__p")})
    place = 1 + (nw.col("__w") - 1) * part + SLACK
    made = made.columns(__k=place.floor())
    more = nw.max_horizontal(place - SLACK - nw.col("__k"), nw.lit(0.0))
    rank, k, here = nw.col("__c"), nw.col("__k"), nw.col(x)
    of = nw.when(rank == k).then(here * (1 - more)).when(rank == k + 1).then(here * more)
    unknown = nw.when(here.is_null()).then(1).otherwise(0)
    made = made.sums(__p=of.otherwise(0.0), __none=unknown)
    return made.columns(**{name: nw.when(nw.col("__none") == 0).then(nw.col("__p"))})


def _of_top(members: Members, x: str, *, top: float) -> Members:
    import narwhals as nw

    from cpstats.calc.members import INDEX, PART, WEIGHT

    w = nw.col(WEIGHT)
    made = members.up_to("__c", x).sums(__w=w, __s=w * nw.col(x))
    inside = (nw.col("__c") - (1 - top / 100) * nw.col("__w")) / w
    inside = nw.when(inside < 0).then(0.0).when(inside > 1).then(1.0).otherwise(inside)
    made = made.columns(**{PART: inside * 100}).sums(__e=nw.col(PART) * w * nw.col(x))
    return made.columns(**{INDEX: nw.col("__e") / nw.col("__s")})


def _weight_below(
    members: Members, name: str, over: str, *, end: str, own: str, equal: bool
) -> Members:
    """Add the weight of the members whose `end` is below (or equal to) the `own` of each one.

    Ends and questions stand in one order; what has been added up before a question is its answer.
    """
    from dataclasses import replace

    import narwhals as nw

    from cpstats.calc.members import WEIGHT

    keys = [*members.keys, over]
    ends = members.frame.select(
        *keys,
        nw.col(end).alias("__x"),
        nw.col(WEIGHT).alias(name),
        nw.lit(0 if equal else 1).alias("__turn"),
    )
    asked = members.frame.select(
        *keys,
        nw.col(own).alias("__x"),
        nw.lit(0.0).alias(name),
        nw.lit(1 if equal else 0).alias("__turn"),
    )
    every = nw.concat([ends.with_columns(__asks=nw.lit(0)), asked.with_columns(__asks=nw.lit(1))])
    order = ["__x", "__turn"]
    sums = nw.col(name).cum_sum().over(*members.keys, order_by=order)
    every = every.filter(~nw.col("__x").is_null()).with_columns(sums.alias(name))
    found = every.filter(nw.col("__asks") == 1).select(*keys, name)
    return replace(members, frame=members.frame.join(found, on=keys, how="left"))
