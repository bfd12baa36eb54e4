"""What each number is about: the noun before it or behind it, one of a list, or the one carried on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.chinese.carrying import OF_SOME, is_amount, of_what, set_subject
from cpstats.claims.chinese.lists import is_list, listed
from cpstats.claims.chinese.measures import is_change
from cpstats.claims.chinese.pieces import BESIDE, MOVES, is_driven, is_part
from cpstats.claims.chinese.quotients import (
    RATIOS,
    Quotient,
    of_incomes,
    of_two,
    whole_of,
)
from cpstats.claims.chinese.subjects import subject_after, subject_of
from cpstats.claims.chinese.within import of_all, within
from cpstats.claims.terms.indicated import same_base
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_counted, is_percent, is_points
from cpstats.gazetteer.china import level_of
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import TIMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.memory import Memory

_REMARKED = pattern(r"(?:比重|比例|占比|率)\(([^()]{2,20})\)")
_SUMS = ("合计", "共计", "总计", "共")
_DRIVES = ("拉动", "带动", "拉高", "上拉", "下拉")
_ANAPHORA = ("经济总量", "经济")
_INDUSTRIES = pattern(r"三次产业|产业结构|三产|一二三产|第一、第二、第三产业|产业(?:比|构成)")
_HEADS = ("人口", "总人口", "常住人口")
_GAVE = pattern(r"(?:创造|贡献|承载|养活|集聚|聚集|产出|完成|占)(?:出|到|着)?了?(?:约|近|超过?)?$")
_PACE = pattern(r"增[速幅长量]|目标|涨幅|比重")
_SPEED = pattern(r"(?:实际|平均|同比)?增[速幅长](?!目标|预期)")
_WITH_NOUN = 2  # 的 and a noun
_LOWEST = ("区级", "县级")
_ITS_SHARE = pattern(r"占比(?:为|达到?|约)?$")
_ADDED = frozenset(("新增", "新认定", "新培育", "新设", "新设立", "新建", "新建成", "新引进"))
_FAR = 60
_AGED = pattern(
    r"(?P<group>\d{1,3}(?:[-~至]\d{1,3})?(?:周岁|岁)(?:及?以[上下])?(?:老年|常住)?(?:人口|人群|老人|居民|的)?)(?:为|达|有|约)?$"
)


def _aged(before: str, names: Lexicon) -> Subject | None:
    """Return the age group right before a number of people: 60岁及以上514万人."""
    near = before[-_FAR:]
    match = _AGED.search(near) if "岁" in near else None
    return Subject(match.group(), names.names.get(match["group"]) or None) if match else None


class Topic(NamedTuple):
    """What a number is about."""

    subject: Subject | None
    by: str | None = None  # the indicator that it says how many times the subject is
    shared: bool = False  # whether its noun stands behind it: 全国1.6%的人口


def topic(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> Topic:
    """Return what a number is about and carry it on."""
    spot = piece.token.spot
    assert spot is not None
    if spot.kind == "ratio":
        return Topic(_ratio(memory, piece, letters))
    if quotient := _divided(memory, piece, letters, scopes):
        set_subject(memory, quotient.subject)
        return Topic(quotient.subject, by=quotient.by)
    if piece.count > 1 and is_list(memory, piece, letters, scopes):
        return Topic(listed(memory, piece, letters, scopes))
    if part := _part_of(memory, piece, letters):
        return Topic(part, shared=True)
    if piece.listed:
        return Topic(memory.carried.subject)
    return Topic(_named(memory, piece, letters, scopes))


def _named(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
    """Return the subject that the words around a number name, else the one carried on."""
    spot = piece.token.spot
    assert spot is not None
    behind = _remarked(memory, piece)
    scaled = is_counted(spot.unit.lstrip("百千万亿"))
    counted = scaled or is_counted(spot.unit)
    if (behind is None and counted) or scaled:
        behind = subject_after(piece.after, letters, memory.names)
    behind = (
        behind
        or _aged(letters[: piece.token.start], memory.names)
        or _paced(memory, piece, letters)
    )
    driver = _driver(memory, piece, letters, scopes) if is_points(spot.unit) else None
    subject = driver or behind or subject_of(piece.head, letters, memory.names, scopes)
    subject = _at_level(memory, subject)
    several = len(memory.sentence.subjects) > 1
    if subject is None and several and any(t.text in _SUMS for t in piece.head):
        return Subject("合计")  # of all that were named before it, not of the last
    subject = subject or _led(memory, piece)
    taken = _taken(memory, subject, piece, letters[: piece.token.start])
    known = memory.names.indicators.get((taken and taken.indicator) or "")
    own = known is not None and known.theme == OWN and spot.unit != "" and not is_percent(spot.unit)
    added = (counted or own) and not _ADDED.isdisjoint([t.text for t in piece.head])
    added = added and not is_change(piece.words)
    return Subject(taken.surface) if taken and added else taken  # 新增高新技术企业17家


def _paced(memory: Memory, piece: Piece, letters: str) -> Subject | None:
    """Return the indicator right behind a rate that is its pace: 跑赢全国6.1%的GDP增速."""
    spot, behind = piece.token.spot, piece.after
    if spot is None or not is_percent(spot.unit) or len(behind) < _WITH_NOUN:
        return None
    noun = subject_after(behind[1:], letters, memory.names) if behind[0].text == "的" else None
    if noun is None or noun.indicator is None:
        return None
    return noun if _SPEED.match(letters, behind[1].start + len(noun.surface)) else None


def _at_level(memory: Memory, subject: Subject | None) -> Subject | None:
    """Return 区级一般公共预算收入 as all that a district or county has: below it there is none."""
    place = memory.said or memory.here or ""
    if subject is None or subject.indicator or not subject.surface.startswith(_LOWEST):
        return subject
    lowest = level_of(place) == "county" if place.isdigit() else place.endswith(("县", "区"))
    ident = memory.names.names.get(subject.surface[2:]) if lowest else None
    return Subject(subject.surface, ident or None)


def _led(memory: Memory, piece: Piece) -> Subject | None:
    """Return what the paragraph before spoke of where one begins with a place and its number: 甲县以190亿元居首位."""
    spot, led = piece.token.spot, memory.led
    carried = memory.carried.subject is not None or memory.carried.heads or memory.sentence.subjects
    known = memory.names.indicators.get((led and led.indicator) or "")
    if carried or spot is None or known is None or memory.first is not None:
        return None
    said = memory.said not in (None, memory.here, memory.headed)  # 青屏县最高,为
    placed = said or any(t.kind == "place" for t in piece.head)
    bare = all(t.kind == "func" or t.kind in BESIDE for t in piece.head)
    amount = spot.unit and not is_percent(spot.unit) and same_base(spot.unit, known.unit)
    moves = is_percent(spot.unit) and any(t.text in MOVES for t in piece.head)
    fits = amount or (moves and not is_rate(known.unit))
    return led if placed and bare and fits else None


def _taken(memory: Memory, subject: Subject | None, piece: Piece, before: str) -> Subject | None:
    """Carry on the subject that was found for a number, and return what now is spoken of."""
    spot = piece.token.spot
    assert spot is not None
    if subject is not None and subject.surface in _ANAPHORA and memory.carried.subject:
        whole = memory.carried.subject.indicator == (memory.names.in_role("total_output") or "")
        subject = None if whole else subject
    if subject is not None:
        subject = within(memory, of_what(memory, of_all(memory, subject)), piece, before)
        if is_driven(piece) and not is_points(spot.unit):
            subject = Subject(subject.surface)
        memory.sentence.parts = memory.sentence.parts or is_part(piece.head)
        memory.carried.group += memory.carried.subject is not None and not memory.sentence.parts
        set_subject(memory, subject)
    elif memory.carried.heads and memory.carried.subject is None:
        memory.carried.vague = f"one number for {len(memory.carried.heads)} names"
    return memory.carried.subject


def _divided(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> Quotient | None:
    """Return the two indicators of which a number says how many times one is the other."""
    spot = piece.token.spot
    if spot is None or spot.unit not in RATIOS:
        return None
    incomes = of_incomes(letters[: piece.token.start], memory.names)
    if incomes is not None or spot.unit != TIMES:
        return incomes

    def named(tokens: Sequence[Token]) -> Subject | None:
        return subject_of(tokens, letters, memory.names, scopes) or memory.carried.subject

    return of_two(piece.head, letters, memory.names, named)


def _part_of(memory: Memory, piece: Piece, letters: str) -> Subject | None:
    """Return what a share is of where its noun stands behind it: 以全国1.6%的人口创造了全国3.7%的GDP."""
    spot, behind = piece.token.spot, piece.after
    if spot is None or not is_percent(spot.unit) or not behind or behind[0].text != "的":
        return None
    noun = subject_after(behind[1:], letters, memory.names)
    placed = any(t.kind == "place" for t in piece.head) or _GAVE.search(piece.words)
    if noun is None or not placed or _PACE.match(letters, behind[1].start + len(noun.surface)):
        return None
    if noun.surface in _HEADS:
        return Subject(noun.surface, memory.names.people)
    if noun.surface in _ANAPHORA:
        return Subject(noun.surface, memory.names.in_role("total_output"))
    return noun if is_amount(memory, noun.indicator) else None


def _driver(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
    """Return what drives by so many points: 第三产业拉动GDP增长3个百分点; the one before, if none is named."""
    at = next((n for n, t in enumerate(piece.head) if t.text in _DRIVES), None)
    if at is None:
        return None
    return subject_of(piece.head[:at], letters, memory.names, scopes) or memory.carried.subject


def over(memory: Memory, piece: Piece, measure: str, by: str | None) -> str | None:
    """Return the indicator that a multiple or a share is of another one."""
    if measure == "share":
        memory.sentence.share_of = whole_of(piece.head) or _divided_whole(memory, piece)
        return memory.sentence.share_of
    if measure == "share_change":
        return memory.sentence.share_of
    return by if measure == "multiple" else None


def _divided_whole(memory: Memory, piece: Piece) -> str | None:
    """Return what 其中 divides, of which a part has a share: 进出口…,其中出口…,占比83.9%."""
    whole, one = memory.whole, memory.carried.subject
    if not memory.sentence.parts or whole is None or one is None:
        return None
    if not _ITS_SHARE.search(piece.words):
        return None
    return whole.indicator if whole.indicator != one.indicator else None


def _remarked(memory: Memory, piece: Piece) -> Subject | None:
    """Return the indicator that a bracket names: 占总人口比重（城镇化率）为."""
    match = _REMARKED.search(piece.words) if "(" in piece.words else None
    ident = memory.names.names.get(match[1]) if match else None
    return Subject(match[1], ident) if match and ident else None


def _ratio(memory: Memory, piece: Piece, letters: str) -> Subject | None:
    """Return what a part of a:b:c is of: of industries where the words before speak of them."""
    before = letters[max(0, piece.token.start - _FAR) : piece.token.start]
    if piece.count == 3 and _INDUSTRIES.search(before):
        parts = memory.names.industries
        some = re.search(OF_SOME.pattern + r"(?:三次|产业)", before) is not None
        ident = parts[piece.listed] if piece.listed < len(parts) and not some else None
        return Subject("三次产业", ident)
    if piece.listed == 0:
        set_subject(memory, subject_of(piece.head, letters, memory.names, ()))
    return Subject(memory.carried.subject.surface if memory.carried.subject else piece.words)
