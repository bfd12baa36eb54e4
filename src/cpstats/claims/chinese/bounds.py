"""Over, under, about: what the words beside a number make of it, and how exact it is then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.spot import Spot

_BEFORE = pattern(
    r"(?:(?P<more_than>突破了?|超过了?|超出|超|逾|多于|大于|过|冲?破)"
    r"|(?P<at_most>不超过|不高于|至多|最多|不多于)"
    r"|(?P<at_least>不低于|不少于|至少|不小于|迈上了?|站上了?|跃上了?|跨上了?|登上)"
    r"|(?P<less_than>近|接近|不到|不足|低于|小于|少于|未达)"
    r"|(?P<approx>约为?|大约|大概|左右|大致))(?:到|达|为)?$"
)
_NEGATED = pattern(r"(?:不超过|不高于|不多于)$")
_AFTER = pattern(
    r" ?(?:(?P<at_least>及?以上|或以上|起)|(?P<at_most>及?以下|以内|之内|内(?![\u4e00-\u9fff]))"
    r"|(?P<less_than>之下)|(?P<more_than>之上|还?多(?![\u4e00-\u9fff\d])|有余)|(?P<approx>左右|上下|前后))"
)
_BEHIND = frozenset("及以或起之内多有左上下前还")  # what those begin with
_PART_OF = pattern(r"(约|近|超过?)占(?:全[\u4e00-\u9fff])?(?:的)?$")
_STEP = pattern(r"[^,;。]{0,6}?(?:台阶|大关|关口|门槛)")
_STEPS = pattern(r"[^,;。]{0,14}?[两三四五\d](?:个|大)(?:新)?(?:台阶|大关|关口|门槛)")
_HOURS_IN = pattern(r" ?内")


def bound_of(spot: Spot, before: str, after: str) -> str:
    """Return the bound of a quantity from the words that touch it.

    >>> from cpstats.claims.chinese.numbers import quantities
    >>> bound_of(quantities("近70万辆", [])[0], "年产量近", "")
    'less_than'
    """
    if spot.open_end:
        return "more_than"
    if spot.kind == "rank":
        return "at_most" if spot.top else "exact"
    stepped = any(word in after for word in ("台阶", "关", "门槛"))
    if stepped and _STEPS.match(after):  # 连续迈上4万亿、5万亿两个台阶: passed, not just reached
        return "more_than"
    reached = "at_least" if stepped and _STEP.match(after) else "exact"
    return _behind(spot, after) or _ahead(before) or reached


def _behind(spot: Spot, after: str) -> str | None:
    said = _AFTER.match(after) if after.lstrip(" ")[:1] in _BEHIND else None
    if said is not None:
        return said.lastgroup
    timed = spot.unit in ("小时", "分钟", "天") and _HOURS_IN.match(after)
    return "at_most" if timed else None


def _ahead(before: str) -> str | None:
    head = before.rstrip(" \"'")
    head = (_PART_OF.sub(r"\1", head) if "占" in head else head)[-8:]
    if "不" in head and _NEGATED.search(head):
        return "at_most"
    said = _BEFORE.search(head)
    return said.lastgroup if said else None
