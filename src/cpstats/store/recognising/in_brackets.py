"""Numbers in brackets as the user says they are meant: below nothing, as accounts print them, or weak ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import number, period_of
from cpstats.store.hints import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER = re.compile(r"\( ?[-−]?(?P<number>\d[\d.,' ]*?) ?(?P<percent>%?) ?\)(?P<behind> ?%?)")
COUNTED = re.compile(r"\(\d{1,3}\)")  # the number of a column
YEAR = re.compile(r"\((?:19|20)\d\d\)")


def without_brackets(cells: Sequence[Sequence[str]], meant: str) -> list[list[str]]:
    """Return cells whose numbers in brackets are bare; years, and rows that number the columns, stay.

    >>> without_brackets([["Tea", "(2021)", "(1.5)"], ["(1)", "(2)", "(3)"], ["a", "(1,200)", "(3%)"]], "negative")
    [['Tea', '(2021)', '-1.5'], ['(1)', '(2)', '(3)'], ['a', '-1,200', '-3%']]
    >>> without_brackets([["a", "(1.5)"]], "plain")
    [['a', '1.5']]
    >>> without_brackets([["2020", "310", "412", "(2034)"]], "negative")
    [['2020', '310', '412', '-2034']]
    """
    sign = "-" if meant == NEGATIVE else ""
    return [
        [*row]
        if all(map(COUNTED.fullmatch, filter(None, row)))
        else [_bare(c, sign, year=not _is_line_of_figures(row)) for c in row]
        for row in cells
    ]


def _is_line_of_figures(row: Sequence[str]) -> bool:
    """Whether two cells of a line are numbers and no years: what is in brackets there is a figure, also (2034)."""
    return sum(number(c) is not None and period_of(c) is None for c in row[1:] if c) > 1


def _bare(cell: str, sign: str, *, year: bool) -> str:
    kept = year and YEAR.fullmatch(cell)
    found = NUMBER.fullmatch(cell) if cell[:1] == "(" and not kept else None
    return (
        f"{sign}{found['number']}{found['percent'] or found['behind'].strip()}" if found else cell
    )
