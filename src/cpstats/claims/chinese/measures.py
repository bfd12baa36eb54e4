"""What a number measures: a level, a growth, a share, a gap, a rank; from the words beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.terms.measure import GROWTHS, PACES, Measure
from cpstats.claims.terms.units import is_percent, is_points
from cpstats.model.pattern import pattern
from cpstats.model.unit import TIMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.spot import Spot

_UP = "增长|增加|上涨|上升|提高|提升|扩大|攀升|增幅|涨幅|回升|增收|增产|净增|同增|增|涨|升"
_DOWN = "下降|减少|回落|降低|下跌|压减|缩减|缩小|收窄|放缓|下滑|负增长|降幅|跌幅|减量|变缓|压降|减|降|跌"
_TO = "至|到|为"
_REACHED = pattern(
    rf"(?:(?P<up>{_UP}|加快|跃升|跃)|(?P<down>{_DOWN}|精简|整合|缩短))了?(?:{_TO})(?:了)?[^,;。增降]{{0,6}}$"
)
_MOVED = pattern(rf"(?P<down>{_DOWN})|(?P<up>{_UP}|加快|增速|增势)")
_MORE = pattern(  # 比去年同期少了5.6%
    r"[比较][^,;。占\d]{0,4}\d{0,4}[^,;。占\d]{0,4}(?:(?P<more>多)|少)了?(?:约|近|超过?)?$"
)
_RATE = pattern(r"增速|增幅|涨幅|降幅|跌幅|增长率|增长速度|降速")
_PACES = pattern(rf"(?:{_RATE.pattern}|平均增长)(?:水平|平均水平)?$")
_FALL_RATE = pattern(r"降幅|跌幅|降速")
IN_BRACKETS = pattern(r"(?:增速|增幅|涨幅|降幅|跌幅|增长率)\($")
_THEN = pattern(r"^[^,;。]{0,2}(?:去年|上年)?同[期月](?:为|是)?$")
_SHARE = pattern(r"占比|比重|占|比例|比率|贡献率|结构|所占|强度")
_OFF = pattern(  # 比全省高1.5%, 高于全省1.5% behind 高于全国2.8个百分点
    r"(?P<than>[比较][^,;。\d的]{1,12})(?:(?P<low>低|慢)|[高快])出?(?:约|近)?$|(?:(?P<under>低于|慢于)|高于|快于)[^,;。的()\d]{1,12}$"
)
_NATURAL = "自然增长率"
_LEVEL_RATE = pattern(r"＃|利率|收益率")
_AVERAGE = pattern(
    r"年均(?!浓度|值|气温|水平)|年平均(?!浓度|值|气温|水平)|平均增|平均下降|年(?:分别)?平均|复合增|平均每年|分别平均"
)
_ON_PERIOD = pattern(r"环比|比上个?月|较上个?月|比上个?季度|较上个?季度|比上季")
_GROWTH_AFTER = pattern(r"的[^,;。]{0,8}?(?:增长|增速|增幅|涨幅|降幅|跌幅)")
_GREW = pattern(
    r"(?:增长|上升|上涨|提高|下降|下跌|减少|回落)了?(?:约|近)?$"
)  # 下降6.6%的低基数上增长
_SPAN_AFTER = pattern(r"的[^,;。]{0,6}?(?:年均|平均)")
_CONTRIBUTION = pattern(r"拉动|下拉|上拉|拖累|贡献|影响|带动")
_HIGHER = pattern(
    r"(?P<down>低于|慢于|小于|少于|下降|回落|收窄|降低|缩小|放缓|减少|落后|减缓|下滑|低|慢|降|减)"
    r"|(?P<up>高于|快于|超过|大于|多于|优于|提高|提升|加快|扩大|上升|增加|增长|高出|高|快|领先|超|增|升|攀升|回升)"
)
_VERSUS = pattern(r"高于|低于|快于|慢于|超过|大于|小于|高出|领先|落后|平均水平|优于|好于")
_FASTER = pattern(
    r"(?<![提升增新走偏])[高低快慢]$"
)  # faster than what was named before: 增速高0.7个百分点
# an amount directly behind is not the other's but the distance: 领先宁波3514亿元, 比宁波高3514亿元
_AHEAD = pattern(
    r"(?:(?P<up>领先于?|高出|超出|多出)|(?P<down>落后于?))[^,;。\d]{1,12}$"
    r"|[比较][^,;。\d]{1,12}(?:(?P<higher>高出?|多出)|(?P<lower>低|少))了?(?:约|近|逾|超)?$"
)
_APART = pattern(r"[与同和跟][^,;。\d]{1,12}(?:相差|差距(?:约?为|达)?)了?(?:约|近)?$")  # either way
_CHANGED = pattern(
    r"(?:(?P<up>增量|扩大|拓展|上涨|攀升|回升|多出|增收|增产|增支|多增|增加|净增加?|提高|提升|上升|增长|增|多|前移|延长|(?<=[年末底初期月])高出?)|(?P<down>减排|缩小|缩减|压减|收窄|下跌|减收|减产|减支|少增|减少|净减少|减量|减|降低|下降|少|后移|缩短|下滑|回落|(?<=[年末底初期月])低))"
    r"了?(?:约|近|超过?|逾|不到|大约)?$"
)
_DID_MORE = pattern(  # 比上一年多采了343吨
    r"[比较](?:上一?年|去年|前年|(?:19|20)\d\d年|上个?月|上个?季度|[一二三四]季度|(?:上年|去年)?\d{1,2}月份?)(?:同期|同月|末|底)?(?:(?:(?P<up>多)|(?P<down>少))(?!于)[\u4e00-\u9fff]{1,2}了?|(?:(?P<dearer>贵|涨)|(?P<cheaper>便宜|跌))了)(?:约|近|超)?$"
)
_ADDED = pattern(
    r"[比较](?:上年末?|去年末?|年初|上月末?|上年同期|去年同期|(?:19|20)\d\d年末?|[一二三四五六七八九十]年前)[^,;。\d]{0,4}新增$|(?<![\d近过来])[一两三四五六]年(?:间|内|来)?新增$"
)
_INDEX = pattern(r"指数|PMI|景气")
_REAL = pattern(r"实际(?!使用|利用|到位|控制|完成|支付)|扣除价格因素|可比价格|不变价|不变价格")
_NOMINAL = pattern(r"名义|现价|当年价")
_COMPARATIVE = pattern(r"比[^,;。]{1,20}$|较[^,;。]{1,20}$")
_NOUNS = pattern(
    rf"{_NATURAL}|增加值|增值税?|新增|涨价|升级|提升工程|降水|减排(?!$)|降碳|减税|降费|增长极|增减|增长面|加快推进|扩大内需"
)


def measure_of(spot: Spot, head: str, after: str, *, before: str | None, place: bool) -> Measure:
    """Return the measure of a quantity.

    Parameters
    ----------
    spot : Spot
        The quantity.
    head, after : str
        The words before it (from the last quantity or the start of the clause) and behind it.
    before : str or None
        The measure of the last claim about the same subject.
    place : bool
        Whether the words before it name another place.
    """
    head = _NOUNS.sub(lambda noun: "＃" if noun.group() == _NATURAL else "＊", head)
    if spot.kind in _BY_KIND:
        return _BY_KIND[spot.kind]
    if spot.kind == "rank":
        growth = _RATE.search(head) or head.endswith("增长")
        return Measure("growth_rank", of="growth") if growth else Measure("rank", of="level")
    if is_points(spot.unit):
        points = _points(head, before=before, place=place)
        return replace(points, direction="down") if spot.value < 0 else points
    if is_percent(spot.unit):
        return _percent(spot, head, after, before)
    return _times(head) if spot.unit == TIMES else _level(spot, head, place=place)


_BY_KIND = {
    "multiple": Measure("multiple"),
    "ratio": Measure("share"),
    "index": Measure("index"),
    "streak": Measure("level"),
}


def _direction(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    found = match.groupdict()
    return "down" if found["down"] or found.get("lower") or found.get("cheaper") else "up"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _points(head: str, *, before: str | None, place: bool) -> Measure:
    if _CONTRIBUTION.search(head):
        down = "down" if re.search(r"下拉|拖累|下降", head) else "up"
        return Measure("contribution", down)
    apart = place and _APART.search(head)
    moved = _last(_HIGHER, _PACES.sub("", head))  # 低于全省平均增速
    direction = None if apart else _direction(moved) or "up"
    of = _gap_of(head, before)
    beside = _VERSUS.search(head) or _FASTER.search(head)
    versus = place or bool(beside and not _past(head))
    if versus:
        names = {"growth": "growth_gap", "average_growth": "average_growth_gap"}
        return Measure(names.get(of, "level_gap"), direction, "vs_benchmark", of)
    names = {"growth": "growth_change", "average_growth": "average_growth_change"}
    return Measure(names.get(of, "share_change"), direction, "time_change", of)


_PAST = pattern(
    r"上年|去年|同期|上月|上季|上半年|季度|月份?|年初|[比较同于自从由与的][^,;。]{0,6}\d年"
)


def _past(head: str) -> bool:
    return bool(_PAST.search(head)) and "平均水平" not in head and "全国同期" not in head


def _gap_of(head: str, before: str | None) -> str:
    if _AVERAGE.search(head):
        return "average_growth"
    if before in ("average_growth", "average_growth_gap", "average_growth_change"):
        return "average_growth"
    if _RATE.search(head):
        return "growth"
    if before in (*GROWTHS, "growth_gap", "growth_change", "growth_rank"):
        return "growth"
    if re.search(r"增长|加快|放缓", head):
        return "growth"
    return "share"


def _percent(spot: Spot, head: str, after: str, before: str | None) -> Measure:
    if spot.value < 0:
        return Measure("share" if _LEVEL_RATE.search(head) else _growth(head), "down")
    if before in GROWTHS and _THEN.match(head):  # 增长5.1%,去年同期为8.7%
        return Measure(before or "growth", "up")
    if _GROWTH_AFTER.match(after) and not _GREW.search(head):
        down = bool(re.match(r"的[^,;。]{0,8}?(?:降幅|跌幅)", after))
        name = "average_growth" if _SPAN_AFTER.match(after) else _growth(head)
        return Measure(name, "down" if down else "up")
    reached = _REACHED.search(head)
    if reached is not None and not _RATE.search(head) and not reached.group().endswith("增长为"):
        name = "index" if _INDEX.search(head) else "share"
        if before in GROWTHS and not head[: reached.start()].strip():
            name = before or name  # 增速由5.1%提高到6.3%
        return Measure(name, _direction(reached))
    return _moved(head) or Measure(_standing(head))


def _moved(head: str) -> Measure | None:
    """Return the growth that a verb behind any share word says, None where there is none."""
    if beside := _MORE.search(head):
        return Measure(_growth(head), "up" if beside["more"] else "down")
    moved, share = _last(_MOVED, head), _last(_SHARE, head)
    if moved is None or (share is not None and share.start() >= moved.start()):
        plainly = share is None and re.search(r"同比|环比", head)
        return Measure(_growth(head), "up") if plainly else None
    rate = _last(_RATE, head)
    direction = _direction(moved)
    if rate is not None:
        direction = "down" if _FALL_RATE.search(rate.group()) else "up"
    return Measure(_growth(head), direction)


def _standing(head: str) -> str:
    index = _INDEX.search(head) and "率" not in head and not _SHARE.search(head)
    return "index" if index else "share"


def _growth(head: str) -> str:
    if _ON_PERIOD.search(head):
        return "growth_on_period"
    return "average_growth" if _AVERAGE.search(head) else "growth"


def _times(head: str) -> Measure:
    moved = re.search(r"(?:增长|增加|提高|上升|扩大|上涨|提升|增|涨)了?(?:约|近|超过?|逾)?$", head)
    of = "growth" if _RATE.search(head) else None  # 增速是全国的2倍
    return Measure(_growth(head), "up") if moved else Measure("multiple", of=of)


def _level(spot: Spot, head: str, *, place: bool) -> Measure:
    apart = _AHEAD.search(head) if place else None
    if apart is not None:
        return Measure("level_gap", _direction(apart), "vs_benchmark", "level")
    if place and _APART.search(head):
        return Measure("level_gap", None, "vs_benchmark", "level")
    if _INDEX.search(head[-6:]) and spot.unit in ("", "点"):
        return Measure("index")
    reached = _REACHED.search(head)
    if reached is not None:
        return Measure("level", _direction(reached))
    changed = _CHANGED.search(head) or _DID_MORE.search(head)
    added = _ADDED.search(head.replace("＊", "新增"))
    if added or (changed is not None and not re.search(r"新增$|拉动|带动", head)):
        return Measure("change", "up" if added else _direction(changed))
    return Measure("level")


def is_change(words: str) -> bool:
    """Return whether the words before a number say what has been added since a time: 较上年新增.

    >>> is_change("较上年新增"), is_change("新增")
    (True, False)
    """
    return _ADDED.search(words) is not None


_INDEX_NAME = pattern(r"(?:指数|PMI|PMI\)|[(（]PMI[)）])$")
_AND = pattern(r"[和及与、]?(?:约|近)")
_PERIODICALLY = pattern(r"^(?:从|就)?环比(?:来)?看|^环比方面|环比看$")


def is_index(surface: str) -> bool:
    """Return whether a subject is an index that is printed in per cent: 生产指数为51.4%."""
    return _INDEX_NAME.search(surface) is not None


def apart_in_per_cent(words: str, last: Measure) -> Measure | None:
    """Return the distance to another place that a number in per cent is, where the number before it says of what.

    >>> apart_in_per_cent("比全省高", Measure("growth", "up")).name
    'growth_gap'
    """
    off = _OFF.search(words)
    if off is None or not (last.subtype == "vs_benchmark" or (off["than"] and last.name in _GAPS)):
        return None
    down = "down" if off["low"] or off["under"] else "up"
    if last.subtype:
        return replace(last, direction=down)
    return Measure(_GAPS[last.name], down, "vs_benchmark", last.name)


_GAPS = {"growth": "growth_gap", "average_growth": "average_growth_gap"}


def is_rank_of_pace(measure: Measure, words: str, before: str | None) -> bool:
    """Return whether a rank behind a rate or a gap of rates is one of rates: 增长7.5%,居全市第3位."""
    amount = re.search(r"规模|总量|额|总值|数量|占比|比重", words)
    return (
        measure.name == "rank"
        and before in (*PACES, "growth")
        and not amount
        and "分别" not in words
    )


def is_after_pace(measure: Measure, words: str, before: str, last: str | None) -> bool:
    """Return whether a rank stands behind a pace that was said since the last semicolon: 增速最快,达8.8%,居全市第1位.

    >>> is_after_pace(Measure("rank"), "居全市", "增速最快,达8.8%,居全市", "share")
    True
    """
    amount = re.search(r"规模|总量|额|总值|数量|占比|比重", words)
    said = _RATE.search(before.rpartition(";")[2])
    return measure.name == "rank" and last != "level" and said is not None and not amount


def is_fall(before: str) -> bool:
    """Return whether the last rate that was spoken of is one of a fall: 降幅收窄0.3个百分点,为."""
    rate = _last(_RATE, before)
    return rate is not None and _FALL_RATE.search(rate.group()) is not None


def is_moved_fall(before: str) -> bool:
    """Return whether a rate is what a fall has widened or narrowed to: 降幅由10.6%扩大至."""
    return _MOVED_FALL.search(before) is not None


_MOVED_FALL = pattern(
    r"[降跌减]幅[^,;。]{0,40}?(?:扩大|收窄|缩小|加深|缩减|收缩)(?:至|到|为)(?:约|近)?$"
)


def is_and(words: str) -> bool:
    """Return whether a number only goes on from the last one: 约0.30个和约0.24个百分点."""
    return _AND.fullmatch(words) is not None


_UNMOVED = ("环比持平", "环比总体平稳", "环比不变")


def is_on_period(clause: Sequence[Token], letters: str) -> bool:
    """Return whether a clause says that changes on the period before follow: 从环比看."""
    text = letters[clause[0].start : clause[-1].end] if clause else ""
    if "环比" not in text:
        return False
    return _PERIODICALLY.search(text) is not None or text.endswith(_UNMOVED)


def price_basis(head: str) -> str | None:
    """Return the price basis that the words before a number say, None where they are silent."""
    if _REAL.search(head):
        return "constant"
    return "current" if _NOMINAL.search(head) else None
