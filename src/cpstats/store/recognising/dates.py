"""A column of dates names periods: how far they lie apart says which."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period, annual

if TYPE_CHECKING:
    from collections.abc import Iterable

DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]00:00(?::00)?(?:\.0+)?)?")
DAY_OF_YEAR = re.compile(r"\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2}")


DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")  # 31.03.2024, never month first


def periods_of_dates(texts: Iterable[str]) -> dict[str, Period]:
    """Return the period of each date, where all of the texts are dates at the ends of months.

    Dates one month apart are months, three quarters, twelve years, six the months that they end
    or begin; empty where they are not all
    the first, or all the last, days of months.

    >>> {k: str(v) for k, v in periods_of_dates(["2024-01-01", "2024-04-01"]).items()}
    {'2024-01-01': '2024-Q1', '2024-04-01': '2024-Q2'}
    """
    days: dict[str, tuple[int, int, int]] = {}
    for text in texts:
        found = DATE.fullmatch(DAY_FIRST.sub(r"\3-\2-\1", text.strip()))
        if found is None:
            return {}
        year, month, day = (int(part) for part in found.groups())
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(max(year, 1), month)[1]:
            return {}
        days[text] = (year, month, day)
    if not days or not (_first(days.values()) or _last(days.values())):
        return {}
    months = sorted({year * 12 + month - 1 for year, month, _ in days.values()})
    step = min((b - a for a, b in pairwise(months)), default=1)
    return {text: _period(year, month, step) for text, (year, month, _) in days.items()}


TWO_YEARS = re.compile(r"(?:FY ?)?((?:19|20)\d\d)[-–/](\d\d|(?:19|20)\d\d)年?度?")


def double_years(texts: Iterable[str]) -> list[str]:
    """Return labels that are years of two calendar years: a run of them, each ending in the next.

    `2008-09` alone may be a month; beside `2007-08` it is a year of its own kind.

    >>> double_years(["2007-08", "2008-09"]), double_years(["2008-09", "2008-10"])
    (['2007-08', '2008-09'], [])
    """
    labels = [text for text in dict.fromkeys(texts) if text]
    found = [TWO_YEARS.fullmatch(text) for text in labels]
    pairs = [(int(f[1]), int(f[2])) for f in found if f]
    following = all(last in (first + 1, (first + 1) % 100) for first, last in pairs)
    run = len(pairs) > 1 or any(last > 12 for _, last in pairs)
    named = [text for text, f in zip(labels, found, strict=True) if f]
    return named if pairs and run and following else []


def is_date(text: str) -> bool:
    """Whether a text is a day: a date, or what a spreadsheet makes of `1-2`."""
    return bool(DATE.fullmatch(text.strip()) or DAY_OF_YEAR.fullmatch(text.strip()))


def _first(days: Iterable[tuple[int, int, int]]) -> bool:
    return all(day == 1 for _, _, day in days)


def _last(days: Iterable[tuple[int, int, int]]) -> bool:
    return all(day == monthrange(year, month)[1] for year, month, day in days)


def _period(year: int, month: int, step: int) -> Period:
    if step % 12 == 0:
        return annual(year)
    if step % 3 == 0 and step % 6:
        return Period(Freq.QUARTER, year, (month - 1) // 3 + 1)
    return Period(Freq.MONTH, year, month)
