"""An amount, what it was before, how much it changed and at what rate: any three of one statement."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.calc.average_growth import average_of
from cpstats.calc.growth import growth_of
from cpstats.calc.interval import Interval
from cpstats.calc.share import share_of
from cpstats.claims.judging.consecutive import alike, amount_of, before, between, meet, rate_of
from cpstats.claims.judging.nominal import is_nominal
from cpstats.claims.terms.relation import Relation
from cpstats.claims.terms.units import is_points
from cpstats.model.pattern import pattern
from cpstats.model.text import Text
from cpstats.model.unit import PLACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

_UP = "增收|增支|增产|增加|增长|提高|上升|提升|上涨|扩大|净增|增|升|多|高"
_DOWN = "减收|减支|减产|减少|下降|降低|回落|缩小|缩短|净减|减|降|少|低"
_FROM = pattern(r"(?:由|从|\b[Ff]rom )[^,;。]{0,24}$")
_TO = pattern(r"(?:到|至|为)[^,;。\d]{0,4}$|^ to (?:about )?$")
_CHANGED = pattern(  # behind 由A到B
    rf"^,(?:共|累计|总共|一年)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$"
    r"|^, (?:an? )?(?:(?P<rose>up|increase of|rise of|gain of)|(?P<fell>down|decrease of|drop of|fall of))(?: by)? $"
)
_THAN_THEN = pattern(  # B,比上年增加C
    rf"^,(?:[比较](?:上年|去年|上年末|上年同期|去年同期|年初|上年底)|同比)(?:净)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$"
)
_AT_RATE = pattern(
    rf"^,(?:同比|增幅|降幅)?(?:(?P<up>{_UP}|增幅)|(?P<down>{_DOWN}|降幅))了?(?:为|达)?$"
)
_MORE = "增加|增收|增支|增产|净增"
_LESS = "减少|减收|减支|减产|净减"
_SO_MUCH = pattern(rf"^,(?:同比)?(?:(?P<up>{_MORE})|(?P<down>{_LESS}))了?$")
_THAN_BASE = pattern(r"[与比较][^,;。]{0,30}$")  # 与2010年的A相比,增加C
_SINCE_BASE = pattern(rf"^相比,(?:共|累计|十年共)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$")
_THAN_OF = pattern(r"^,(?:[比较])[^,;。]{1,10}的$")  # B,比2020年的A
_BY = pattern(rf"^(?:(?P<up>{_UP}|增产|增收)|(?P<down>{_DOWN}|减产|减收))了?(?:出)?(?:约)?$")
_WAS = pattern(r"^,(?:上年|去年)(?:同期)?(?:为|是)?$")
_GREW = pattern(rf"^,(?:同比|比上年|较上年|比去年)(?:名义)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?$")
_FROM_A = pattern(r"^ from (?:the )?$")
_RATE_BEHIND = pattern(
    r"^, (?:an? )?(?:(?P<rose>increase|rise|gain|growth) of|(?P<fell>decrease|drop|decline|fall) of) $"
)
_WHEN = pattern(  # words of time between two numbers
    r" (?:in|for|during) (?:the )?(?:(?:year|month|quarter|[A-Z][a-z]{2,8}|(?:first|second|third|fourth) (?:quarter|half)(?: of)?|[QH][1-4]) ?){0,2}(?:(?:19|20)\d\d(?:[-/]\d\d)?)?(?=[ ,]|$)"
)
_UP_BY = pattern(  # B, up R percent from A
    r"^(?: [a-z]+){0,3}, (?:an? )?(?:(?P<rose>up|(?:increase|rise|gain|growth) of)|(?P<fell>down|(?:decrease|decline|drop|fall) of))(?: by)? $"
)
_THEN_FROM = pattern(r"^,? from (?:the )?$")
_THEN_TO = pattern(r"^,? to (?:about )?$")
_MOVED_TO = pattern(  # fell to B from A
    r"\b(?:(?P<rose>rose|increased|climbed|grew|up)|(?P<fell>fell|dropped|decreased|declined|down)) to $"
)
_MOVED_FROM = pattern(  # fell from A to B
    r"\b(?:(?P<rose>rose|increased|climbed|grew|went up)|(?P<fell>fell|dropped|decreased|declined|went down|came down)) from $"
)
_WORTH = pattern(
    r"dollar|currenc|exchange|against|\bper\b|deficit|loss|minus|negative|contraction|temperature",
    re.IGNORECASE,
)
_COMPARED = pattern(r"^(?: [a-z]+){0,2}(?: in \d{4})?,? (?:compared with|against|versus) $")
_MORE_THAN = pattern(
    r"^ (?:(?P<rose>more|higher|greater) than|(?P<fell>less|lower|fewer) than|(?P<above>above)|(?P<below>below)) (?:the |its )?$"
)
_PUT = pattern(r"^(?:, | (?:was|were|is|stood) )$")
_IN_ALL = pattern(r"^,?(?P<count>[两二三四五])者(?:合计|共计|总计|共)(?:为|达)?$")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_JOINED = pattern(r"^[、,和与及][^,;。\d]{0,14}$")
_A_YEAR = pattern(
    r"^[,。]?(?:年均|年平均|平均每年|[两二三四五六七八九十]年平均)(?:增长|下降)?率?(?:为|达)?$"
)
_OVER_YEARS = Text("growth over the span and its average", "累计增长与年均增长")
_GOAL = pattern(r"^,?(?:完成|为|占|达到?)[^,;。\d]{0,6}(?:预算|计划|任务|目标)(?:数|任务|目标)?$")
_OF_GOAL = Text("what was done of a goal", "完成数与预算数")
_PASSED = pattern(r"^,(?:其中)?(?P<stem>合格|达标|优良|优秀|及格|录取|中签)的?$")
_PASS_RATE = pattern(r"^,(?P<stem>合格|达标|优良|优秀|及格|录取|中签)率(?:为|达到?)?$")
DIFFERENCE = Text("two levels and the change between", "两期水平与增减量")
GROWTH = Text("level, growth and level before", "水平、增速与上期水平")
CHANGE = Text("level, change and growth", "水平、增减量与增速")
_BY_PLACES = pattern(r"^,(?:提升|上升|前移|前进|提高|攀升|下降|下滑|后移|后退|跌|升|降|退)了?$")
POINTS = Text("two rates and the points between", "两个比率与百分点")
TURNED = Text("the direction is not that of the two numbers", "升降方向与两数不符")
_GROWN = ("growth", "span_growth", "growth_on_period")
TOTAL = Text("parts and total", "分项与合计")
PART = Text("share of the total", "占比与合计")


def _sign(match: object) -> float:
    """Return the sign of what a pattern found: 1 for up, -1 for down."""
    found = match.groupdict() if match is not None else {}  # type: ignore[attr-defined]
    return -1.0 if found.get("down") or found.get("fell") or found.get("below") else 1.0


def _times(sign: float, one: Interval) -> Interval:
    return one if sign > 0 else Interval(0.0, 0.0, 0.0) - one


def _amounts(*claims: Claim) -> list[Interval]:
    """Return the amounts of claims that count the same things, nothing where they do not."""
    found = [amount_of(claim) for claim in claims]
    same = all(alike(claim, claims[0]) for claim in claims[1:])
    return [one for one in found if one is not None] if same and all(found) else []


def _differences(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 由A增加到B,增加C and B,比上年的A多C and B, up C from A against the difference."""
    for one, two, three in zip(run, run[1:], run[2:], strict=False):
        ordered = _ordered(one, two, three)
        ends = _amounts(one, two, three)
        if ordered is None or not ends:
            continue
        (old, new, change), sign = ordered
        by = dict(zip((id(one), id(two), id(three)), ends, strict=True))
        made = by[id(new)] - by[id(old)]
        yield Relation((one, two, three), DIFFERENCE, meet(made, _times(sign, by[id(change)])))


def _ordered(
    one: Claim, two: Claim, three: Claim
) -> tuple[tuple[Claim, Claim, Claim], float] | None:
    """Return which of three amounts is the earlier, the later and the change, and the sign of that."""
    first, second = between(one, two), between(two, three)
    if _FROM.search(before(one)) and _TO.search(first) and (found := _CHANGED.match(second)):
        return (one, two, three), _sign(found)
    if _THAN_OF.match(first) and (found := _BY.match(second)):
        return (two, one, three), _sign(found)
    if _FROM_A.match(second) and (found := _CHANGED.match(first)):
        return (three, one, two), _sign(found)
    return None


def _rates(run: Sequence[Claim], catalogue: Catalogue) -> Iterator[Relation]:
    """Hold a rate against the level and the level before it, in whatever order they stand."""
    for three in zip(run, run[1:], run[2:], strict=False):
        found = _with_rate(*three)
        if found is None or not is_nominal(three, catalogue):
            continue
        (old, new, rate), sign = found
        ends, said = _amounts(old, new), rate_of(rate)
        if not ends or said is None or (ends[0].low or 0) <= 0:
            continue
        size = Interval(abs(said.value), *sorted((abs(said.low or 0), abs(said.high or 0))))
        yield Relation(three, GROWTH, meet(growth_of(ends[1], ends[0]), _times(sign, size)))


def _with_rate(
    one: Claim, two: Claim, three: Claim
) -> tuple[tuple[Claim, Claim, Claim], float] | None:
    """Return the earlier level, the later one and the rate of three numbers, and its sign."""
    first, second = between(one, two), between(two, three)
    if _THAN_OF.match(first) and (found := _BY.match(second)):
        return (two, one, three), _sign(found)
    if _WAS.match(second) and (found := _GREW.match(first)):
        return (three, one, two), _sign(found)
    if _PUT.match(first) and (found := _MORE_THAN.match(second)):
        return (three, one, two), _sign(found)
    if so := _in_english(one, two, three):
        return so
    behind = _RATE_BEHIND.match(second.partition(" in ")[0]) or _RATE_BEHIND.match(_bare(second))
    if behind and (_FROM_A.match(first) or _COMPARED.match(first)):
        return (two, one, three), _sign(behind)
    return None


def _in_english(
    one: Claim, two: Claim, three: Claim
) -> tuple[tuple[Claim, Claim, Claim], float] | None:
    """Return the same of B, up R percent from A; rose R percent to B from A; rose by R percent, from A to B."""
    first, second = (_WHEN.sub("", between(*pair)) for pair in ((one, two), (two, three)))
    if (found := _UP_BY.match(first)) and _THEN_FROM.match(second) and two.measure in _GROWN:
        return (three, one, two), _sign(found)
    sign = -1.0 if one.direction == "down" else 1.0
    if one.measure in _GROWN and _THEN_TO.match(first) and _THEN_FROM.match(second):
        return (three, two, one), sign
    if one.measure in _GROWN and _THEN_FROM.match(first) and _THEN_TO.match(second):
        return (two, three, one), sign
    return None


def _turned(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold rose to B from A, and rose from A to B, against the order of the two."""
    for one, two in pairwise(run):
        link = _WHEN.sub("", between(one, two)) if one.measure == two.measure else ""
        moved = _MOVED_TO.search(before(one)) if _THEN_FROM.match(link) else None
        then = _MOVED_FROM.search(before(one)) if _THEN_TO.match(link) else None
        old, new = (one, two) if then else (two, one)
        ends = _amounts(old, new) if one.measure in ("level", "share") else []
        if (way := moved or then) and ends and not _WORTH.search(one.sentence):
            low, high = (ends[1], ends[0]) if way["fell"] else (ends[0], ends[1])
            yield Relation((one, two), TURNED, (low.low or 0.0) <= (high.high or 0.0))


def _bare(words: str) -> str:
    """Return words without the year that they begin with: in 2023, a rise of."""
    return pattern(r"^ in \d{4}").sub("", words)


def _changes(run: Sequence[Claim], catalogue: Catalogue) -> Iterator[Relation]:
    """Hold B,比上年增加C,增长R, B,同比增长R,增收C and 与A相比,增加C,增长R against C of what was before."""
    for three in zip(run, run[1:], run[2:], strict=False):
        found = _moved_at(*three)
        if found is None or not is_nominal(three, catalogue):
            continue
        level, change, rate, moved, at, base = found
        ends, said = _amounts(level, change), rate_of(rate)
        if not (ends and said):
            continue
        then = ends[0] if base else ends[0] - _times(moved, ends[1])
        if (then.low or 0) > 0:
            size = Interval(abs(said.value), *sorted((abs(said.low or 0), abs(said.high or 0))))
            made = share_of(ends[1], then)
            yield Relation(three, CHANGE, moved == at and meet(made, size))


def _moved_at(
    one: Claim, two: Claim, three: Claim
) -> tuple[Claim, Claim, Claim, float, float, bool] | None:
    """Return level, change and rate of three numbers, their signs, and whether the level is that before."""
    first, second = between(one, two), between(two, three)
    if rate_of(two) is not None:
        amount, found = _SO_MUCH.match(second), _GREW.match(first) or _AT_RATE.match(first)
        return (one, three, two, _sign(amount), _sign(found), False) if amount and found else None
    behind = _AT_RATE.match(second)
    if behind and (found := _THAN_THEN.match(first)):
        return one, two, three, _sign(found), _sign(behind), False
    if behind and (found := _SINCE_BASE.match(first)) and _THAN_BASE.search(before(one, 40)):
        return one, two, three, _sign(found), _sign(behind), True
    return None


def _sums(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold A人、B人,两者合计C against the sum."""
    for n, total in enumerate(run):
        found = _IN_ALL.match(between(run[n - 1], total)) if n > 1 else None
        count = _COUNTS[found["count"]] if found else 0
        parts = run[n - count : n] if 0 < count <= n else []
        apart = all(_JOINED.match(between(a, b)) for a, b in pairwise(parts))
        ends = _amounts(*parts, total) if parts and apart else []
        if ends:
            made = Interval(0.0, 0.0, 0.0)
            for end in ends[:-1]:
                made = made + end
            yield Relation((*parts, total), TOTAL, meet(made, ends[-1]))


def _passed(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 样品A批次,合格B批次,合格率S against B of A."""
    for whole, part, share in zip(run, run[1:], run[2:], strict=False):
        one, two = _PASSED.match(between(whole, part)), _PASS_RATE.match(between(part, share))
        ends, said = _amounts(part, whole), rate_of(share)
        if one and two and one["stem"] == two["stem"] and ends and said:
            yield Relation((whole, part, share), PART, meet(share_of(ends[0], ends[1]), said))


def _places(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 从第18位升至第12位,提升6位 against the places between."""
    for old, new, by in zip(run, run[1:], run[2:], strict=False):
        units = {old.unit, new.unit, by.unit} <= {PLACE, "名"}
        linked = _FROM.search(before(old)) and _TO.search(between(old, new).rstrip("第"))
        if units and linked and _BY_PLACES.match(between(new, by)):
            yield Relation((old, new, by), DIFFERENCE, abs(old.value - new.value) == by.value)


def _points(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold rose to B% from A%, up C points against the points between."""
    for new, old, by in zip(run, run[1:], run[2:], strict=False):
        found = _CHANGED.match(between(old, by)) if _FROM_A.match(between(new, old)) else None
        one, two = rate_of(old), rate_of(new)
        if found and one and two and is_points(by.unit) and by.bound == "exact":
            half = by.half_width
            size = Interval(by.value, by.value - half, by.value + half)
            yield Relation((new, old, by), POINTS, meet(two - one, _times(_sign(found), size)))


def _averages(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 增长6.11%,年平均增长率为0.59% against one another, over the years that both are said of."""
    for whole, mean in pairwise(run):
        if whole.measure != "span_growth" or mean.measure != "average_growth":
            continue
        total, rate = rate_of(whole), rate_of(mean)
        first, last = (_year(code) for code in (mean.base_period, whole.period))
        if not (total and rate and first and last and _A_YEAR.match(between(whole, mean))):
            continue
        if mean.base_period == whole.base_period and last - first > 1 and total.value > -100:
            made = average_of(Interval(1.0, 1.0, 1.0), total / 100 + 1, last - first)
            yield Relation((whole, mean), _OVER_YEARS, meet(made, rate))


def _year(code: str | None) -> int:
    """Return the last year of a period, 0 for none."""
    year = (code or "").rpartition("/")[2][:4]
    return int(year) if year.isdigit() else 0


def _done(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 完成24627万元,为年初预算60999万元的40.4% against the two amounts."""
    for now, goal, rate in zip(run, run[1:], run[2:], strict=False):
        if rate.measure != "share" or between(goal, rate) != "的":
            continue
        said, a, b = rate_of(rate), amount_of(now), amount_of(goal)
        if not (said and a and b) or not alike(now, goal) or (b.low or 0) <= 0:
            continue
        if _GOAL.match(between(now, goal)):
            yield Relation((now, goal, rate), _OF_GOAL, meet(share_of(a, b), said))


CHANGES: tuple[Callable[[Sequence[Claim], Catalogue], Iterator[Relation]], ...] = (
    _differences,
    _rates,
    _changes,
    _sums,
    _passed,
    _places,
    _points,
    _turned,
    _averages,
    _done,
)
