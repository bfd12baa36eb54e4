"""Twelve or three months that need not begin in January: the 12 months to March, fiscal years."""

from __future__ import annotations

from dataclasses import replace

from cpstats.claims.terms.periods import When, months_of


def twelve_months(year: str) -> When:
    """Return a year that need not begin in January: no figure of a calendar year is of it."""
    code = f"FY{year}"
    return When(code, (code,), "sentence")


def running(run: str, year: int, last: int) -> When:
    """Return the months up to one: the 12 months to March 2024, the three months ending in June.

    What rose by so much in twelve months may be the rate of the last of them.
    """
    count = 3 if run[0] in "t3" and "twelve" not in run else 12
    month = months_of(year, last, last)
    if last >= count:
        when = months_of(year, last - count + 1, last)
        return replace(when, readings=(*when.readings, *month.readings)) if count > 3 else when
    code = f"{year - 1:04d}-{last + 12 - count + 1:02d}/{year:04d}-{last:02d}"
    return When(code, (code, *(month.readings if count > 3 else ())), "sentence")
