"""A day among the words and clocks that stand around it: на 1.01.1990, as at 30 June 2021, 2020-12-31T23:00Z."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.store.cells import ERAS

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_OF = re.compile(
    r"^(?:as (?:of|at|on)|at|on|по состоянию на|на|am|zum|stand:?|au|le|el|al?|à|em|per|pr\.?|den|"
    r"stan na(?: dzień)?|w dniu|dnia|na|ke? dni|k|ke|к|la) ",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day, ", re.IGNORECASE)
YEAR_WORD = re.compile(
    r"(?<=[^\d](?:19|20)\d\d) ?(?:г\.?|года|р\.?|року|r\.|m\.)$"
)  # на 1 января 2022 г.
CLOCK = re.compile(
    r"(?P<day>\S*\d)[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    r" ?(?P<zone>Z|UTC|[+-]\d\d(?::?\d\d)?)?"
)
ERA_DAY = re.compile(  # 令和5年1月1日現在
    rf"(?P<era>{'|'.join(ERAS)})(?P<year>\d{{1,3}}|元)年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日(?:現在)?"
)
UTC = frozenset(("Z", "UTC", "+00", "+0000", "+00:00", "-00:00"))
LATE, NOON = 22, 12  # hours: another zone may count the next day
SAME_DAY, NEXT_DAY = "same-day", "next-day"


@lru_cache(maxsize=4096)
def bare_day(text: str) -> str:
    """Return a text without the clock behind a day, and without the words before it.

    >>> bare_day("на 1.01.1990"), bare_day("Sunday, January 1, 2023"), bare_day("1er mai 2021")
    ('1.01.1990', 'January 1, 2023', '1 mai 2021')
    >>> bare_day("на 1 января 2022 г."), bare_day("stan na 31 grudnia 2021 r.")
    ('1 января 2022', '31 grudnia 2021')
    >>> bare_day("2021-01-01T00:00:00+01:00"), bare_day("Tea at noon")
    ('2021-01-01', 'Tea at noon')
    >>> bare_day("令和5年1月1日現在"), bare_day("令和元年10月1日")
    ('2023-01-01', '2019-10-01')
    """
    text = YEAR_WORD.sub("", text.strip())
    if of := ERA_DAY.fullmatch(text):
        year = ERAS[of["era"]] + (1 if of["year"] == "元" else int(of["year"]))
        return f"{year}-{of['month']:0>2}-{of['day']:0>2}"
    if clock := CLOCK.fullmatch(text):
        return clock["day"]
    if not text[:1].isalpha():
        return f"1{text[3:]}" if text.startswith("1er ") else text
    rest = WEEKDAY.sub("", AS_OF.sub("", text))
    return bare_day(rest) if rest[:1].isdigit() and rest != text else rest


def days_of(texts: Sequence[str], said: str = "") -> dict[str, str]:
    """Return the day that each text names, without clock and words around it.

    Stamps in universal time at one hour, or at two because of summer time, are the midnights of
    another zone: those of the evening belong to the next day. `said` is `next-day` for stamps that
    name no zone.

    >>> days_of(["2020-12-31T23:00:00Z", "2021-03-31T22:00:00Z"])
    {'2020-12-31T23:00:00Z': '2021-01-01', '2021-03-31T22:00:00Z': '2021-04-01'}
    """
    clocks = [CLOCK.fullmatch(text.strip()) for text in texts]
    hours = {int(found["hour"]) for found in clocks if found}
    full = all(found and found["minute"] == "00" for found in clocks)
    universal = full and bool(hours) and all(found and found["zone"] in UTC for found in clocks)
    late = universal and max(hours) - min(hours) < 2 and min(hours) >= NOON
    if not late and said != NEXT_DAY:
        return {text: bare_day(text) for text in texts}
    return {text: _next_day(bare_day(text)) for text in texts}


def _next_day(day: str) -> str:
    try:
        return str(date.fromisoformat(day) + timedelta(1))
    except ValueError:
        return day


def open_stamp(texts: Sequence[str]) -> str:
    """Return a stamp late on the last day of a month whose zone nobody names; empty where none is.

    >>> open_stamp(["2020-12-31 23:00:00"]), open_stamp(["2020-12-31 23:59"]), open_stamp(["2020-12-31"])
    ('2020-12-31 23:00:00', '', '')
    """
    for text in texts:
        found = CLOCK.fullmatch(text.strip())
        late = found and int(found["hour"]) >= LATE and found["minute"] == "00"
        if found and late and not found["zone"] and _next_day(found["day"]).endswith("-01"):
            return text
    return ""
