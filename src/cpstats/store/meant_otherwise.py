"""Levels that are called like a rate or an index of the catalogue and are none: they get a name of their own.

A price index is no level in per cent: `CPI (%)` is a change, or an index of some base, which a table does not
say. `Unemployment` without a unit may be people. And what a short name means at home (失业率 that of towns, as
surveyed) it does not mean in another country.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.indicator import UNNAMED_UNIT
from cpstats.model.kinds import is_rate
from cpstats.model.place import folded
from cpstats.model.unit import PERCENT
from cpstats.store.named import shown_name
from cpstats.store.recognising.doubts import is_rate as says_rate
from cpstats.store.recognising.recognised import HEADER
from cpstats.store.recognising.telling import unnamed_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator
    from cpstats.store.recognising.recognised import Recognised

NAME, PLACE, MEASURE, UNIT = (HEADER.index(c) for c in ("indicator", "ref_area", "measure", "unit"))
Kind = tuple[str, str, str, str]  # name, place, measure, unit


def with_meant_otherwise(sheet: Recognised, catalogue: Catalogue) -> Recognised:
    """Return a sheet, or a piece of one, in which what the catalogue's name does not mean has a name of its own."""
    if sheet.header[: len(HEADER)] != HEADER:
        return sheet
    own = {kind: _own_name(kind, catalogue) for kind in dict.fromkeys(map(_kind, sheet.rows))}
    found = tuple(dict.fromkeys(name for name in own.values() if name))
    if not found:
        return sheet
    rows = [[own[_kind(row)] or row[NAME], *row[1:]] for row in sheet.rows]
    first = tuple(
        replace(f, row=(own.get(_kind(f.row)) or f.row[NAME], *f.row[1:])) for f in sheet.first
    )
    told = Message(
        "{}: an indicator of the file's own, since what it says is not what the catalogue means by that name",
        "{}：作为文件自己的指标，因为所写的不是目录中该名称所指",
        tuple(map(shown_name, found)),
    )
    before = unnamed_units(sheet.rows)
    kept = [m for m in sheet.said if m not in before]
    return replace(sheet, rows=rows, first=first, said=[*kept, *unnamed_units(rows), told])


def _kind(row: Sequence[str]) -> Kind:
    return row[NAME], row[PLACE], row[MEASURE], row[UNIT]


def _own_name(kind: Kind, catalogue: Catalogue) -> str:
    """Return the name that a figure gets; empty where it keeps its own."""
    name, area, measure, unit = kind
    thing = catalogue.indicators.get(catalogue.known_indicator(name))
    if thing is None or not is_rate(thing.unit):
        return ""
    level, elsewhere = measure in ("", "level"), _is_elsewhere(thing, name, area, catalogue)
    if level and not unit:
        rate = thing.kind != "index" and says_rate(name, "level", "")
        meant = name in catalogue.indicators or _is_named(thing, name)
        return "" if rate and meant and not elsewhere else name + UNNAMED_UNIT
    other = elsewhere or (level and thing.kind == "index" and is_rate(unit))
    return f"{name}, {unit or PERCENT}" if other else ""


def _is_named(thing: Indicator, name: str) -> bool:
    """Return whether a text is a name of an indicator, not only the word that it has as its id."""
    return folded(name) in {folded(text) for text in (thing.name_zh, thing.name_en, *thing.aliases)}


def _is_elsewhere(thing: Indicator, name: str, area: str, catalogue: Catalogue) -> bool:
    """Return whether a name leaves out what the full one says of it, and a place is not where that is understood."""
    short = folded(name)
    full = {folded(text) for text in (thing.name_zh, thing.name_en)}
    if short in full or catalogue.is_at_home(thing.indicator, catalogue.known_place(area) or area):
        return False
    return not _is_named(thing, name) or any(text.endswith(short) for text in full)
