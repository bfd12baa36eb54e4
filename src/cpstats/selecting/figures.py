"""The admitted observations of a question, asked cell by cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property
from itertools import product
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from cpstats.model.columns import CELL, MEASURES
from cpstats.model.period import Period
from cpstats.selecting.conversion import converted, figure_of, several_currencies
from cpstats.selecting.observed import PUBLISHED, published
from cpstats.selecting.series import Series, Time
from cpstats.store import selection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.model.source import Source
    from cpstats.model.window import Window
    from cpstats.selecting.conversion import Conversion
    from cpstats.store.package import Package
    from cpstats.store.selection import Row, Rows

T = TypeVar("T")
LEVEL_BASES = ("current", "")
Cell = tuple[str, str, Period]  # indicator, place, period
Key = tuple[str, ...]
_CELL = attrgetter(*CELL)
KEY = ("measure", "price_basis", "counterpart_area")  # what tells the series of a place apart


class Figures:
    """What the releases that a question admits say, one figure per cell (S3, S4).

    The rows are sorted once and found by indicator and place: what a question costs grows with
    what it asks for, not with the number of questions.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        rows: Rows,
        *,
        undated: int = 0,
        allow_mixed: bool = False,
        conversion: Conversion | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.conversion = conversion
        self.undated = undated
        self.allow_mixed = allow_mixed
        self._rows = rows
        self._made: dict[Row, Figure] = {}
        self._known: dict[Key, dict[Key, Series]] = {}
        self.growth_made: dict[tuple[str, str, str], dict[Period, Figure]] = {}  # of levels

    @classmethod
    def of(cls, package: Package, question: Question, indicators: Iterable[str]) -> Figures:
        """Read what a question needs."""
        places = {*question.places, question.benchmark} if question.places else None
        wanted = set(indicators)
        if package.compiled:
            columns = package.compiled.columns(wanted, places)
        else:
            from cpstats.store import loading  # not needed for what was compiled

            columns = loading.read(package, indicators=wanted, places=places)
        columns, conversion = converted(columns, question.policy.rates, package.catalogue)
        admitted = selection.admit(columns, question.policy, package.catalogue.never_revised)
        return cls(
            package.catalogue if conversion is None else conversion.catalogue,
            admitted.rows,
            conversion=conversion,
            undated=admitted.undated,
            allow_mixed=question.policy.allow_mixed,
        )

    def without(self, sources: Collection[str]) -> Figures:
        """Return the same without what some sources say."""
        rows = self._rows.where("source", lambda source: source not in sources)
        return Figures(self.catalogue, rows, undated=self.undated)

    def currencies(self) -> dict[str, list[str]]:
        """Return the units of the indicators whose levels are in several currencies."""
        return several_currencies(self._rows.columns)

    def sources_on(self, area: str) -> frozenset[str]:
        """Return the ids of the sources that say something of a place."""
        c = self._rows.columns
        return frozenset(
            s for s, place in zip(c["source"], c["ref_area"], strict=True) if place == area
        )

    def releases(self) -> dict[str, Figures]:
        """Return the figures of each release by itself; unlabelled ones are none."""
        used = set(self._rows.columns["vintage"])
        return {
            vintage: Figures(self.catalogue, self._rows.where("vintage", vintage.__eq__))
            for vintage in self.catalogue.vintages
            if vintage in used
        }

    @cached_property
    def _rows_of(self) -> dict[Key, list[Row]]:
        """The rows by indicator and place."""
        c = self._rows.columns
        found: dict[Key, list[Row]] = defaultdict(list)
        for row, ident in enumerate(zip(c["indicator"], c["ref_area"], strict=True)):
            found[ident].append(row)
        return dict(found)

    @cached_property
    def _time(self) -> Time:
        return Time.of(self._rows.columns["time_period"])

    @cached_property
    def _none(self) -> Series:
        return Series(self.figure, self._time, {})

    def _series(self, indicator: str, area: str) -> dict[Key, Series]:
        """Return every series of an indicator and place; they are made when first asked for."""
        ident = (indicator, area)
        if ident not in self._known:
            self._known[ident] = self._series_of(self._rows_of.get(ident, ()))
        return self._known[ident]

    def _series_of(self, rows: Sequence[Row]) -> dict[Key, Series]:
        c = self._rows.columns
        keys = zip(*(map(c[name].__getitem__, rows) for name in KEY), strict=True)
        places = map(self._time.codes.__getitem__, map(c["time_period"].__getitem__, rows))
        found: dict[Key, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row, key, place in zip(rows, keys, places, strict=True):
            found[key][place].append(row)
        return {
            key: Series(self.figure, self._time, found[key]) for key in sorted(found, key=_official)
        }

    def figure(self, rows: Sequence[Row]) -> Figure:
        """Return the figure of a cell (S4): of its first row; the others stand behind it."""
        first = self._figure(rows[0])
        if len(rows) == 1:
            return first
        return replace(first, others=tuple(self._figure(row) for row in rows[1:]))

    def _figure(self, row: Row) -> Figure:
        if row not in self._made:
            made = published(self._rows.row(row, PUBLISHED))
            self._made[row] = figure_of(made, self._rows.columns, row)
        return self._made[row]

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

    def levels(self, indicator: str, area: str) -> Series:
        """Return levels at current prices (or of what has no price), else at constant prices."""
        return self.series(indicator, area, "level", self.level_basis(indicator, area))

    def unit(self, indicator: str, *places: str) -> str:
        """Return the unit of the levels of places, empty where they have several.

        Where no place has a level it is the indicator's.
        """
        held = {f.unit for area in places for f in self.levels(indicator, area).values()}
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
        return tuple(k[1] for k in self.keys(indicator, area) if k[0] == measure)

    def keys(self, indicator: str, area: str) -> tuple[Key, ...]:
        """Return (measure, basis, counterpart) of every series of a place."""
        return tuple(self._series(indicator, area))

    def comparable_over_time(
        self, indicator: str, area: str, periods: Sequence[Period], basis: str
    ) -> dict[Period, Figure] | None:
        """Return levels that may be divided over time (S5), or None."""
        known = self.series(indicator, area, "level", basis)
        if any(period not in known for period in periods):  # most often, and much faster
            return None
        if self._broken(area, periods):
            return None
        levels = known.rows_of(periods)
        chosen = selection.over_time(self._rows, levels, [str(p) for p in periods])
        return self._by_period(chosen) or None

    def most_over_time(
        self,
        indicator: str,
        area: str,
        periods: Sequence[Period],
        basis: str = "",
        *,
        ends: Sequence[Period] = (),
    ) -> dict[Period, Figure]:
        """Return as many levels as one tag has (that also has both ends, if they are named) (S5)."""
        if self._broken(area, [*periods, *ends]):
            return {}
        basis = basis or self.level_basis(indicator, area)
        chosen = selection.over_time(
            self._rows,
            self._rows.levels.get((indicator, area, basis), []),
            [str(p) for p in (*periods, *ends)],
            every=False,
            ends=[str(p) for p in ends],
        )
        return _in_order(self._by_period(chosen))

    def with_base(
        self, indicator: str, area: str, periods: Sequence[Period], base: Period, *, basis: str
    ) -> dict[Period, tuple[Figure, Figure]]:
        """Return for each period the levels of the base and of it that may be divided (S5)."""
        periods = [p for p in periods if not self._broken(area, (base, p))]
        levels = self._rows.levels.get((indicator, area, basis), [])
        found = selection.with_base(self._rows, levels, [str(p) for p in periods], str(base))
        return {
            Period.parse(period): (self._figure(one), self._figure(two))
            for period, (one, two) in found.items()
        }

    def apart(self, ends: Sequence[Figure]) -> str:
        """Return why exact levels that are known may not be divided over time.

        Their territory became another one (a renaming is none); else no one release has them.
        """
        periods: dict[str, list[Period]] = {}
        for end in ends:
            periods.setdefault(end.ref_area, []).append(Period.parse(end.time_period))
        broken = any(self._broken(area, when) for area, when in periods.items())
        return "series_break" if broken else "mixed_vintage"

    def _broken(self, area: str, periods: Sequence[Period]) -> bool:
        """Return whether a place became another territory in between, unless that is allowed."""
        years = [period.year for period in periods]
        return not self.allow_mixed and bool(
            years and self.catalogue.places.breaks(area, min(years), max(years))
        )

    def level_basis(self, indicator: str, area: str) -> str:
        """Return the price basis of the levels that stand for a place: see `levels`."""
        have = self.bases(indicator, area, "level")
        if not have or any(basis in have for basis in LEVEL_BASES):
            return self.nominal_basis(indicator, area)
        return max(have)

    def nominal_basis(self, indicator: str, area: str) -> str:
        """Return the price basis of the levels that are not at constant prices."""
        return "current" if "current" in self.bases(indicator, area, "level") else ""

    def levels_together(self, series: Sequence[tuple[str, str]]) -> list[Series]:
        """Return the levels of series (indicator, place) that stand side by side.

        At constant prices where some have no others and all have these; else each as by itself.
        """
        bases = self._bases_of({ident for ident, _ in series}, {area for _, area in series})
        shared = [self.series(*ident, "level", bases[0]) for ident in series]
        every = bases != LEVEL_BASES and all(shared)
        return shared if every else [self.levels(*ident) for ident in series]

    def _bases_of(self, indicators: Iterable[str], places: Iterable[str]) -> tuple[str, ...]:
        """Return the price bases whose levels may stand together: constant ones by themselves.

        Not those where all series have others, or no one of them is that of all.
        """
        every = product(set(indicators), set(places))
        have = [found for ident in every if (found := self.bases(*ident, "level"))]
        count = Counter(basis for found in have for basis in {*found}.difference(LEVEL_BASES))
        nominal = sum(any(basis in found for basis in LEVEL_BASES) for found in have)
        best = max(count, key=lambda basis: (count[basis], basis), default="")
        if nominal == len(have) or (nominal and count[best] < len(have)):
            return LEVEL_BASES
        return (best,)

    def comparable_within(
        self, indicator: str, places: tuple[str, ...]
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of the places that may be divided by one another (S6)."""
        return self._within(indicator, places, every=True)

    def most_within(
        self, indicator: str, places: tuple[str, ...], *, bases: Sequence[str] = ()
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of as many of the places as one tag has (S6)."""
        return self._within(indicator, places, bases, every=False)

    def _within(
        self,
        indicator: str,
        places: tuple[str, ...],
        bases: Sequence[str] = (),
        *,
        every: bool,
    ) -> dict[Period, dict[str, Figure]]:
        bases = bases or self._bases_of([indicator], places)
        levels = self._rows.levels_of([indicator], places, bases)
        chosen = selection.within_period(self._rows, levels, places, every=every)
        return self._by_period_and(chosen, "ref_area")

    def parts_within(
        self, indicators: tuple[str, ...], area: str
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of parts and whole of a place that have one tag (S6)."""
        bases = self._bases_of(indicators, [area])
        levels = self._rows.levels_of(indicators, [area], bases)
        chosen = selection.parts_within(self._rows, levels, indicators)
        return self._by_period_and(chosen, "indicator")

    def comparable_all(
        self, cells: Sequence[Cell], bases: tuple[str, ...] = ()
    ) -> dict[Cell, Figure] | None:
        """Return levels of several series that may be divided over time (S5), or None.

        `cells` are (indicator, place, period); `bases` the price bases, if some are asked for.
        """
        wanted = [(indicator, area, str(period)) for indicator, area, period in cells]
        indicators, places = (
            {indicator for indicator, _, _ in cells},
            {area for _, area, _ in cells},
        )
        if any(self._broken(a, [p for _, area, p in cells if area == a]) for a in places):
            return None
        bases = bases or self._bases_of(indicators, places)
        levels = self._rows.levels_of(indicators, places, bases)
        chosen = map(self._figure, selection.all_of(self._rows, levels, wanted))
        found = {(f.indicator, f.ref_area, f.time_period): f for f in chosen}
        if not found:
            return None
        return {cell: found[text] for cell, text in zip(cells, wanted, strict=True)}

    def _by_period(self, chosen: Iterable[Row]) -> dict[Period, Figure]:
        return {Period.parse(f.time_period): f for f in map(self._figure, chosen)}

    def _by_period_and(self, chosen: Iterable[Row], what: str) -> dict[Period, dict[str, Figure]]:
        found: dict[Period, dict[str, Figure]] = {}
        for figure in map(self._figure, chosen):
            by_name = found.setdefault(Period.parse(figure.time_period), {})
            by_name[getattr(figure, what)] = figure
        return _in_order(found)

    def passed_over(self, found: Iterable[Figure]) -> list[Figure]:
        """Return own figures that stand behind the published ones among these (S4)."""
        return [
            self._figure(self._behind[cell])
            for cell in dict.fromkeys(
                map(_CELL, (g for f in found for g in (f, *f.inputs) if not g.own))
            )
            if cell in self._behind
        ]

    @cached_property
    def _behind(self) -> dict[tuple[Any, ...], Row]:
        """The first figure of each cell whose place or unit was only assumed."""
        c = self._rows.columns
        rows = [row for row, given in enumerate(c["given"]) if given < 0]
        return {tuple(c[name][row] for name in CELL): row for row in reversed(rows)}

    def sources_of(self, figures: Iterable[Figure]) -> tuple[Source, ...]:
        """Return the sources of figures and of everything they were made from."""
        used = {s for f in figures for g in (f, *f.inputs) for s in g.sources}
        return tuple(s for ident, s in self.catalogue.sources.items() if ident in used)


def _official(key: Key) -> tuple[int, Key]:
    return (MEASURES.index(key[0]), key)


def _in_order(found: Mapping[Period, T]) -> dict[Period, T]:
    return {period: found[period] for period in sorted(found)}
