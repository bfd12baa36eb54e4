"""Figures whose place or unit nobody named: they stand behind every published one (S4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.catalogue import OWN
from cpstats.model.columns import LEVELS
from cpstats.store import files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.opened import Part
    from cpstats.store.text_columns import Table

NEEDED = ("source", "indicator", "unit", "measure")
Kind = tuple[str, ...]


def supposed(table: Table, part: Part, catalogue: Catalogue) -> Mapping[int, str]:
    """Return the rows of a checked table whose place or unit was assumed, each with that column."""
    if not part.own:
        return {}
    cells = [table.columns[name] for name in NEEDED]
    such = supposed_kinds({*zip(*cells, strict=True)}, part, catalogue)
    if not such:
        return {}
    return {row: such[kind] for row, kind in enumerate(zip(*cells, strict=True)) if kind in such}


def supposed_kinds(kinds: Collection[Kind], part: Part, catalogue: Catalogue) -> Mapping[Kind, str]:
    """Return which source, indicator, unit and measure rows have whose place or unit was assumed.

    Of the built-in data none is; an indicator that a package describes itself has the unit that
    it says there.
    """
    if not part.own:
        return {}
    if part.placeless:
        return dict.fromkeys(kinds, "ref_area")
    bare = ((indicator, unit, measure) for _, indicator, unit, measure in kinds)
    unnamed = _without_unit(bare, catalogue) - _described(part)
    found = {kind: _supposed(kind, part, unnamed) for kind in kinds}
    return {kind: column for kind, column in found.items() if column}


def _supposed(kind: Kind, part: Part, unnamed: Collection[str]) -> str:
    source, indicator, unit, measure = kind
    if (source, "") in part.assumed:
        return "ref_area"
    if measure not in LEVELS:
        return ""
    bare = (source, indicator) in part.assumed or (not unit and indicator in unnamed)
    return "unit" if bare else ""


def without_unit(table: Table, catalogue: Catalogue) -> frozenset[str]:
    """Return the indicators with levels that name no unit, where the catalogue has one."""
    rows = zip(*(table.columns[name] for name in ("indicator", "unit", "measure")), strict=True)
    return _without_unit({*rows}, catalogue)


def _without_unit(rows: Iterable[Kind], catalogue: Catalogue) -> frozenset[str]:
    bare = {ident for ident, unit, measure in rows if not unit and measure in LEVELS}
    things = [catalogue.indicators[ident] for ident in bare]
    return frozenset(thing.indicator for thing in things if thing.unit and thing.theme != OWN)


def _described(part: Part) -> frozenset[str]:
    """Return the indicators that a package describes itself."""
    path = dict(part.tables).get("indicators")
    if path is None:
        return frozenset()
    text = files.decode(files.read_bytes(path), str(path))
    return frozenset(row.get("indicator", "") for row in files.rows(text, str(path)))
