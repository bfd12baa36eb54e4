"""Levels in another money: each by the rate of its place and period, nothing without one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from math import floor, isnan, log10
from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.calc.convert import converted_of
from cpstats.calc.interval import Interval
from cpstats.model.columns import GROWTHS, LEVELS
from cpstats.model.exchange import INDICATOR, RATE
from cpstats.model.figure import together
from cpstats.model.text import same
from cpstats.model.unit import Unit, written
from cpstats.selecting.computed import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.exchange import Rates
    from cpstats.model.figure import Figure

CONVERTED = "converted"  # the method of a level, and the column that says what it was
MOST = 6  # decimals of a converted level
_ASKED = ("indicator", "ref_area", "measure", "price_basis")
NUMBERS = ("value", "low", "high", "decimals", "unit")

Columns = dict[str, list[Any]]


class Was(NamedTuple):
    """What a converted level was, and its rate; None where only its power of ten is another one."""

    cells: Mapping[str, Any]
    rate: Figure | None


@dataclass(frozen=True)
class Conversion:
    """The observations of a question in one money; what has no rate, by place, period and money."""

    rates: Rates
    catalogue: Catalogue
    units: Mapping[str, Unit]  # of the indicators that are money
    lacking: dict[tuple[str, str, str], None] = field(default_factory=dict)

    @classmethod
    def of(cls, rates: Rates, catalogue: Catalogue, columns: Columns) -> Conversion:
        """Take rates; the catalogue knows their sources, and the units of what they convert."""
        units = _units(columns, catalogue, rates.target)
        held = {i: replace(catalogue.indicators[i], unit=u.symbol) for i, u in units.items()}
        named = replace(
            catalogue,
            indicators={**catalogue.indicators, **held, RATE: INDICATOR},
            sources={**catalogue.sources, **rates.sources},
        )
        return cls(rates, named, units)

    def columns(self, columns: Columns) -> Columns:
        """Return the observations with every level of money in the money of the rates.

        A level without a rate is left out. So is nominal growth in another money.
        """
        foreign = _foreign(columns, self.rates.target)
        cells = zip(*(columns[c] for c in _ASKED), strict=True)
        kept: list[int] = []
        made: list[dict[str, Any] | None] = []
        for row, (indicator, area, measure, basis) in enumerate(cells):
            money = self.units.get(indicator)
            if money is None or measure not in (*LEVELS, *GROWTHS):
                kept.append(row)
                made.append(None)
            elif measure in LEVELS:
                found = self._converted({n: columns[n][row] for n in columns}, money)
                kept += [row] if found is not None else []
                made += [found] if found is not None else []
            elif basis != "current" or (indicator, area) not in foreign:
                kept.append(row)
                made.append(None)
        taken = {name: [cells[row] for row in kept] for name, cells in columns.items()}
        taken[CONVERTED] = [None] * len(kept)
        for place, found in enumerate(made):
            for name, cell in (found or {}).items():
                taken[name][place] = cell
        return taken

    def without_rate(self, periods: Collection[str]) -> dict[tuple[str, str], tuple[str, ...]]:
        """Return of some periods those without a rate, by place and money."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for area, period, money in self.lacking:
            if period in periods:
                found[area, money] = (*found.get((area, money), ()), period)
        return found

    def _converted(self, row: Mapping[str, Any], target: Unit) -> dict[str, Any] | None:
        """Return what changes in a level, nothing where it is no money; None where no rate is known."""
        unit = Unit.of(row["unit"])
        if not unit.is_money:
            return {}
        target = _per(target, unit.per)
        shift = unit.power + unit.shift - target.power
        rate = None
        if unit.root.partition("/")[0] != self.rates.target.root:
            area, period = row["ref_area"], _when(row)
            above = (area, *self.catalogue.above(area))
            rate = self.rates.find(above, period, unit.root.partition("/")[0])
            if rate is None:
                self.lacking[area, period or row["time_period"], unit.base.partition("/")[0]] = None
                return None
        elif not shift and unit.symbol == target.symbol:
            return {}
        number = _interval(row) * 10.0**shift
        if rate is not None:
            number = converted_of(number, Interval(rate.value or 0.0, rate.low, rate.high))
        return {
            "value": number.value,
            "low": _nan(number.low),
            "high": _nan(number.high),
            "decimals": _decimals(number, row["decimals"] - shift),
            "unit": target.symbol,
            CONVERTED: Was({name: row[name] for name in NUMBERS}, rate),
        }


def converted(
    columns: Columns, rates: Rates | None, catalogue: Catalogue
) -> tuple[Columns, Conversion | None]:
    """Return the observations with their money converted, where there are rates."""
    if rates is None:
        return columns, None
    conversion = Conversion.of(rates, catalogue, columns)
    return conversion.columns(columns), conversion


def figure_of(made: Figure, columns: Mapping[str, Sequence[Any]], row: int) -> Figure:
    """Return a level with what it was converted from; of the same money it stays as published."""
    every = columns.get(CONVERTED)
    was: Was | None = every[row] if every else None
    if was is None or was.rate is None:
        return made
    cells = dict(was.cells)
    cells |= {end: None if isnan(cells[end]) else cells[end] for end in ("low", "high")}
    before = replace(made, **cells)
    rate = was.rate
    return replace(
        made,
        method=CONVERTED,
        formula=same(f"{shown(before)} / {shown(rate)}"),
        inputs=(before, rate),
        source=together([made.source, rate.source]),
        printed=None,
    )


def _when(row: Mapping[str, Any]) -> str:
    """Return the period whose rate a level takes: at the prices of a year, that year."""
    kind, _, year = row["price_basis"].partition(":")
    return year if kind == "constant" else str(row["time_period"])


def _foreign(columns: Columns, target: Unit) -> set[tuple[str, str]]:
    """Return indicators and places whose levels are in another money."""
    names = ("indicator", "ref_area", "measure", "unit")
    roots = {symbol: Unit.of(symbol) for symbol in {*columns["unit"]}}
    other = {s for s, u in roots.items() if u.is_money and u.root.partition("/")[0] != target.root}
    return {
        (indicator, area)
        for indicator, area, measure, symbol in zip(*(columns[n] for n in names), strict=True)
        if measure in LEVELS and symbol in other
    }


def several_currencies(columns: Mapping[str, Sequence[Any]]) -> dict[str, list[str]]:
    """Return the units of each indicator whose levels are in several currencies."""
    if len({*columns["unit"]}) < 2:
        return {}
    held = {*zip(*(columns[name] for name in ("indicator", "measure", "unit")), strict=True)}
    found: dict[str, dict[str, str]] = {}
    for indicator, measure, symbol in sorted(held):
        unit = Unit.of(symbol)
        if measure in LEVELS and unit.is_money:
            found.setdefault(indicator, {}).setdefault(unit.root.partition("/")[0], symbol)
    return {i: list(units.values()) for i, units in found.items() if len(units) > 1}


def _units(columns: Columns, catalogue: Catalogue, target: Unit) -> dict[str, Unit]:
    """Return the unit of each indicator of money: the target in the power of ten that it usually has."""
    held: dict[str, Counter[int]] = {}
    pairs = zip(columns["indicator"], columns["measure"], columns["unit"], strict=True)
    for indicator, measure, symbol in pairs:
        unit = Unit.of(symbol)
        if measure in LEVELS and unit.is_money:
            held.setdefault(indicator, Counter())[unit.power] += 1
    made = {}
    for indicator, powers in held.items():
        own = Unit.of(catalogue.indicators[indicator].unit)
        power = own.power if own.is_money else powers.most_common(1)[0][0]
        made[indicator] = Unit.of(written(target.base, power) or target.base)
    return made


def _per(target: Unit, per: str) -> Unit:
    """Return an amount of the target per something."""
    return Unit.of(f"{target.symbol}/{per}") if per else target


def _interval(row: Mapping[str, Any]) -> Interval:
    low, high = (None if isnan(row[end]) else row[end] for end in ("low", "high"))
    return Interval(row["value"], low, high)


def _nan(end: float | None) -> float:
    return float("nan") if end is None else end


def _decimals(number: Interval, otherwise: int) -> int:
    """Return the decimals that the digits of level and rate leave standing."""
    if number.low is None or number.high is None or number.high <= number.low:
        return max(0, min(otherwise, MOST))
    return max(0, min(floor(-log10((number.high - number.low) / 2)), MOST))
