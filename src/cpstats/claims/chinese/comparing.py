"""Comparisons beside a Chinese number: 创2015年以来新高, 首次突破, 连续三年增长, 高于全国平均水平."""

from __future__ import annotations

import re

from cpstats.claims.terms.comparison import Comparison
from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.numerals import number
from cpstats.model.pattern import pattern

_N = "[一二两三四五六七八九十]{1,3}|\\d{1,2}"
_RECORD = pattern(
    r",?(?P<of>增速|增幅|涨幅|增长率|总量|规模)?(?:也|均|再|又)?(?:创下?|为|是|系|达到?|刷新|处于)了?自?"
    rf"(?:(?P<since>(?:19|20)\d\d)年(?P<same>同期)?以来|近(?P<n>{_N})年(?:以?来)?|(?:历史|历年|有(?:统计|记录)以来))"
    r"的?(?P<same2>同期)?(?:(?P<up>新高|最高|最快|峰值)|新低|最低|最慢)"
)
_FIRST = pattern(
    r"(?:首次|第一次|首度|历史性)(?:突破|超过|迈上|跨上|站上|跃上|达到?|迈过|跨过|越过|升至|超)[^,。;\d]{0,2}$|首[破超]$"
)
_FIRSTS = ("首", "第一次", "历史性")
_RECORDS = ("新高", "新低", "最高", "最低", "最快", "最慢", "峰值")  # one of them ends each
_ROW = pattern(
    r"(?:保持|实现|稳步|平稳|持续|呈|正|较快|快速){0,2}(?:(?P<up>增长|上升|提高|提升|攀升|增加|(?P<fast>加快|提速))|下降|减少|回落|降低|下滑|(?P<slow>放缓|趋缓|减速))"
    r"(?![^,。;]{0,4}[\d%])"
)
_OF_PACE = pattern(  # of the growth itself: 增速连续三年回落; 增长1.2%,连续三年回落
    r"(?:增长?速度?|增幅|涨幅|增长率)[^,;。\d]{0,4}$|(?:增长|上涨|增速|增幅|涨幅)[^,;。\d]{0,4}[\d.]+%,[^,;。\d]{0,2}$"
)
_FASTEST = ("最快", "最慢")
_IS_PACE = pattern(r"(?:增长?速度?|增幅|涨幅|增长率)[^,;。\d]{0,4}$")  # 增速为5.2%
_GROWS = ("增长", "增加", "减少")
_EVEN = pattern(
    r",?(?:增速|增幅|涨幅)?(?:也|均|仍)?[与和同](?P<than>上年|去年|全国|全[省市区])(?:平均)?(?:水平|增速)?持平(?=[,;。)!]|$)"
)
_HOW = "(?:[也均都仍略]|继续|持续|始终|明显|大幅|显著|总体)"
_BESIDE = pattern(
    rf",?{_HOW}{{0,2}}(?P<of>增速|增幅|涨幅)?{_HOW}{{0,2}}(?:(?P<up>[高快大]于|超过|领先于?|跑赢)|[低慢小]于|落后于?|不及|跑输)"
    r"(?P<than>全国|我国|[全我][省市区州县盟旗]|[^,;。\d]{2,8}?[省市区县])的?(?:平均|总体|整体)?(?:水平|增速|增幅|涨幅)?(?=[,;。)!]|$)"
)
_OVER = pattern("[于超领]|不及|落后|跑[赢输]")  # one of them is in each
_BEFORE = ("上年", "去年")
_PACES = ("增速", "增幅", "涨幅", "增长率")


def comparison(
    surface: str, before: str, after: str, measure: str, indicator: str | None
) -> Comparison | None:
    """Return what the words right before and behind a number compare it with.

    >>> comparison("5.2%", "增长", ",创2015年以来新高。", "growth", None)
    Comparison(kind='record', up=True, since=2015, years=None, same=False, indicator=None, than=None, pace=False, even=False)
    """
    if surface.startswith("连续"):
        return _row(surface, before, after, indicator)
    if any(word in before for word in _FIRSTS) and _FIRST.search(before):
        return Comparison("first")
    found = _RECORD.match(after) if any(word in after for word in _RECORDS) else None
    if found is None:
        return _beside(after, measure)
    if (found["of"] in _PACES) != (measure in GROWTHS and found["of"] is not None):
        return None
    same = found["same"] or found["same2"]
    since = int(found["since"]) if found["since"] else None
    years = _count(found["n"]) if found["n"] else None
    paced = found["of"] in _PACES or found.group().endswith(_FASTEST)
    paced = paced or _IS_PACE.search(before) is not None
    up = found["up"] is not None
    return Comparison("record", up, since, years, same=same is not None, pace=paced)


def _row(surface: str, before: str, after: str, indicator: str | None) -> Comparison | None:
    """Return so many years in a row, of what grows or of its growth.

    >>> _row("连续三年", "增速", "回落。", "gdp").pace, _row("连续三年", "人口", "减少。", "").pace
    (True, False)
    >>> _row("连续三年", "增长5.2%,", "增长。", "gdp").pace
    False
    """
    row = _ROW.match(after) if surface.endswith("年") else None
    if row is None:
        return None
    grows = row.group().endswith(_GROWS)
    pace = row["fast"] or row["slow"] or (not grows and _OF_PACE.search(before))
    up, years = row["up"] is not None, _count(surface[2:])
    return Comparison("row", up, years=years, indicator=indicator, pace=bool(pace))


def _beside(after: str, measure: str) -> Comparison | None:
    """Return the place that a number is said to be above or below, without a number of it.

    >>> _beside(",增速高于全国平均水平。", "growth").than, _beside(",低于全国城市平均水平。", "share").than
    ('全国', '全国城市')
    >>> _beside(",高于全国0.2个百分点。", "growth")
    """
    if measure in GROWTHS and "持平" in after and (even := _EVEN.match(after)):
        return Comparison(
            "beside", than=None if even["than"] in _BEFORE else even["than"], even=True
        )
    found = _BESIDE.match(after) if _OVER.search(after) else None
    if found is None or (found["of"] and measure not in GROWTHS):
        return None
    return Comparison("beside", found["up"] is not None, than=found["than"])


def _count(words: str) -> int | None:
    match = re.search(_N, words)
    found = number(match.group()) if match else None
    return int(found) if found is not None else None
