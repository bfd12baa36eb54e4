"""A period of official statistics: a year, half, quarter, month, cumulated months, or a span.

Codes are those of docs/data.md; the Chinese and English spellings of bulletins are read too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING

from cpstats.errors import FormError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.spellings import MONTH_NAMES, spellings

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.model.text import Lang


class PeriodError(FormError):
    """A text that names no period; says why."""


class Freq(StrEnum):
    """How long a period is and what it covers."""

    ANNUAL = "annual"
    FISCAL = "fiscal"  # a year that spans two calendar years: fiscal, school, crop
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    YTD = "ytd"  # cumulated from January to a month that ends no quarter half or year
    SPAN = "span"  # several whole years, both ends included
    OPEN = "open"  # cumulated up to a year, the start not stated


# In which order a question that names no period looks for the newest one: years, cumulated, months.
BY_LENGTH = (Freq.ANNUAL, Freq.FISCAL, Freq.HALF, Freq.YTD, Freq.QUARTER, Freq.MONTH)
_MONTHS = {Freq.ANNUAL: 12, Freq.FISCAL: 12, Freq.HALF: 6, Freq.QUARTER: 3, Freq.MONTH: 1}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PER_YEAR = {Freq.HALF: 2, Freq.QUARTER: 4, Freq.MONTH: 12, Freq.YTD: 12}


_CODES = {
    Freq.ANNUAL: "{0:04d}",
    Freq.FISCAL: "{0:04d}/{3:02d}",
    Freq.HALF: "{0:04d}-H{1}",
    Freq.QUARTER: "{0:04d}-Q{1}",
    Freq.MONTH: "{0:04d}-{1:02d}",
    Freq.YTD: "{0:04d}-01/{0:04d}-{1:02d}",
    Freq.SPAN: "{2:04d}/{0:04d}",
    Freq.OPEN: "../{0:04d}",
}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A period; sorted by its last day, the longer of two that end together first.

    `sub` is the half, quarter, month, or last month of the year; `first_year` is set for a
    span only.
    """

    freq: Freq
    year: int
    sub: int = 0
    first_year: int = 0

    @classmethod
    def parse(cls, text: str, *, year: int | None = None) -> Period:
        """Read a code or a spelling of a bulletin.

        Parameters
        ----------
        text : str
            `2024`, `2024-H1`, `2024-Q1`, `2024-08`, `2024-01/2024-08`, `2021/2024`, `../2025`,
            `2024年上半年`, `2024年1-8月`, `十四五`, `Q1 2024` …
        year : int, optional
            The year of a text that names none (`1-9月`, `上半年`).

        Raises
        ------
        PeriodError
            When the text names no period, or none that exists.
        """
        return _parse(text, year)

    @property
    def months(self) -> int:
        """How many months it covers (0: not known)."""
        if self.freq is Freq.SPAN:
            return 12 * (self.year - self.first_year + 1)
        if self.freq is Freq.YTD:
            return self.sub
        return _MONTHS.get(self.freq, 0)

    @property
    def last_day(self) -> date:
        """The last day of the period; of a year that spans two that of June, its start is not known."""
        if self.freq is Freq.FISCAL:
            return date(self.year + 1, 6, 30)
        month = self.sub if self.freq is Freq.YTD else self.sub * _MONTHS.get(self.freq, 0)
        month = month or 12
        leap = month == 2 and not self.year % 4 and (self.year % 100 != 0 or not self.year % 400)
        return date(self.year, month, _DAYS[month - 1] + leap)

    @property
    def first_day(self) -> date:
        """The first day; of an open period, that of its last year."""
        if self.freq is Freq.FISCAL:
            return date(self.year, 7, 1)
        if self.freq is Freq.SPAN:
            return date(self.first_year, 1, 1)
        if self.freq in (Freq.HALF, Freq.QUARTER, Freq.MONTH):
            return date(self.year, (self.sub - 1) * _MONTHS[self.freq] + 1, 1)
        return date(self.year, 1, 1)

    @property
    def years(self) -> range:
        """The calendar years of a year or a span."""
        first = self.first_year if self.freq is Freq.SPAN else self.year
        return range(first, self.year + 1)

    @property
    def ordinal(self) -> int:
        """A number that grows by one from a period to the next of the same frequency."""
        per_year = _PER_YEAR.get(self.freq)
        return self.year if per_year is None else self.year * per_year + self.sub - 1

    def year_before(self, years: int = 1) -> Period:
        """Return the same period of an earlier year."""
        first = self.first_year - years if self.first_year else 0
        return Period(self.freq, self.year - years, self.sub, first)

    def previous(self) -> Period:
        """Return the period before it; of a span the equally long span, of YTD the year before."""
        if self.freq is Freq.SPAN:
            return self.year_before(len(self.years))
        per_year = _PER_YEAR.get(self.freq)
        if per_year is None or self.freq is Freq.YTD:
            return self.year_before()
        year, sub = divmod(self.ordinal - 1, per_year)
        return Period(self.freq, year, sub + 1)

    def next(self) -> Period:
        """Return the period whose previous one it is."""
        if self.freq is Freq.SPAN:
            return self.year_before(-len(self.years))
        per_year = _PER_YEAR.get(self.freq)
        if per_year is None or self.freq is Freq.YTD:
            return self.year_before(-1)
        year, sub = divmod(self.ordinal + 1, per_year)
        return Period(self.freq, year, sub + 1)

    def fits(self, freq: str) -> bool:
        """Return whether it is of a frequency, or of `all`; every cumulation from January is `ytd`.

        >>> [Period.parse(p).fits("ytd") for p in ("2024-01/2024-02", "2024-Q1", "2024-Q2")]
        [True, True, False]
        """
        if freq == Freq.YTD and self.sub == 1 and self.freq in (Freq.QUARTER, Freq.HALF):
            return True
        if freq == Freq.ANNUAL and self.freq is Freq.FISCAL:
            return True
        return freq in ("all", self.freq)

    def label(self, lang: Lang) -> str:
        """Return the period as a table shows it to a person."""
        return _label_zh(self) if lang == "zh" else _label_en(self)

    def __str__(self) -> str:
        return _code(self)

    def __hash__(self) -> int:
        return hash((self.year, self.sub, self.first_year))  # that of a frequency takes longer

    def __lt__(self, other: Period) -> bool:
        return _order(self) < _order(other)


@lru_cache(maxsize=4096)
def _order(period: Period) -> tuple[int, int, int, str]:
    months = period.months or 10_000
    return (period.last_day.toordinal(), -months, period.first_year, period.freq)


@lru_cache(maxsize=4096)
def _code(period: Period) -> str:
    ending = (period.year + 1) % 100
    return _CODES[period.freq].format(period.year, period.sub, period.first_year, ending)


def annual(year: int) -> Period:
    """Return a calendar year."""
    return Period(Freq.ANNUAL, year)


def fiscal(first: int) -> Period:
    """Return the year that begins in a calendar year and ends in the next.

    >>> str(fiscal(2008)), fiscal(2008).label("zh"), str(fiscal(2008).next())
    ('2008/09', '2008/09年度', '2009/10')
    """
    return Period(Freq.FISCAL, first)


def span(first: int, last: int) -> Period:
    """Return the years from first to last; one year is that year."""
    if first > last:
        raise PeriodError(Message("it ends before it begins", "结束早于开始"))
    return annual(last) if first == last else Period(Freq.SPAN, last, 0, first)


def readings(published: Period, day: date | None) -> tuple[Period, ...]:
    """Return what a published span may mean (S8 of docs/data.md).

    A span a/b that was published before year b had ended may stop at the last year known then.

    >>> [str(p) for p in readings(Period.parse("2021/2025"), date(2025, 12, 22))]
    ['2021/2025', '2021/2024']
    """
    if published.freq is not Freq.SPAN or day is None or day > published.last_day:
        return (published,)
    if published.year - 1 <= published.first_year:
        return (published,)
    return (published, span(published.first_year, published.year - 1))


def _label_zh(p: Period) -> str:
    if p.freq is Freq.SPAN:
        return f"{p.first_year}—{p.year}年"
    if p.freq in (Freq.OPEN, Freq.FISCAL):
        return f"截至{p.year}年" if p.freq is Freq.OPEN else f"{p}年度"
    part = {
        Freq.HALF: f"{'上下'[p.sub - 1 & 1]}半年",
        Freq.QUARTER: f"{'一二三四'[p.sub - 1 & 3]}季度",
        Freq.MONTH: f"{p.sub}月",
        Freq.YTD: f"1—{p.sub}月",
    }.get(p.freq, "")
    return f"{p.year}年{part}"


def _label_en(p: Period) -> str:
    match p.freq:
        case Freq.HALF | Freq.QUARTER:
            return f"{str(p)[5:]} {p.year}"
        case Freq.MONTH:
            return f"{MONTH_NAMES[p.sub - 1]} {p.year}"
        case Freq.YTD:
            return f"Jan–{MONTH_NAMES[p.sub - 1]} {p.year}"
        case Freq.SPAN:
            return f"{p.first_year}–{p.year}"
        case Freq.OPEN:
            return f"up to {p.year}"
    return str(p.year) if p.freq is Freq.ANNUAL else str(p)


_NUMERALS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "上": 1,
    "下": 2,
    "两": 2,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}


@lru_cache(maxsize=4096)
def _parse(text: str, year: int | None) -> Period:
    if (code := _CODE.fullmatch(text)) and "0000" not in text:
        return _from_code(code)
    if (code := _LONG_CODE.fullmatch(text)) and "0000" not in text:
        return _from_long_code(code)
    clean = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    if not clean:
        raise PeriodError(Message("it is empty", "为空"))
    for form, make in spellings():
        match = form.fullmatch(clean)
        if match:
            return _made(make, match.groupdict(), year)
    raise PeriodError(Message("its form is not known", "不认识这种写法"))


_CODE = pattern(r"(?P<year>\d{4})(?:-(?P<sub>H[12]|Q[1-4]|0[1-9]|1[0-2]))?", re.ASCII)


def _from_code(code: re.Match[str]) -> Period:
    """Return what the plainest codes name; most cells of a table hold one of them."""
    year, sub = int(code["year"]), code["sub"]
    if sub is None:
        return Period(Freq.ANNUAL, year)
    if sub[0] in "HQ":
        return Period(Freq.HALF if sub[0] == "H" else Freq.QUARTER, year, int(sub[1]))
    return Period(Freq.MONTH, year, int(sub))


_LONG_CODE = pattern(r"(?:(\d{4})|\.\.)/(\d{4})|(\d{4})-01/\3-(\d{2})", re.ASCII)


def _from_long_code(code: re.Match[str]) -> Period:
    """Return a span, what is cumulated up to a year, or the months of a year from January on."""
    first, last, year, month = code.groups()
    if year:
        return _cumulated(int(year), 1, int(month))
    return span(int(first), int(last)) if first else Period(Freq.OPEN, int(last))


def _made(make: str, found: dict[str, str | None], year: int | None) -> Period:
    given = found.get("year")
    if given is None and year is None:
        raise PeriodError(Message("the year is missing", "缺少年份"))
    this = int(given) if given is not None else int(year or 0)
    if this < 1:
        raise PeriodError(Message("there is no year 0", "没有公元0年"))
    ending = found.get("ending")
    if ending is not None and int(ending) != (this + 1) % 100:
        raise PeriodError(
            Message("a year that spans two ends in the next", "跨年的年度须在次年结束")
        )
    until = found.get("until")
    if until is not None and int(until) != this:
        raise PeriodError(Message("months are cumulated within one year", "累计不能跨年"))
    return _MAKERS[make](this, {k: v for k, v in found.items() if v is not None})


_MAKERS: dict[str, Callable[[int, dict[str, str]], Period]] = {
    "year": lambda year, _: annual(year),
    "open": lambda year, _: Period(Freq.OPEN, year),
    "fiscal": lambda year, _: fiscal(year),
    "span": lambda year, found: span(year, int(found["last"])),
    "half": lambda year, found: Period(Freq.HALF, year, _NUMERALS[found["sub"].lower()]),
    "quarter": lambda year, found: Period(Freq.QUARTER, year, _NUMERALS[found["sub"]]),
    "quarters": lambda year, found: _cumulated(year, 1, 3 * _NUMERALS[found["sub"]]),
    "range": lambda year, found: _cumulated(year, int(found.get("a", "1")), int(found["b"])),
    "named": lambda year, found: _cumulated(year, _month(found["from"]), _month(found["to"])),
    "month": lambda year, found: _cumulated(year, _month(found["month"]), _month(found["month"])),
}


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTH_NAMES.index(text[:3].title()) + 1


def _cumulated(year: int, first: int, last: int) -> Period:
    """Return the months first to last of a year, by the shortest name there is for them."""
    if not 1 <= first <= 12 or not 1 <= last <= 12:
        raise PeriodError(Message("there are twelve months", "一年只有十二个月"))
    if first > last:
        raise PeriodError(Message("it ends before it begins", "结束早于开始"))
    if first == last:
        return Period(Freq.MONTH, year, last)
    length = last - first + 1
    if first == 1:
        whole = {3: Period(Freq.QUARTER, year, 1), 6: Period(Freq.HALF, year, 1), 12: annual(year)}
        return whole.get(last, Period(Freq.YTD, year, last))
    if length == 3 and last % 3 == 0:
        return Period(Freq.QUARTER, year, last // 3)
    if (first, last) == (7, 12):
        return Period(Freq.HALF, year, 2)
    raise PeriodError(
        Message(
            "months are cumulated from January, or make a quarter or a half",
            "累计须从一月起，或构成一个季度或半年",
        )
    )
