"""A part and its whole: a place in its benchmark, or an indicator in another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cpstats.model.text import Text, same
from cpstats.selecting.asked import Asked, candidates
from cpstats.selecting.computed import apart, empty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Cell, Figures
    from cpstats.selecting.series import Series


@dataclass(frozen=True)
class Part:
    """One indicator of one place, and what it is a part of."""

    figures: Figures
    indicator: str
    area: str
    whole_indicator: str
    whole_area: str

    @classmethod
    def of(
        cls, figures: Figures, question: Question, indicator: str, area: str, of: str = ""
    ) -> Part:
        """Return the part that is asked about: of the indicator `of`, else of the benchmark."""
        return cls(figures, indicator, area, of or indicator, area if of else question.benchmark)

    @cached_property
    def within(self) -> Mapping[Period, tuple[Figure, Figure]]:
        """The levels of part and whole that have one tag, by period (S6)."""
        keys: tuple[str, str]
        if self.area == self.whole_area:
            keys = (self.indicator, self.whole_indicator)
            found = self.figures.parts_within(keys, self.area)
        else:
            keys = (self.area, self.whole_area)
            found = self.figures.comparable_within(self.indicator, keys)
        one, two = keys
        return Asked(lambda: candidates(found), found.get, lambda _, both: (both[one], both[two]))

    @cached_property
    def levels(self) -> tuple[Series, Series]:
        """The figures of part and whole, whatever their releases."""
        part, whole = self.figures.levels_together(self.idents)
        return part, whole

    @property
    def growths(self) -> tuple[Mapping[Period, Figure], Mapping[Period, Figure]]:
        """The published growth of part and whole."""
        return (
            self.figures.growths(self.indicator, self.area),
            self.figures.growths(self.whole_indicator, self.whole_area),
        )

    def over_time(
        self, periods: tuple[Period, ...], bases: tuple[str, ...] = ()
    ) -> dict[Cell, Figure] | None:
        """Return levels of both in every period that have one tag (S5), by cell."""
        cells = [*self.cells(periods, 0), *self.cells(periods, 1)]
        return self.figures.comparable_all(cells, bases)

    def cells(self, periods: tuple[Period, ...], which: int) -> list[Cell]:
        """Return the cells of the part (0) or of the whole (1)."""
        one = (self.indicator, self.whole_indicator)[which]
        return [(one, (self.area, self.whole_area)[which], p) for p in periods]

    def given(self, measure: str, period: Period) -> dict[str, Any]:
        """Return what a figure about the part says of itself; `share:gdp` is the share of GDP."""
        inside = self.area == self.whole_area
        return {
            "indicator": self.indicator,
            "ref_area": self.area,
            "counterpart_area": "" if inside else self.whole_area,
            "time_period": str(period),
            "measure": f"{measure}:{self.whole_indicator}" if inside else measure,
        }

    def named(self, figure: Figure, measure: str, period: Period) -> Figure:
        """Return a computed figure under the part's own names."""
        return replace(figure, **self.given(measure, period))

    def refused(self, measure: str, period: Period, unit: str, method: str) -> Figure:
        """Return the empty figure of a period whose levels have no common release, and why."""
        ends = [levels[period] for levels in self.levels if period in levels]
        given = self.given(measure, period) | {"unit": unit, "method": method}
        if len(ends) < len(self.levels):
            return empty("missing_current", ends, lacking=self.lacking(period), **given)
        reason = "bound_only" if any(f.bound for f in ends) else "mixed_vintage"
        if apart(ends):
            reason = "mixed_price_basis"
        return empty(reason, ends, **given)

    @property
    def idents(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Indicator and place of the part, and of the whole."""
        return (self.indicator, self.area), (self.whole_indicator, self.whole_area)

    def lacking(self, period: Period) -> tuple[tuple[str, str], ...]:
        """Return indicator and place of what has no level in a period."""
        return self.without(self.levels, period)

    def without(
        self, levels: Sequence[Mapping[Period, Figure]], period: Period
    ) -> tuple[tuple[str, str], ...]:
        """Return indicator and place of what has no figure in a period, of part and whole."""
        pairs = zip(self.idents, levels, strict=True)
        return tuple(dict.fromkeys(ident for ident, series in pairs if period not in series))

    def levels_on(self, bases: Sequence[str]) -> list[Mapping[Period, Figure]]:
        """Return the levels of part and whole on some price bases, the first best."""
        return [
            {p: f for basis in reversed(bases) for p, f in self._on(ident, basis).items()}
            for ident in self.idents
        ]

    def _on(self, ident: tuple[str, str], basis: str) -> Mapping[Period, Figure]:
        return self.figures.series(*ident, "level", basis)

    def mixed(self, period: Period) -> tuple[Figure, Figure] | None:
        """Return the figures of both whatever their releases, where that was allowed (S9)."""
        part, whole = self.levels
        if not self.figures.allow_mixed or period not in part or period not in whole:
            return None
        ends = part[period], whole[period]
        return None if any(f.bound for f in ends) else ends

    @property
    def whole_name(self) -> Text:
        """The name of the whole: an indicator, or a place."""
        catalogue = self.figures.catalogue
        if self.area == self.whole_area:
            return catalogue.indicators[self.whole_indicator].name
        return catalogue.places[self.whole_area].name

    @property
    def whole_in_prose(self) -> Text:
        """The name of the whole inside a sentence: share of the United States."""
        if self.area == self.whole_area:
            return self.whole_name
        return self.figures.catalogue.places.in_prose(self.whole_area)

    @property
    def name(self) -> Text:
        """The name of the part's indicator."""
        return self.figures.catalogue.indicators[self.indicator].name

    @property
    def place(self) -> Text:
        """The name of the part's place."""
        return self.figures.catalogue.places[self.area].name

    @property
    def title(self) -> Text:
        """Indicator and place of the part."""
        return self.name + same(" · ") + self.place
