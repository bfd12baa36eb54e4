"""Headings that are the name of a place: what stands below them is about that place, until the next such heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese import targets
from cpstats.claims.chinese.places import NOWHERE
from cpstats.claims.chinese.siting import is_institution
from cpstats.claims.terms.scopes import RELATIVE
from cpstats.gazetteer.china import is_code, parent_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.clauses import Parsed
    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.memory import Memory

_NUMERAL = "[一二三四五六七八九十\\d]{1,3}"
_LEAD = pattern(rf"(?:第{_NUMERAL}[章节]|(?:no|NO|No|TOP|Top)?[^\w]*{_NUMERAL}(?=[^\w]))?[^\w]*")
_GOES_ON = (*"、和与及等:：", "")  # several places, or a heading
_OF_IT = pattern(
    r"(?:(?:20\d\d年)?(?:国民)?(?:经济|社会|人口|产业)?(?:和社会)?(?:发展|运行)?(?:基本|主要)?(?:情况|概况|指标|数据|成绩单|分析|简况|简介|篇))?[^\w]*"
)


def take_place(memory: Memory, letters: str, tokens: Sequence[Token]) -> None:
    """Take the place that a heading names: 【东坝街道】, 二、白塔区经济运行情况.

    Below one that says more of another place (白塔区领跑) nobody knows whose the numbers are that name none.
    """
    places = [t for t in tokens if t.kind == "place" and t.value and t.text not in RELATIVE]
    lead = _LEAD.match(letters)
    found = next((t for t in places if lead is not None and t.start == lead.end()), None)
    shape = "".join("n" if s.isalnum() else s for s in lead.group()) if lead else ""
    if found is None or is_institution(letters, found.end):
        if memory.headed is not None and shape and shape == memory.headed_by:
            memory.headed, memory.headed_by = None, ""
        return
    if len(places) > 1:
        return
    pure = _OF_IT.fullmatch(letters, found.end) is not None
    known = found.value == memory.here or _is_within(found.value, memory.here)
    if pure and (known or (shape and shape == memory.headed_by) or memory.headed is not None):
        memory.headed = found.value
    elif found.value != memory.here:
        memory.headed = NOWHERE
    else:
        return
    memory.headed_by = shape


def take_lead(memory: Memory, letters: str, said: Parsed) -> None:
    """Take the place that a paragraph begins with, where its first sentence is short and holds no number: 金沙港触底反弹."""
    lead = _LEAD.match(letters)
    if lead is None or not targets.is_heading(letters.rstrip("。!")):
        return
    found = said.place_at(lead.end())
    if found is None:
        return
    place, end = found
    if letters[end : end + 1] not in _GOES_ON and not is_institution(letters, end):
        memory.led_place = memory.said = place


def _is_within(code: str, here: str | None) -> bool:
    """Return whether a place lies in another, or both are known from the reader's own tables only."""
    if here is None or not is_code(code):
        return here is None or not is_code(here)
    above = parent_of(code)
    while above is not None and above != here:
        above = parent_of(above)
    return above is not None
