"""A total with its parts, a share of them, points between two rates, multiples: of any subject.

Parts are added up only where their names leave nothing over: men and women, town and country.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval
from cpstats.calc.share import share_of
from cpstats.claims.judging.consecutive import alike, amount_of, before, between, meet, rate_of
from cpstats.claims.terms.relation import Relation
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.pattern import pattern
from cpstats.model.text import Text
from cpstats.model.unit import POINTS, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

ABOUT = 0.1  # twice is said of 1.9 and of 2.2 times
_RATIO = 0.25  # points by which the parts of a:b:c may miss 100
_OF_WHICH = pattern(r"其中|\b(?:including|of which|of whom)\b(?![^(]*\))")
_WENT = pattern(
    r" of wh(?:ich|om) (?=[a-z])(?!about |around |nearly |some |over |only )"
)  # 2 billion of which went to
_ANOTHER = pattern(
    r"[$£€]\s?\d|\d ?(?:million|billion|trillion|crore|lakh|%|per ?cent)"
)  # that is no claim
_FLOW = pattern(
    r"新增|增加(?!值)|净增|净|利润|顺差|逆差|\b(?:added|net|profits?|increase[sd]?|surplus|deficit|balance|shortfall)\b"
)
_AVERAGED = pattern(  # what has no sum: an average, a price, an age
    r"人均|平均|户均|亩均|每|单产|价|寿命|年龄|岁|工资|气温|浓度|密度|\b(?:per|average|median|mean|prices?|age|life|wages?|density)\b"
)
_TAKES = pattern(
    r"^[,(]?占(?:比|总量|总数|总额|全部|总里程|总面积)?(?:的)?(?:比重|比例)?(?:为|达到?|约)?$"
)
_OF_BOTH = pattern(r"^[,(]?占(?!全)[^,;。\d]{0,12}$")
_POINTS_BEHIND = pattern(
    r"^[,(]?(?:[^,;。]{0,4}年)?(?:共|累计|上升|提高|提升|增加|下降|降低|回落|减少|加快|放缓|扩大|收窄|了){1,3}$"
    r"|^, (?:up|down|an increase of|a rise of|a drop of|a decline of) $"
)
_FROM = pattern(r"(?:由|从|\bfrom )[^,;。]{0,16}$")
_TO = pattern(r"^[^,;。\d]{0,8}(?:到|至|为)(?:(?:19|20)\d\d年(?:末|底)?的?)?[^,;。\d]{0,6}$|^ to $")
_THAN_THEN = pattern(r"^,?(?:增幅|增速|涨幅|占比)?比[^,;。\d]{1,8}$")
_IS = pattern(r"^,?(?:是|为|相当于)(?:(?:19|20)\d\d年)?[^,;。\d]{0,12}$")
_TIMES = pattern(r"^的$")
_OF = pattern(r"^ of (?:the |its |a )?(?:total |overall )?[\w ]{0,30}?(?:of |, )$")
_OR = pattern(r"^, (?:or |accounting for |making up |about )?$")
APART_SETS = tuple(tuple(words.split("/")) for words in SECTIONS["parts_apart"])
WHOLE_SETS = tuple(tuple(words.split("/")) for words in SECTIONS["whole_sets"])


def _points(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 由45.2%提高到48.9%,提高4.7个百分点 and 12.5%,比上年的10.2%提高2.3个百分点 against the points."""
    for a, b, c in zip(run, run[1:], run[2:], strict=False):
        one, two = rate_of(a), rate_of(b)
        pointed = (
            c.unit in (POINTS, f"个{POINTS}", "percentage points", "percentage point")
            and c.bound == "exact"
        )
        if one is None or two is None or not pointed or not _POINTS_BEHIND.match(between(b, c)):
            continue
        if _FROM.search(before(a)) and _TO.match(between(a, b)):
            made = two - one
        elif _THAN_THEN.match(between(a, b)) and a.measure == b.measure:
            made = one - two
        else:
            continue
        size = Interval(c.value, c.value - c.half_width, c.value + c.half_width)
        what = Text("two rates and the points between", "两个比率与其差")
        yield Relation((a, b, c), what, meet(made, size) or meet(-made, size))


def _shares(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold A,其中B,占S% and B, S percent of a total of A against the two amounts."""
    for a, b, c in zip(run, run[1:], run[2:], strict=False):
        if (
            rate_of(c) is not None
            and _OF_WHICH.search(between(a, b))
            and _TAKES.match(between(b, c))
        ):
            whole, part, rate = amount_of(a), amount_of(b), rate_of(c)
        elif rate_of(b) is not None and _OR.match(between(a, b)) and _OF.match(between(b, c)):
            whole, part, rate = amount_of(c), amount_of(a), rate_of(b)
        else:
            continue
        amounts = (a, c) if rate_of(b) is not None else (a, b)
        stand = all(claim.measure != "change" for claim in amounts)  # …减少2.6万人,其中城镇…
        if stand and whole and part and rate and alike(*amounts) and (whole.low or 0) > 0:
            what = Text("share of the total", "占比与合计")
            yield Relation((a, b, c), what, meet(share_of(part, whole), rate))


def _wholes(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold a part against its total, and parts that leave nothing over against it: 其中城镇A,乡村B."""
    for n, total in enumerate(run[:-1]):
        whole, parts = amount_of(total), _parts(run, n)
        if whole is None or not parts or total.measure != "level" or has_no_sum(total):
            continue
        ends = [end for part in parts if (end := amount_of(part)) is not None]
        what = Text("parts and total", "分项与合计")
        if len(ends) == len(parts) and _is_whole(parts):
            made = ends[0]
            for end in ends[1:]:
                made = made + end
            yield Relation((total, *parts), what, meet(made, whole))
        elif ends and (more := _more_than(whole, parts, ends)):
            yield Relation((total, *parts[:more]), what, holds=False)


def has_no_sum(total: Claim) -> bool:
    """Return whether an amount need not be the sum of its parts: what was added, a mean, a price."""
    words = before(total, 40).rpartition(";")[2] + (total.indicator_surface or "") + total.unit
    return _FLOW.search(words) is not None or _AVERAGED.search(words) is not None


def _more_than(whole: Interval, parts: Sequence[Claim], ends: Sequence[Interval]) -> int:
    """Return how many of the first parts are more than the total; 0 where they need not be.

    One part is, or several are that have nothing in common: 42个,其中续建28个、新开工16个.
    """
    if _is_above(ends[0], whole):
        return 1
    apart = len(ends) == len(parts) and are_named(parts, APART_SETS, every=False)
    made = ends[0]
    for end in ends[1:]:
        made = made + end
    return len(parts) if apart and _is_above(made, whole) else 0


def _is_above(one: Interval, whole: Interval) -> bool:
    return one.low is not None and whole.high is not None and one.low > whole.high


def _parts(run: Sequence[Claim], n: int) -> list[Claim]:
    """Return the amounts behind 其中 that count what the total does."""
    first = run[n + 1]
    words = between(run[n], first)
    if _WENT.match(words) or _ANOTHER.search(words):
        return []
    moved = _FROM.search(words)  # 调整为5亿元,其中土地出让收入由6.5亿元
    if moved or not _OF_WHICH.search(words) or "。" in words or _FLOW.search(words):
        return []
    found: list[Claim] = []
    for claim in run[n + 1 :]:
        if not alike(claim, run[n]) or claim.measure != "level":
            break
        found.append(claim)
    return found


def _is_whole(parts: Sequence[Claim]) -> bool:
    """Return whether the names of some parts leave nothing over."""
    return are_named(parts, WHOLE_SETS, every=True)


def are_named(parts: Sequence[Claim], sets: Sequence[tuple[str, ...]], *, every: bool) -> bool:
    """Return whether all parts have names of one set, each another one; of all of it where that is asked."""
    words = [f"{before(part, 14)}|{_behind(part)}" for part in parts]
    for names in sets:
        own = [_longest(name for name in names if _has(w, name)) for w in words]
        each = all(len(some) == 1 for some in own) and len(set().union(*own)) == len(parts)
        if each and (not every or len(parts) == len(names)):
            return True
    return False


def _longest(names: Iterable[str]) -> set[str]:
    """Return the names that are no part of another one: female, not male."""
    found = {*names}
    return {one for one in found if not any(one != other and one in other for other in found)}


def _has(words: str, name: str) -> bool:
    """Return whether a name stands behind the last number before, or right behind this one."""
    head, _, behind = words.partition("|")
    return name in re.split(r"[,;、\d]", head)[-1] or re.match(rf" {name}\b", behind) is not None


def _behind(claim: Claim) -> str:
    end = claim.end - claim.sentence_start
    return claim.sentence[end : end + 12]


def _halves(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold 男性A人,占S%;女性B人,占T% against the two amounts, which leave nothing over."""
    for a, s, b, t in zip(run, run[1:], run[2:], run[3:], strict=False):
        taken = _OF_BOTH.match(between(a, s)) and _OF_BOTH.match(between(b, t))
        one, two, rates = amount_of(a), amount_of(b), (rate_of(s), rate_of(t))
        if not (taken and one and two and all(rates)) or not alike(a, b) or a.measure != "level":
            continue
        if _is_whole((a, b)) and (one.low or 0) > 0:
            whole = one + two
            made = (share_of(one, whole), share_of(two, whole))
            fits = all(rate and meet(m, rate) for m, rate in zip(made, rates, strict=True))
            yield Relation((a, s, b, t), Text("share of the total", "占比与合计"), fits)


def _ratios(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold the parts of a:b:c against 100."""
    for a, b, c in zip(run, run[1:], run[2:], strict=False):
        shares = a.measure == b.measure == c.measure == "share"
        if shares and between(a, b) == between(b, c) == ":":
            off = abs(a.value + b.value + c.value - 100)
            what = Text("parts and 100 %", "各部分之和与100%")
            yield Relation(
                (a, b, c), what, off <= _RATIO + a.half_width + b.half_width + c.half_width
            )


def _multiples(run: Sequence[Claim], _: Catalogue) -> Iterator[Relation]:
    """Hold A,是B的N倍 and doubled from A to B against the two amounts."""
    for a, b, c in zip(run, run[1:], run[2:], strict=False):
        if c.unit == TIMES and _IS.match(between(a, b)) and _TIMES.match(between(b, c)):
            now, then, said = amount_of(a), amount_of(b), c
            half = said.half_width
        elif a.measure == "multiple" and between(a, b) == " from " and between(b, c) == " to ":
            now, then, said = amount_of(c), amount_of(b), a
            half = said.value * ABOUT
        else:
            continue
        amounts = [claim for claim in (a, b, c) if claim is not said]
        if not now or not then or not alike(*amounts) or (then.low or 0) <= 0:
            continue
        made = now / then
        size = Interval(said.value, said.value - half, said.value + half)
        over = said.bound == "more_than" and made.high is not None and made.high >= said.value
        what = Text("the multiple of two levels", "倍数与两期水平")
        yield Relation((a, b, c), what, over or meet(made, size))


PARTS: tuple[Callable[[Sequence[Claim], Catalogue], Iterator[Relation]], ...] = (
    _points, _shares, _wholes, _halves, _ratios, _multiples
)  # fmt: skip
