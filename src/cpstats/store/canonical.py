"""A sheet that has the columns of this program already, in another encoding or with other dividers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.columns import OBSERVATION, REQUIRED
from cpstats.store.machine import restored
from cpstats.store.recognise import Recognised
from cpstats.store.wide import layout_of

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

FEW = 2  # names of ours in a first line that make it ours


def names_of_ours(first: tuple[str, ...]) -> int:
    """Return how many cells of a line are names of our columns."""
    return sum(cell.strip() in OBSERVATION for cell in first)


def canonical(sheet: Sheet) -> Recognised | None:
    """Return the observations of a long or wide table with our names; None for anything else."""
    sheet = restored(sheet)
    header = [cell.strip() for cell in sheet.rows[0]] if sheet.rows else []
    width = len(header)
    rows = [list(row) for row in sheet.rows[1:] if any(cell.strip() for cell in row)]
    numbers = [i for i, row in enumerate(sheet.rows) if i and any(cell.strip() for cell in row)]
    if names_of_ours(tuple(header)) < FEW or any(len(row) != width for row in rows):
        return None
    said = [sheet.said, f"{len(rows)} lines"]
    layout = layout_of(header)
    if layout is not None:
        origins = [
            layout.place(n, "obs_value", header) for n in range(len(rows) * len(layout.values))
        ]
        places = [(numbers[line], column) for line, column in origins]
        long = layout.rows(header, rows)
        return Recognised(sheet, long, places, {}, [], said, layout.header(header))
    if any(name not in header for name in REQUIRED) or len(set(header)) != width:
        return None
    value = header.index("obs_value")
    return Recognised(sheet, rows, [(n, value) for n in numbers], {}, [], said, header)
