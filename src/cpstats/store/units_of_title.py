"""A title that names several units, 单位：万元、人: each goes to the indicators that the catalogue counts in its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.unit import Unit
from cpstats.store.recognising.telling import several_units, unnamed_units
from cpstats.store.recognising.unit_words import is_unit
from cpstats.store.recognising.units_said import SEVERAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised


def with_units_of_title(sheet: Recognised, catalogue: Catalogue) -> Recognised:
    """Return a sheet in which levels without a unit have the one of the title that is of their kind.

    What no catalogue knows stays without one.

    Raises
    ------
    DataError
        When none of the units, or more than one, may be that of an indicator.
    """
    said = sheet.titles.get("unit", "")
    units = [] if is_unit(said) else [part.strip() for part in SEVERAL.split(said)]
    column = {name: number for number, name in enumerate(sheet.header)}
    if len(units) < 2 or "unit" not in column:
        return sheet
    name, unit, measure = column["indicator"], column["unit"], column.get("measure")
    made: dict[str, str] = {}
    given: dict[str, str] = {}  # by the name in the table
    rows = list(sheet.rows)
    for n, row in enumerate(rows):
        level = measure is None or row[measure] in ("", "level")
        known = catalogue.known_indicator(row[name]) if level and not row[unit] else ""
        if not known or not catalogue.indicators[known].unit:
            continue
        if known not in made:
            made[known] = _one_of(units, catalogue.indicators[known].unit)
        if not made[known]:
            raise _open(sheet, n, row[name], units)
        given[row[name]] = made[known]
        rows[n] = [*row[:unit], made[known], *row[unit + 1 :]]
    if not made:
        return sheet
    first = tuple(
        replace(f, row=(*f.row[:5], f.row[5] or given.get(f.row[0], ""), *f.row[6:]))
        for f in sheet.first
    )
    before = (*unnamed_units(sheet.rows), several_units(said))
    kept = [message for message in sheet.said if message not in before]
    return replace(
        sheet, rows=rows, first=first, said=[*kept, *unnamed_units(rows), _told(said, given)]
    )


def _one_of(units: Sequence[str], ours: str) -> str:
    """Return the one unit that can be converted to the catalogue's; empty where none or several can."""
    found = [text for text in units if Unit.of(text).root == Unit.of(ours).root]
    return found[0] if len(found) == 1 else ""


def _told(said: str, given: dict[str, str]) -> Message:
    return Message(
        "of the units that the title names, {}, each is that of what is counted in it: {}",
        "标题所写的单位（{}）按计量对象分配：{}",
        said,
        tuple(f"{name} {unit}" for name, unit in given.items()),
    )


def _open(sheet: Recognised, number: int, name: str, units: Sequence[str]) -> DataError:
    return DataError(
        Message(
            "the title names several units, {}, and it is not known which is that of {}",
            "标题写有多个单位（{}），不知道{}用哪一个",
            tuple(units),
            name,
        ),
        where=sheet.where(number, "obs_value"),
        mend=Message(
            "Write the unit behind each name, such as {0} ({1}), or name one for all with --unit.",
            "请在各名称后注明单位，如{0}({1})；或用 --unit 统一指定。",
            name,
            units[0],
        ),
    )
