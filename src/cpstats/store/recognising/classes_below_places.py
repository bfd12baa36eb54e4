"""Classes that stand once among places, below the one whose parts they are: Kenya, Urban, Rural, Mombasa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import number
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.names_above import WHOLE, at

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 2  # classes, of which one alone may be a name
NEAR = 0.002  # of the whole, by which rounded parts may miss it


def parts_of_one_place(cells: Cells, first: int) -> tuple[int, dict[int, int]] | None:
    """Return the column of places, and of each line of a class below one of them that place's line; None where none stands so.

    It is the first place of all, or that of which they are the sum; classes that stand elsewhere may be of all places.

    >>> rows = [["Region", "2020"], ["Peru", "9"], ["Urban", "5"], ["Rural", "4"], ["Lima", "3"], ["Cusco", "2"]]
    >>> parts_of_one_place(rows, 1)
    (0, {2: 1, 3: 1})
    >>> parts_of_one_place([*rows[:2], *rows[4:], *rows[2:4]], 1), parts_of_one_place([["Item", "2020"], *rows[1:]], 1)
    (None, None)
    """
    column = _column_of_places(cells, first)
    rows = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1 and at(cells[i], column)]
    names = {i: at(cells[i], column).strip() for i in rows}
    classes = {i for i, name in names.items() if is_class(name) and not WHOLE.fullmatch(name)}
    if not FEWEST <= len(classes) < len(rows) - FEWEST or rows[0] in classes:
        return None
    parents: dict[int, int] = {}
    over = rows[0]
    run: list[int] = []
    for i in [*rows, None]:
        if i is not None and i in classes:
            run.append(i)
            continue
        if run and not (_are_its_parts(cells, over, run) or over == rows[0]):
            return None
        parents |= dict.fromkeys(run, over)
        over, run = i or over, []
    return (column, parents) if len(parents) >= FEWEST else None


def _column_of_places(cells: Cells, first: int) -> int:
    """Return the first column if a word for places stands over it, else one that no row has."""
    words = [row[0] for row in cells[:first] if row and row[0]]
    return 0 if any(role_of(text) == "place" for text in words) else max(map(len, cells))


def _are_its_parts(cells: Cells, over: int, run: Sequence[int]) -> bool:
    """Whether the figures of some lines add up to those of another in a column."""
    for c, text in enumerate(cells[over]):
        whole = number(text)
        parts = [number(at(cells[i], c)) for i in run]
        if whole is None or None in parts or len(run) < FEWEST or not float(whole):
            continue
        added = sum(float(part) for part in parts if part is not None)
        if abs(added - float(whole)) <= NEAR * abs(float(whole)):
            return True
    return False
