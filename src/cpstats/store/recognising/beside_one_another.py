"""What columns hold by what stands in others: notes of these, their years in an era, the places of codes within codes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.agreeing import notes_of_others
from cpstats.store.recognising.names_in_two_languages import translations_of_names
from cpstats.store.recognising.nested_codes import places_by_code
from cpstats.store.recognising.stray import stray_columns
from cpstats.store.recognising.years_of_eras import years_said_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column, Together


def told_by_others(
    cells: Sequence[Sequence[str]], data: range, columns: Sequence[Column], together: Together
) -> dict[int, str]:
    """Return the columns that others tell the role of, each with that."""
    notes = notes_of_others(columns) | stray_columns(cells, data, columns)
    notes |= years_said_again(cells, data, columns) | translations_of_names(cells, data, columns)
    told = dict.fromkeys(notes, "other") | units_behind(columns)
    return places_by_code(cells, data, columns, together) | told


def units_behind(columns: Sequence[Column]) -> dict[int, str]:
    """Return the column whose one unit stands behind the figures below a period, which is that of both: 2019, over 51, people.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> units_behind([Column(0, (), ("Ost",)), Column(1, ("2019",), ("51",)), Column(2, ("2019",), ("tonnes",))])
    {2: 'unit'}
    >>> units_behind([Column(0, (), ("Ost",)), Column(1, ("2019",), ("51",)), Column(2, ("Sold",), ("tonnes",))])
    {}
    """
    found = [
        column.number
        for before, column in pairwise(columns)
        if column.above == before.above
        and before.content == "figure"
        and len(column.said) == 1
        and column.is_units
        and any(period_of(text) is not None for text in column.above)
    ]
    return {found[0]: "unit"} if len(found) == 1 else {}
