"""Figures by the week or the day: they are no periods of official statistics here, and are refused."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.period import Freq
from cpstats.store.recognising.asking_days import by_day, by_number_of_day, by_week
from cpstats.store.recognising.dates import is_day_of_year, periods_of_run
from cpstats.store.recognising.header_words import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column
    from cpstats.store.sheet import Sheet

WEEKS = frozenset(
    ("week", "weeks", "week number", "week no", "woche", "kalenderwoche", "kw", "semaine", "semana", "settimana",
     "semanaepidemiologica", "vecka", "uge", "uke", "viikko", "week of year", "weekno", "周", "周次", "周数", "неделя", "tydzień", "týden",
     "εβδομάδα", "тиждень", "hét", "săptămâna", "nädal", "savaitė", "nedēļa", "hafta", "minggu", "tuần", "週", "주", "주차")
)  # fmt: skip
WEEK = re.compile(r"(?:(?:19|20)\d\d)?[- ]?[WS]?(?:0?[1-9]|[1-4]\d|5[0-3])(?:\.0)?", re.IGNORECASE)
WEEK_OF_YEAR = re.compile(r"(?:19|20)\d\d[- ]?W(?:0?[1-9]|[1-4]\d|5[0-3])")  # 2021W05, 2021-W05
DAYS = frozenset(
    ("day", "days", "day of month", "tag", "jour", "día", "dia", "giorno", "dag", "päivä", "день", "dzień", "den", "gün", "日", "일")
)  # fmt: skip
MONTHS = frozenset(
    ("month", "months", "mo", "monat", "mois", "mes", "mês", "mese", "maand", "måned", "månad", "месяц", "miesiąc", "ay", "月", "月份", "월")
)  # fmt: skip
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:\.0)?")
FLAG = re.compile(r"(?<=\d)[pr]$")  # Jun 19p
LAST = 28  # and the days behind it are the last of a month
MANY_DAYS = 8  # labels
QUARTERS = 3  # months of one


def look_for_days(sheet: Sheet, data: range, columns: Sequence[Column]) -> None:
    """Refuse a table whose lines are weeks, or days of a year.

    Raises
    ------
    DataError
        At the first column of weeks or days.
    """
    for column in columns:
        if _are_numbered(column) and not _stands_for_months(column) and _has_months(columns):
            raise by_number_of_day(sheet, data, column)
        weeks = any(bare(text) in WEEKS for text in column.above) and bool(column.said)
        if weeks and all(WEEK.fullmatch(t) for t in column.said):
            raise by_week(sheet, data, column)
        if column.said and all(map(WEEK_OF_YEAR.fullmatch, column.said)):
            raise by_week(sheet, data, column)
        days = all(map(is_day_of_year, column.said[:MANY_DAYS]))
        if len(column.said) >= MANY_DAYS and days and not are_months(column.said):
            raise by_day(sheet, data, column)


def days_of_months(columns: Sequence[Column]) -> list[int]:
    """Return the columns beside months that hold the one day that stands for each, the same for all or their last."""
    found = [c.number for c in columns if _are_numbered(c) and _stands_for_months(c)]
    return found if found and _has_months(columns) else []


def _stands_for_months(column: Column) -> bool:
    return len(column.said) == 1 or all(float(text) >= LAST for text in column.said)


def _are_numbered(column: Column) -> bool:
    days = any(bare(text) in DAYS for text in column.above) and bool(column.said)
    return days and all(map(DAY.fullmatch, column.said))


def _has_months(columns: Sequence[Column]) -> bool:
    return any(bare(text) in MONTHS for column in columns for text in column.above)


def are_months(texts: Sequence[str]) -> bool:
    """Whether words that may be days of a year are months, each behind the one before it: Nov 25, Dec 25, Jan 26.

    >>> are_months(["Nov 25", "Dec 25", "Jan 26"]), are_months(["Nov 25", "Dec 25", "Jan 25"]), are_months(["Jun 25", "Jun 26"])
    (True, False, False)
    >>> are_months(["Sep 11", "Dec 11", "Mar 12", "Jun 12"]), are_months(["Mar 12", "Jun 12", "Sep 12", "Dec 12"])
    (True, False)
    """
    texts = [FLAG.sub("", text) for text in texts]
    found = [*periods_of_run(texts).values()]
    steps = {b.ordinal - a.ordinal for a, b in pairwise(found) if a.freq is b.freq is Freq.MONTH}
    quarterly = len(found) > QUARTERS and len({p.year for p in found}) > 1
    return steps in ({1}, {-1}) or (quarterly and steps in ({QUARTERS}, {-QUARTERS}))
