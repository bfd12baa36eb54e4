"""A period whose words stand in two or three rows of a header: Jan.- over Mar. 2020, First over quarter over 2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.frequencies import part_of_year

if TYPE_CHECKING:
    from collections.abc import Sequence

DEEPEST = 3  # rows
FEWEST = 2  # columns


def with_periods_of_rows(cells: Sequence[Sequence[str]], first: int) -> list[list[str]] | None:
    """Put a period that several rows above the figures name together into the last of them.

    Only where that holds for every column of those rows, and the upper rows alone name no time: a year
    over quarters is read as two labels.
    """
    for many in range(DEEPEST, 1, -1):
        for last in range(many - 1, first):
            rows = range(last - many + 1, last + 1)
            joined = _joined([cells[i] for i in rows])
            if joined:
                made = [list(row) for row in cells]
                for c, text in joined.items():
                    for i in rows[:-1]:
                        made[i][c] = ""
                    made[last][c] = text
                return made
    return None


def _joined(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return the period of each column that all of the rows name together; empty where they do not."""
    *upper, lower = rows
    columns = [c for c, text in enumerate(lower) if c and text]
    texts = {c: [row[c] if c < len(row) else "" for row in rows] for c in columns}
    if len(columns) < FEWEST or not all(all(own) for own in texts.values()):
        return {}
    if any(c not in texts for row in upper for c, text in enumerate(row) if c and text):
        return {}
    alone = (text for row in upper for c, text in enumerate(row) if c)
    if any(period_of(text) is not None or part_of_year(text) for text in alone if text):
        return {}
    found = {c: " ".join(own) for c, own in texts.items()}
    return found if all(period_of(text) is not None for text in found.values()) else {}
