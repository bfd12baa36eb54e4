"""What the numbers of one sentence say about one another, whatever they are about.

Parts and their sum, a share with both amounts, from A to B with a rate, an average or a multiple,
ranks that move. Only numbers that stand next to each other, with words between them that say how
they belong together, are recomputed; what real growth or a comparable scope may explain is not.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.calc.average_growth import average_of
from cpstats.calc.growth import growth_of
from cpstats.calc.interval import Interval
from cpstats.calc.share import share_of
from cpstats.claims.judging.changes import CHANGES
from cpstats.claims.judging.components import PARTS
from cpstats.claims.judging.consecutive import (
    GAP,
    alike,
    amount_of,
    before,
    between,
    meet,
    rate_of,
    sentences,
)
from cpstats.claims.judging.divided import divided
from cpstats.claims.judging.manners import are_taken_alike
from cpstats.claims.judging.nominal import is_nominal
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.relation import Relation
from cpstats.claims.terms.script import is_latin
from cpstats.model.pattern import pattern
from cpstats.model.text import Text
from cpstats.model.unit import PLACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

ABOUT = 0.1  # 翻一番 is said of 1.9 and of 2.2 times
_FROM = pattern(r"(?:由|从|\bfrom )[^,;。]{0,24}$")
_TO = pattern(
    r"(?:增加|增长|提高|上升|扩大|上涨|提升|攀升|跃升|下降|减少|降低|缩小|下跌|回落|发展|壮大|增|升|降|减)?(?:到|至|为)[^,;。]{0,10}$"
    r"|^ to (?:about )?$"
)
_RATE = pattern(
    r"^(?:,|,? ?(?:且|并|同比|累计|总|共|实现|年均|年平均|平均每年|平均|复合|名义|实际|约|达|近)){0,4}(?:增长|增加|提高|上升|上涨|增幅|涨幅|下降|减少|降低|下跌|降幅|增速)(?:了|为|达|达到|率为?|约)?$"
    r"|^,? (?:(?:an?|or) )?(?:increase|rise|growth|gain|decrease|decline|drop|fall) of (?:about )?$|^, (?:up|down|or|rising|falling) (?:by )?$"
)
_THEN = pattern(r"^,?(?:并|已)?(?:达到?|增至|增加到|增长到|提高到|升至|为|降至|减少到|至|到)$")
_THAN = pattern(r"比[^,;。]{0,16}的$")
_MULTIPLE = pattern(r"^,?(?:数量|总数|总量|规模|总额)?(?:实现了?|已|提前|成功|约|接近)*$")
_SHARE = pattern(r"占[^,;。占]{0,14}$")
_OF = pattern(r"^的(?:比重|比例)?(?:为|达|约)?$")
_SUM = pattern(r"^,?(?:三者|两者|四者|以上)?(?:合计|共计|总计|总共|共)(?:为|达|投资|完成|实现)?$")
_APART = pattern(r"分别|依次|respectively")
_MOVES = pattern(
    r"\b(?:increase|decrease|rise|fall|growth|expansion|decline|reduction|variation|change)s?$"
)
_ENTRY = pattern(r"[:;(]|, ")
_FOR = pattern(r" for (?P<what>(?:the )?[a-z]+)")
_LISTED = pattern(r"^ ?(?:[,、;/]|和|与|及|\band\b|, and)? ?$")
_MOVED = pattern(r"(?:排名|名次|位次|排位|位列|\brank)")


def relations(claims: Sequence[Claim], catalogue: Catalogue) -> Iterator[Relation]:
    """Yield every relation between neighbouring numbers of a sentence.

    Parameters
    ----------
    claims : sequence of Claim
        The claims of a text in order.
    catalogue : Catalogue
        Which indicators grow at constant prices or on a comparable scope.
    """
    runs = list(sentences(claims))
    for run in runs:
        if len(run) == 1:
            continue
        for rule in (*RULES, *CHANGES, *PARTS):
            yield from rule(run, catalogue)
    yield from divided(runs)
    yield from _rounded(claims)


def _rounded(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Hold one rate that a text prints with more and with fewer digits against itself: 5.27 %, 5.2 %.

    The same words, period, place and measure make it one; only what lies within the last digit of
    the rougher number is meant to be it.
    """
    seen: dict[tuple[object, ...], dict[float, Claim]] = {}  # the first of each number of digits
    for claim in claims:
        surface = claim.indicator_surface or "\0"
        own = surface in _said_of(claim) and not (
            claim.indicator is None and _MOVES.search(surface)
        )
        if not own or claim.bound != "exact" or claim.unexplained or rate_of(claim) is None:
            continue
        key = (
            claim.indicator_surface, claim.indicator, claim.place, claim.period, claim.base_period,
            claim.measure, claim.price_basis, claim.benchmark, _number_of_name(claim, surface),
        )  # fmt: skip
        for other in seen.setdefault(key, {}).values():
            fine, rough = sorted((other, claim), key=lambda c: c.half_width)
            one, two = rate_of(fine), rate_of(rough)
            if one is None or two is None or fine.half_width >= rough.half_width:
                continue
            if other.sentence_start == claim.sentence_start and _LISTED.match(
                between(other, claim)
            ):
                continue  # 两业年均增长8%、7.2%: one number for each of two things
            if not are_taken_alike(other, claim) or _is_for(other) != _is_for(claim):
                continue  # 3% for the fiscal deficit and 2.2% for the revenue deficit
            if _leads_to(other, claim):
                continue  # 从2%提高到2.9%: two times, though no word dates them
            if abs(one.value - two.value) < 2 * rough.half_width:
                what = Text("one number rounded two ways", "同一数字取整不一")
                yield Relation((other, claim), what, meet(one, two))
        seen[key].setdefault(claim.half_width, claim)


def _leads_to(one: Claim, two: Claim) -> bool:
    """Return whether one number is what the other one came from."""
    here = one.sentence_start == two.sentence_start
    return (
        here and _FROM.search(before(one)) is not None and _TO.search(between(one, two)) is not None
    )


def _said_of(claim: Claim) -> str:
    """Return the words right before a number; in English behind a colon or comma, where a list names each: urban: 99%, rural 98%."""
    words = before(claim, 60)
    return _ENTRY.split(words)[-1] if is_latin(words) else words


def _number_of_name(claim: Claim, surface: str) -> str:
    """Return the number that a name goes on with, which tells it from its like: the Bond 20 and the Bond 40."""
    behind = before(claim, 60).rpartition(surface)[2].strip().partition(" ")[0]
    return behind if behind.isdigit() else ""


def _is_for(claim: Claim) -> str:
    """Return what an English number is said to be for, right behind it."""
    match = _FOR.match(claim.sentence, claim.end - claim.sentence_start)
    return match["what"] if match else ""


def _from_to(run: Sequence[Claim], catalogue: Catalogue) -> Iterator[Relation]:
    """Hold 由A增加到B,增长R (or 翻一番, or a year on average) against A and B."""
    for a, b, r in zip(run, run[1:], run[2:], strict=False):
        one, two = amount_of(a), amount_of(b)
        if one is None or two is None or not alike(a, b) or one.value <= 0 or (one.low or 0) <= 0:
            continue
        linked = _FROM.search(before(a)) and _TO.search(between(a, b))
        if not (linked or _follows(a, b)):
            continue
        yield from _moved((a, b, r), one, two, catalogue)


def _follows(a: Claim, b: Claim) -> bool:
    """Return whether B is A's level a year later: 2023年产值400亿元,2024年达到420亿元."""
    then, now = period_of(a.period or ""), period_of(b.period or "")
    years = then is not None and now is not None and str(now.year_before()) == str(then)
    said = a.period_from == b.period_from == "sentence"
    same = a.indicator_surface == b.indicator_surface and a.place == b.place
    same = same and a.measure == b.measure
    return years and said and same and len(between(a, b)) < GAP


def _moved(
    claims: tuple[Claim, Claim, Claim], one: Interval, two: Interval, catalogue: Catalogue
) -> Iterator[Relation]:
    a, b, r = claims
    words = between(b, r)
    if r.measure == "multiple" and _MULTIPLE.match(words):
        times = Interval(r.value, r.value * (1 - ABOUT), r.value * (1 + ABOUT))
        if "翻" in r.surface and is_nominal(claims, catalogue):
            what = Text("the multiple of two levels", "倍数与两期水平")
            yield Relation(claims, what, meet(two / one, times))
        return
    rate = rate_of(r)
    if rate is None or not _RATE.search(words) or not is_nominal(claims, catalogue):
        return
    if r.measure == "average_growth":
        years = _years(a, b)
        if years is not None and years > 1:
            what = Text("the average of two levels", "两期水平与年均增速")
            yield Relation(claims, what, meet(average_of(one, two, years), rate))
    elif r.measure in ("growth", "span_growth") and "平均" not in words and "年均" not in words:
        what = Text("level, growth and level before", "水平、增速与上期水平")
        yield Relation(claims, what, meet(growth_of(two, one), rate))


def _years(a: Claim, b: Claim) -> int | None:
    then, now = period_of(a.period or ""), period_of(b.period or "")
    return now.year - then.year if then is not None and now is not None else None


def _than(run: Sequence[Claim], catalogue: Catalogue) -> Iterator[Relation]:
    """Hold 比2023年的A增长R,达到B against A and B."""
    for a, r, b in zip(run, run[1:], run[2:], strict=False):
        one, two, rate = amount_of(a), amount_of(b), rate_of(r)
        if one is None or two is None or rate is None or not alike(a, b) or (one.low or 0) <= 0:
            continue
        words = (
            _THAN.search(before(a)) and _RATE.search(between(a, r)) and _THEN.search(between(r, b))
        )
        if words and is_nominal((a, r, b), catalogue):
            what = Text("level, growth and level before", "水平、增速与上期水平")
            yield Relation((a, r, b), what, meet(growth_of(two, one), rate))


def _shares(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold A,占……B的S% against A and B."""
    for a, b, s in zip(run, run[1:], run[2:], strict=False):
        one, two, share = amount_of(a), amount_of(b), rate_of(s)
        if one is None or two is None or share is None or not alike(a, b) or (two.low or 0) <= 0:
            continue
        if _SHARE.search(between(a, b)) and _OF.search(between(b, s)):
            what = Text("share of the total", "占比与合计")
            yield Relation((a, b, s), what, meet(share_of(one, two), share))


def _sums(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 分别为A、B和C,合计D against the sum."""
    for n, total in enumerate(run):
        if n < 2 or not _SUM.search(between(run[n - 1], total)):
            continue
        first = n - 1
        while first and re.fullmatch(r"[、,和与及]", between(run[first - 1], run[first])):
            first -= 1
        parts = run[first:n]
        ends = [amount_of(c) for c in (*parts, total)]
        if len(parts) < 2 or not _APART.search(before(parts[0])) or not all(ends):
            continue
        if not all(alike(c, total) for c in parts):
            continue
        sum_ = Interval(0.0, 0.0, 0.0)
        for part in ends[:-1]:
            sum_ = sum_ + part if part else sum_
        whole = ends[-1]
        if whole is not None:
            yield Relation(
                (*parts, total), Text("parts and total", "分项与合计"), meet(sum_, whole)
            )


def _ranks(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 排名由A上升到B against the order: a better rank is a smaller number."""
    for a, b in pairwise(run):
        ranked = a.unit == b.unit in (PLACE, "名") and (
            {a.measure, b.measure} <= {"rank", "growth_rank"} or _MOVED.search(before(a))
        )
        words = between(a, b)
        move = _MOVE.search(words)
        if not ranked or not _FROM.search(before(a)) or move is None:
            continue
        better = move["up"] is not None
        what = Text("the direction is not that of the two numbers", "升降方向与两数不符")
        yield Relation((a, b), what, b.value < a.value if better else b.value > a.value)


_MOVE = pattern(
    r"^(?:的)?(?:(?P<up>上升|前移|跃升|提升|提高|攀升|跃居|跃至|升|进)|(?P<down>下滑|下降|后移|跌|降|退)[落]?)(?:到|至|为)(?:第|全国第|全省第|全市第)?$"
)


RULES: tuple[Callable[[Sequence[Claim], Catalogue], Iterator[Relation]], ...] = (
    _from_to,
    _than,
    _shares,
    _sums,
    _ranks,
)
