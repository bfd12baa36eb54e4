"""A unit in brackets at the right edge of the line of a title, above the header: it is that of the table, not of its last column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.units_said import bracketed

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # columns of a header
GROUPED = pattern(r"(?<=\d),(?=\d{3})")  # 1,000
LEFT = 2  # columns in which a title begins


def with_unit_of_edge(cells: Cells, first: int) -> list[list[str]] | None:
    """Say of a unit at the right edge of the line of a title that it is the unit; None where none stands there.

    >>> rows = [["表3 历年茶叶产量", "", "", "(万吨)"], ["年份", "绿茶", "红茶", "其他"], ["2021", "5", "6", "7"]]
    >>> with_unit_of_edge(rows, 2)[0]
    ['表3 历年茶叶产量', '', '', '单位:万吨']
    >>> with_unit_of_edge([["年份", "", "", "(万吨)"], ["", "绿茶", "红茶", "其他"], rows[2]], 2)
    """
    for i, row in enumerate(cells[: max(first - 1, 0)]):
        if how_full(row) > LEFT:
            return None  # the header begins
        at = next((c for c, text in enumerate(row) if text), 0)
        last = max((c for c, text in enumerate(row) if text), default=0)
        unit = bracketed(row[last], index=False) if last > max(at, LEFT - 1) else ""
        if unit and at < LEFT and _is_above_header(row[at], cells[i + 1 : first], at, last):
            said = [*row[:last], f"单位:{GROUPED.sub('', unit)}", *row[last + 1 :]]
            return [said if n == i else list(other) for n, other in enumerate(cells)]
    return None


def _is_above_header(title: str, below: Cells, at: int, last: int) -> bool:
    """Whether a text is no word of a header, and all of one stands below it: a word in its column, and labels up to its edge."""
    if role_of(title) or is_number(title) or period_of(title) is not None:
        return False
    columns = {c for row in below for c, text in enumerate(row) if text}
    stubs = [text for row in below for text in row[: at + 1] if text]
    return bool(stubs) and len(columns) >= FEWEST and max(columns) <= last + 1
