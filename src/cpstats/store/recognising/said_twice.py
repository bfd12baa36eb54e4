"""What a table says twice, or with a number that a program wrote: the month beside its day, 0 over one column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.recognising.dates import is_date, periods_of_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period
    from cpstats.store.sheet import Sheet

FEWEST = 3  # lines
YEAR = "2000"  # any one, to read the name of a month


def without_what_is_said_twice(sheet: Sheet) -> Sheet:
    """Return a sheet without a column of names of months of which the next one says the same with its year.

    A sole column of figures below 0, which a program wrote for a name that it did not have, has no name.

    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("Month", "Date", "Tea"), ("May", "May-20", "5"), ("June", "Jun-20", "6"), ("July", "Jul-20", "7"))
    >>> without_what_is_said_twice(Sheet("a.csv", rows, (1, 2, 3, 4))).rows[1]
    ('', 'May-20', '5')
    >>> without_what_is_said_twice(Sheet("a.csv", (("", "0"), ("2020", "5.5"), ("2021", "6")), (1, 2, 3))).rows[0]
    ('Date', '')
    """
    times = [row[0] for row in sheet.rows[1:] if any(row)]
    if sheet.rows[:1] == (("", "0"),) and all(period_of(t) or is_date(t) for t in times):
        return replace(sheet, rows=(("Date", ""), *sheet.rows[1:]))
    if not _are_months_beside(sheet.rows[1:]):
        return sheet
    title, beside = sheet.rows[0][:2]
    said = Message(
        "column 1 (“{}”) is left out: its months are those of “{}”",
        "略去第1列（“{}”）：其月份与“{}”相同",
        title,
        beside,
    )
    rows = tuple(("", *row[1:]) for row in sheet.rows)
    return replace(sheet, rows=rows, remarks=(*sheet.remarks, said))


def _are_months_beside(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the names in the first column are those of the months in the second, all of one run."""
    lines = [row for row in rows if any(row)]
    if len(lines) < FEWEST or not all(len(row) > 1 and row[0].isalpha() for row in lines):
        return False
    whole = periods_of_run([row[1] for row in lines])
    named = {row[0]: period_of(f"{row[0]} {YEAR}") for row in lines}
    return all(_same(named[row[0]], whole.get(row[1]) or period_of(row[1])) for row in lines)


def _same(month: Period | None, date: Period | None) -> bool:
    if month is None or date is None or not month.freq is date.freq is Freq.MONTH:
        return False
    return month.sub == date.sub
