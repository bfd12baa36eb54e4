"""Twelve or three months that need not begin in January: the 12 months to March, fiscal years."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import month_of
from cpstats.claims.terms.periods import UNSAID, When, months_of
from cpstats.model.pattern import pattern
from cpstats.model.period import fiscal

if TYPE_CHECKING:
    import re

    from cpstats.claims.terms.periods import Clock

_FISCAL = pattern(r"(?P<year>\d{4})/\d\d")
_ACROSS = pattern(r"(?P<y1>\d{4})-(?P<m1>\d\d)/(?P<y2>\d{4})-(?P<m2>\d\d)")
_YEAR = 12
_FIRST_QUARTER, _SECOND_HALF = 3, 7
_PART_OF = pattern(r"\b(?:half|fortnight|weeks|days) of $")
_NEAR = 20  # signs before a month that say which part of it
_LATE = 25  # day of the month: first figures of a month come out then


def twelve_months(year: str, *, ends: bool = False) -> When:
    """Return a year that need not begin in January: no figure of a calendar year is of it.

    FY2024 begins or ends in 2024, nobody says which; where it `ends` in the next one (2023-24) it begins then.

    >>> twelve_months("2024").code, twelve_months("2023", ends=True).code
    ('FY2024', '2023/24')
    """
    if ends:
        return When(str(fiscal(int(year))), (str(fiscal(int(year))),), "sentence")
    both = str(fiscal(int(year) - 1)), str(fiscal(int(year)))
    return When(f"FY{year}", both, "sentence")


def twelve_before(when: When) -> When | None:
    """Return the same twelve months a year earlier; None where a period is no such year."""
    match = _FISCAL.fullmatch(when.code or "")
    return twelve_months(str(int(match["year"]) - 1), ends=True) if match else None


def across(match: re.Match[str]) -> When | None:
    """Return the months from one to another, of two years: December 2013 to February 2014; None for more than twelve."""
    first, last = month_of(match["xm1"]), month_of(match["xm2"])
    year = int(match["xy2"])
    count = (year - int(match["xy1"])) * _YEAR + last - first + 1
    return running(count, year, last) if 1 < count <= _YEAR else None


def of_fiscal_year(match: re.Match[str]) -> When:
    """Return months of a year that spans two: July-March (2017-18), April-June 2023/24.

    Of months behind one another, the first half of a year is of the second one only before April.
    """
    first, last = month_of(match["cm1"]), month_of(match["cm2"])
    year = int(match["cy1"])
    if (year + 1) % 100 != int(match["cy2"]) % 100:
        return UNSAID
    if first > last:
        return running(last + _YEAR - first + 1, year + 1, last)
    if first >= _SECOND_HALF or last <= _FIRST_QUARTER:
        return months_of(year + (last <= _FIRST_QUARTER), first, last)
    return UNSAID


def that_runs(match: re.Match[str], clock: Clock, month: int) -> int | None:
    """Return the year of a month that runs, of whose first weeks is spoken; else None."""
    day = clock.published
    part = _PART_OF.search(match.string, max(0, match.start() - _NEAR), match.start())
    return day.year if day and part and month == day.month else None


def to_date(words: str, frame: When) -> When | None:
    """Return the months of the year up to those that are spoken of: year to date, so far in 2016."""
    year_said = words[-4:] if words[-4:].isdigit() else ""
    if year_said and frame.code and not frame.code.startswith(year_said):
        return UNSAID
    if frame.months is None or frame.is_day or frame.source == "docdate":
        return None
    year, _, last = frame.months
    return months_of(year, 1, last)


def year_before(when: When) -> When | None:
    """Return months of two years one year earlier; None for other periods.

    >>> year_before(running(3, 2014, 2)).code
    '2012-12/2013-02'
    """
    match = _ACROSS.fullmatch(when.code or "")
    if match is None:
        return None
    code = f"{int(match['y1']) - 1:04d}-{match['m1']}/{int(match['y2']) - 1:04d}-{match['m2']}"
    return When(code, (code,), "sentence")


def past_months(count: int, clock: Clock) -> When:
    """Return the past so many months: those of the year where as many are over, else up to the last one.

    >>> from datetime import date
    >>> from cpstats.claims.terms.periods import Clock
    >>> late = Clock(date(2024, 9, 28))
    >>> past_months(9, late).readings, past_months(6, late).code
    (('2024-01/2024-09', '2023-12/2024-08'), '2024-03/2024-08')
    """
    day = clock.published
    if day is None or not 1 < count <= _YEAR:
        return UNSAID
    over = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, _YEAR)
    up_to = running(count, *over)
    if count not in (day.month, day.month - 1):
        return up_to
    begun = months_of(day.year, 1, count)
    return replace(begun, readings=tuple(dict.fromkeys((*begun.readings, *up_to.readings))))


def running(count: int, year: int, last: int) -> When:
    """Return so many months up to one: the 12 months to March 2024, the three months ending in June.

    What rose by so much in twelve months may be the rate of the last of them.
    """
    month = months_of(year, last, last)
    if last >= count:
        when = months_of(year, last - count + 1, last)
        long = count == _YEAR
        return replace(when, readings=(*when.readings, *month.readings)) if long else when
    code = f"{year - 1:04d}-{last + 12 - count + 1:02d}/{year:04d}-{last:02d}"
    return When(code, (code, *(month.readings if count == _YEAR else ())), "sentence")


def of_last_month(when: When) -> When:
    """Return the last of twelve months, which their rise of prices is the rate of.

    >>> of_last_month(running(12, 2024, 3)).readings, of_last_month(running(3, 2024, 6)).code
    (('2024-03',), '2024-Q2')
    """
    match = _ACROSS.fullmatch(when.code or "")
    if match is None:
        return when
    year, last = int(match["y2"]), int(match["m2"])
    whole = running(_YEAR, year, last).code == when.code
    return months_of(year, last, last, source=when.source) if whole else when


def is_of_release(when: When, clock: Clock) -> bool:
    """Return whether a month was not over when a text came out: it is the month of the release, no period of figures.

    >>> from datetime import date
    >>> from cpstats.claims.terms.periods import Clock
    >>> month = months_of(2020, 10, 10)
    >>> is_of_release(month, Clock(date(2020, 10, 13))), is_of_release(month, Clock(date(2020, 10, 30)))
    (True, False)
    """
    day = clock.published
    if day is None or day.day > _LATE or when.is_day:
        return False
    return when.months == (day.year, day.month, day.month)


_HELD_FROM = pattern(
    r"\b(?:from|than|against|versus|after|compared (?:with|to)) (?:an? )?[^,;()]{0,30}$"
)


def named_month(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    """Return last month, this month, the previous one.

    Behind a number of last month what it is held against is of the one before: in November, slowing from 2.4 percent last month.
    """
    word = match["month"].lower()
    if frame.months is not None and word.removeprefix("the ") in ("previous", "prior", "preceding"):
        year, last = frame.months[0], frame.months[2]
        return months_of(year, last - 1, last - 1) if last > 1 else months_of(year - 1, 12, 12)
    if word in ("the same", "this") and frame.months is not None and frame.source != "docdate":
        return frame
    day = clock.published
    if day is None:
        return None
    back = 0 if word == "this" else 1
    past = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, _YEAR)
    held = (
        word == "last"
        and frame.source == "sentence"
        and _HELD_FROM.search(match.string[: match.start()])
    )
    back += bool(held and frame.months == (past[0], past[1], past[1]))
    year, month = divmod(day.year * _YEAR + day.month - 1 - back, _YEAR)
    month += 1
    return months_of(year, month, month)


KINDS = (
    (("month",), named_month),
    (("xy1",), lambda match, _, __: across(match)),
    (("cm1",), lambda match, _, __: of_fiscal_year(match)),
    (("ytd",), lambda match, _, frame: to_date(match["ytd"], frame)),
)
