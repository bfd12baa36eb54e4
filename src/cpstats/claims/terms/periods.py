"""The periods that words of time mean on the day a text was published."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, Period, PeriodError, annual, span
from cpstats.model.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.time import Time

_SAME_YEAR = ("当年", "同年")
_OFFSET = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前一年": -1,
    "前年": -2,
    "明年": 1,
    "次年": 1,
    "翌年": 1,
}
_DAY = pattern(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A resolved period: what is said, every reading of it, and where it comes from."""

    code: str | None = None
    readings: tuple[str, ...] = ()
    source: str = "docdate"
    span: tuple[int, int] | None = None  # first and last year where it is a span of years
    months: tuple[int, int, int] | None = None  # year, first and last month
    future: bool = False
    opened: bool = False  # whether the first year of a span may be its base: 1978年至2017年

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


UNSAID = When(
    source="sentence"
)  # last year, in a text of no known day: no other year that it names


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of publication and the year that a text speaks of where it names none.

    `spans` are the spans that have a name in the packages.
    """

    published: date | None
    title: When | None = None
    spans: Spans = field(default_factory=Spans)

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

    def known(self, year: int, last_month: int, day: int = 28) -> bool:
        """Return whether a month had ended when the text was published, a few days allowed."""
        end = date(year, last_month, min(day, 28))
        return self.published is None or end <= self.published

    def latest(self, last_month: int, day: int = 28) -> int | None:
        """Return the last year whose months up to this one, or a day of it, were over at publication."""
        if self.title is not None and self.published is None:
            return self.title.year
        if self.published is None:
            return None
        year = self.published.year
        if self.title is not None and self.title.year is not None:
            year = min(year, self.title.year)
        return year if self.known(year, last_month, day) else year - 1


@lru_cache(maxsize=1024)  # a text speaks of few periods, again and again
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
    code = code_of(year, first, last)
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
            found = _planned(time, clock, frame)
        case "years":
            found = replace(years_of(time.year or 0, time.last or 0, clock), opened=True)
        case "event":
            found = years_of(time.year or 0, clock.reported_year or 0, clock)
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
    return ahead(found, clock)


def ahead(found: When, clock: Clock) -> When:
    """Return a period marked as future where it begins after the year of publication."""
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
    if time.rel in _SAME_YEAR:
        return _reference(clock, frame)
    if time.rel in ("上年", "前一年"):
        year = _reference(clock, frame)
    else:
        year = clock.published.year if clock.published else None
        if year is None and time.rel in ("今年", "本年"):
            year = clock.reported_year
    return year + _OFFSET[time.rel] if year is not None and time.rel in _OFFSET else None


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
    if year is None and time.rel:
        return UNSAID
    if year is None:
        in_force = frame.source != "docdate" and frame.months is not None and not frame.is_day
        day = int(time.tail[3:]) if time.tail.startswith("day") else 28
        year = frame.year if in_force else clock.latest(last, day)
    if year is None:
        return When(source="sentence")
    if time.tail.startswith("day"):
        return _day(year, last, int(time.tail[3:]))
    if time.tail == "census" or time.tail.startswith("hour"):
        counted = _day(year, last, int(time.tail[4:]) if time.tail != "census" else 1)
        month = code_of(year, last, last)  # as tables may list the state on its first day
        return replace(counted, readings=(*counted.readings, month, str(annual(year))))
    if time.tail in ("末", "底", "期末"):
        found = end_of(year, last)
    elif time.tail == "以来" and first == last:  # 上半年以来 is the half-year itself
        found = When(f"{year:04d}-{first:02d}/..", (), "sentence", months=(year, first, last))
    else:
        found = months_of(year, first, last)
    return found


def _day(year: int, month: int, day: int) -> When:
    try:
        code = date(year, month, day).isoformat()
    except ValueError:
        return When(source="sentence")
    return When(code, (code,), "sentence", months=(year, 1, month))


def _planned(time: Time, clock: Clock, frame: When) -> When:
    first, last = time.year or 0, time.last or 0
    said = frame.source != "docdate" and frame.year is not None and frame.span is None
    if time.tail == "以来" and said and first < (frame.year or 0) < last:
        last = frame.year or 0  # as far as the text has come
    return years_of(first, last, clock)


SINCE = "自"
_AHEAD = ("未来", "今后", "此后", "接下来")
_BEFORE = ("此前", "之前", "先前")


def _last_years(time: Time, clock: Clock, frame: When) -> When:
    count = time.last or 0
    year = _reference(clock, frame) if time.rel in ("只", "近", "") else clock.reported_year
    if time.rel in _BEFORE:
        year = (_reference(clock, frame) or 0) - 1
    if year is None or not 0 < count < min(200, year + 2):
        return When(source="sentence")
    if time.rel in _AHEAD:
        day = clock.published
        first = day.year if day and day.month <= 3 else year + 1
        return replace(years_of(first, first + count - 1, clock), future=True)
    if time.rel == SINCE and 2000 + count < year:
        since, past = years_of(2000 + count, year, clock), years_of(year - count + 1, year, clock)
        return replace(since, readings=(*since.readings, *past.readings))
    plan = clock.spans.around(year)
    if count == 5 and plan is not None and year == plan[1]:
        return years_of(*plan, clock)
    return years_of(year - count + 1, year, clock)


def is_one_state(readings: Sequence[str]) -> bool:
    """Return whether all readings are codes under which tables list the state on one day.

    >>> is_one_state(("2020-11-01", "2020-11", "2020")), is_one_state(("2020", "2021"))
    (True, False)
    """
    return bool(readings) and _DAY.fullmatch(readings[0]) is not None


def year_before(when: When) -> str | None:
    """Return the period a year earlier, the base of a growth."""
    if when.months is None:
        return None
    year, first, last = when.months
    if when.is_day:
        return None
    return code_of(year - 1, first, last)


def start_of(when: When) -> When:
    """Return the year that a span starts from: 从247元增长到20348元."""
    first = when.span[0] if when.span else 0
    years = (first, first - 1) if when.opened else (first - 1,)
    codes = tuple(str(annual(year)) for year in years)
    return replace(months_of(years[0], 1, 12, source=when.source), readings=codes)


def end_of_span(when: When) -> When:
    """Return the year that a span ends with: since 2019, in a text of 2024."""
    return months_of(when.span[1], 1, 12, source=when.source) if when.span else when


@lru_cache(maxsize=4096)  # every number is asked for its period, and for those beside it
def period_of(code: str) -> Period | None:
    """Return a period of the data; the last day of a year is that year.

    >>> str(period_of("2024-12-31")), period_of("2020-09/2025")
    ('2024', None)
    """
    if code.endswith("-12-31"):
        return annual(int(code[:4]))
    try:
        return Period.parse(code)
    except PeriodError:
        return None
