"""A sheet whose lines describe the columns of another one: name, number, unit and from when to when of each series."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.store.cells import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = Sequence[Sequence[str]]

HEAD = 16  # lines of a sheet that may describe its columns
SHARED = 3  # cells of a line that stand over one column
FEWEST = 2  # lines that do
MOST = 5_000  # lines of a list
NEARLY = 0.8  # of the columns of the other sheet


def lists_columns(rows: Rows, others: Sequence[Rows]) -> bool:
    """Whether lines of a sheet say again what stands over the columns of another, each of another column.

    >>> series = [["", "Tea", "Rice"], ["Unit", "kt", "t"], ["Series ID", "A1", "A2"], ["2020-01", "5", "6"]]
    >>> index = [["Index of series"], ["Item", "ID", "Obs", "Unit"], ["Tea", "A1", "1", "kt"], ["Rice", "A2", "1", "t"]]
    >>> lists_columns(index, [series]), lists_columns(series, [index]), lists_columns(series, [series])
    (True, False, False)
    """
    if len(rows) > MOST:
        return False
    lines = [line for row in rows if len(line := {t.strip() for t in row} - {""}) >= SHARED]
    return any(other is not rows and _describe(lines, other) for other in others)


def _describe(lines: Sequence[set[str]], other: Rows) -> bool:
    """Whether lines describe nearly all columns of another sheet."""
    over = _over_columns(other)
    found = {c for line in lines for c, texts in over.items() if _says_both(line & texts)}
    several = sum(any(_says_both(line & texts) for texts in over.values()) for line in lines)
    return len(found) >= max(FEWEST, len(over) * NEARLY) and several >= len(found)


def _says_both(shared: set[str]) -> bool:
    """Whether texts that a line and a column share describe it: words among them, not figures alone that come again."""
    return len(shared) >= SHARED and not all(map(is_number, shared))


def _over_columns(rows: Rows) -> dict[int, set[str]]:
    """Return what stands in the first lines of each column behind the first, where no other column has it."""
    cells: dict[int, set[str]] = {}
    for row in rows[:HEAD]:
        for c, text in enumerate(row[1:], start=1):
            if text.strip():
                cells.setdefault(c, set()).add(text.strip())
    often = Counter(text for texts in cells.values() for text in texts)
    return {c: texts for c, texts in cells.items() if any(often[text] == 1 for text in texts)}
