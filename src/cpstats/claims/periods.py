"""The words of time in a text, and the periods they mean on the day it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from cpstats.claims.numerals import number
from cpstats.model.period import Freq, Period, PeriodError, annual, span
from cpstats.model.plan import plan_of, plan_years

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"(?:(?<!\d)(?P<year>(?:19|20)\d{2})(?!\d) ?年?度?|(?P<rel>今年|去年|前年|上年|本年|当年|同年|明年|次年|翌年)度?)"
_N = r"(?:[一二两三四五六七八九]?十?[一二两三四五六七八九十]|\d{1,2})"
_DASH = "[-~至到]"
_SUB = (
    rf"(?:(?<![\d.])(?P<from>\d{{1,2}}) ?月?份? ?{_DASH} ?(?P<to>\d{{1,2}}) ?月份?"
    r"|前 ?(?P<first>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?个月"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|前 ?(?P<quarters>[一二两三23]) ?个?季度"
    r"|(?<![\d.])(?P<month>1[0-2]|0?[1-9]) ?月(?P<day>[0-3]?\d日)?份?|(?P<whole>全年)|(?P<end>年末|年底|岁末))"
)
_ALONE = _SUB.replace("(?P<", "(?P<b_")
_TIMES = re.compile(
    rf"(?P<plan>[\"'‘’]?十?[一二三四五六七八九]五[\"'‘’]?(?P<part>期间|时期|以来|期末|末期|末|前期|前四年|五年)?)"
    rf"|(?<!\d)(?P<y1>(?:19|20)\d{{2}}) ?年?(?:{_DASH}|/)(?P<y2>(?:19|20)\d{{2}})(?! ?[-/])(?: ?年)?(?:期间|间)?(?P<same1>同期)?"
    rf"|(?<!连续)(?P<ago>{_N})年前"
    rf"|(?P<pre>过去的?|这|近|最近|前|未来|今后|此后|接下来)(?P<n1>{_N})年(?:多|来|间|以来|期间|里|内)?"
    rf"|(?<![连续第\d年])(?P<n2>{_N})年(?:来|间|以来)"
    rf"|(?<![连续第\d年])(?P<n3>{_N})年(?=累计|共|增长|提高|提升|下降|翻|新增|完成)"
    rf"|(?P<avg>(?<![连续第\d年]){_N})年(?=(?:分别)?(?:年均|平均))"
    rf"|(?P<now>目前|当前|现阶段|截至目前|迄今|到目前|现在|如今|眼下)"
    rf"|(?P<last>上个?月|上个?季度|上半年同期|上一年|上一季度)"
    rf"|{_YEAR}(?: ?{_SUB})?(?P<tail>同期|以来|末|底|期末|间|全年|前)?"
    rf"|{_ALONE}(?P<tail2>同期|末|底|以来)?"
    rf"|(?P<same>同期|同月)"
    r"|(?P<stop>截至|截止|至|到)(?= ?(?:(?:19|20)\d{2}年|今年|去年|\d{1,2}月|上半年|年末|年底))",
    re.ASCII,
)
_PARTS = "from to first half quarter quarters month day whole end".split()
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_QUOTED_PLAN = re.compile(r"[\"'‘’]")


@dataclass(frozen=True, slots=True)
class Time:
    """Words of time: what they name as far as the words themselves go.

    `shape` is year, sub (part of a year), plan, years (a span of years), last_years (近三年),
    ago, average (两年平均), now, month_before, same (同期) or until (截至).
    """

    start: int
    end: int
    shape: str
    year: int | None = None
    rel: str = ""
    sub: tuple[int, int] | None = None  # first and last month
    last: int | None = None  # last year of a span, or how many years
    tail: str = ""  # 同期, 末, 以来, day …


def times(text: str) -> list[Time]:
    """Return the words of time of a text (in plain letters) in order."""
    return [time for match in _TIMES.finditer(text) if (time := _time(match, text)) is not None]


def _time(match: re.Match[str], text: str) -> Time | None:
    at = (match.start(), match.end())
    if match["plan"]:
        return _plan(match, at, text)
    if match["y1"]:
        return Time(
            *at, "years", int(match["y1"]), last=int(match["y2"]), tail=match["same1"] or ""
        )
    for name, shape in (("ago", "ago"), ("n1", "last_years"), ("n2", "last_years")):
        if match[name]:
            return Time(*at, shape, last=_count(match[name]), rel=match["pre"] or "")
    if match["n3"]:
        return Time(*at, "last_years", last=_count(match["n3"]), rel="只")
    if match["avg"]:
        return Time(*at, "average", last=_count(match["avg"]))
    for name in ("now", "same"):
        if match[name]:
            return Time(*at, name)
    if match["last"]:
        shape = "year" if match["last"] == "上一年" else "month_before"
        return Time(*at, shape, rel="上年" if shape == "year" else match["last"])
    if match["stop"]:
        return Time(*at, "until")
    return _dated(match, at)


def _count(printed: str) -> int:
    return int(number(printed) or 0)


def _plan(match: re.Match[str], at: tuple[int, int], text: str) -> Time | None:
    name, part = match["plan"], match["part"] or ""
    quoted = len(_QUOTED_PLAN.findall(name)) == 2
    bare = name.removesuffix(part).strip("\"'‘’")
    years = plan_years(bare)
    if years is None or not (quoted or part) or (len(bare) < 2):
        return None
    if text.startswith(("规划", "纲要", "计划", "系列", "收官", "圆满"), at[1]):
        return None
    if "末" in part:
        return Time(*at, "year", years[1])
    if part == "前四年":
        return Time(*at, "years", years[0], last=years[1] - 1)
    return Time(*at, "plan", years[0], last=years[1], tail=part)


def _dated(match: re.Match[str], at: tuple[int, int]) -> Time | None:
    year = int(match["year"]) if match["year"] else None
    rel = match["rel"] or ""
    names = {k: match[k] or match[f"b_{k}"] for k in _PARTS}
    sub, tail = _sub(names), match["tail"] or match["tail2"] or ""
    if names["end"]:
        tail = "末"
    if names["day"]:
        tail = f"day{names['day'].rstrip('日')}"
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
    elif found["half"] is not None:
        months = (1, 6) if found["half"] == "上" else (7, 12)
    elif found["quarter"] is not None:
        last = 3 * _count(found["quarter"])
        months = last - 2, last
    elif found["quarters"] is not None:
        months = 1, 3 * _count(found["quarters"])
    elif found["month"] is not None:
        months = int(found["month"]), int(found["month"])
    elif found["whole"] or found["end"]:
        months = 1, 12
    if months is not None and not 1 <= months[0] <= months[1] <= 12:
        return 0, 0
    return months


@dataclass(frozen=True, slots=True)
class When:
    """A resolved period: what is said, every reading of it, and where it comes from."""

    code: str | None = None
    readings: tuple[str, ...] = ()
    source: str = "docdate"
    span: tuple[int, int] | None = None  # first and last year where it is a span of years
    months: tuple[int, int, int] | None = None  # year, first and last month
    future: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is the state on one day."""
        return self.code is not None and bool(_DAY.fullmatch(self.code))

    @property
    def year(self) -> int | None:
        """The (last) year."""
        if self.span is not None:
            return self.span[1]
        return self.months[0] if self.months else None


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of publication and the year that a text speaks of where it names none."""

    published: date | None
    title: When | None = None

    @property
    def default(self) -> When:
        """The period of a sentence without any words of time."""
        if self.title is not None:
            return self.title
        year = self.reported_year
        return When() if year is None else months_of(year, 1, 12, source="docdate")

    @property
    def reported_year(self) -> int | None:
        """The year reported on: in the first three months that of the year before."""
        if self.title is not None:
            return self.title.year
        if self.published is None:
            return None
        return self.published.year - (self.published.month <= 3)

    def known(self, year: int, last_month: int) -> bool:
        """Return whether a month had ended when the text was published, a few days allowed."""
        end = date(year, last_month, 28)
        return self.published is None or end <= self.published

    def latest(self, last_month: int) -> int | None:
        """Return the last year whose months up to this one were over at publication."""
        if self.title is not None and self.published is None:
            return self.title.year
        if self.published is None:
            return None
        year = self.published.year
        if self.title is not None and self.title.year is not None:
            year = min(year, self.title.year)
        return year if self.known(year, last_month) else year - 1


def code_of(year: int, first: int, last: int) -> str:
    """Return the code of months of a year, the shortest there is.

    >>> code_of(2024, 1, 6), code_of(2024, 1, 7), code_of(2024, 8, 8), code_of(2024, 2, 5)
    ('2024-H1', '2024-01/2024-07', '2024-08', '2024-02/2024-05')
    """
    if first == last:
        return str(Period(Freq.MONTH, year, last))
    try:
        return str(Period.parse(f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"))
    except PeriodError:
        return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def months_of(year: int, first: int, last: int, *, source: str = "sentence") -> When:
    """Return months of a year as a period."""
    code = code_of(year, first, last) if (first, last) != (1, 12) else str(annual(year))
    return When(code, (code,), source, months=(year, first, last))


def years_of(first: int, last: int, clock: Clock, *, source: str = "sentence") -> When:
    """Return a span of years; one that had not ended has a second reading."""
    if first > last:
        return When(source=source)
    if first == last:
        return months_of(first, 1, 12, source=source)
    said = str(span(first, last))
    shown: tuple[str, ...] = (said,)
    day = clock.published
    running = day is not None and first < day.year <= last
    if running and last - 1 > first:
        shown = (str(span(first, last - 1)), said)
    return When(said, shown, source, span=(first, last))


def resolve(time: Time, clock: Clock, frame: When) -> When:
    """Return the period that words of time mean after what was said before them.

    Parameters
    ----------
    time : Time
        The words.
    clock : Clock
        The day of publication.
    frame : When
        The period that the text speaks of so far: 同期 is its months, 当年 its year.
    """
    match time.shape:
        case "year":
            found = _year(time, clock, frame)
        case "sub":
            found = _part(time, clock, frame)
        case "plan":
            found = _planned(time, clock)
        case "years":
            found = years_of(time.year or 0, time.last or 0, clock)
        case "last_years":
            found = _last_years(time, clock, frame)
        case "ago":
            year = _reference(clock, frame)
            found = When() if year is None else months_of(year - (time.last or 0), 1, 12)
        case "now":
            year = clock.published.year if clock.published else clock.reported_year
            found = When() if year is None else months_of(year, 1, 12, source="docdate")
        case "same":
            found = frame
        case _:
            found = When(source="sentence")
    return _future(found, clock)


def _future(found: When, clock: Clock) -> When:
    day = clock.published
    if day is None or found.year is None:
        return found
    first = found.span[0] if found.span else found.year
    return replace(found, future=first > day.year or (found.year > day.year and not found.span))


def _reference(clock: Clock, frame: When) -> int | None:
    return frame.year if frame.year is not None else clock.reported_year


def year_of(time: Time, clock: Clock, frame: When) -> int | None:
    """Return the year that the words name, by itself or from the frame and the day."""
    if time.year is not None:
        return time.year
    published = clock.published.year if clock.published else None
    match time.rel:
        case "今年" | "本年":
            return published if published is not None else clock.reported_year
        case "去年":
            return published - 1 if published is not None else None
        case "前年":
            return published - 2 if published is not None else None
        case "明年" | "次年" | "翌年":
            return published + 1 if published is not None else None
        case "上年":
            year = _reference(clock, frame)
            return year - 1 if year is not None else None
        case "当年" | "同年":
            return _reference(clock, frame)
    return None


def _year(time: Time, clock: Clock, frame: When) -> When:
    year = year_of(time, clock, frame)
    if year is None:
        return When(source="sentence")
    if time.tail == "同期" and frame.months is not None:
        return months_of(year, *frame.months[1:])
    if time.tail in ("末", "底", "期末"):
        return end_of(year, 12)
    if time.tail == "以来":
        last = clock.reported_year if clock.published is None else clock.published.year
        last = clock.reported_year if clock.reported_year is not None else last
        return years_of(year, max(year, last), clock) if last else months_of(year, 1, 12)
    return months_of(year, 1, 12)


def end_of(year: int, month: int) -> When:
    """Return the last day of a month; the year (or month) itself is how tables list a stock."""
    period = Period(Freq.MONTH, year, month)
    code = period.last_day.isoformat()
    shown = (code, str(annual(year))) if month == 12 else (code,)
    return When(code, shown, "sentence", months=(year, 1, month))


def _part(time: Time, clock: Clock, frame: When) -> When:
    first, last = time.sub or (1, 12)
    if time.tail.startswith("day") and not 1 <= int(time.tail[3:] or 0) <= 31:
        return When(source="sentence")
    year = year_of(time, clock, frame)
    stated = year is not None
    if year is None:
        in_force = frame.source != "docdate" and frame.months is not None
        year = frame.year if in_force else clock.latest(last)
    if year is None:
        return When(source="sentence")
    if time.tail.startswith("day"):
        return _day(year, last, int(time.tail[3:]))
    if time.tail in ("末", "底", "期末"):
        found = end_of(year, last)
    elif time.tail == "以来":
        found = When(f"{year:04d}-{first:02d}/..", (), "sentence", months=(year, first, last))
    else:
        found = months_of(year, first, last)
    return (
        found
        if stated
        else replace(found, source="sentence" if frame.source != "docdate" else "docdate")
    )


def _day(year: int, month: int, day: int) -> When:
    try:
        code = date(year, month, day).isoformat()
    except ValueError:
        return When(source="sentence")
    return When(code, (code,), "sentence", months=(year, 1, month))


def _planned(time: Time, clock: Clock) -> When:
    first, last = time.year or 0, time.last or 0
    return years_of(first, last, clock)


_AHEAD = ("未来", "今后", "此后", "接下来")


def _last_years(time: Time, clock: Clock, frame: When) -> When:
    count = time.last or 0
    year = _reference(clock, frame) if time.rel in ("只", "近") else clock.reported_year
    if year is None or not 0 < count < 200:
        return When(source="sentence")
    if time.rel in _AHEAD:
        day = clock.published
        first = day.year if day and day.month <= 3 else year + 1
        return replace(years_of(first, first + count - 1, clock), future=True)
    plan = plan_of(year)
    if count == 5 and plan is not None and year == plan[1]:
        return years_of(*plan, clock)
    return years_of(year - count + 1, year, clock)


def year_before(when: When) -> str | None:
    """Return the period a year earlier, the base of a growth."""
    if when.months is None:
        return None
    year, first, last = when.months
    if when.is_day:
        return None
    return months_of(year - 1, first, last).code


def iter_spans(found: list[Time]) -> Iterator[tuple[int, int]]:
    """Yield where the words of time stand."""
    return ((time.start, time.end) for time in found)
