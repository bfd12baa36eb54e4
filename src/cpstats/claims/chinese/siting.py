"""Which place a number is about, and which place it is compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.chinese.places import NOWHERE, RELATIVE, relative
from cpstats.claims.chinese.subjects import before_comparison
from cpstats.claims.terms.vocabulary import COMPARED
from cpstats.gazetteer.china import NATION, level_of, parent_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.claims.chinese.measures import Measure
    from cpstats.claims.chinese.tokens import Token

_INSTITUTION = re.compile(
    r"[^,;。\"]{0,12}?(?:公司|集团|大学|学院|医院|银行|研究院|研究所|实验室|统计局|海关|记者|日报|商务厅|会议|论坛|机场|新城|新区|开发区|试验区|示范区|园区)"
)
_OWN = re.compile(r"的[^,;。]{0,8}?(?:增速|增幅|增长|水平|涨幅|降幅)")


class Site:
    """The place of the text, of the sentence, and of the number being read."""

    def __init__(self, here: str | None, places: Mapping[str, str]) -> None:
        self.here = here
        self.places = places
        self.said: str | None = None
        self.other: str | None = None  # what the number is compared with
        self.others: list[str | None] = []
        self.several: list[str] = []
        self.province: str | None = None  # the last one that was named, also as an institution's

    def open_sentence(self, *, paragraph: bool = True) -> None:
        """Forget the place of the last paragraph; within one it is carried on.

        A part of the text's own place (a city in a province's report) holds for its sentence only.
        """
        self.said = None if paragraph or self._is_part(self.said) else self.said
        self.other, self.several = None, []

    def _is_part(self, code: str | None) -> bool:
        own = self.here is not None and self.here != NATION
        while own and code is not None and (code := parent_of(code)) is not None:
            if code == self.here:
                return True
        return False

    def code(self, token: Token) -> str | None:
        """Return the code of a place token."""
        if token.text in RELATIVE:
            near = relative(token.text, self.here)
            if near is None and RELATIVE[token.text] == "province":
                return self.province  # in a text about several: 江苏省统计局称,全省GDP
            return near
        if token.value and token.value != NOWHERE and level_of(token.value) == "province":
            self.province = token.value
        return token.value or None

    def pass_by(self, clause: Sequence[Token]) -> None:
        """Remember the province of a clause without numbers: 江苏省统计局分析称."""
        for token in clause:
            if token.kind == "place":
                self.code(token)

    def see(self, head: Sequence[Token], letters: str, *, rank: bool = False) -> None:
        """Take in the places before a number: first its own, then the one compared with.

        Of a rank the last place is the pool: 增速在全市排第3位.
        """
        self.other, self.others = None, []
        self.pass_by(head)
        compared = False
        pool = _pool(head) if rank else None
        content = False
        for n, token in enumerate(head):
            if token.kind == "func" and token.text in COMPARED:
                compared = True
            elif token.kind == "join" and token.text in ("与", "和"):
                continue
            elif token.kind == "place" and n != pool:
                self._see_one(head, n, letters, compared=compared, content=content)
            elif token.kind in ("rest", "name"):
                content = True

    def _see_one(
        self, head: Sequence[Token], n: int, letters: str, *, compared: bool, content: bool
    ) -> None:
        token = head[n]
        following = head[n + 1] if n + 1 < len(head) else None
        if n and head[n - 1].kind == "rest" and head[n - 1].end == token.start:
            return  # inside a longer noun: 第六次全国人口普查
        if compared:
            self.other = self.code(token)
            self.others.append(self.other)
        elif (
            ((content or _doing(head[:n])) and (following is None or following.kind != "name"))
            or _joined(head, n)
            or _INSTITUTION.match(letters, token.end)
        ):
            return
        elif (code := self.code(token)) is not None:
            self.said = self._deeper(code)

    def _deeper(self, code: str) -> str:
        """Return the text's own place where its province is named first: 河北康保县."""
        if self.said is not None and level_of(self.said) != "nation" and parent_of(code) is None:
            return code
        return code

    def listed(self, head: Sequence[Token], count: int) -> list[str]:
        """Return the places of a 分别 list: 甲、乙两省分别; empty where there are not as many."""
        kept = before_comparison(head)  # 高于全国、全省1.2个和0.5个百分点 names no place of its own
        codes = [self.code(t) for t in kept if t.kind == "place"]
        known = [code for code in codes if code is not None]
        joins = sum(t.kind == "join" for t in kept)
        self.several = known if len(known) == count and joins >= count - 1 else []
        return self.several

    def of(
        self, measure: Measure, after: str, listed: int, count: int
    ) -> tuple[str | None, str | None]:
        """Return place and benchmark of a number; None for a region without a code."""
        place, other = self._sited(measure, after, listed, count)
        return None if place == NOWHERE else place, None if other == NOWHERE else other

    def _sited(
        self, measure: Measure, after: str, listed: int, count: int
    ) -> tuple[str | None, str | None]:
        place = self.said or self.here
        if len(self.several) == count and count > 1:
            place = self.several[listed]
        if measure.subtype == "vs_benchmark":
            each = len(self.others) == count
            other = self.others[listed] if each else self.other
            return place, other if other != place else None  # 高于全市经济增长: its own
        if self.other is not None and _OWN.match(after):
            return self.other, None
        return place, None


_NEUTRAL = frozenset(("其中", "其", "看", "来看", "初步核算", "数据显示", "了", "的"))


def _doing(head: Sequence[Token]) -> bool:
    """Return whether a verb stands before: 出台北京方案 is not said of 北京."""
    return any(t.kind == "func" and t.text not in _NEUTRAL for t in head)


def _pool(head: Sequence[Token]) -> int | None:
    """Return which place of a head has no noun behind it."""
    for n in range(len(head) - 1, -1, -1):
        if head[n].kind in ("rest", "name"):
            return None
        if head[n].kind == "place":
            return n
    return None


def _joined(head: Sequence[Token], n: int) -> bool:
    """Return whether a place is one of several: 甲、乙等市."""
    before = n > 0 and head[n - 1].kind == "join"
    behind = n + 1 < len(head) and head[n + 1].kind == "join"
    return before or behind
