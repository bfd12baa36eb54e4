"""An indicator that a table gives in units that measure different things: million USD, and % of GDP."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.indicator import UNNAMED_UNIT
from cpstats.model.kinds import is_rate
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised


class SeveralUnits:
    """Levels of one name in several units: what comes first keeps the name, the others say their unit in it."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, str]] = {}  # what the first unit of a name measures
        self._own: dict[tuple[str, str], str] = {}  # by name and unit
        self._bare: set[str] = set()  # names that came without a unit first

    def named(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet, or a piece of one, with the names that such levels get.

        What the catalogue knows keeps its name, but for a unit that measures something else than the catalogue's.
        Of any other name figures without a unit are not in that of others: of these, too, the first keep the name.
        """
        column = {name: number for number, name in enumerate(sheet.header)}
        if "unit" not in column:
            return sheet
        name, unit, measure = column["indicator"], column["unit"], column.get("measure")
        levels = (r for r in sheet.rows if measure is None or r[measure] in ("", "level"))
        seen = dict.fromkeys((r[name], r[unit]) for r in levels)
        for text, said in seen:
            if text and not said and self._is_in_units(text, catalogue):
                self._own[text, said] = text + UNNAMED_UNIT
            if text and said and self._is_another(text, said, catalogue):
                shown = Unit.of(said).label("en") if text.isascii() else said
                self._own[text, said] = f"{text}, {shown}"
        found = {key: self._own[key] for key in seen if key in self._own}
        if not found:
            return sheet
        rows = [[*row] for row in sheet.rows]
        for row in rows:
            if measure is None or row[measure] in ("", "level"):
                row[name] = found.get((row[name], row[unit]), row[name])
        first = tuple(
            replace(f, row=(found.get((f.row[0], f.row[5]), f.row[0]), *f.row[1:]))
            for f in sheet.first
        )
        told = Message(
            "{}: in a unit that measures something else than that name does, so a name of its own",
            "{}：单位与同名数据计量的对象不同，因此另立名称",
            tuple(found.values()),
        )
        return replace(sheet, rows=rows, first=first, said=[*sheet.said, told])

    def _is_in_units(self, text: str, catalogue: Catalogue) -> bool:
        """Whether figures of a name that the catalogue does not know came in a unit, so that those in none need another."""
        if catalogue.known_indicator(text):
            return False
        if text in self._first:
            return True
        self._bare.add(text)
        return False

    def _is_another(self, text: str, said: str, catalogue: Catalogue) -> bool:
        """Whether a unit measures something else than the first of a name, or the catalogue's.

        A rate of what the catalogue has as an amount is none of these: it is asked what it says.
        """
        known, of = catalogue.known_indicator(text), Unit.of(said)
        if known and is_rate(said):
            return False
        if not known and text in self._bare:
            return True
        if not known:
            return self._first.setdefault(text, (of.root, of.per)) != (of.root, of.per)
        ours = Unit.of(catalogue.indicators[known].unit)
        if not of.kind:  # nobody knows it, or it is a scale of no money
            return bool(of.root) or ours.is_money
        return bool(ours.kind and of.kind) and ours.kind != of.kind
