"""An interval of ISO 8601 as a period: 2019-04-01/P1Y, P1Y/2020-03-31, 2019-04-01/2020-03-31."""

from __future__ import annotations

import re
from calendar import monthrange

from cpstats.model.period import Freq, Period, fiscal, span

LENGTH = re.compile(r"P(\d{1,4})([YM])", re.ASCII)
POINT = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T00:00:00)?)?", re.ASCII)
YEAR = 12
PARTS = {6: Freq.HALF, 3: Freq.QUARTER, 1: Freq.MONTH}


def period_of_interval(text: str) -> Period | None:
    """Return the period of an interval; of twelve months that are no calendar year a year of accounts.

    A last day may be counted or not; where the month alone is given, both must be one period. None
    where it is no interval, or one that is no period of statistics.

    >>> [str(period_of_interval(t)) for t in ("2019-04/P1Y", "P1Y/2020-03-31", "P3M/2020-07-01")]
    ['2019/20', '2019/20', '2020-Q2']
    >>> period_of_interval("P1Y/2020-12"), period_of_interval("2020-02/P5M")
    (None, None)
    """
    head, stroke, tail = text.partition("/")
    if not stroke:
        return None
    begin, end = POINT.fullmatch(head), POINT.fullmatch(tail)
    length = LENGTH.fullmatch(tail if begin else head)
    if begin and length:
        return _of_months(_month(begin), _months(length), begin[3] or "01")
    if end and length:
        last, months = _month(end), _months(length)
        if end[3]:
            behind, day = _behind(end)
            return _of_months(behind - months, months, day)
        found = {_of_months(last - months, months), _of_months(last + 1 - months, months)}
        return found.pop() if len(found) == 1 else None
    if begin and end and begin[3] and end[3]:
        behind, day = _behind(end)
        same = int(day) in (int(begin[3]), int(begin[3]) - 1)  # 2019-04-06 to 2020-04-05
        return _of_months(_month(begin), behind - _month(begin), begin[3]) if same else None
    return None


def _month(found: re.Match[str]) -> int:
    return int(found[1]) * YEAR + int(found[2]) - 1


def _months(length: re.Match[str]) -> int:
    return int(length[1]) * (YEAR if length[2] == "Y" else 1)


def _behind(end: re.Match[str]) -> tuple[int, str]:
    """Return month and day of an end; of the last day of a month the first of the next."""
    year, month, day = int(end[1]), int(end[2]), int(end[3])
    last = year > 0 and day == monthrange(year, month)[1]
    return (_month(end) + 1, "01") if last else (_month(end), end[3])


def _of_months(first: int, length: int, day: str = "01") -> Period | None:
    """Return the period of some months from a month, counted from year 0, that begins on a day."""
    (year, month), last = divmod(first, YEAR), (first + length - 1) // YEAR
    if not 0 < year <= last < 10_000:
        return None
    if length == YEAR and (month, day) != (0, "01"):
        return fiscal(year)
    if day == "01" and length in PARTS and month % length == 0:
        return Period(PARTS[length], year, month // length + 1)
    if day != "01" or month or (length % YEAR and length > YEAR):
        return None
    return span(year, last) if length % YEAR == 0 else Period(Freq.YTD, year, length)
