"""What the figures of a question are together: which may be divided by which, and stand side by side."""

from __future__ import annotations

from collections import Counter
from itertools import chain, product
from typing import TYPE_CHECKING, TypeVar

from cpstats.model.period import Period
from cpstats.selecting.asked import Asked
from cpstats.selecting.conversion import converted, several_currencies
from cpstats.selecting.held import LEVEL_BASES, Held
from cpstats.selecting.one_unit import in_one_unit
from cpstats.store import at_once, selection
from cpstats.store.selection import Rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.conversion import Conversion
    from cpstats.selecting.series import Series
    from cpstats.store.package import Package
    from cpstats.store.selection import Row

T = TypeVar("T")
Cell = tuple[str, str, Period]  # indicator, place, period


class Figures(Held):
    """What the releases that a question admits say, and what of it may be put together (S3 to S6)."""

    def __init__(
        self,
        catalogue: Catalogue,
        rows: Rows,
        *,
        undated: int = 0,
        allow_mixed: bool = False,
        conversion: Conversion | None = None,
    ) -> None:
        super().__init__(catalogue, rows)
        self.conversion = conversion
        self.undated = undated
        self.allow_mixed = allow_mixed
        self.growth_made: dict[tuple[str, str, str], Mapping[Period, Figure]] = {}  # of levels

    @classmethod
    def of(cls, package: Package, question: Question, indicators: Iterable[str]) -> Figures:
        """Read what a question needs."""
        places = {*question.places, question.benchmark} if question.places else None
        columns = at_once.columns(package, set(indicators), places)
        columns, conversion = converted(columns, question.policy.rates, package.catalogue)
        admitted = selection.admit(columns, question.policy, package.catalogue.never_revised)
        return cls(
            package.catalogue if conversion is None else conversion.catalogue,
            admitted.rows,
            conversion=conversion,
            undated=admitted.undated,
            allow_mixed=question.policy.allow_mixed,
        )

    def in_one_unit(self, indicators: Sequence[str]) -> Figures:
        """Return the same with the levels of parts in the unit of the whole, the last of them."""
        return Figures(
            self.catalogue,
            Rows(in_one_unit(self._rows.columns, indicators, self.catalogue)),
            undated=self.undated,
            allow_mixed=self.allow_mixed,
            conversion=self.conversion,
        )

    def without(self, sources: Collection[str]) -> Figures:
        """Return the same without what some sources say."""
        rows = self._rows.where("source", lambda source: source not in sources)
        return Figures(self.catalogue, rows, undated=self.undated)

    def currencies(self) -> dict[str, list[str]]:
        """Return the units of the indicators whose levels are in several currencies."""
        return several_currencies(self._rows.columns)

    def releases(self) -> dict[str, Figures]:
        """Return the figures of each release by itself; unlabelled ones are none."""
        used = set(self._rows.columns["vintage"])
        return {
            vintage: Figures(self.catalogue, self._rows.where("vintage", vintage.__eq__))
            for vintage in self.catalogue.vintages
            if vintage in used
        }

    def comparable_over_time(
        self, indicator: str, area: str, periods: Sequence[Period], basis: str
    ) -> dict[Period, Figure] | None:
        """Return levels that may be divided over time (S5), or None."""
        chosen = self.divisible(indicator, area, periods, basis)
        if chosen is None:
            return None
        return dict(zip(periods, map(self._figure, chosen), strict=True))

    def divisible(
        self, indicator: str, area: str, periods: Sequence[Period], basis: str
    ) -> tuple[Row, ...] | None:
        """Return the rows of levels that may be divided over time (S5), or None."""
        known = self.series(indicator, area, "level", basis)
        cells = [known.rows(period) for period in periods]
        if not all(cells) or self._broken(area, periods):
            return None
        return selection.together(self._rows, cells, selection.over_time)

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
        chosen = selection.most_over_time(
            self._rows,
            self._rows.levels.get((indicator, area, basis), []),
            [str(p) for p in (*periods, *ends)],
            [str(p) for p in ends],
        )
        found = {Period.parse(f.time_period): f for f in map(self._figure, chosen)}
        return _in_order(found)

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
        self, indicator: str, places: Sequence[str]
    ) -> Mapping[Period, dict[str, Figure]]:
        """Return, by period, the levels of the places that may be divided by one another (S6)."""
        return self._within([(indicator, area) for area in places], places)

    def parts_within(
        self, indicators: Sequence[str], area: str
    ) -> Mapping[Period, dict[str, Figure]]:
        """Return, by period, the levels of parts and whole of a place that have one tag (S6)."""
        return self._within([(one, area) for one in indicators], indicators)

    def _within(
        self, idents: Sequence[tuple[str, str]], names: Sequence[str]
    ) -> Mapping[Period, dict[str, Figure]]:
        bases = self._bases_of(*map(set, zip(*idents, strict=True)))
        series = [[self.series(*i, "level", basis) for basis in bases] for i in idents]

        def find(period: Period) -> tuple[Row, ...] | None:
            cells = [_cell(one, period) for one in series]
            if not all(cells):
                return None
            alike = len({indicator for indicator, _ in idents}) == 1
            return selection.together(self._rows, cells, selection.within_period, alike=alike)

        def make(_: Period, chosen: tuple[Row, ...]) -> dict[str, Figure]:
            return dict(zip(names, map(self._figure, chosen), strict=True))

        return Asked(lambda: chain.from_iterable(series[0]), find, make)

    def most_within(
        self, indicator: str, places: Sequence[str], *, bases: Sequence[str] = ()
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of as many of the places as one tag has (S6)."""
        bases = bases or self._bases_of([indicator], places)
        levels = self._rows.levels_of([indicator], places, bases)
        found: dict[Period, dict[str, Figure]] = {}
        for figure in map(self._figure, selection.most_within(self._rows, levels, places)):
            found.setdefault(Period.parse(figure.time_period), {})[figure.ref_area] = figure
        return _in_order(found)

    def most_of(self, cells: Iterable[Sequence[Row]], places: Sequence[str]) -> dict[str, Row]:
        """Return the levels of one period, of as many of the places as one tag has (S6)."""
        levels = sorted(chain.from_iterable(cells))
        areas = self._rows.columns["ref_area"]
        return {areas[row]: row for row in selection.most_within(self._rows, levels, places)}

    def comparable_all(
        self, cells: Sequence[Cell], bases: tuple[str, ...] = ()
    ) -> dict[Cell, Figure] | None:
        """Return levels of several series that may be divided over time (S5), or None.

        `cells` are (indicator, place, period); `bases` the price bases, if some are asked for.
        """
        indicators, places = {i for i, _, _ in cells}, {area for _, area, _ in cells}
        if any(self._broken(a, [p for _, area, p in cells if area == a]) for a in places):
            return None
        bases = bases or self._bases_of(indicators, places)
        found = [
            _cell([self.series(indicator, area, "level", basis) for basis in bases], period)
            for indicator, area, period in cells
        ]
        if not all(found):
            return None
        chosen = selection.together(self._rows, found, selection.over_time)
        if chosen is None:
            return None
        return dict(zip(cells, map(self._figure, chosen), strict=True))


def _cell(series: Sequence[Series], period: Period) -> Sequence[Row]:
    """Return the rows that several series have of a period, the preferred ones first."""
    every = [rows for one in series if (rows := one.rows(period))]
    return every[0] if len(every) == 1 else sorted(chain.from_iterable(every))


def _in_order(found: Mapping[Period, T]) -> dict[Period, T]:
    return {period: found[period] for period in sorted(found)}
