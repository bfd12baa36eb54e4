"""The unit in the corner of a table whose columns have names without one: Item (kt) over Wheat, beside Exports and Imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.unit import Unit
from cpstats.store.recognising.doubts import MEASURE, NAME, UNIT, is_rate, is_without_dimension
from cpstats.store.recognising.dropped_units import units_printed
from cpstats.store.recognising.scales import is_scale
from cpstats.store.recognising.unit_words import in_english
from cpstats.store.recognising.which_unit import PERSONS, THINGS
from cpstats.store.recognising.words_or_times import are_words_or_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.reading import Reading


def with_unit_of_corner(made: Reading, rows: list[list[str]]) -> list[Message]:
    """Give the unit in the corner to figures that have none, where no other amount has one; return what is to be said."""
    if made.hints.unit or not any(_is_bare(row) for row in rows):
        return []
    units = _in_corner(made)
    others = {row[UNIT] for row in rows if row[UNIT] not in ("", "%", *units)}
    if len(units) != 1 or any(row[MEASURE] == "level" and row[UNIT] in others for row in rows):
        return []
    (unit,) = units
    bare = [row for row in rows if _is_bare(row) and not _is_counted(row[NAME], unit)]
    for row in bare:
        row[UNIT] = unit
    return [_told(unit)] if bare else []


def _in_corner(made: Reading) -> set[str]:
    """Return the units in brackets over columns of words or of times, which are none of the words themselves."""
    columns = {*made.columns.values(), *made.parts}
    found: set[str] = set()
    for c in columns:
        above = {
            t for i in made.outline.header if c < len(made.cells[i]) if (t := made.cells[i][c])
        }
        units = {u for text in above if text.endswith(")") for u in units_printed(text)}
        below = (made.cells[i][c] for i in made.outline.data if c < len(made.cells[i]))
        if units and are_words_or_times(dict.fromkeys(filter(None, below))):
            found |= units
    return found


def _is_bare(row: Sequence[str]) -> bool:
    return row[MEASURE] == "level" and not row[UNIT] and not is_rate(row[NAME], "level", "")


def _is_counted(name: str, unit: str) -> bool:
    """Whether a name has no unit, or is of things or persons that are counted while the unit is that of an amount."""
    amount = Unit.of(in_english(unit))
    things = any(kind.fullmatch(part) for part in name.split(", ") for kind in (THINGS, PERSONS))
    counted = amount.is_people or amount.kind == "count" or is_scale(unit)
    return is_without_dimension(name, unit) or (things and not counted)


def _told(unit: str) -> Message:
    return Message(
        "the unit is taken from the corner of the table: {} (--unit names another)",
        "单位取自表头左上角：{}（可用 --unit 另行指定）",
        unit,
    )
