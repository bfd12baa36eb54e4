"""The Lorenz curve: what share of the whole the lowest members have together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.panel import Layout

F = TypeVar("F")


def lorenz(
    frame: F,
    *,
    by: Sequence[str],
    over: str,
    weight: str | None = None,
    **layout: Unpack[Layout],
) -> F:
    """Add to each member its point of the Lorenz curve, the lowest member first.

    Parameters
    ----------
    frame, by, over, weight, time, value, decimals
        As `members.Members.of` describes them.

    Returns
    -------
    frame of the kind that was given
        One row a member with a figure: `below` (the members, or their weight, up to this one, in
        per cent), `value` (what they have of the whole, in per cent), `low`, `high` (with this
        order of the members), `reason`.

    References
    ----------
    M. O. Lorenz, “Methods of measuring the concentration of wealth”, *Publications of the American
    Statistical Association* 9 (1905).

    Examples
    --------
    >>> import pandas as pd
    >>> t = pd.DataFrame({"p": list("abcde"), "time_period": 2024, "obs_value": [50, 10, 20, 10, 10]})
    >>> made = lorenz(t, by=["p"], over="p")
    >>> made.below.round(9).tolist(), made.value.round(9).tolist()
    ([20.0, 40.0, 60.0, 80.0, 100.0], [10.0, 20.0, 30.0, 50.0, 100.0])
    """
    import narwhals as nw

    from cpstats.calc.members import FEWEST, WEIGHT, Members
    from cpstats.calc.moments import TIME
    from cpstats.calc.panel import HIGH, LOW, VALUE

    members = Members.of(frame, by=by, over=over, weight=weight, **layout)
    w, x = nw.col(WEIGHT), nw.col(VALUE)
    made = members.columns(n=nw.lit(1)).sums(
        n=nw.col("n"),
        __w=w,
        __s=w * x,
        __sl=w * nw.col(LOW),
        __sh=w * nw.col(HIGH),
        __open=nw.when(nw.col(LOW).is_null() | nw.col(HIGH).is_null()).then(1).otherwise(0),
        __wrong=nw.when(x < 0).then(1).otherwise(0),
    )
    own = {"__v": w * x, "__l": w * nw.col(LOW), "__h": w * nw.col(HIGH)}
    order = [VALUE, over]
    made = made.columns(**own)
    made = made.columns(
        below=w.cum_sum().over(*made.keys, order_by=order) / nw.col("__w") * 100,
        **{c: nw.col(c).cum_sum().over(*made.keys, order_by=order) for c in own},
    )
    low, high = nw.col("__l"), nw.col("__h")
    few = nw.col("n") < FEWEST
    wrong = (nw.col("__wrong") > 0) | (nw.col("__s") <= 0)
    data = made.frame.with_columns(
        reason=nw.when(few)
        .then(nw.lit("too_few"))
        .when(wrong)
        .then(nw.lit("base_nonpositive"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    given = nw.col("reason").is_null()
    known = given & (nw.col("__open") == 0) & (nw.col("__sl") > 0)
    data = data.with_columns(
        value=nw.when(given).then(nw.col("__v") / nw.col("__s") * 100),
        low=nw.when(known).then(low / (low + nw.col("__sh") - high) * 100),
        high=nw.when(known).then(high / (high + nw.col("__sl") - low) * 100),
    )
    results = ("n", "below", "value", "low", "high", "reason")
    names = data.collect_schema().names()
    kept = [c for c in names if not c.startswith("__") and c not in results]
    sorted_ = data.sort(*(c for c in made.keys[:-1]), TIME, *order)
    points: F = sorted_.select(*kept, *results).to_native()
    return points
