"""What the numbers of a text say about one another: parts and total, rate and gap, average and span.

A relation is looked at only where every number in it is exact, has a name of its own, and stands
in one paragraph; the closed intervals of the digits must be disjoint before anything is said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.calc.average_growth import average_of
from cpstats.calc.growth import growth_of
from cpstats.calc.interval import Interval
from cpstats.calc.share import share_of
from cpstats.claims.judging.changes import TURNED
from cpstats.claims.judging.manners import are_taken_alike
from cpstats.claims.judging.recomputed import relations
from cpstats.claims.judging.said import is_scoped, says_place
from cpstats.claims.judging.touching import touch
from cpstats.claims.judging.wholes import whole_place
from cpstats.claims.terms.letters import plain_part
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import (
    ADJUSTED,
    OVER,
    is_on_scope,
    leaves_out,
    printed,
    words_before,
)
from cpstats.model.text import Text
from cpstats.model.unit import PERCENT, PLACE, POINTS, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.printed import Ends
    from cpstats.claims.terms.relation import Relation
    from cpstats.claims.terms.verdict import Judged
    from cpstats.model.catalogue import Catalogue

NEAR = 0.2  # part of an amount by which it may differ from itself in one text
NEAR_POINTS = 2.0
ABOUT = 0.1  # 翻一番 is said of 1.9 and of 2.2 times
_OPEN = ("unverifiable", "depends")  # what the data have decided stays


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims that cannot all be true, and why."""

    claims: tuple[Claim, ...]
    why: Text


def with_clashes(
    found: Sequence[Judged], catalogue: Catalogue
) -> tuple[list[Judged], tuple[Relation, ...]]:
    """Return the verdicts, those that the data leave open and the text contradicts as such.

    The second are the relations between numbers of the text that hold.
    """
    made = list(found)
    at = {judged.claim.start: n for n, judged in enumerate(found)}
    claims = [judged.claim for judged in found if judged.claim.status == "claim"]
    told = tuple(relations(claims, catalogue))
    for clash in clashes(claims, catalogue, told):
        for claim in clash.claims:
            n = at[claim.start]
            said = (
                TURNED.en in clash.why.en and made[n].verdict == "confirmed"
            )  # only the verb is wrong
            if made[n].verdict in _OPEN or said:
                others = tuple(c for c in clash.claims if c is not claim)
                made[n] = made[n]._replace(verdict="inconsistent", why=clash.why, beside=others)
    return made, tuple(relation for relation in told if relation.holds)


def clashes(
    claims: Sequence[Claim], catalogue: Catalogue, told: Sequence[Relation] | None = None
) -> Iterator[Clash]:
    """Yield every relation of a text that does not hold; `told` are those already recomputed."""
    yield from _ranges(claims)
    yield from _bounds(claims)
    for found in relations(claims, catalogue) if told is None else told:
        if not found.holds:
            yield _clash(found.claims, found.what)
    paragraphs: dict[int, list[Claim]] = defaultdict(list)
    for claim in _named(claims):
        paragraphs[claim.line].append(claim)
    for paragraph in paragraphs.values():
        table = Table(paragraph, catalogue)
        for relation in RELATIONS:
            yield from relation(table)


def _named(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the exact claims whose indicator is named between the last number and them.

    A carried subject may have changed without a word, as that of 其中 or of a silent switch.
    """
    last: Claim | None = None
    listed = False  # whether the last one was yielded: in 11:33:56 the name stands before the first
    for claim in claims:
        here = last is not None and last.sentence_start == claim.sentence_start
        begin = last.end - claim.sentence_start if here and last is not None else 0
        words = plain_part(claim.sentence, begin, claim.start - claim.sentence_start)
        name = claim.indicator_surface or ""
        carried = (
            last is not None and last.group == claim.group and last.indicator == claim.indicator
        )
        fits = bool(name) and name in words
        known = claim.indicator and not claim.nearly and claim.place and claim.period
        whole = known and claim.bound == "exact" and not leaves_out(words_before(claim))
        stands = not claim.unexplained and not claim.unpaced and not is_on_scope(claim)
        whole = whole and stands
        ratio = listed and words == ":"
        listed = bool(whole and (fits or ratio or (carried and here and claim.measure != "level")))
        if listed:
            yield claim
        last = claim


Key = tuple[str, str, str]  # indicator, place, period


class Table:
    """The named claims of a paragraph by measure, indicator, place and period."""

    def __init__(self, claims: Sequence[Claim], catalogue: Catalogue) -> None:
        self.claims = claims
        self.catalogue = catalogue
        self._by: dict[str, dict[Key, Claim]] = defaultdict(dict)
        for claim in claims:
            key = (claim.indicator or "", claim.place or "", claim.period or "")
            self._by[claim.measure].setdefault(key, claim)

    def all(self, measure: str) -> dict[Key, Claim]:
        """Return the claims of one measure."""
        return self._by[measure]

    def interval(self, claim: Claim) -> Interval | None:
        """Return what a claim's digits stand for, in the unit of its measure."""
        unit = PERCENT
        if claim.measure == "level":
            unit = self.catalogue.indicators[claim.indicator or ""].unit
        elif claim.measure.endswith("_gap"):
            unit = POINTS
        said = printed(claim, unit)
        if said is None or said.wide[0] is None or said.wide[1] is None:
            return None
        return Interval(said.value, *said.wide)


def _restated(table: Table) -> Iterator[Clash]:
    """Find one quantity that is given twice."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in table.claims:
        if claim.measure not in ("level", "growth", "average_growth"):
            continue
        key = (
            claim.indicator, claim.place, claim.period, claim.base_period,
            claim.measure, claim.price_basis, is_scoped(claim.indicator_surface),
        )  # fmt: skip
        other = seen.setdefault(key, claim)
        if other is claim or other.sentence_start == claim.sentence_start:
            continue
        if not are_taken_alike(other, claim):
            continue
        one, two = table.interval(other), table.interval(claim)
        if says_place(claim, table.catalogue) and not _is_placed(other, table):
            continue  # a place that is named only later need not be that of what stood before
        if one and two and not _meet(one, two) and _is_near(one, two):
            yield _clash((other, claim), Text("given twice", "同一指标前后不一"))


def _is_placed(claim: Claim, table: Table) -> bool:
    """Return whether a number or one before it says its place."""
    before = (c for c in table.claims if c.start <= claim.start and c.place == claim.place)
    return any(says_place(c, table.catalogue) for c in before)


def _is_near(one: Interval, two: Interval) -> bool:
    """Return whether two numbers can be one quantity: what is far apart is of two subjects."""
    apart = abs(one.value - two.value)
    return apart <= max(NEAR * max(abs(one.value), abs(two.value)), NEAR_POINTS)


def _growth(table: Table) -> Iterator[Clash]:
    """Hold a nominal growth against the level and that of the year before."""
    for key, rate in table.all("growth").items():
        period = period_of(key[2])
        scoped = table.catalogue.is_scoped(key[0])
        if period is None or rate.price_basis != "current" or scoped:
            continue
        now = table.all("level").get(key)
        then = table.all("level").get((key[0], key[1], str(period.year_before())))
        if now is None or then is None:
            continue
        a, b, g = (table.interval(c) for c in (now, then, rate))
        if a and b and g and b.value > 0 and not _meet(growth_of(a, b), g):
            yield _clash(
                (then, now, rate), Text("level, growth and level before", "水平、增速与上期水平")
            )


def _parts(table: Table) -> Iterator[Clash]:
    """Add all parts of one division up to their whole."""
    for (whole, _), parts in table.catalogue.divisions().items():
        for key, total in table.all("level").items():
            if key[0] != whole:
                continue
            some = [table.all("level").get((part, *key[1:])) for part in parts]
            found = [c for c in some if c is not None]
            if len(found) < len(parts):
                continue
            ends = [table.interval(c) for c in (*found, total)]
            if all(ends):
                first, *rest = [e for e in ends[:-1] if e]
                for more in rest:
                    first = first + more
                last = ends[-1]
                if last and not _meet(first, last):
                    yield _clash((*found, total), Text("parts and total", "分项与合计"))


def _part_share(table: Table) -> Iterator[Clash]:
    """Hold the share of a part (one of a:b:c) against the levels of part and whole."""
    for key, share in table.all("share").items():
        of = table.catalogue.parts.get(key[0])
        if of is None or not share.surface[-1:].isdigit():
            continue
        part = table.all("level").get(key)
        whole = table.all("level").get((of.whole, *key[1:]))
        if part is None or whole is None:
            continue
        a, b, s = (table.interval(c) for c in (part, whole, share))
        made_to_fit = Interval(0.0, -ADJUSTED, ADJUSTED)
        if a and b and s and b.value > 0 and not _meet(share_of(a, b), s + made_to_fit):
            yield _clash((part, whole, share), Text("share of the total", "占比与合计"))


def _place_share(table: Table) -> Iterator[Clash]:
    """Hold the share of a place in another one against the levels of both."""
    for key, share in table.all("share").items():
        before = plain_part(share.sentence, 0, share.start - share.sentence_start)
        other = whole_place(share, before, table.catalogue)
        part = table.all("level").get(key)
        whole = table.all("level").get((key[0], other or "", key[2]))
        if part is None or whole is None or other == key[1]:
            continue
        a, b, s = (table.interval(c) for c in (part, whole, share))
        if a and b and s and b.value > 0 and not _meet(share_of(a, b), s):
            yield _clash((part, whole, share), Text("share of the total", "占比与合计"))


def _multiple(table: Table) -> Iterator[Clash]:
    """Hold a multiple (翻一番) against the two levels, where prices do not stand between them."""
    for key, times in table.all("multiple").items():
        now = table.all("level").get(key)
        then = table.all("level").get((key[0], key[1], times.base_period or ""))
        real = table.catalogue.indicators[key[0]].growth_basis == "constant"
        if now is None or then is None or real:
            continue
        a, b = table.interval(now), table.interval(then)
        said = Interval(times.value, times.value * (1 - ABOUT), times.value * (1 + ABOUT))
        if a and b and b.value > 0 and not _meet(a / b, said):
            yield _clash((then, now, times), Text("the multiple of two levels", "倍数与两期水平"))


def _place_gap(table: Table) -> Iterator[Clash]:
    """Take from a rate its gap to another place: that place's own rate is left."""
    for measure in ("growth", "average_growth"):
        for key, gap in table.all(f"{measure}_gap").items():
            ours = table.all(measure).get(key)
            theirs = table.all(measure).get((key[0], gap.benchmark or "", key[2]))
            if ours is None or theirs is None or gap.benchmark == gap.place:
                continue
            a, b, g = (table.interval(c) for c in (ours, theirs, gap))
            if a and b and g and not _meet(a - b, g):
                yield _clash(
                    (ours, theirs, gap), Text("rate, gap and benchmark", "增速、差距与对比地区")
                )


def _average_of_span(table: Table) -> Iterator[Clash]:
    """Hold growth since a base period against the average a year since then."""
    for key, total in table.all("span_growth").items():
        mean = table.all("average_growth").get(key)
        if mean is None or mean.base_period is None or mean.base_period != total.base_period:
            continue
        if "docdate" in (mean.period_from, total.period_from):  # how many years is a guess
            continue
        base, end = period_of(mean.base_period), period_of(key[2])
        years = end.year - base.year if base and end else 0
        a, g = table.interval(total), table.interval(mean)
        if years > 1 and a and g and a.low is not None and a.low > -100:
            grown = [a / 100 + 1]
            if total.unit == TIMES:  # 增长11倍 is often said of what is 11 times as much
                grown.append(a / 100)
            one, spans = Interval(1.0, 1.0, 1.0), (years, years - 1)  # 1978年至2017年 is 39 or 40
            if not any(_meet(average_of(one, t, n), g) for t in grown for n in spans if n > 1):
                yield _clash(
                    (total, mean),
                    Text("growth over the span and its average", "累计增长与年均增长"),
                )


RELATIONS: tuple[Callable[[Table], Iterator[Clash]], ...] = (
    _restated,
    _growth,
    _parts,
    _part_share,
    _place_share,
    _multiple,
    _place_gap,
    _average_of_span,
)


def _ranges(claims: Sequence[Claim]) -> Iterator[Clash]:
    """Find 由 A 提高到 B where B is less."""
    for one, two in pairwise(claims):
        linked = (
            one.sentence_start == two.sentence_start
            and one.measure == two.measure
            and one.measure in ("level", "share")
            and one.unit not in (PLACE, "名")
            and one.indicator_surface == two.indicator_surface
            and one.unit == two.unit
            and one.bound == two.bound == "exact"
        )
        if not linked or two.direction is None:
            continue
        at = one.start - one.sentence_start
        before = plain_part(one.sentence, max(0, at - 20), at)
        between = _between(one, two)
        begins = before.rpartition("从")[1] or before.rpartition("由")[1]
        if not begins or len(between) > 12 or not any(w in between for w in ("到", "至")):
            continue
        falls = two.direction == "down"
        if (
            (two.value > one.value) if falls else (two.value < one.value)
        ):  # 4.1% to 4.1% may have fallen
            yield _clash(
                (one, two),
                Text("the direction is not that of the two numbers", "升降方向与两数不符"),
            )


def _bounds(claims: Sequence[Claim]) -> Iterator[Clash]:
    """Find 突破 A、达到 B where B is less than A."""
    for one, two in pairwise(claims):
        linked = (
            one.sentence_start == two.sentence_start
            and one.measure == two.measure == "level"
            and one.indicator == two.indicator
            and one.indicator_surface == two.indicator_surface
            and one.group == two.group
            and one.bound in OVER
            and two.bound == "exact"
            and one.indicator is not None
        )
        between = _between(one, two)
        if not linked or len(between) > 4 or "达" not in between:
            continue
        a, b = printed(one, two.unit), printed(two, two.unit)
        if a and b and not touch(a.wide, b.wide):
            yield _clash((one, two), Text("the bound is above the number", "门槛高于实际数值"))


def _between(one: Claim, two: Claim) -> str:
    return plain_part(one.sentence, one.end - one.sentence_start, two.start - one.sentence_start)


def _meet(a: Interval, b: Interval) -> bool:
    first: Ends = (a.low, a.high)
    return touch(first, (b.low, b.high))


def _clash(claims: tuple[Claim, ...], what: Text) -> Clash:
    head = Text("the text contradicts itself, ", "原文自相矛盾，") + what
    listed = [_shown(c) for c in claims]
    return Clash(claims, head + Text(f": {', '.join(listed)}", f"：{'、'.join(listed)}"))


def _shown(claim: Claim) -> str:
    sign = "−" if claim.direction == "down" and claim.measure != "level" else ""
    return f"{sign}{claim.surface}"
