"""Levels that cannot be converted to the catalogue's unit: they get a name of their own, which says currency or unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.model.kinds import is_rate
from cpstats.model.unit import PERCENT, Unit
from cpstats.store.recognising.labels import CHINESE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised
LEVEL = ("", "level")


class OtherMoney:
    """Levels in a currency or a unit that cannot be converted to the catalogue's, by name and unit.

    Those of the country whose catalogue it is (another country's are held in its own unit), and amounts of
    money that stand beside the same in the catalogue's currency; with `everywhere`, amounts of all places.
    """

    def __init__(self, *, everywhere: bool = False) -> None:
        self._everywhere = everywhere
        self.kept: set[str] = set()  # names that have amounts in the currency of the catalogue
        self._money: dict[tuple[str, str], str] = {}  # by name and unit
        self._units: dict[tuple[str, str], str] = {}  # the same, of what is no money

    def named(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet, or a piece of one, with the names that such levels get."""
        return self._in_other_units(self._in_other_money(sheet, catalogue), catalogue)

    def _in_other_units(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet in which levels in acres, where the catalogue has hectares, have a name of their own."""
        column = {name: number for number, name in enumerate(sheet.header)}
        if "unit" not in column:
            return sheet
        name, unit, measure = column["indicator"], column["unit"], column.get("measure")
        levels = [n for n, r in enumerate(sheet.rows) if measure is None or r[measure] in LEVEL]
        seen = dict.fromkeys((sheet.rows[n][name], sheet.rows[n][unit]) for n in levels)
        found = {
            key: f"{key[0]}, {key[1]}" for key in seen if key[1] and _other_unit(catalogue, *key)
        }
        self._units |= self._needed(sheet, catalogue, found) if found else {}
        if not any(key in self._units for key in seen):
            return sheet
        rows = [[*row] for row in sheet.rows]
        for n in levels:
            rows[n][name] = self._units.get((rows[n][name], rows[n][unit]), rows[n][name])
        first = tuple(
            replace(f, row=(self._units.get((f.row[0], f.row[5]), f.row[0]), *f.row[1:]))
            if f.row[3] in LEVEL
            else f
            for f in sheet.first
        )
        told = Message(
            "{}: an indicator of the file's own, since its unit cannot be converted to the catalogue's",
            "{}：作为文件自己的指标，因为单位无法换算为目录中的单位",
            tuple(dict.fromkeys(self._units.values())),
        )
        return replace(sheet, rows=rows, first=first, said=[*sheet.said, told])

    def _in_other_money(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet in which amounts in another currency have a name of their own.

        What grew in dollars did not grow so in yuan: the growth beside such amounts is of that name too.
        """
        column = {name: number for number, name in enumerate(sheet.header)}
        if "unit" not in column:
            return sheet
        name, unit, measure = column["indicator"], column["unit"], column.get("measure")
        found: dict[tuple[str, str], str] = {}
        for text, said in dict.fromkeys((row[name], row[unit]) for row in sheet.rows):
            other = _other_money(catalogue, text, said) if said else ""
            if other:
                found[text, said] = f"{text}({other})"
            elif Unit.of(said).is_money:
                self.kept.add(text)
        if found and not self._everywhere:
            found = self._needed(sheet, catalogue, found)
        self._money |= found
        if not self._money:
            return sheet
        alone = {text: own for (text, _), own in self._money.items() if text not in self.kept}
        rows = [[*row] for row in sheet.rows]
        for row in rows:
            own = {} if measure is None or row[measure] in LEVEL else alone
            row[name] = self._money.get((row[name], row[unit])) or own.get(row[name], row[name])
        first = tuple(
            replace(
                f,
                row=(
                    self._money.get((f.row[0], f.row[5])) or grown.get(f.row[0], f.row[0]),
                    *f.row[1:],
                ),
            )
            for f in sheet.first
            for grown in [{} if f.row[3] in LEVEL else alone]
        )
        told = Message(
            "{}: an indicator of the file's own, since the catalogue has it in another currency",
            "{}：作为文件自己的指标，因为目录中该指标以另一种货币计",
            tuple(dict.fromkeys(self._money.values())),
        )
        return replace(sheet, rows=rows, first=first, said=[*sheet.said, told])

    def _needed(
        self, sheet: Recognised, catalogue: Catalogue, found: Mapping[tuple[str, str], str]
    ) -> dict[tuple[str, str], str]:
        """Return the names without which the amounts of a sheet could not be held."""
        column = {name: number for number, name in enumerate(sheet.header)}
        name, unit, area = column["indicator"], column["unit"], column["ref_area"]
        needed: dict[tuple[str, str], str] = {}
        for text, said, where in dict.fromkeys((r[name], r[unit], r[area]) for r in sheet.rows):
            key = text, said
            if key not in found or key in needed:
                continue
            if text in self.kept or _is_at_home(catalogue, text, where):
                needed[key] = found[key]
        return needed


def _is_at_home(catalogue: Catalogue, name: str, where: str) -> bool:
    """Whether a place may be one of the country that the catalogue has an indicator of."""
    ident = catalogue.known_indicator(name)
    codes = [place.ref_area for _, place in catalogue.meanings(where)]
    home = catalogue.homes.get(ident, "")
    return any(catalogue.is_at_home(ident, c) or home in register.above(c) for c in codes)


def _other_money(catalogue: Catalogue, name: str, unit: str) -> str:
    """Return the currency of an amount, where the catalogue has the indicator in another one."""
    known = catalogue.known_indicator(name)
    ours, given = Unit.of(catalogue.indicators[known].unit if known else ""), Unit.of(unit)
    if not (ours.is_money and given.is_money) or ours.root == given.root:
        return ""
    return given.base if CHINESE.search(name) else given.code or Unit.of(given.base).label("en")


def _other_unit(catalogue: Catalogue, name: str, unit: str) -> bool:
    """Whether a unit is of the kind of the catalogue's and cannot be converted to it.

    What is in per cent is asked what it says.
    """
    known = catalogue.known_indicator(name)
    ours, given = Unit.of(catalogue.indicators[known].unit if known else ""), Unit.of(unit)
    if not ours.root or not given.root or ours.root == given.root:
        return False
    if unit == PERCENT or (ours.is_money and given.is_money):
        return False
    return ours.kind == given.kind or is_rate(unit)
