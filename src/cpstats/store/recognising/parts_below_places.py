"""Places in one column with the same parts below each: Oslo, Men, Women, Bergen, Men, Women."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from cpstats.store.cells import number, period_of
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.place_names import are_places
from cpstats.store.recognising.sections import with_a_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST, DIGITS = 2, 5  # parts of a whole, and blocks of them; digits of sums that are no chance
MOST = 10  # of as many sums one may be wrong


def with_parts_below_places(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the parts that stand below each place in the same order, and add up to it, into a column behind all others.

    >>> rows = [["Town", "Huts"], ["Ost", "900"], ["Old", "600"], ["New", "300"], ["West", "850"], ["Old", "350"], ["New", "500"]]
    >>> with_parts_below_places(rows, 1)[3:5]
    [['Ost', '300', 'New'], ['West', '850', '']]
    >>> with_parts_below_places([*rows[:6], ["New", "700"]], 1)
    """
    column, rows = named_rows(cells, first)
    names = [cells[i][column] for i in rows]
    blocks = blocks_of(names)
    if not blocks or not _are_places(cells[:first], column, [names[b] for b in blocks]):
        return None
    size = len(names) // len(blocks)
    if not _add_up([cells[i][column + 1 :] for i in rows], size):
        return None
    made = [list(row) for row in cells]
    parts = dict.fromkeys(rows, "")
    for n, i in enumerate(rows):
        if n % size:
            parts[i], made[i][column] = names[n], names[n - n % size]
    return with_a_column(made, first, parts, "group")


def named_rows(cells: Cells, first: int) -> tuple[int, list[int]]:
    """Return the column of names and the rows of figures; no row where one of them has no name.

    >>> named_rows([["Ost", "9"], ["", ""], ["West", "8"]], 0), named_rows([["Ost", "9"], ["", "8", "7"]], 0)
    ((0, [0, 2]), (0, []))
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    rows = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1]
    named = all(column < len(cells[i]) and cells[i][column] for i in rows)
    return column, rows if named else []


def blocks_of(names: Sequence[str]) -> range:
    """Return where the names begin that stand once, each before the same others; nothing where they do not.

    >>> [*blocks_of(["Ost", "Old", "New", "West", "Old", "New"])], [*blocks_of(["Ost", "Old", "New", "West", "New", "Old"])]
    ([0, 3], [])
    """
    many = Counter(names)
    size = next((n for n, name in enumerate(names) if n and many[name] == 1), 0)
    if size <= FEWEST or len(names) % size or any(period_of(name) for name in names):
        return range(0)
    heads = range(0, len(names), size)
    once = all(many[names[n]] == 1 for n in heads)
    same = all([*names[n + 1 : n + size]] == [*names[1:size]] for n in heads)
    return heads if once and same and len({*names[1:size]}) == size - 1 else range(0)


def _are_places(header: Cells, column: int, heads: Sequence[str]) -> bool:
    """Whether a word for places stands over names, or most of them are known as such."""
    over = (row[column] for row in header if column < len(row))
    return any(role_of(text) == "place" for text in over) or are_places(heads)


def _add_up(rows: Cells, size: int) -> bool:
    """Whether the figures of nearly every block are the sum of those below its first line."""
    right = wrong = digits = 0
    for start in range(0, len(rows), size):
        whole, *parts = rows[start : start + size]
        for c, text in enumerate(whole):
            values = [number(part[c]) if c < len(part) else None for part in parts]
            total, known = number(text), [Decimal(v) for v in values if v is not None]
            if total is None or len(known) < len(parts):
                continue
            last = max(-min(int(v.as_tuple().exponent), 0) for v in (Decimal(total), *known))
            fits = abs(sum(known) - Decimal(total)) <= Decimal(len(parts)).scaleb(-last)
            right, wrong = right + fits, wrong + (not fits)
            digits += len(Decimal(total).as_tuple().digits) * fits
    return digits >= DIGITS and wrong * MOST <= right
