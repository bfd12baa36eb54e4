"""Everything the data say about some indicators of some places, also release by release."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cpstats.selecting.figures import Figures
from cpstats.selecting.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.ranking import Order, Ranked
    from cpstats.store.package import Package


@dataclass(frozen=True, slots=True)
class Archive:
    """All admitted figures (`every`), and those of each labelled release by itself.

    `orders` are the orders of places that were asked for, one for each view: the next place's rank
    is in the same one.
    """

    every: Figures
    releases: dict[str, Figures] = field(default_factory=dict)
    orders: dict[tuple[object, ...], list[Ranked]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, package: Package, question: Question) -> Archive:
        """Read the indicators and places of a question, whatever its window."""
        every = Figures.of(package, question, question.indicators)
        return cls(every, every.releases())

    def without(self, sources: tuple[str, ...]) -> Archive:
        """Return the same without what some sources say."""
        if not sources:
            return self
        every = self.every.without(sources)
        return Archive(every, every.releases())

    def ranked(self, sought: Sought, order: Order, among: tuple[str, ...]) -> list[Ranked]:
        """Return some places in order, by each view."""
        key = (sought.indicator, sought.other, sought.period, order, among)
        if key not in self.orders:
            every = (
                Ranking(figures, sought.indicator, sought.other, among, order)
                for figures in self.views
            )
            self.orders[key] = [one.at(sought.period, one.by_period()) for one in every]
        return self.orders[key]

    @property
    def views(self) -> Iterator[Figures]:
        """The figures as they are selected, then each release by itself."""
        yield self.every
        yield from self.releases.values()

    def telling(self, indicator: str, area: str) -> Iterator[Figures]:
        """Return the views that know of an indicator of a place, and one of those that do not."""
        silent = False
        for figures in self.views:
            known = bool(figures.keys(indicator, area))
            if known or not silent:
                yield figures
            silent = silent or not known


class Sought(NamedTuple):
    """One quantity that is looked up: of what, where, when, on which price basis.

    `basis` None admits every basis; `other` is the place compared with; `base` the period that an
    average, a span or a change starts from; `whole` the indicator that a share is of.
    """

    indicator: str
    area: str
    period: Period
    basis: str | None = None
    other: str = ""
    base: Period | None = None
    whole: str = ""


def told(archive: Archive, sought: Sought, measure: str) -> list[Figure]:
    """Return what was published of this very measure, every release of it; no forecasts."""
    figures = archive.every
    found: list[Figure] = []
    for kind, basis, other in figures.keys(sought.indicator, sought.area):
        if kind != measure or (sought.other and other != sought.other):
            continue
        if sought.basis is not None and basis != sought.basis:
            continue
        series = figures.series(sought.indicator, sought.area, kind, basis, other)
        if first := series.get(sought.period):
            found += [first, *first.others]
    return [f for f in found if f.obs_status != "forecast"]
