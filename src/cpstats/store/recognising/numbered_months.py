"""Months that stand as bare numbers: 1 to 12 across beside a column of years, 1, 2, 3 below 月份 with the years across."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

MONTHS, FEWEST, STUBS = 12, 2, 3
MONTH = pattern(
    r"月份?|months?|mois|mes(?:es)?|mês|monate?|mesi?|miesiące?|месяцы?|місяц[ьі]|aylar|ay|bulan|tháng|월",
    re.IGNORECASE,
)
YEAR = pattern(r"(?:19|20)\d\d(?:年|\.0)?")
OF_MONTHS = pattern(r"(?:当|本|单)月(?:值|数)?|(?:本月止|年初至今)?累计(?:值|数)?")


def with_numbered_months(cells: Cells, first: int) -> list[list[str]] | None:
    """Write numbers that are months as months; None where there are none.

    Across they are all twelve, or words beside the figures say that these are of months; a run of fewer may be quarters.

    >>> with_numbered_months([["Month", "2020", "2021"], ["1", "5", "6"], ["2", "7", "8"]], 1)[1:]
    [['1月', '5', '6'], ['2月', '7', '8']]
    >>> with_numbered_months([["年份", "指标", "1", "2"], ["2023", "当月", "5", "6"]], 1)[0]
    ['年份', '指标', '1月', '2月']
    >>> with_numbered_months([["年份", "1", "2"], ["2023", "5", "6"]], 1)
    """
    above = enumerate(cells[: first + 1])  # a header of numbers is a line of figures itself
    head = next((i for i, row in above if any(map(_is_word, row))), None)
    if head is None:
        return None
    first = max(first, head + 1)
    return _across(cells, head, first) or _down(cells, head, first)


def _is_word(text: str) -> bool:
    return MONTH.fullmatch(text) is not None or role_of(text) == "time"


def _across(cells: Cells, head: int, first: int) -> list[list[str]] | None:
    row = cells[head]
    stubs = next((c for c, text in enumerate(row) if text == "1"), len(row))
    behind = [text for text in row[stubs:] if text]
    numbered = behind == [str(n + 1) for n in range(len(behind))]
    if not 0 < stubs <= STUBS or not numbered or len(behind) > MONTHS or len(behind) < FEWEST:
        return None
    beside = [text for line in cells[first:] for text in line[:stubs] if text]
    if len(behind) < MONTHS and not any(map(OF_MONTHS.fullmatch, beside)):
        return None
    return _written(cells, {(head, stubs + n): f"{text}月" for n, text in enumerate(behind)})


def _down(cells: Cells, head: int, first: int) -> list[list[str]] | None:
    column = next((c for c, text in enumerate(cells[head][:STUBS]) if MONTH.fullmatch(text)), None)
    above = [text for row in cells[:first] for text in row[(column or 0) + 1 :] if text]
    others = [text for text in cells[head] if text and role_of(text) == "time"]
    if column is None or not any(map(YEAR.fullmatch, above)) or any(_no_month(t) for t in others):
        return None
    found = {
        (i, column): row[column].removesuffix(".0").lstrip("0")
        for i, row in enumerate(cells)
        if i >= first and column < len(row) and row[column].replace(".0", "").isdecimal()
    }
    numbers = [int(text or 0) for text in found.values()]
    if len(numbers) < FEWEST or not all(0 < n <= MONTHS for n in numbers):
        return None
    return _written(cells, {at: f"{text}月" for at, text in found.items()})


def _no_month(text: str) -> bool:
    return MONTH.fullmatch(text) is None


def _written(cells: Cells, months: dict[tuple[int, int], str]) -> list[list[str]]:
    made = [list(row) for row in cells]
    for (i, c), text in months.items():
        made[i][c] = text
    return made
