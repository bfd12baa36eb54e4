"""A column of names in Latin letters behind the Chinese ones that they translate: 合计, Total; 采矿业, Mining."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.place_names import are_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column

CHINESE = pattern(r"[\u4e00-\u9fff]")
LATIN = pattern(r"[A-Za-z]{2}")
FEWEST = 3  # names


def translations_of_names(
    cells: Sequence[Sequence[str]], data: range, columns: Sequence[Column]
) -> set[int]:
    """Return the second column where the first has Chinese names and it has one in Latin letters for each, never two.

    Also the word over it is in Latin letters, or missing; places among them are no translation of what is none.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> rows = [["合计", "Total", "9"], ["采矿业", "Mining", "5"], ["制造业", "Manufacturing", "4"]]
    >>> columns = [Column(0, ("行业",), ()), Column(1, ("Sector",), ())]
    >>> translations_of_names(rows, range(3), columns), translations_of_names(rows, range(3), [columns[0], Column(1, ("地区",), ())])
    ({1}, set())
    >>> translations_of_names([*rows, ["合计", "Men", "5"]], range(4), columns)
    set()
    """
    first, second = [*columns, *[None] * 2][:2]
    if first is None or second is None or any(map(CHINESE.search, second.above)):
        return set()
    a, b = first.number, second.number
    pairs = {(row[a], row[b]) for i in data if len(row := cells[i]) > max(a, b) and row[a]}
    ones, others = {one for one, _ in pairs}, {other for _, other in pairs}
    each = len(ones) == len(others) == len(pairs) >= FEWEST
    if not each or not all(map(CHINESE.search, ones)) or are_places([*ones]):
        return set()
    latin = all(LATIN.search(t) and not CHINESE.search(t) for t in others)
    return {b} if latin and not are_places([*others]) else set()
