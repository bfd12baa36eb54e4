"""Months and quarters up to another: the last one of those that a title names, and all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period

if TYPE_CHECKING:
    from cpstats.store.recognising.labels import Label

SO_FAR = re.compile(r"1[-—–~至](\d{1,2})月")


def last_month(period: Period) -> Period:
    """Return the last of the months that a title names; any other period as it is.

    >>> str(last_month(Period.parse("2024-01/2024-08"))), str(last_month(Period.parse("2024-H1"))), str(last_month(Period.parse("2024")))
    ('2024-08', '2024-06', '2024')
    """
    if str(period).endswith("-H1"):
        return Period.parse(f"{period.year}-06")
    first, slash, last = str(period).partition("/")
    months = slash and "-" in first and first.endswith("-01") and len(last) == len("2024-08")
    return Period.parse(last) if months else period


def up_to_month(period: Period, label: str) -> Period:
    """Return of a year the months that a label names, from January on: 1-6月(亿元); any other period as it is.

    >>> str(up_to_month(Period.parse("2022"), "1-6月(亿元)")), str(up_to_month(Period.parse("2022"), "11-12月"))
    ('2022-H1', '2022')
    """
    found = SO_FAR.match(label) if period.freq is Freq.ANNUAL else None
    return Period.parse(f"{period.year}-01/{period.year}-{int(found[1]):02d}") if found else period


def cumulated(period: Period, said: Label) -> Period:
    """Return the period from January on where the label says that it is cumulated."""
    if not said.cumulated or period.freq not in (Freq.QUARTER, Freq.MONTH):
        return period
    months = period.sub * (3 if period.freq is Freq.QUARTER else 1)
    return Period.parse(f"{period.year}-01/{period.year}-{months:02d}")
