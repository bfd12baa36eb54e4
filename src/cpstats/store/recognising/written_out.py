"""A sheet with short signs written out before it is looked at: marks, numerals of months, 1 000 as a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.carried_names import with_carried_names
from cpstats.store.recognising.marks_explained import with_marks_explained
from cpstats.store.recognising.other_sheets import with_units_of_series
from cpstats.store.recognising.roman_ranges import with_roman_months
from cpstats.store.recognising.said_twice import without_what_is_said_twice
from cpstats.store.recognising.thousands_in_words import with_thousands_as_unit

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet


def as_written_out(sheet: Sheet) -> Sheet:
    """Return a sheet with the signs in full that its lines, or those below them, explain.

    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("", "III 2021", "I-IX 2021"), ("Tea", "5", "6"))
    >>> as_written_out(Sheet("a.csv", rows, (1, 2))).rows[0]
    ('', 'Mar 2021', 'Jan-Sep 2021')
    """
    for change in (
        without_what_is_said_twice,
        with_units_of_series,
        with_carried_names,
        with_thousands_as_unit,
        with_marks_explained,
        with_roman_months,
    ):
        sheet = change(sheet)
    return sheet
