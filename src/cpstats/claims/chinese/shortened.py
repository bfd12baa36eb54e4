"""A noun that is only a part of what a column of a reader's own table is called: 其中风电…, 入住率, 新房成交2480套."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.lexicon import SUFFIXES
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.claims.terms.memory import Memory
    from cpstats.model.indicator import Indicator

_COUNTS = (*(end for end in SUFFIXES if end != "率"), "量", "额", "总量", "总额")
_SHORTEST = 2  # signs
_LED = pattern(  # 1. 供水量; 那时全村户籍人口; 县法院新收案件; 各级医疗机构总诊疗人次
    r"^(?:\d{1,2}[.、] ?)?(?:那时|当时|彼时|此时|这时|如今|而今|一年|每年|全年)?(?:全[村镇乡院校])?(?:公司|集团|我[县市区省])?(?:各级各类|各级|各类)?"
    r"(?:[村镇乡县市区省]?(?:法院|检察院|医院|公安局|医疗机构|学校))?"
)


def column_of(memory: Memory, bare: str, unit: str, before: str) -> str | None:
    """Return the column of an own table that a noun shortens, None where there is none or more than one.

    Parameters
    ----------
    memory : Memory
        What the text has said so far.
    bare : str
        The noun.
    unit : str
        The unit of its number.
    before : str
        The sentence up to the number.
    """
    names, known = memory.names.names, memory.names.indicators
    if len(bare) < _SHORTEST or names.get(bare) or not memory.names.own_columns:
        return None
    last = memory.carried.subject
    bare = _LED.sub("", bare) or bare
    lent = [bare + last.surface[cut:] for cut in range(1, len(last.surface))] if last else []
    counted = [bare + unit.lstrip("百千万亿") + "数", *(bare + word for word in _COUNTS)]
    turned = (bare[2:] + bare[:2], bare[-2:] + bare[:-2])  # 审结刑事案件 of 刑事案件审结
    for one in (bare, *lent, *counted, *turned):
        if _is_own(names.get(one), known):
            return one
    return _ended(memory, bare, before)


def _ended(memory: Memory, bare: str, before: str) -> str | None:
    """Return the only column that ends with a noun and whose beginning the text has said."""
    names, known = memory.names.names, memory.names.indicators
    last = memory.carried.subject
    said = before.rpartition(";")[2]  # 普通中学12所,在校学生8950人;小学30所,在校学生: of those
    if last is None or last.indicator is not None:
        spoken = (memory.first, memory.led, last, *memory.sentence.subjects)
        said = before + "|".join(one.surface for one in spoken if one is not None)
    ends = {
        name: ident
        for name, ident in names.items()
        if name.endswith(bare) and _is_own(ident, known) and _is_said(name.removesuffix(bare), said)
    }
    return next(iter(ends)) if len({*ends.values()}) == 1 else None


def _is_said(begin: str, said: str) -> bool:
    """Return whether a text has said the beginning of a name, or all of it but its first words."""
    return any(begin[cut:] in said for cut in range(max(1, len(begin) - 1)))


def _is_own(ident: str | None, known: Mapping[str, Indicator]) -> bool:
    return bool(ident) and known[ident or ""].theme == OWN
