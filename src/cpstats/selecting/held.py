"""The admitted observations of a question, found by indicator and place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from cpstats.calc.interval import Interval
from cpstats.model.columns import CELL, MEASURES
from cpstats.model.figure import cell, sources_in
from cpstats.model.period import Period
from cpstats.selecting.conversion import figure_of
from cpstats.selecting.observed import PUBLISHED, end_of, of_cells
from cpstats.selecting.series import Series, Time

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.source import Source
    from cpstats.model.window import Window
    from cpstats.store.selection import Row, Rows

Key = tuple[str, ...]
LEVEL_BASES = ("current", "")
IDENT = ("indicator", "ref_area")
KEY = ("measure", "price_basis", "counterpart_area")  # what tells the series of a place apart


class Held:
    """One figure per cell (S4), of rows that were sorted once; a figure is made when it is asked for.

    What a question costs grows with what it asks for, not with the number of questions.
    """

    def __init__(self, catalogue: Catalogue, rows: Rows) -> None:
        self.catalogue = catalogue
        self._rows = rows
        self._made: dict[Row, Figure] = {}
        self._known: dict[Key, dict[Key, Series]] = {}
        self._bases: dict[Key, tuple[str, ...]] = {}
        self._told: dict[Key, frozenset[Period]] = {}

    @cached_property
    def _rows_of(self) -> dict[Key, dict[Key, list[Row]]]:
        """The rows by indicator and place, then by what tells the series of a place apart."""
        every: dict[Key, list[Row]] = defaultdict(list)
        keys = zip(*(self._rows.columns[name] for name in (*IDENT, *KEY)), strict=True)
        row = 0
        for key, run in groupby(keys):  # most tables have the lines of a series together
            length = len([*run])
            every[key] += range(row, row + length)
            row += length
        found: dict[Key, dict[Key, list[Row]]] = {}
        for key, rows in every.items():
            found.setdefault(key[: len(IDENT)], {})[key[len(IDENT) :]] = rows
        return found

    @cached_property
    def _time(self) -> Time:
        return Time.of(self._rows.columns["time_period"])

    @cached_property
    def _none(self) -> Series:
        return Series(self.figure, self._rows.columns, self._time, {})

    def _series(self, indicator: str, area: str) -> dict[Key, Series]:
        """Return every series of an indicator and place; they are made when first asked for."""
        ident = (indicator, area)
        if ident not in self._known:
            every = self._rows_of.get(ident, {})
            self._known[ident] = {key: self._series_of(every[key]) for key in _official(every)}
        return self._known[ident]

    def _series_of(self, rows: Sequence[Row]) -> Series:
        times = [self._times[row] for row in rows]
        found: dict[int, Sequence[Row]] = dict(zip(times, zip(rows, strict=True), strict=True))
        if len(found) < len(rows):  # some cells have several
            cells: dict[int, list[Row]] = {}
            for time, row in zip(times, rows, strict=True):
                cells.setdefault(time, []).append(row)
            found = {**cells}
        return Series(self.figure, self._rows.columns, self._time, found)

    @cached_property
    def _times(self) -> list[int]:
        """The place of the period of each row in the order of time."""
        return [*map(self._time.codes.__getitem__, self._rows.columns["time_period"])]

    def figure(self, rows: Sequence[Row]) -> Figure:
        """Return the figure of a cell (S4): of its first row; the others stand behind it."""
        first = self._figure(rows[0])
        if len(rows) == 1:
            return first
        return replace(first, others=tuple(self._figure(row) for row in rows[1:]))

    def _figure(self, row: Row) -> Figure:
        if row not in self._made:
            made = of_cells([cells[row] for cells in self._cells])
            self._made[row] = figure_of(made, self._rows.columns, row)
        return self._made[row]

    @cached_property
    def _cells(self) -> list[Sequence[Any]]:
        """The columns of a published figure."""
        return [self._rows.columns[name] for name in PUBLISHED]

    def series(
        self, indicator: str, area: str, measure: str, basis: str = "", counterpart: str = ""
    ) -> Series:
        """Return the figures of one series by period, in order."""
        every = self._series(indicator, area)
        return every.get((measure, basis, counterpart), self._none)

    def every(self, places: Sequence[str], window: Window, freq: str = "all") -> list[Figure]:
        """Return the figure of every cell of the places inside a window, in official order."""
        order = {area: number for number, area in enumerate(places)}
        names = {name: number for number, name in enumerate(self.catalogue.indicators)}
        measures = {name: number for number, name in enumerate(MEASURES)}
        found = [
            ((names[indicator], order[area], measures[key[0]], key[1:], period), series)
            for indicator, area in self._rows_of
            if area in order
            for key, series in self._series(indicator, area).items()
            for period in series
            if window.contains(period) and period.fits(freq)
        ]
        found.sort(key=itemgetter(0))
        return [series[place[-1]] for place, series in found]

    def every_series(self) -> list[Key]:
        """Return indicator, place and what else every series is of."""
        return [(*ident, *key) for ident, every in self._rows_of.items() for key in every]

    def levels(self, indicator: str, area: str) -> Series:
        """Return levels at current prices (or of what has no price), else at constant prices."""
        return self.series(indicator, area, "level", self.level_basis(indicator, area))

    def unit(self, indicator: str, *places: str) -> str:
        """Return the unit of the levels of places, empty where they have several.

        Where no place has a level it is the indicator's.
        """
        held = {u for area in places for u in self.levels(indicator, area).said("unit")}
        if len(held) > 1:
            return ""
        return held.pop() if held else self.catalogue.indicators[indicator].unit

    def growths(self, indicator: str, area: str) -> Series:
        """Return published growth: on the indicator's own basis, else on the other, as marked."""
        default = self.catalogue.indicators[indicator].growth_basis
        found = self._none
        for basis in dict.fromkeys((default, "constant", "current", "scope", "")):
            found = found.before(self.series(indicator, area, "growth", basis))
        return found

    def bases(self, indicator: str, area: str, measure: str) -> tuple[str, ...]:
        """Return the price bases in which a measure was published for a place."""
        key = (indicator, area, measure)
        if key not in self._bases:
            every = self._rows_of.get(key[:2], {})
            self._bases[key] = tuple(k[1] for k in _official(every) if k[0] == measure)
        return self._bases[key]

    def told_of(self, indicator: str, area: str) -> frozenset[Period]:
        """Return the periods of which anything is known of a place, by whatever measure."""
        key = (indicator, area)
        if key not in self._told:
            every = self._series(indicator, area).values()
            self._told[key] = frozenset(period for series in every for period in series)
        return self._told[key]

    def keys(self, indicator: str, area: str) -> tuple[Key, ...]:
        """Return (measure, basis, counterpart) of every series of a place."""
        return tuple(self._series(indicator, area))

    def cell(self, row: Row, column: str) -> Any:
        """Return what a row says in a column."""
        return self._rows.columns[column][row]

    def number(self, row: Row) -> Interval:
        """Return the number of a row with its ends."""
        low, high = self.cell(row, "low"), self.cell(row, "high")
        return Interval(self.cell(row, "value"), end_of(low), end_of(high))

    def levels_at(self, indicator: str, period: Period) -> dict[tuple[str, str], list[Row]]:
        """Return the rows of the levels of a period by place and price basis."""
        found: dict[tuple[str, str], list[Row]] = {}
        c = self._rows.columns
        areas, bases = c["ref_area"], c["price_basis"]
        for row in self._levels_at.get((indicator, str(period)), ()):
            found.setdefault((areas[row], bases[row]), []).append(row)
        return found

    def places_at(self, indicator: str, places: Collection[str]) -> dict[Period, int]:
        """Return how many of the places have any level in each period."""
        wanted, areas = set(places), self._rows.columns["ref_area"]
        every = self._levels_at.items()
        return {
            Period.parse(code): len(wanted.intersection(map(areas.__getitem__, rows)))
            for (one, code), rows in every
            if one == indicator
        }

    @cached_property
    def _levels_at(self) -> dict[tuple[str, str], list[Row]]:
        """The rows of the levels by indicator and period."""
        c = self._rows.columns
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        keys = zip(c["indicator"], c["time_period"], strict=True)
        for row, (key, measure) in enumerate(zip(keys, c["measure"], strict=True)):
            if measure == "level":
                found[key].append(row)
        return dict(found)

    def periods(
        self, indicator: str, measures: Collection[str] = ("level", "growth", "index")
    ) -> set[Period]:
        """Return the periods in which any place has one of some measures."""
        c = self._rows.columns
        cells = zip(c["indicator"], c["measure"], c["time_period"], strict=True)
        codes = {code for one, measure, code in cells if one == indicator and measure in measures}
        return set(map(Period.parse, codes))

    def level_basis(self, indicator: str, area: str) -> str:
        """Return the price basis of the levels that stand for a place: see `levels`."""
        have = self.bases(indicator, area, "level")
        if not have or any(basis in have for basis in LEVEL_BASES):
            return self.nominal_basis(indicator, area)
        return max(have)

    def nominal_basis(self, indicator: str, area: str) -> str:
        """Return the price basis of the levels that are not at constant prices."""
        return "current" if "current" in self.bases(indicator, area, "level") else ""

    def sources_on(self, area: str) -> frozenset[str]:
        """Return the ids of the sources that say something of a place."""
        c = self._rows.columns
        return frozenset(
            s for s, place in zip(c["source"], c["ref_area"], strict=True) if place == area
        )

    def passed_over(self, found: Iterable[Figure]) -> list[Figure]:
        """Return own figures that stand behind the published ones among these (S4)."""
        return [
            self._figure(self._behind[key])
            for key in dict.fromkeys(
                map(cell, (g for f in found for g in (f, *f.inputs) if not g.own))
            )
            if key in self._behind
        ]

    @cached_property
    def _behind(self) -> dict[tuple[Any, ...], Row]:
        """The first figure of each cell whose place or unit was only assumed."""
        c = self._rows.columns
        rows = [row for row, given in enumerate(c["given"]) if given < 0]
        return {tuple(c[name][row] for name in CELL): row for row in reversed(rows)}

    def sources_of(self, figures: Iterable[Figure]) -> tuple[Source, ...]:
        """Return the sources of figures and of everything they were made from."""
        used = sources_in(g for f in figures for g in (f, *f.inputs))
        return tuple(s for ident, s in self.catalogue.sources.items() if ident in used)


def _official(keys: Iterable[Key]) -> list[Key]:
    """Return what tells series apart, in official order."""
    return sorted(keys, key=lambda key: (MEASURES.index(key[0]), key))
