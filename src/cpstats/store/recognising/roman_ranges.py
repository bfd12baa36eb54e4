"""Months in Roman numerals, alone and from January on: XII 2022 beside I-XII 2022."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.store.recognising.roman_parts import NUMERALS, QUARTERS

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - as read
RANGE = re.compile(
    r"(?P<first>[IVX]{1,4})\s*[-–—]\s*(?P<last>[IVX]{1,4})\.?[ /.](?P<year>(?:19|20)\d\d)(?: ?[rг]\.?)?"
)
MONTH = re.compile(r"(?P<last>[IVX]{1,4})\.?[ /.](?P<year>(?:19|20)\d\d)(?: ?[rг]\.?)?")
HIGHEST = 15  # lines that may be above figures


def with_roman_months(sheet: Sheet) -> Sheet:
    """Return a sheet with such months in words, where one range goes beyond IV: there the numerals are of no quarters.

    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("", "III 2021", "I-IX 2021 r."), ("Tea", "5", "6"))
    >>> with_roman_months(Sheet("a.csv", rows, (1, 2))).rows[0]
    ('', 'Mar 2021', 'Jan-Sep 2021')
    >>> rows = (("", "III 2021", "I-III 2021"), ("Tea", "5", "6"))
    >>> with_roman_months(Sheet("a.csv", rows, (1, 2))).rows[0]
    ('', 'III 2021', 'I-III 2021')
    """
    cells = {t for row in sheet.rows[:HIGHEST] for t in row} | {r[0] for r in sheet.rows if r}
    ranges = {t: of for t in cells if (of := RANGE.fullmatch(t.strip()))}
    found = {t: of for t in cells if (of := MONTH.fullmatch(t.strip()))}
    numbers = [NUMERALS.get(of["last"], 0) for of in ranges.values()]
    if not numbers or max(numbers) <= QUARTERS:
        return sheet
    made = {t: _in_words(of) for t, of in (ranges | found).items()}
    rows = tuple(tuple(made.get(t, t) for t in row) for row in sheet.rows)
    return replace(sheet, rows=rows)


def _in_words(found: re.Match[str]) -> str:
    """Return a month, or a range of months, in words; what is none as it stands."""
    numerals = [found["first"], found["last"]] if found.re is RANGE else [found["last"]]
    numbers = [NUMERALS.get(n, 0) for n in numerals]
    if not all(numbers):
        return found.string
    return f"{'-'.join(MONTHS[n - 1] for n in numbers)} {found['year']}"
