"""Whether a column of names has each at the head of its lines only, or in every line that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def are_written_once(cells: Sequence[Sequence[str]], data: Iterable[int], column: int) -> bool:
    """Whether lines without a name are of the name above, which is written at the head of its group.

    Where names come again, and one stands right above another, they are written in every line: one without is of all.

    >>> are_written_once([["A", "1"], ["", "2"], ["B", "3"], ["", "4"], ["C", "5"]], range(5), 0)
    True
    >>> are_written_once([["A", "1"], ["B", "2"], ["", "3"], ["A", "4"], ["B", "5"], ["", "6"]], range(6), 0)
    False
    """
    said = [
        row[column] if column < len(row) else ""
        for row in (cells[i] for i in data)
        if sum(map(bool, row)) > 1
    ]
    begins = [n for n, name in enumerate(said) if name]
    above = any(n + 1 < len(said) and said[n + 1] not in ("", said[n]) for n in begins)
    return not above or len(begins) == len({said[n] for n in begins})


def in_every_line(
    cells: Sequence[Sequence[str]], data: Sequence[int], columns: Mapping[str, int]
) -> frozenset[str]:
    """Return which of places and indicators are written in every line that they are of, so that a blank is of all.

    >>> rows = [["A", "x", "1"], ["", "y", "2"], ["B", "x", "3"], ["", "y", "4"], ["C", "", "5"]]
    >>> sorted(in_every_line(rows, range(5), {"place": 0, "indicator": 1, "time": 1}))
    ['indicator']
    """
    kinds = columns.keys() & {"place", "indicator"}
    return frozenset(k for k in kinds if not are_written_once(cells, data, columns[k]))


def carry_part(keys: dict[str, str], carried: dict[str, str], *, said: bool) -> None:
    """Give a line without year and quarter the quarter of the line above it; one with a year alone is of the whole year.

    >>> keys, carried = {"place": "Peru"}, {"time": "2020", "part": "Q1"}
    >>> carry_part(keys, carried, said=True)
    >>> keys["part"], carry_part({"time": "2021"}, carried, said=True), carried
    ('Q1', None, {'time': '2020'})
    """
    if "part" in keys:
        return
    if "time" in keys:
        carried.pop("part", None)
    elif said and "part" in carried:
        keys["part"] = carried["part"]
