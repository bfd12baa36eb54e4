"""The words of time in a text: years, parts of years, plans, 近三年, 截至, 目前."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.numerals import number
from cpstats.claims.terms.periods import SINCE
from cpstats.claims.terms.time import Time
from cpstats.claims.terms.trie import pattern_of
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.model.spans import Spans

_YEAR = r"(?:(?<!\d)(?P<year>(?:19|20)\d{2})(?!\d) ?年?度?|(?P<rel>今年|去年|前年|上年|前一年|本年|当年|同年|明年|次年|翌年)度?)"
_N = r"(?:[一二两三四五六七八九]?十?[一二两三四五六七八九十]|\d{1,2})"
_DASH = "[-~至到]"
_SUB = (
    rf"(?:(?<![\d.])(?P<from>\d{{1,2}}) ?月?份? ?{_DASH} ?(?P<to>\d{{1,2}}) ?月份?"
    r"|前 ?(?P<first>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?个?月"
    rf"|第?[一1](?:季度)?{_DASH}第?(?P<upto>[二三四2-4])季度"
    r"|第?(?P<fore>[一二三])[、和](?P<aft>[二三四])季度"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|前 ?(?P<quarters>[一二两三23]) ?个?季度"
    r"|(?<![\d.])(?P<month>1[0-2]|0?[1-9]) ?月(?P<day>[0-3]?\d日(?:零时|0时)?)?份?|(?P<whole>全年)|(?P<end>年末|年底|岁末))"
)


def _years(section: str) -> dict[str, int]:
    """Return the years that stand behind the words of a section."""
    pairs = (word.partition("=") for word in SECTIONS[section])
    return {name: int(year) for name, _, year in pairs}


_EVENTS = _years("events")
_CENSUSES = _years("censuses")  # of 1 November
_ALONE = _SUB.replace("(?P<", "(?P<b_")
_FIVE = "(?:十?[一二三四五六七八九]|十)五"  # a plan of China by its number
_TIMES = (
    rf"(?P<plan>[\"'‘’]?{_FIVE}[\"'‘’]?(?P<part>期间|时期|以来|期末|末期|末|前期|前四年|五年)?)"
    rf"|(?<!\d)(?P<y1>(?:19|20)\d{{2}}) ?年?(?:{_DASH}|/)(?P<y2>(?:19|20)\d{{2}})(?! ?[-/])(?: ?年)?(?:期间|间)?(?P<same1>同期)?"
    rf"|第?(?P<census>[{''.join(_CENSUSES)}])(?:次(?:全国)?)?(?:人口普查|人普)"
    rf"|(?:党的)?(?P<event>{'|'.join(_EVENTS)})(?:{_N}多?年)?(?:以来|来)"
    rf"|(?<!连续)(?P<ago>{_N})年前"
    rf"|(?P<pre>过去的?|这|近|最近|此前|之前|先前|前(?!一年)|未来|今后|此后|接下来)(?P<n1>{_N})年(?:多|来|间|以来|期间|里|内)?"
    rf"|(?<![连续第\d年])(?P<n2>{_N})年(?:来|间|以来)"
    rf"|(?<![连续第\d年])(?P<n3>{_N})年(?=累计|共|增长|增加|净增|提高|提升|上升|扩大|下降|减少|净减|降低|回落|缩小|翻|新增|完成)"
    rf"|(?P<avg>(?<![连续第\d年]){_N})年(?=(?:分别)?(?:年均|平均))"
    rf"|(?P<now>目前|当前|现阶段|截至目前|迄今|到目前|现在|如今|眼下)"
    rf"|(?P<last>上个?月|上个?季度|上半年同期|上一年|上一季度)"
    rf"|{_YEAR}(?: ?{_SUB})?(?P<tail>同期|同月|以来|末|底|期末|间|全年|前)?"
    rf"|{_ALONE}(?P<tail2>同期|同月|末|底|以来)?"
    rf"|(?P<same>同期|同月)"
    r"|(?P<stop>截至|截止|至|到)(?= ?(?:(?:19|20)\d{2}年|今年|去年|\d{1,2}月|上半年|年末|年底))"
)
_BEGINS = "之先\"'‘’0123456789一两二三四五六七八九十今去前上下本当同明次翌第全年岁党过这近最未此接目现截迄到如眼至"
_COUNTED = (
    ("ago", "ago"),
    ("n1", "last_years"),
    ("n2", "last_years"),
    ("n3", "last_years"),
    ("avg", "average"),
)
_PARTS = [  # as they are called behind a year, and alone
    (name, f"b_{name}")
    for name in ("from", "to", "first", "fore", "aft", "half", "upto", "quarter", "quarters", "month", "day",
                 "whole", "end")
]  # fmt: skip
_SHORT_YEAR = pattern(r"\d\d年以来")
_QUOTED_PLAN = pattern(r"[\"'‘’]")


def times(text: str, spans: Spans) -> list[Time]:
    """Return the words of time of a text (in plain letters) in order; `spans` have a name."""
    found = pattern_for(spans).finditer(text)
    return [time for match in found if (time := _time(match, text, spans)) is not None]


def pattern_for(spans: Spans) -> re.Pattern[str]:
    """Return the pattern of all words of time, the names of spans among them."""
    return _pattern(spans.every_name)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all words of time, the names of spans in Chinese among them."""
    bare = {_QUOTED_PLAN.sub("", plain(name)) for name in names if not name.isascii()}
    words = [name for name in bare if len(name) > 2 and not re.fullmatch(_FIVE, name)]
    named = pattern_of(words) if words else "(?!)"
    begins = "".join(sorted({*_BEGINS, *(name[0] for name in (*words, *_EVENTS, *_CENSUSES))}))
    return re.compile(  # most signs begin no word of time: those are passed over at once
        rf"(?=[{begins}])(?:[\"'‘’]?(?P<named>{named})[\"'‘’]?(?P<part2>期间|时期|以来)?|{_TIMES})",
        re.ASCII,
    )


def _time(match: re.Match[str], text: str, spans: Spans) -> Time | None:
    at = (match.start(), match.end())
    if match["named"] and (years := spans.named(match["named"])):
        return Time(*at, "plan", years[0], last=years[1], tail=match["part2"] or "")
    if match["plan"]:
        return _plan(match, at, text, spans)
    if match["y1"]:
        tail = match["same1"] or ""
        return Time(*at, "years", int(match["y1"]), last=int(match["y2"]), tail=tail)
    if match["census"]:
        return Time(*at, "sub", _CENSUSES[match["census"]], sub=(11, 11), tail="census")
    if match["event"]:
        return Time(*at, "event", _EVENTS[match["event"]] + 1)
    return _counted(match, at) or _worded(match, at) or _dated(match, at)


def _counted(match: re.Match[str], at: tuple[int, int]) -> Time | None:
    """Return 近三年, 三年前, 两年平均."""
    for name, shape in _COUNTED:
        if match[name]:
            rel = "只" if name == "n3" else match["pre"] or ""
            if name == "n2" and _SHORT_YEAR.fullmatch(match.group()):
                rel = SINCE  # 15年以来: since 2015, or over fifteen years
            return Time(*at, shape, last=_count(match[name]), rel=rel)
    return None


def _worded(match: re.Match[str], at: tuple[int, int]) -> Time | None:
    """Return 目前, 同期, 上月, 截至."""
    for name, shape in (("now", "now"), ("same", "same"), ("stop", "until")):
        if match[name]:
            return Time(*at, shape)
    if match["last"] == "上一年":
        return Time(*at, "year", rel="上年")
    return Time(*at, "month_before", rel=match["last"]) if match["last"] else None


def _count(printed: str) -> int:
    return int(number(printed) or 0)


def _plan(match: re.Match[str], at: tuple[int, int], text: str, spans: Spans) -> Time | None:
    name, part = match["plan"], match["part"] or ""
    quoted = len(_QUOTED_PLAN.findall(name)) == 2
    bare = name.removesuffix(part).strip("\"'‘’")
    years = spans.named(bare)
    if years is None or not (quoted or part) or (len(bare) < 2):
        return None
    if text.startswith(("规划", "纲要", "计划", "系列", "收官", "圆满", "开局", "关键"), at[1]):
        return None
    if "末" in part:
        return Time(*at, "year", years[1])
    if part == "前四年":
        return Time(*at, "years", years[0], last=years[1] - 1)
    return Time(*at, "plan", years[0], last=years[1], tail=part)


def _dated(match: re.Match[str], at: tuple[int, int]) -> Time | None:
    year = int(match["year"]) if match["year"] else None
    rel = match["rel"] or ""
    said = match.groupdict()
    names = {k: said[k] or said[b] for k, b in _PARTS}
    sub, tail = _sub(names), match["tail"] or match["tail2"] or ""
    tail = "同期" if tail == "同月" else tail
    if names["end"]:
        tail = "末"
    if names["day"]:
        day, _, hour = names["day"].partition("日")
        tail = f"{'hour' if hour else 'day'}{day}"  # 11月1日零时: the state that was counted
    if year is not None and sub is None and "年" not in match.group() and not tail:
        return None
    if sub is None and tail == "前":
        return Time(*at, "year", year, rel, tail="前")
    if sub == (0, 0):
        return None
    whole = sub == (1, 12) and year is None and not rel
    shape = "year" if sub in (None, (1, 12)) and not whole else "sub"
    return Time(*at, shape, year, rel, sub if shape == "sub" else None, tail=tail)


def _sub(found: dict[str, str | None]) -> tuple[int, int] | None:
    """Return first and last month; (0, 0) where there is no such month."""
    months: tuple[int, int] | None = None
    if found["to"] is not None:
        months = int(found["from"] or 0), int(found["to"])
    elif found["first"] is not None:
        months = 1, _count(found["first"])
    elif found["fore"] is not None:
        months = 3 * _count(found["fore"]) - 2, 3 * _count(found["aft"] or found["fore"])
    elif found["half"] is not None:
        months = (1, 6) if found["half"] == "上" else (7, 12)
    elif found["quarter"] is not None:
        last = 3 * _count(found["quarter"])
        months = last - 2, last
    elif (upto := found["quarters"] or found["upto"]) is not None:
        months = 1, 3 * _count(upto)
    elif found["month"] is not None:
        months = int(found["month"]), int(found["month"])
    elif found["whole"] or found["end"]:
        months = 1, 12
    if months is not None and not 1 <= months[0] <= months[1] <= 12:
        return 0, 0
    return months
