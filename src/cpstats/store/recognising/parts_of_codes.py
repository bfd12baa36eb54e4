"""Columns that repeat a part of the code beside them: 01, 10, 02 beside 011002, a block of a district of a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column

    Cells = Sequence[Sequence[str]]

OPEN = "open"  # as in `roles`
FEWEST = 3  # codes, and columns that together make them up
FIRST = 30  # columns in which they stand
LONGEST = 16


def parts_of_codes(cells: Cells, data: Sequence[int], columns: Sequence[Column]) -> dict[int, str]:
    """Return the columns of codes that several others make up, and these, which say nothing more.

    >>> from cpstats.store.recognising.column_kinds import column_of
    >>> rows = [("011002", "01", "10", "02", "5"), ("011103", "01", "11", "03", "6"), ("021004", "02", "10", "04", "7")]
    >>> parts_of_codes(rows, range(3), [column_of(rows, (), range(3), c) for c in range(5)])
    {0: 'open', 1: 'other', 2: 'other', 3: 'other'}
    >>> parts_of_codes(rows, range(3), [column_of(rows, (), range(3), c) for c in (0, 1, 4)])
    {}
    """
    rows = [cells[i] for i in data if any(cells[i])]
    digits = [c for c in columns[:FIRST] if _are_codes(c)]
    for whole in sorted(digits, key=lambda c: -len(c.said[0])):
        length = len(whole.said[0])
        if not whole.is_padded or len(whole.said) < FEWEST or length > LONGEST:
            continue
        parts = {c.number: _place(rows, whole.number, c) for c in digits if c is not whole}
        found = {c: at for c, at in parts.items() if at is not None}
        covered = {n for at in found.values() for n in at}
        if len(found) >= FEWEST and len(covered) == length:
            return {whole.number: OPEN} | dict.fromkeys(sorted(found), "other")
    return {}


def _are_codes(column: Column) -> bool:
    """Whether all cells are digits, equally many."""
    return (
        bool(column.said)
        and column.said[0].isdecimal()
        and (len({len(text) for text in column.said}) == 1 and all(map(str.isdecimal, column.said)))
    )


def _place(rows: Cells, whole: int, part: Column) -> range | None:
    """Return where in the code of its row each cell of a column stands, the same in all; None where it does not."""
    size, c = len(part.said[0]), part.number
    if any(len(row) <= max(whole, c) for row in rows) or size >= len(rows[0][whole]):
        return None
    for first in range(len(rows[0][whole]) - size + 1):
        if all(row[whole][first : first + size] == row[c] for row in rows):
            return range(first, first + size)
    return None
