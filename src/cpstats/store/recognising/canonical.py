"""A sheet that has the columns of this program already, in another encoding or with other dividers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import Where
from cpstats.message import Message, counted
from cpstats.model.columns import OBSERVATION, REQUIRED
from cpstats.store.recognising.inquiry import TRIED, QuestionError, says
from cpstats.store.recognising.own_output import restored
from cpstats.store.recognising.recognised import Recognised
from cpstats.store.wide import layout_of

if TYPE_CHECKING:
    from cpstats.store.hints import Hints
    from cpstats.store.sheet import Sheet

TOLD = {"indicator": "indicator", "ref_area": "place", "time_period": "period", "unit": "unit"}
FLAGS = {  # of what is asked: the flag, what is tried, and what is shown for it
    "indicator": ("indicator", "NAME", ""),
    "ref_area": ("area", "PLACE", ""),
    "time_period": ("when", TRIED, "YEAR"),
}
FEW = 2  # names of ours in a first line that make it ours


def names_of_ours(first: tuple[str, ...]) -> int:
    """Return how many cells of a line are names of our columns."""
    return sum(cell.strip() in OBSERVATION for cell in first)


def canonical(sheet: Sheet, hints: Hints | None = None) -> Recognised | None:
    """Return the observations of a long or wide table with our names; None for anything else.

    Raises
    ------
    DataError
        When not one line names its place, or its indicator, and no hint does.
    """
    found = _observations(sheet)
    return found if found is None else _told(found, hints)


def _told(found: Recognised, hints: Hints | None) -> Recognised:
    """Put what the user says in the place of what the file says."""
    header, rows = list(found.header), [list(row) for row in found.rows]
    for column, name in TOLD.items():
        said = getattr(hints, name, "")
        if said and column not in header:
            header.append(column)
            rows = [[*row, said] for row in rows]
        position = header.index(column) if column in header else None
        if said and position is not None:
            for row in rows:
                row[position] = said
        elif column in FLAGS and rows and not any(row[header.index(column)] for row in rows):
            flag, text, shown = FLAGS[column]
            raise QuestionError(
                Message("the file does not name its {}", "文件没有写明{}", name),
                where=Where(found.sheet.name, 1, 1),
                mend=Message("Name it with --{}.", "请用 --{} 指定。", flag),
                ways=[says(flag, name, text, shown)],
            )
    return replace(found, rows=rows, header=header)


def _observations(sheet: Sheet) -> Recognised | None:
    sheet = restored(sheet)
    header = [cell.strip() for cell in sheet.rows[0]] if sheet.rows else []
    width = len(header)
    rows = [list(row) for row in sheet.rows[1:] if any(cell.strip() for cell in row)]
    numbers = [i for i, row in enumerate(sheet.rows) if i and any(cell.strip() for cell in row)]
    if names_of_ours(tuple(header)) < FEW or any(len(row) != width for row in rows):
        return None
    said = [sheet.said, counted(len(rows), "line", "{}行"), *sheet.remarks]
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
