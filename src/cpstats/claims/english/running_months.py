"""Twelve or three months that need not begin in January: the 12 months to March, fiscal years."""

from __future__ import annotations

from dataclasses import replace

from cpstats.claims.terms.periods import When, months_of

_YEAR = 12


def twelve_months(year: str) -> When:
    """Return a year that need not begin in January: no figure of a calendar year is of it."""
    code = f"FY{year}"
    return When(code, (code,), "sentence")


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
