"""What columns hold by what stands in others: notes of these, their years in an era, the places of codes within codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.agreeing import notes_of_others
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
    notes |= years_said_again(cells, data, columns)
    return places_by_code(cells, data, columns, together) | dict.fromkeys(notes, "other")
