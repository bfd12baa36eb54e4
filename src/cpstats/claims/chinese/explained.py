"""Whether every word of a number's clause is understood: what is not may make it one of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese.places import NOWHERE
from cpstats.claims.chinese.subjects import before_comparison, is_among, is_record
from cpstats.claims.terms.vocabulary import THAN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token

_SAYING = pattern(
    r"^(?:据|根据|经|按|按照|受|因|随着|面对|在|从|以|通过|围绕|坚持|经过)|(?:核算|统计|显示|测算|影响|计算|反馈|核定|调查|抽样|普查|口径|情况|来看|表明)$"
)
_ORDINAL = pattern(r"[一二三四五六七八九十]{1,3}")
_FIRMS = ("企业", "单位")
_WITHIN = ("中", "内", "里")  # behind what a rank is among: 在全国各省(区、市)中
_LONGEST = 24


def unexplained(
    head: Sequence[Token],
    subject: str,
    sited: Sequence[str | None],
    letters: str,
    *,
    listed: bool = False,
) -> str | None:
    """Return the first words of a clause that are neither its subject nor a place that was read.

    Parameters
    ----------
    head : sequence of Token
        The tokens before the number.
    subject : str
        The words taken for what it is about.
    sited : sequence of str or None
        The codes of its place and of what it is compared with.
    letters : str
        The line they stand in.
    listed : bool
        Whether the subject is one of several names before a list of numbers.
    """
    own = before_comparison(head)
    than = head[len(own) :]
    for token in than if than and than[0].text in THAN else ():
        if token.kind == "name" and token.value and token.text not in subject:
            return token.text  # 第二产业增加值比第三产业多14.6亿元
    for token in own:
        numbered = token.start == 0 and _ORDINAL.fullmatch(token.text)  # 一、GDP同比增长6%
        if token.kind == "rest" and not (listed or numbered or _is_known(token.text, subject)):
            return letters[token.start : token.end][:_LONGEST]
        if token.kind == "place" and token.value not in ("", NOWHERE, *sited):
            return token.text
        if token.kind == "name" and not listed and token.text not in subject:
            return token.text
    return None


def is_earlier(head: Sequence[Token], measure: str) -> bool:
    """Return whether a state is that of an earlier time which no word dates: 年初为243亿元, 原为39万人."""
    return measure in ("level", "share") and any(t.text in _EARLIER for t in head)


_EARLIER = frozenset(
    ("年初", "期初", "月初", "此前", "之前", "先前", "原", "原为", "原有", "原来", "原先", "曾", "曾为", "当时", "那时")
)  # fmt: skip


def is_apart(head: Sequence[Token], measure: str) -> bool:
    """Return whether an amount is a distance to something: 两省差距缩小到4626亿元, 比预算数多收62亿元."""
    if measure != "level":
        return False
    if any("增量" in t.text for t in head[:-1]):
        return True  # 增量与前五年的2.7亿元相当
    than = next((n for n, t in enumerate(head) if t.text in ("比", "较", "距", "距离")), None)
    if than is not None and head[-1].text.endswith("了"):
        return True  # 比上年瘦了3公斤
    dated = than is None or any(t.time is not None for t in head[than:])
    return not dated or any(t.text in _DISTANCES for t in head)


_DISTANCES = frozenset(("差距", "差额", "缺口", "落差", "相差", "逆差", "顺差"))


def _is_known(word: str, subject: str) -> bool:
    if (
        is_record(word)
        or is_among(word)
        or word in _WITHIN
        or (word.endswith(_FIRMS) and subject.startswith(word[:2]))
    ):
        return True  # 创三年新高, 建筑企业完成建筑业总产值
    return word in subject or subject in word or _SAYING.search(word) is not None
