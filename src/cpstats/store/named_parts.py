"""Quarters, halves and runs of months in words, with their year: First quarter 2020, enero-marzo 2020, 2020 Jan.-Mar."""

from __future__ import annotations

import re

from cpstats.model.period import Period, PeriodError
from cpstats.store.frequencies import months_of, part_of_year

YEAR_BEHIND = re.compile(
    r"(?P<part>[^\W\d_].{0,30}?|[1-4]\D.{0,30}?)(?:,? |[-/.,]| of | de )(?P<year>(?:19|20)\d\d)"
)
YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d)(?:,? |[-/.,])(?P<part>[^\W_].{0,30})")


def period_in_words(text: str) -> Period | None:
    """Return the quarter, half or run of months that words and a year name; None where they name none.

    >>> [str(period_in_words(t)) for t in ("First quarter 2020", "2020 Apr.-Jun.", "enero-agosto 2020")]
    ['2020-Q1', '2020-Q2', '2020-01/2020-08']
    >>> period_in_words("Wheat 2020"), period_in_words("Aug.-Feb. 2020"), period_in_words("Feb-Mar 2020")
    (None, None, None)
    """
    for form in (YEAR_BEHIND, YEAR_BEFORE):
        found = form.fullmatch(text)
        code = _code_of(found["part"], found["year"]) if found else ""
        if code:
            try:
                return Period.parse(code)
            except PeriodError:
                return None
    return None


def _code_of(part: str, year: str) -> str:
    """Return how a part of a year, or a run of its months, is written; empty where it is none."""
    if of_year := part_of_year(part):
        return f"{year}-{of_year}"
    run = months_of(part)
    return f"{year}-{run[0]:02d}/{year}-{run[1]:02d}" if run else ""
