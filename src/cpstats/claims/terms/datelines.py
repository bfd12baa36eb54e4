"""A day in digits on a line of its own, behind a label, or below a masthead: that of the publication."""

from __future__ import annotations

import re
from datetime import date

from cpstats.model.pattern import pattern

_DATE = r"(?P<y>(?:19|20)\d{2}) ?[-/.年] ?(?P<m>\d{1,2}) ?[-/.月] ?(?P<d>\d{1,2})"
_LABELLED = pattern(
    rf"(?:发布(?:日期|时间)|发稿时间|发表时间|公布日期|成文日期|发文日期|印发日期|日期|时间|来源|Published|Date|Release date)"
    rf"[^\d\n]{{0,20}}{_DATE}",
    re.ASCII | re.IGNORECASE,
)
_TIME = r"(?:\d{1,2}:\d{2}(?::\d{2})?)?"
_ALONE = pattern(rf"^[ (\[]*{_DATE}日?[ )\]]*{_TIME}[^\n]{{0,20}}$", re.ASCII | re.MULTILINE)
_MASTHEAD = pattern(
    rf"^[^\n\d,;。:至止到自从于起以]{{2,24}}{_DATE}日? *{_TIME}[^\n\d,;。]{{0,12}}$",
    re.ASCII | re.MULTILINE,
)


def printed_day(top: str) -> date | None:
    """Return the day that stands in digits at the head of a text.

    >>> printed_day("发布日期:2024-05-06"), printed_day("Date: 6 May")
    (datetime.date(2024, 5, 6), None)
    """
    if "19" not in top and "20" not in top:  # no year
        return None
    for date_line in (_LABELLED, _ALONE, _MASTHEAD):
        match = date_line.search(top)
        if match and (day := day_of(match["y"], match["m"], match["d"])):
            return day
    return None


def day_of(year: str, month: str | int, day: str) -> date | None:
    """Return a day of the calendar, None where there is none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
