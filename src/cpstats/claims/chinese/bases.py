"""Which words of time are only compared with: 比2015年, 与2010年相比, 是2012年的2.1倍."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.vocabulary import EQUALS, REACHES, THAN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token

_ITS_RATE = pattern(r"的?(?:增速|增幅|涨幅|降幅|跌幅|增长率)")
_BASE = frozenset(
    [
        "比",
        "较",
        "与",
        "同",
        "相比",
        "对比",
        "比起",
        "高于",
        "低于",
        "快于",
        "慢于",
        "较之",
        "基于",
        "超过",
    ]
)
_ENDS = frozenset(["相比", "相比较", "相较"])
_EQUALS = EQUALS | REACHES | {"到", "恢复到", "恢复至", "超过"}

_RECORDS = ("最", "的最", "之最", "新高", "新低", "次高", "次低", "首次", "同期最", "同期新")
_CHANGES = ("调整", "优化", "变", "变化", "提升", "提高", "上升", "下降", "降低", "升级", "改善")

_NAMED_TOGETHER = 4
"""So many times may share one 比 (more are a table's line, not a comparison)."""


def is_base(tokens: Sequence[Token], n: int) -> bool:
    """Return whether a time is compared with: behind 比, or named with one that is."""
    if n + 1 < len(tokens) and tokens[n + 1].text in _ENDS:
        return True  # 与改革之初的2012年相比
    for _ in range(_NAMED_TOGETHER):
        before = tokens[n - 1] if n else None
        if before is None:
            return False
        if before.kind == "time" and before.end == tokens[n].start:
            n -= 1  # 与2010年第六次全国人口普查相比
        elif before.kind == "join" and n > 1 and tokens[n - 2].kind == "time":
            n -= 2  # 比去年同期、去年全年加快
        elif _is_remarked(tokens, n):
            return True
        elif before.text in _WITH and n == 1:
            return True  # 和去年6月的17960元相比
        else:
            return before.text in _BASE or (before.kind == "func" and before.text[-1] in "比较")
    return False


def _is_remarked(tokens: Sequence[Token], n: int) -> bool:
    """Return whether words say what a time is, behind 比: 比高点的2023年少."""
    if tokens[n - 1].text != "的":
        return False
    for token in reversed(tokens[max(0, n - _NAMED_TOGETHER) : n - 1]):
        if token.text in _BASE:
            return True
        if token.kind not in ("rest", "func"):
            break
    return False


_WITH = frozenset(("和", "跟"))


def of_a_base(head: Sequence[Token], n: int) -> bool:
    """Return whether a number is a multiple of that of an earlier year: 是2015年的1.6倍."""
    before = head[n - 1].text if n else ""
    if before == "为" and n > 1 and head[n - 2].text.endswith(_CHANGES):
        return False  # 由2022年的a:b:c调整为2023年的a:b:c
    behind = [t for t in head[n + 1 : n + 4] if t.kind not in ("quote", "qty")]
    return before in _EQUALS and [t.text for t in behind[:1]] == ["的"]


def of_base_itself(head: Sequence[Token], n: int, measure: str) -> bool:
    """Return whether a number is that of the base: 比2020年的73129亿元增加, 比上年的增幅4.8%回落."""
    behind = "".join(t.text for t in head[n + 1 :])
    if _ITS_RATE.fullmatch(behind):
        return True
    if measure in GROWTHS and behind in ("", "的") and n and head[n - 1].text in THAN:
        return True  # 低于上年22.2%的增速, 高于一季度的2%
    moved = any(sign in behind for sign in "到至达为是") or behind.endswith("了")  # 比2021年便宜了
    return measure in ("level", "share") and not moved


def of_record(clause: Sequence[Token], n: int) -> bool:
    """Return whether years only say how long nothing was more: 为10年来最高增幅, 创近15年新高."""
    time, behind = clause[n].time, "".join(t.text for t in clause[n + 1 : n + 3])
    return time is not None and time.shape == "last_years" and behind.startswith(_RECORDS)


def before_is(head: Sequence[Token], n: int, word: str) -> bool:
    """Return whether a word of function stands right before a token."""
    return n > 0 and head[n - 1].kind == "func" and head[n - 1].text == word


def is_ended(clause: Sequence[Token], n: int) -> bool:
    """Return whether a time is one of what has ended: 扭转了上年下降7.0%的态势."""
    return any(t.text in _ENDED for t in clause[max(0, n - 2) : n])


_ENDED = frozenset(("扭转", "逆转", "改变", "摆脱"))  # 扭转上年下降7.0%的态势,增长18.5%
BEFORE = frozenset(("此", "前", "此前", "之前", "的"))  # 此前的6月、7月
