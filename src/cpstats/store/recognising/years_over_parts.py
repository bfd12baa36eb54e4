"""A year in a line of its own over its quarters or months and the whole of it: 2021, Q1 … Q4, Year, down the first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.store.cells import is_number, period_of
from cpstats.store.frequencies import WHOLE_YEAR
from cpstats.store.recognising.period_marks import unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # lines below years
NOTE = pattern(r" ?\d{1,2}\)$")  # 2025 3)


def with_years_over_parts(cells: Cells, first: int) -> list[list[str]] | None:
    """Give the parts of years, and the words for the whole, below a year that stands alone in the first column that year too.

    Quarters or months alone are read as they stand; here some line is of several, or of the whole year.

    >>> rows = [["", "Beds"], ["2022", ""], ["Q1", "7"], ["Q2", "8"], ["Year", "30"], ["2023", ""], ["Q1", "9"]]
    >>> [row[0] for row in with_years_over_parts(rows, 2)]
    ['', '', '2022-Q1', '2022-Q2', '2022', '', '2023-Q1']
    >>> with_years_over_parts([["", "Beds"], ["2022", ""], ["Hill", "7"], ["Dale", "8"], ["Year", "30"]], 2)
    """
    made = [list(row) for row in cells]
    year: Period | None = None
    found: list[Period] = []
    for row in made[max(first - 1, 0) :]:
        if not row or not row[0]:
            continue
        if alone := _year_alone(row):
            year, row[:] = alone, [""] * len(row)
        elif any(map(is_number, row[1:])):
            period = _of(row[0], year)
            if period is None:
                return None
            row[0] = str(period)
            found.append(period)
    odd = any(p.freq in (Freq.ANNUAL, Freq.YTD, Freq.SPAN) for p in found)
    return made if len(found) >= FEWEST and odd and len({*found}) == len(found) else None


def _year_alone(row: Sequence[str]) -> Period | None:
    """Return the year that is all that a line says, once or, where it was merged, in all of its columns."""
    if any(row[1:]) and len({*row}) > 1:
        return None
    period = period_of(row[0]) or period_of(unmarked(NOTE.sub("", row[0])))
    return period if period is not None and period.freq is Freq.ANNUAL else None


def _of(text: str, year: Period | None) -> Period | None:
    """Return the period that a part, or a word for the whole, names of a year; None where it is neither."""
    if year is None or period_of(text) is not None:
        return None
    if WHOLE_YEAR.fullmatch(text.strip()):
        return year
    return None if is_number(text) else period_of(f"{unmarked(NOTE.sub('', text))} {year}")
