"""Years of an era beside those of all: Shōwa and 50 in two columns before 1975 say it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import ERAS, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column

    Cells = Sequence[Sequence[str]]

FIRST = "元"  # the first year of an era


def years_said_again(cells: Cells, data: Sequence[int], columns: Sequence[Column]) -> set[int]:
    """Return the columns of eras, and of the years in them, where a third column has the same years.

    >>> from cpstats.store.recognising.column_kinds import column_of
    >>> rows = [("昭和", "50", "1975"), ("昭和", "55", "1980"), ("平成", "2", "1990")]
    >>> sorted(years_said_again(rows, range(3), [column_of(rows, (), range(3), c) for c in range(3)]))
    [0, 1]
    >>> years_said_again(rows[:2], range(2), [column_of(rows, (), range(2), c) for c in range(2)])
    set()
    """
    eras = [c.number for c in columns if c.said and {*c.said} <= ERAS.keys()]
    years = [c.number for c in columns if c.is_run and c.is_years]
    if len(eras) != 1 or not years:
        return set()
    era, year = eras[0], years[0]
    for c in columns:
        if c.number in (era, year) or c.content != "figure":
            continue
        rows = [cells[i] for i in data if max(era, year, c.number) < len(cells[i])]
        if all(_says_again(row[era], row[c.number], row[year]) for row in rows if row[era]):
            return {era, c.number}
    return set()


def _says_again(era: str, counted: str, year: str) -> bool:
    said = "1" if counted == FIRST else number(counted)
    since = ERAS.get(era)
    return bool(since and said and said.isdecimal() and year == str(since + int(said)))
