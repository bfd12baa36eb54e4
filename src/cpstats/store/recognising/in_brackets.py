"""Numbers in brackets as the user says they are meant: below nothing, as accounts print them, or weak ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
    """
    sign = "-" if meant == NEGATIVE else ""
    return [
        [*row] if all(map(COUNTED.fullmatch, filter(None, row))) else [_bare(c, sign) for c in row]
        for row in cells
    ]


def _bare(cell: str, sign: str) -> str:
    found = NUMBER.fullmatch(cell) if cell[:1] == "(" and not YEAR.fullmatch(cell) else None
    return (
        f"{sign}{found['number']}{found['percent'] or found['behind'].strip()}" if found else cell
    )
