"""Two places and one indicator: which numbers of theirs may be put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.unit import PERCENT, POINTS, TIMES
from cpstats.selecting.computed import apart, empty, gap_of, missing, ratio_of, share_of
from cpstats.selecting.rates import growths_together, no_growth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.model.report import Block
    from cpstats.model.text import Text
    from cpstats.selecting.figures import Figures
    from cpstats.selecting.series import Series


@dataclass(frozen=True, slots=True)
class Made:
    """Tables of the comparison."""

    blocks: list[Block]
    figures: list[Figure]
    notes: list[Text]


class Pair:
    """One indicator of one place and its benchmark."""

    def __init__(self, figures: Figures, question: Question, indicator: str, area: str) -> None:
        self.figures = figures
        self.question = question
        self.indicator = figures.catalogue.indicators[indicator]
        self.area = area
        self.other = question.benchmark
        self.places = (area, question.benchmark)

    @property
    def ident(self) -> str:
        """The id of the indicator."""
        return self.indicator.indicator

    @cached_property
    def within(self) -> Mapping[Period, dict[str, Figure]]:
        """The levels of both that may be divided by one another, by period (S6)."""
        return self.figures.comparable_within(self.ident, self.places)

    @cached_property
    def levels(self) -> list[Series]:
        """The levels of both as they stand beside one another."""
        return self.figures.levels_together([(self.ident, area) for area in self.places])

    @cached_property
    def growths(self) -> dict[str, Mapping[Period, Figure]]:
        """The growth of both, where there is a way on one price basis."""
        places = [area for area in self.places if area]
        series = growths_together(self.figures, [(self.ident, area) for area in places])
        return dict(zip(places, series, strict=True))

    @property
    def kind(self) -> str:
        """How the two are compared: a share only where one lies in the other."""
        kind = self.indicator.compare
        if kind != "share":
            return kind
        return "share" if self.figures.catalogue.lies_in(*self.places) else "ratio"

    def name(self, area: str) -> Text:
        """Return the name of a place."""
        return self.figures.catalogue.places[area].name

    def in_prose(self, area: str, *, first: bool = False) -> Text:
        """Return the name of a place inside a sentence."""
        return self.figures.catalogue.places.in_prose(area, first=first)


def told_gap(pair: Pair, period: Period) -> Figure | None:
    """Return a published gap of growth, for where it cannot be computed."""
    for measure, basis, other in pair.figures.keys(pair.ident, pair.area):
        if measure == "growth_gap" and other == pair.other:
            series = pair.figures.series(pair.ident, pair.area, measure, basis, other)
            if period in series:
                return series[period]
    return None


def compared(
    pair: Pair, a: Figure | None, b: Figure | None, period: Period, *, comparable: bool
) -> Figure:
    """Return share, ratio or gap of two levels, by the indicator's `compare` word."""
    kind = pair.kind
    measure = {"share": "share", "points": "level_gap"}.get(kind, "ratio")
    unit = {"share": PERCENT, "points": POINTS}.get(kind, TIMES)
    if a is not None and b is not None and comparable:
        if kind == "points":
            return gap_of(a, b, measure="level_gap", basis="")
        return share_of(a, b) if kind == "share" else ratio_of(a, b)
    reason = "missing_current"
    if a is not None and b is not None:
        reason = missing(a, b) or ("mixed_price_basis" if apart((a, b)) else "mixed_vintage")
        if pair.question.policy.allow_mixed and reason == "mixed_vintage":
            return _mixed(pair, a, b)
    return empty(
        reason,
        [f for f in (a, b) if f is not None],
        indicator=pair.ident,
        ref_area=pair.area,
        counterpart_area=pair.other,
        time_period=str(period),
        measure=measure,
        method="quotient",
        unit=unit,
    )


def _mixed(pair: Pair, a: Figure, b: Figure) -> Figure:
    made = compared(pair, a, b, Period.parse(a.time_period), comparable=True)
    return replace(made, reason="mixed_vintage")


def gap_between(pair: Pair, a: Figure | None, b: Figure | None, period: Period) -> Figure:
    """Return the gap of two rates of one basis, or an empty figure and why."""
    given = {
        "indicator": pair.ident,
        "ref_area": pair.area,
        "counterpart_area": pair.other,
        "time_period": str(period),
        "measure": "growth_gap",
        "method": "difference",
        "unit": POINTS,
    }
    if a is None or b is None:
        have = a or b
        area = pair.area if a is None else pair.other
        basis = have.price_basis if have is not None else ""
        why = no_growth(pair.figures, pair.ident, area, period, basis)
        inputs = [f for f in (a, b) if f is not None] or why.inputs
        return empty(why.reason, inputs, lacking=((pair.ident, area),), **given)
    if a.price_basis != b.price_basis:
        return empty("mixed_price_basis", (a, b), **given)
    return gap_of(a, b, measure="growth_gap", basis=a.price_basis)
