"""A word for places in the corner that is of the names beside it: Canton, Zürich, Bern over Population and Births."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import is_number, period_of
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outside import OF_WHAT, is_total
from cpstats.store.recognising.place_names import is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 2  # names of either kind


def with_corner_across(cells: Cells, first: int) -> list[list[str]] | None:
    """Say in the corner that places stand across, where most names below it are of what is counted, and none beside it.

    >>> table = [["Canton", "Uri", "Glarus"], ["Population", "5", "6"], ["Births", "1", "2"]]
    >>> with_corner_across(table, 1)[0][0], with_corner_across([table[0], ["Bern", "5", "6"], ["Zug", "1", "2"]], 1)
    ('Indicator/Canton', None)
    """
    head = cells[first - 1] if first else ()
    if len(head) <= FEWEST or role_of(head[0]) != "place":
        return None
    names = [row[0] for row in cells[first:] if how_full(row) > 1 and row[0]]
    over = [text for text in head[1:] if text and role_of(text) not in ("time", "part")]
    if len(names) < FEWEST or len({*over}) < max(len(over), FEWEST) or any(map(_is_other, over)):
        return None
    counted = [name for name in names if not is_total(name) and OF_WHAT.search(name)]
    if len(counted) * 2 <= len(names) or any(is_place(label_of(name).name) for name in names):
        return None
    return [[f"Indicator/{head[0]}", *row[1:]] if row is head else [*row] for row in cells]


def _is_other(label: str) -> bool:
    """Whether a label over a column is none of a place: a time, a part, a word for what is counted, one with a unit."""
    timed = period_of(label) is not None or part_of_year(label) or is_number(label)
    return bool(
        timed or is_class(label) or role_of(label) or OF_WHAT.search(label) or label_of(label).unit
    )
