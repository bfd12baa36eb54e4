"""Codes within codes: 01, 0101 and 010101 with a name beside each are a province, its canton, its parish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column, Together

    Cells = Sequence[Sequence[str]]

CODE = re.compile(r"[A-Z]{0,2}\d[\dA-Z]*|[A-Z]{2}")
OPEN = "open"  # as in `roles`
FEWEST = 2  # levels, and codes of the finest
FIRST = 30  # columns in which they stand


def places_by_code(
    cells: Cells, data: Sequence[int], columns: Sequence[Column], together: Together
) -> dict[int, str]:
    """Return what columns hold where codes go on with those of another column: the finest names stand for all.

    What these lie in is left out, for the code beside them says it; they are places where their header says so, or
    open: branches have codes within codes too.

    >>> from cpstats.store.recognising.column_kinds import Together, column_of
    >>> rows = [("05", "Ost", "0501", "Au"), ("05", "Ost", "0502", "Ried"), ("06", "West", "0601", "Au")]
    >>> columns = [column_of(rows, (), range(3), c) for c in range(4)]
    >>> places_by_code(rows, range(3), columns, Together(rows, range(3)))
    {0: 'other', 1: 'other', 2: 'other', 3: 'open'}
    >>> places_by_code(rows, range(3), columns[:3], Together(rows, range(3)))
    {}
    """
    rows = [cells[i] for i in data if any(cells[i])]
    levels = _levels(rows, columns)
    if len(levels) < FEWEST or len(columns[levels[-1]].said) < FEWEST:
        return {}
    names = [_name_beside(c, levels, columns, together) for c in levels]
    finest = names[-1]
    if (
        finest is None
        or finest in names[:-1]
        or not all(finest < len(row) and row[finest] for row in rows)
    ):
        return {}
    said = {role_of(text) for n in names if n is not None for text in columns[n].above}
    if said - {"", "place"}:
        return {}
    others = {*levels, *(n for n in names if n is not None)} - {finest}
    role = "place" if "place" in said else OPEN
    return dict(sorted([(finest, role), *((c, "other") for c in others)]))


def _levels(rows: Cells, columns: Sequence[Column]) -> list[int]:
    """Return the longest row of columns of codes each of which goes on with those of the one before it."""
    codes = sorted(
        (c for c in columns[:FIRST] if _are_codes(c)), key=lambda c: (len(c.said[0]), c.number)
    )
    best: list[int] = []
    for n, first in enumerate(codes):
        found = [first.number]
        several = len(first.said) > 1 or first.is_padded
        for column in codes[n + 1 :] if several else ():
            if _go_on(rows, found[-1], column.number):
                found.append(column.number)
        best = max(best, found, key=len)
    return best


def _are_codes(column: Column) -> bool:
    """Whether all cells are codes of one length, and no periods."""
    alike = len({len(text) for text in column.said}) == 1
    return alike and not column.is_time and all(map(CODE.fullmatch, column.said))


def _go_on(rows: Cells, one: int, other: int) -> bool:
    """Whether each cell of a column is longer than that of another in its row, and begins with it."""
    last = max(one, other)
    return all(
        last < len(row) and row[one] and row[other] != row[one] and row[other].startswith(row[one])
        for row in rows
    )


def _name_beside(
    code: int, levels: Sequence[int], columns: Sequence[Column], together: Together
) -> int | None:
    """Return the column of names beside one of codes, each code with one name."""
    for c in (code + 1, code - 1):
        if not 0 <= c < len(columns) or c in levels or columns[c].content != "words":
            continue
        words = sum(not any(map(str.isdigit, text)) for text in columns[c].said)
        if words * 2 > len(columns[c].said) and together.follows(code, c):
            return c
    return None
