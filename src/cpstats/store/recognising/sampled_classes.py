"""Words that are classes of which a table has some rows only: a sample, or what was not nought."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def crosses(
    cells: Sequence[Sequence[str]], data: Sequence[int], keys: Sequence[int], other: int
) -> bool:
    """Whether the words of a column go with none of two or more keys, of which the rows are less than half of all.

    Where each place has one row a year they may be anything.

    >>> sample = [("A", "1", "x"), ("A", "4", "y"), ("B", "1", "y"), ("B", "4", "x"), ("C", "2", "x"), ("C", "7", "y")]
    >>> crosses(sample, range(6), [0, 1], 2), crosses(sample[:4], range(4), [0, 1], 2)
    (True, False)
    """
    last = max(*keys, other) if keys else other
    rows = [cells[i] for i in data if last < len(cells[i]) and cells[i][other]]
    said = {k: len({row[k] for row in rows}) for k in keys}
    sparse = len(keys) > 1 and 2 * len(rows) <= prod(said.values())
    return sparse and all(_are_mixed(rows, k, other) for k, n in said.items() if n > 1)


def _are_mixed(rows: Sequence[Sequence[str]], key: int, other: int) -> bool:
    """Whether each word stands with several of a key, and most of what repeats of it with several words."""
    pairs = {(row[key], row[other]) for row in rows}
    repeated = {a for a, n in Counter(row[key] for row in rows).items() if n > 1}
    seconds = Counter(a for a, _ in pairs if a in repeated)
    firsts = Counter(b for _, b in pairs).values()
    mixed = sum(n > 1 for n in seconds.values())
    return len(firsts) > 1 < min(firsts) and 2 * mixed > len(repeated) > 0
