"""Columns whose figures make those of a total beside them, in every line: parts of what the title counts, as the total is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.classes import CHINESE
from cpstats.store.recognising.divided_by import KINDS
from cpstats.store.recognising.grown_parts import whole_before
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outside import is_total
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.store.recognising.slots import Slots

OF_KINDS = pattern(rf"(?:{KINDS})(?:名称|类别|分类|门类|大类)?")
HIGHEST = 12  # lines of a header
MOST = 30  # parts of a total
FEWEST = 2


def of_total(
    cells: Sequence[Sequence[str]],
    data: Iterable[int],
    above: Mapping[int, Slots],
    columns: Mapping[str, int],
) -> frozenset[str]:
    """Return the labels, or the names in the one of the `columns` that has them, that make a total beside them, with it.

    All names below a word for kinds (行业, 性别), where no labels stand over the figures, are parts of what the title counts.

    >>> from cpstats.store.recognising.slots import Slots
    >>> rows = [["Farms", "500", "500", "5"], ["Mills", "700", "800", "9"], ["Total", "1200", "1300", "7"]]
    >>> above = {1: Slots(None, ""), 2: Slots(None, ""), 3: Slots(None, "Growth (%)")}
    >>> sorted(of_total(rows, range(3), above, {"indicator": 0}))
    ['Farms', 'Mills', 'Total']
    """
    lines = [*data]
    names, rows = columns.get("indicator", columns.get(OPEN)), [cells[i] for i in lines]
    if names is None:
        return parts_of_total(rows, above)
    over = (row[names] for row in cells[max(lines[0] - HIGHEST, 0) : lines[0]] if names < len(row))
    if any(map(OF_KINDS.fullmatch, over)) and not any(s.label for s in above.values()):
        return frozenset(row[names] for row in rows if names < len(row) and row[names])
    amounts = [c for c, s in above.items() if not s.label or label_of(s.label).unit != "%"]
    return rows_of_total(rows, names, amounts) if amounts else frozenset()


def parts_of_total(rows: Sequence[Sequence[str]], above: Mapping[int, Slots]) -> frozenset[str]:
    """Return the labels of the columns directly behind a total, or before it, that make it, with its own.

    >>> from cpstats.store.recognising.slots import Slots
    >>> above = {c: Slots(None, t) for c, t in enumerate(["Total", "Farms", "Mills", "Rate (%)"])}
    >>> sorted(parts_of_total([["1200", "500", "700", "5"], ["1300", "510", "790", "5"]], above))
    ['Farms', 'Mills', 'Total']
    >>> parts_of_total([["1200", "500", "600", "5"], ["1300", "510", "790", "5"]], above)
    frozenset()
    """
    named = {c: s.label for c, s in above.items() if s.label}
    for c, label in named.items():
        total = label_of(label)
        if not is_total(total.name) or total.measure != "level" or not _are_large(rows, c):
            continue
        for step in (1, -1):
            if found := _making(rows, c, named, step):
                return frozenset(named[p] for p in (c, *found))
    return frozenset()


def rows_of_total(
    rows: Sequence[Sequence[str]], column: int, columns: Sequence[int]
) -> frozenset[str]:
    """Return the names beside the figures, in a column, that make a total above or below them in every other column, with its own.

    >>> rows = [["Farms", "500", "510"], ["Mills", "700", "790"], ["Total", "1200", "1300"]]
    >>> sorted(rows_of_total(rows, 0, [1, 2])), rows_of_total(rows[:2], 0, [1, 2])
    (['Farms', 'Mills', 'Total'], frozenset())
    """
    named = {
        n: row[column] for n, row in enumerate(rows[:MOST]) if column < len(row) and row[column]
    }
    totals = [n for n, name in named.items() if is_total(label_of(name).name)]
    if len(totals) != 1 or len(rows) > MOST or len({*named.values()}) < len(named):
        return frozenset()
    turned = [[row[c] if c < len(row) else "" for row in rows] for c in columns]
    if not _are_large(turned, totals[0]):
        return frozenset()
    found = [_making(turned, totals[0], named, step) for step in (1, -1)]
    made = [named[p] for parts in found for p in parts]
    made += [named[totals[0]]] if made else []
    return frozenset(name for name in made if not CHINESE.search(name))


def _are_large(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Whether the figures of a column have enough digits that a sum is no chance."""
    own = [row[column] for row in rows if column < len(row)]
    return sum(sum(map(str.isdecimal, text)) for text in own) >= 2 * FEWEST


def _making(
    rows: Sequence[Sequence[str]], total: int, named: Mapping[int, str], step: int
) -> list[int]:
    """Return the columns next to a total, on one side, that make it; nothing where none do."""
    parts: list[int] = []
    for column in range(total + step, total + step * (MOST + 1), step):
        label = label_of(named.get(column, ""))
        if not label.name or label.measure != "level" or is_total(label.name):
            break
        parts.append(column)
        if len(parts) >= FEWEST and whole_before(rows, [total, *parts]) == total:
            return parts
    return []
