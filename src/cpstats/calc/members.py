"""Many members as one number: the steps that every measure of inequality is made of.

A measure is written once, as columns over the members of a period: what it is, and with which
members it rises. It is highest where these are as high and the others as low as their digits allow.
It is lowest where all are drawn to the turning point between them; a measure that only adds up the
members in their order, each with its part, is nowhere lower than with the parts kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import narwhals as nw

from cpstats.calc.moments import TIME
from cpstats.calc.native import added, collected, numbered
from cpstats.calc.native import over as summed
from cpstats.calc.panel import HIGH, LOW, NOTHING, VALUE, Panel
from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHT, INDEX, TURN, PART, AT = "__weight", "__index", "__turn", "__part", "__at"
KEY = "__key"  # on pandas: one whole number for the keys of a row
FEWEST = 2  # members that can differ
PASSES = 3  # the turning point moves a little with the members
OUTWARD = 1e-13  # absolute: more than the sums here can lose

# Adds INDEX of the column that is named; and TURN, above which it rises, or PART, its addend.
Measure = Callable[["Members", str], "Members"]


@dataclass(frozen=True)
class Members:
    """The members of each period that have a figure and a weight; `keys` tell the periods apart.

    `within` are the columns that tell them apart fastest.
    """

    frame: Any
    keys: tuple[str, ...]
    every: Any  # one row a period: how many members it has
    ends: bool = True  # whether the numbers have intervals
    within: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        frame: Any,
        *,
        by: Sequence[str],
        over: str,
        weight: str | None = None,
        group: str | None = None,
        time: str = "time_period",
        value: str = "obs_value",
        decimals: int | None = None,
    ) -> Members:
        """Take a frame in.

        Parameters
        ----------
        frame, by, time, value, decimals
            As `panel.Panel.of` describes them; one row for each member and period.
        over : str
            The key column of the members.
        weight : str, optional
            The column of their weights (people), taken as they are printed; without it all
            members weigh the same. One without a weight above 0 has no part in the measure.
        group : str, optional
            A column that must be there beside them.
        """
        panel = Panel.of(
            frame,
            by=by,
            time=time,
            value=value,
            decimals=decimals,
            needs=[c for c in (over, weight, group) if c],
        )
        keys = (*(c for c in by if c != over), time)
        weighs = nw.col(weight).cast(nw.Float64).fill_nan(None) if weight else nw.lit(1.0)
        data = panel.frame.with_columns(weighs.alias(WEIGHT))
        every = data.group_by(*keys).agg(nw.len().alias("members"), nw.col(TIME).max())
        known = ~nw.col(VALUE).is_null() & ~nw.col(WEIGHT).is_null()
        data = data.filter(known)
        data = data.filter(nw.col(WEIGHT) > 0)
        fast = numbered(data, keys, KEY)
        if fast is None:
            return cls(data, keys, every, panel.ends, keys)
        return cls(fast, keys, every, panel.ends, (KEY,))

    def columns(self, **columns: Any) -> Members:
        """Add columns."""
        return replace(self, frame=added(self.frame, **columns))

    def sums(self, *more: str, **terms: Any) -> Members:
        """Add the sum over the members of a period (and of `more` keys) of each term."""
        data = added(self.frame, **terms)
        return replace(self, frame=summed(data, [*terms], (*self.within, *more)))

    def highest(self, name: str, x: Any) -> Members:
        """Add the highest of the members of a period."""
        data = added(self.frame, **{name: x})
        return replace(self, frame=summed(data, [name], self.within, "max"))

    def up_to(self, name: str, x: str) -> Members:
        """Add the weight of the members up to each one (itself included) in the order of `x`."""
        return self.columns(**{name: nw.col(WEIGHT).cum_sum().over(*self.within, order_by=x)})

    def group_means(self, group: str) -> Members:
        """Return the same with the mean of its group in the place of each member."""
        w = nw.col(WEIGHT)
        made = self.sums(
            group, __g=w, __gx=w * nw.col(VALUE), __gl=w * nw.col(LOW), __gh=w * nw.col(HIGH)
        )
        means = {VALUE: "__gx", LOW: "__gl", HIGH: "__gh"}
        return made.columns(**{c: nw.col(s) / nw.col("__g") for c, s in means.items()})

    def table(
        self, ends: Any = None, *, least: int = FEWEST, zero: bool = True, **columns: Any
    ) -> Any:
        """Return one row a period with `n`, `value`, `low`, `high`, `reason`, in order of time.

        `columns` are the same in all rows of a period, `ends` has low and high of each. Fewer
        members than `least`, or one below 0 (or at 0, unless `zero`), leave no value.
        """
        wrong = nw.col(VALUE) < 0 if zero else nw.col(VALUE) <= 0
        made = self.columns(__wrong=nw.when(wrong).then(1).otherwise(0), **columns)
        first = [nw.col(c).max() for c in (*columns, "__wrong")]
        made = made.frame.group_by(*self.keys).agg(nw.len().alias("n"), *first)
        made = made if ends is None else made.join(ends, on=list(self.keys), how="left")
        made = self.every.join(made, on=list(self.keys), how="left")
        made = made.with_columns(nw.col("n").fill_null(0))
        value = nw.col("value")
        reason = (
            nw.when(nw.col("n") == 0)
            .then(nw.lit("missing_current"))
            .when(nw.col("n") < least)
            .then(nw.lit("too_few"))
            .when((nw.col("__wrong") > 0) | value.is_null() | ~value.is_finite())
            .then(nw.lit("base_nonpositive"))
            .otherwise(nw.lit(None, dtype=nw.String))
        )
        made = made.with_columns(reason=reason)
        given = nw.col("reason").is_null()
        names = ("value", "low", "high", *columns)
        kept = [*dict.fromkeys(c for c in names if not c.startswith("__"))]
        numbers = {c: nw.when(given & nw.col(c).is_finite()).then(nw.col(c)) for c in kept}
        made = made.with_columns(**numbers).sort(*self.keys[:-1], TIME)
        return made.select(*self.keys, "n", "members", *kept, "reason").to_native()


def spread(members: Members, measure: Measure, *, zero: bool = True, **more: Any) -> Any:
    """Return a measure of every period with its interval; `more` are further columns."""
    if not members.ends:
        made = measure(members, VALUE)
        return made.table(zero=zero, value=nw.col(INDEX), low=NOTHING, high=NOTHING, **more)
    made, ends = with_ends(members, measure, zero=zero)
    return made.table(ends, zero=zero, value=nw.col(INDEX), **more)


def between(members: Members, group: str, measure: Measure, *, zero: bool = True) -> Members:
    """Add `between`, a measure of the means of the groups, with its ends."""
    nobody = members.frame.filter(nw.col(group).is_null()).select(group).head(1)
    if collected(nobody):
        raise UsageError(
            Message("a member has no group (column “{}”)", "有成员没有分组（“{}”列）", group),
            mend=Message("Give every row one.", "请为每一行填写分组。"),
        )
    own = (VALUE, LOW, HIGH)
    kept = members.columns(**{f"__own{c}": nw.col(c) for c in own})
    means = kept.group_means(group)
    if not members.ends:
        made = measure(means, VALUE).columns(between_low=NOTHING, between_high=NOTHING)
        back = {c: nw.col(f"__own{c}") for c in own}
        return made.columns(between=nw.col(INDEX), **back)
    made, ends = with_ends(means, measure, zero=zero)
    ends = ends.rename({"low": "between_low", "high": "between_high"})
    made = replace(made, frame=made.frame.join(ends, on=list(members.keys), how="left"))
    back = {c: nw.col(f"__own{c}") for c in own}
    return made.columns(between=nw.col(INDEX), **back)


def positive(x: Any) -> Any:
    """Return numbers whose logarithm can be taken; what is not above 0 is refused elsewhere."""
    return nw.when(x > 0).then(x).otherwise(1.0)


def with_ends(members: Members, measure: Measure, *, zero: bool = True) -> tuple[Members, Any]:
    """Return a measure, and of every period the lowest and the highest that the digits allow."""
    least = nw.when(nw.col(LOW) < 0).then(0.0).otherwise(nw.col(LOW))
    made = measure(members.columns(__least=least), VALUE)
    adds = PART in made.frame.collect_schema().names()
    start = made.columns(
        __above=nw.col(PART) > nw.col(INDEX) if adds else nw.col(VALUE) > nw.col(TURN)
    )
    if adds:
        start = start.columns(__kept=nw.col(PART))
        start = start.highest(TURN, nw.when(~nw.col("__above")).then(nw.col(VALUE)))
    ways = _ways(start)
    tried = []
    above = nw.col("__above")
    for _ in range(PASSES):
        ways = measure(ways.columns(**{AT: _drawn(above, adds=adds)}), AT)
        if adds:  # nowhere lower than with the parts of the members as they stand
            at = nw.col(WEIGHT) * nw.col(AT)
            ways = ways.sums(__n=nw.col("__kept") * at, __d=at)
            low = nw.col("__way") == TOGETHER
            index = nw.when(low).then(nw.col("__n") / nw.col("__d")).otherwise(nw.col(INDEX))
            ways = ways.columns(**{INDEX: index})
            part = nw.when(low).then(nw.col("__kept")).otherwise(nw.col(PART))
            above = part > nw.col(INDEX)
        else:
            above = nw.col(AT) > nw.col(TURN)
        tried.append(ways.frame.select(*members.keys, "__way", INDEX))
    return made, _ends(nw.concat(tried), made, zero=zero)


TOGETHER, HIGHEST = 0, ("__above", "__most", "__fewest", "__half")


def _ways(start: Members) -> Members:
    """Return the members once for each way to draw them: together, or apart from a start.

    Of the members around the turning point all may be above it, none, or every other one.
    """
    made = start.columns(
        __most=nw.col(HIGH) > nw.col(TURN), __fewest=nw.col("__least") > nw.col(TURN)
    )
    around = nw.when(nw.col("__most") & ~nw.col("__fewest")).then(1).otherwise(0)
    made = made.columns(__around=around)
    made = made.columns(__half=nw.col("__around").cum_sum().over(*made.within, order_by=VALUE))
    odd = (nw.col("__half") % 2 == 1) & (nw.col("__around") == 1)
    made = made.columns(__half=nw.col("__fewest") | odd)
    names = made.frame.collect_schema().names()
    kept = [c for c in (VALUE, HIGH, WEIGHT, "__least", TURN, INDEX, "__kept") if c in names]
    flags = ("__above", *HIGHEST)
    fast = made.within == (KEY,)
    every = nw.concat(
        [
            made.frame.select(
                *made.keys,
                *kept,
                nw.col(flag).alias("__above"),
                nw.lit(way).alias("__way"),
                *([nw.col(KEY) * len(flags) + way] if fast else []),
            )
            for way, flag in enumerate(flags)
        ]
    )
    keys = ("__way", *made.keys)
    return replace(made, frame=every, keys=keys, within=made.within if fast else keys)


def _drawn(above: Any, *, adds: bool) -> Any:
    """Return where the members stand: drawn to the turning point, or apart."""
    least, high, turn = (nw.col(c) for c in ("__least", HIGH, TURN))
    if adds:
        near = nw.when(above).then(least).otherwise(high)
    else:
        near = nw.when(turn < least).then(least).when(turn > high).then(high).otherwise(turn)
    far = nw.when(above).then(high).otherwise(least)
    return nw.when(nw.col("__way") == TOGETHER).then(near).otherwise(far)


def _ends(tried: Any, members: Members, *, zero: bool) -> Any:
    """Return the lowest and the highest of all that was tried, where every member has an interval."""
    keys = list(members.keys)
    together = nw.col("__way") == TOGETHER
    made = tried.with_columns(
        low=nw.when(together).then(nw.col(INDEX)), high=nw.when(~together).then(nw.col(INDEX))
    )
    made = made.group_by(*keys).agg(nw.col("low").min(), nw.col("high").max())
    is_open = nw.col(LOW).is_null() | nw.col(HIGH).is_null()
    if not zero:  # so near 0 there is no end
        is_open = is_open | (nw.col(LOW) <= 0)
    unknown = nw.when(is_open).then(1).otherwise(0)
    is_open = members.frame.with_columns(__open=unknown).group_by(*keys).agg(nw.col("__open").max())
    made = made.join(is_open, on=keys, how="left")
    low = nw.col("low") - OUTWARD
    known = nw.col("__open") == 0
    return made.select(
        *keys,
        low=nw.when(known).then(nw.when(low > 0).then(low).otherwise(0.0)),
        high=nw.when(known).then(nw.col("high") + OUTWARD),
    )
