"""The two sides of a comparison: what each says of a cell, and where that stands among other places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cpstats.calc.growth import growth_of
from cpstats.model.figure import plain
from cpstats.model.kinds import is_rate
from cpstats.model.question import Question
from cpstats.selecting.computed import interval
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Policy
    from cpstats.selecting.series import Series
    from cpstats.store.package import Package

Ident = tuple[str, ...]  # of a series: indicator, place, measure, price basis, other place
SAID = ("value", "bound", "unit")


@dataclass(frozen=True)
class Side:
    """One of the two: its figure of each cell (S4 of docs/data.md), made when it is asked for."""

    name: str
    package: Package
    policy: Policy

    @cached_property
    def _figures(self) -> Figures:
        catalogue = self.package.catalogue
        question = Question(
            indicators=tuple(catalogue.indicators),
            places=tuple(catalogue.places),
            policy=self.policy,
        )
        return Figures.of(self.package, question, question.indicators)

    @property
    def series(self) -> list[Ident]:
        """What each of its series is of."""
        places = self.package.catalogue.places
        return [one for one in self._figures.every_series() if one[1] in places]

    def of(self, series: Ident) -> Series:
        """Return the figures of a series by period."""
        return self._figures.series(*series)

    def said(self, series: Ident, period: Period) -> tuple[Any, ...]:
        """Return value, bound and unit of a cell; nothing where it has none."""
        rows = self.of(series).rows(period)
        return tuple([self._figures.cell(rows[0], name) for name in SAID]) if rows else ()

    def growth(self, series: Ident, period: Period) -> float | None:
        """Return growth of a level on the year before, inside its release (S5)."""
        figure = self.of(series)[period]
        before = self.of(series).get(period.year_before())
        if before is None or self._release(figure) == "" or is_rate(figure.unit):
            return None
        for other in (before, *before.others):
            positive = (other.value or 0) > 0 and (figure.value or 0) >= 0
            if self._release(other) != self._release(figure) or other.unit != figure.unit:
                continue
            if positive:
                made = growth_of(interval(figure), interval(replace(other, others=())))
                return plain(made.value)
        return None

    def _release(self, figure: Figure) -> str:
        """Return what makes a level comparable over time; empty: nothing."""
        catalogue = self.package.catalogue
        vintage = catalogue.vintages.get(figure.vintage)
        if vintage is not None:
            return vintage.vintage if vintage.series else ""
        source = catalogue.sources[figure.source]
        return "" if figure.bound or source.release == "collection" else source.source


class Ranks:
    """Where a level stands on each side among the places with the same parent that both have.

    The levels of a period are sorted once, whoever of the places asks.
    """

    def __init__(self, old: Side, new: Side) -> None:
        self._sides = (old, new)
        self._catalogue = new.package.catalogue
        self._sorted: dict[tuple[str, ...], tuple[dict[str, list[float]], ...]] = {}

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """The places by their parent."""
        found: dict[str, list[str]] = {}
        for ident, place in self._catalogue.places.items():
            found.setdefault(place.parent, []).append(ident)
        return found

    def of(self, series: Ident, period: Period) -> tuple[int | None, int | None]:
        """Return the rank of a level, 1 for the best; ties share."""
        places, (name, place, *_) = self._catalogue.places, series
        parent = places[place].parent if place in places else ""
        indicator = self._catalogue.indicators[name]
        if not parent or indicator.compare == "none":
            return None, None
        old, new = (
            _rank(side.said(series, period), levels, low=indicator.better == "low")
            for side, levels in zip(self._sides, self._levels(series, period, parent), strict=True)
        )
        return old, new

    def _levels(
        self, series: Ident, period: Period, parent: str
    ) -> tuple[dict[str, list[float]], ...]:
        """Return of each side the levels in order, by their unit."""
        name, _, *kind = series
        asked = (parent, name, *kind, str(period))
        if asked not in self._sorted:
            found: tuple[dict[str, list[float]], ...] = ({}, {})
            for place in self._below[parent]:
                both = [side.said((name, place, *kind), period) for side in self._sides]
                for levels, said in zip(found, both, strict=True):
                    if all(both):
                        levels.setdefault(said[-1], []).append(said[0])
            for levels in found:
                for values in levels.values():
                    values.sort()
            self._sorted[asked] = found
        return self._sorted[asked]


def _rank(said: tuple[Any, ...], levels: dict[str, list[float]], *, low: bool) -> int | None:
    value, _, unit = said
    values = levels[unit]
    if len(values) < 2:
        return None
    return 1 + (bisect_left(values, value) if low else len(values) - bisect_right(values, value))
