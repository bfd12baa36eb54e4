"""A subject within what the one before it was of: 规模以上工业总产值…,完成增加值."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese.begun import begun
from cpstats.claims.chinese.pieces import BESIDE
from cpstats.claims.chinese.quotients import lent
from cpstats.claims.chinese.shortened import column_of
from cpstats.claims.chinese.subjects import before_comparison, runs_of
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_counted
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.terms.memory import Memory

_OF_A_BRANCH = pattern(r"[^,;。]{0,10}?(?:产业|行业|企业|业|片区|园区|组团)(?=.{2})")
_INDUSTRIAL = pattern(r"规模?(?:以?上)?工业(?:企业)?(?=总产值|工?业?增加值)")
_OF_A_FIRM = pattern(r"[^,;。]{2,12}(?:集团|公司|股份)(?!等)[^,;。]{1,8}$")
_TRADE = ("进出口", "出口", "进口")
_OF_TRADE = pattern(
    r"(?<!外贸)(?:企业|产品|商品|物流|一般贸易|加工贸易|小额贸易|互市贸易|电商|电子商务|装备|保税区|保税|市场采购|东盟|欧盟|新兴市场|国家|经济体)"
)
_AGAIN = frozenset(
    [
        "产量",
        "产值",
        "销量",
        "销售额",
        "销售面积",
        "成交面积",
        "面积",
        "余额",
        "里程",
        "吞吐量",
        "用电量",
        "发电量",
        "存栏",
        "出栏",
        "人数",
    ]
)
_NUMBERS = ("数", "数量", "总数")
_HAS = frozenset(
    [
        "有",
        "共有",
        "共",
        "现有",
        "已有",
        "拥有",
        "达",
        "反观",
        "而",
        "则",
        "其中",
        "的",
        "从",
        "由",
        "截至",
    ]
)
_BARE = ("增加值", "总产值")
_SCOPE = pattern(
    r"(?:城镇|农村|城市|乡村|农民|城乡)(?:常住)?(?:居民)?(?=人均)|(?:农民|农户)(?=人均)"
)


def completed(bare: str, last: str) -> str | None:
    """Return a name with what the one before it lends: 一般公共预算收入…,支出; 居民人均可支配收入…,农村居民."""
    if bare in _BARE and (industrial := _INDUSTRIAL.match(last)):
        return industrial.group() + bare
    if bare == "支出" and last.endswith("预算收入"):
        return last.removesuffix("收入") + bare
    if bare == "户籍" and last[-2:] == "人口":
        return bare + "人口"
    return lent(bare, last)


def within(memory: Memory, subject: Subject, piece: Piece, before: str) -> Subject:
    """Return a subject within what the one before it was of, where it says no more itself.

    规模以上工业总产值…,完成增加值; 城镇居民人均可支配收入…,人均消费支出; 服务业合同外资…、实际使用外资.
    """
    subject = _shortened(memory, _counted(memory, subject, piece), piece, before)
    last = memory.carried.subject
    if last is None or _is_said_again(subject, last, piece):
        return last or subject
    bare = subject.surface.removeprefix("完成").removeprefix("实现")
    names = memory.names.names
    if last.surface.startswith(("限额以上", "限上")) and "零售" in bare:
        return Subject(bare)
    whole = completed(bare, last.surface)
    if whole is None and subject.indicator is None:
        whole = begun(bare, last.surface, piece.words, names)
    if whole is None and memory.sentence.parts and memory.whole is not None:
        whole = completed(bare, memory.whole.surface)  # 其中外来…,户籍…
    if whole is not None:
        lead = _led_by(piece, bare)
        if lead and lead not in whole:  # 房地产开发投资…,其中住宅完成投资
            whole = lead + bare
        return Subject(whole, names.get(whole) or None)
    scope = _SCOPE.match(last.surface)
    if scope and bare.startswith("人均") and _goes_on(memory, scope.group(), last):
        whole = scope.group() + bare
        return Subject(whole, names.get(whole) or None)
    joined = bool(piece.head) and piece.head[0].kind == "join"
    if joined and last.indicator is None and _OF_A_BRANCH.match(last.surface):
        return Subject(subject.surface)
    return subject


def _shortened(memory: Memory, subject: Subject, piece: Piece, before: str) -> Subject:
    """Return the column of an own table that a noun shortens, where nothing else stands before it."""
    spot, bare = piece.token.spot, subject.surface
    if subject.indicator is not None or spot is None or not _is_alone(piece, bare):
        return subject
    whole = column_of(memory, bare, spot.unit, before)
    return Subject(whole, memory.names.names[whole]) if whole else subject


def of_all(memory: Memory, subject: Subject) -> Subject:
    """Return a subject unnamed where its sentence speaks of a firm, or of a part of trade: 保税物流较快增长,进出口."""
    last = memory.carried.subject
    if subject.indicator is None or last is None:
        return subject
    firm = any(_OF_A_FIRM.match(one.surface) for one in memory.sentence.subjects)
    part = last.indicator is None and last in memory.sentence.subjects
    part = part and subject.surface in _TRADE and _OF_TRADE.search(last.surface) is not None
    return Subject(subject.surface) if firm or part else subject


def _goes_on(memory: Memory, scope: str, last: Subject) -> bool:
    """Return whether a sentence, or the paragraph from its first name on, speaks of one group of people."""
    first = memory.first
    return last in memory.sentence.subjects or (
        first is not None and first.surface.startswith(scope)
    )


def _is_said_again(subject: Subject, last: Subject, piece: Piece) -> bool:
    """Return whether a bare noun only says again what the last name ends with: 甘蔗产量…;反观乙县,产量."""
    bare = subject.surface
    known = subject.indicator is None and last.indicator is not None and bare in _AGAIN
    return known and last.surface.endswith(bare) and _is_alone(piece, bare)


def _counted(memory: Memory, subject: Subject, piece: Piece) -> Subject:
    """Return what is counted as the column of its number: 私营企业402.2万户, where a table has 私营企业数."""
    spot = piece.token.spot
    bare, names = subject.surface, memory.names.names
    if subject.indicator is not None or spot is None or piece.after:
        return subject
    if not is_counted(spot.unit.lstrip("百千万亿")) or not _is_alone(piece, bare):
        return subject
    whole = next((bare + n for n in _NUMBERS if names.get(bare + n)), "")
    return Subject(whole, names[whole]) if whole else subject


def _is_alone(piece: Piece, bare: str) -> bool:
    """Return whether nothing but a place, a time or 有 stands before a noun in the clause of its number."""
    noun = next((n for n, t in enumerate(piece.head) if t.text.startswith(bare[:2])), 0)
    before = [t for t in piece.head[:noun] if t.text not in _HAS]
    return all(t.kind in BESIDE for t in before)


def _led_by(piece: Piece, bare: str) -> str:
    """Return the noun that stands before another one in the clause of a number, "" where none does."""
    runs = runs_of(before_comparison(piece.head))
    if len(runs) < 2 or runs[-1].joined or bare not in "".join(t.text for t in runs[-1].tokens):
        return ""
    return "".join(t.text for t in runs[-2].tokens)
