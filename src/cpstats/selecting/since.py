"""How many times the level of a base year a place has come to, by published rates or by levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval, as_interval
from cpstats.model.period import Freq, Period, annual
from cpstats.selecting.average import rates_for, usable_rates
from cpstats.selecting.computed import interval, shown
from cpstats.selecting.rates import grows, level_bases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.figure import Figure
    from cpstats.selecting.figures import Figures


@dataclass(frozen=True, slots=True)
class Since:
    """The years since the base that are over: the level of the last one, that of the base being 1."""

    last: Period
    product: Interval
    used: list[Figure]
    formula: str
    basis: str
    method: str


def multiple_since(
    figures: Figures, indicator: str, area: str, ends: tuple[Period, Period], bases: Iterable[str]
) -> Since | None:
    """Return what is known of the years after a base up to the last year at most.

    On each basis, the first best: published rates of every year up to the newest, else the newest
    level of the release that has the base year.
    """
    for basis in bases:
        for way in (_rated, _divided):
            if (found := way(figures, indicator, area, *ends, basis)) is not None:
                return found
    return None


def _rated(
    figures: Figures, indicator: str, area: str, base: Period, by: Period, basis: str
) -> Since | None:
    """Chain the published rates, if there is one of every year up to the newest."""
    years = [annual(y) for y in range(base.year + 1, by.year + 1)]
    series = {
        **usable_rates(figures.series(indicator, area, "index", basis)),
        **usable_rates(figures.series(indicator, area, "growth", basis)),
    }
    newest = max((p for p in series if p in years), default=base)
    gone = [p for p in years if p <= newest]
    rates = rates_for(figures, indicator, area, basis, gone)
    if not rates:
        return None
    used = [rates[p] for p in gone]
    product = as_interval(1.0)
    for rate in used:
        product = product * (interval(rate) / 100 + 1)
    factors = " × ".join(f"(1 + {shown(r)}/100)" for r in used)
    return Since(newest, product, used, factors, basis, "chained")


def _divided(
    figures: Figures, indicator: str, area: str, base: Period, by: Period, basis: str
) -> Since | None:
    """Divide the newest level of the release that has the base year by that of the base year."""
    if not grows(figures.catalogue.indicators[indicator]):
        return None
    for price in level_bases(figures, indicator, area, basis):
        levels = figures.series(indicator, area, "level", price)
        years = [p for p in levels if p.freq is Freq.ANNUAL and base < p <= by]
        for last in reversed(years):
            pair = figures.comparable_over_time(indicator, area, (base, last), price)
            if pair is None or not (pair[base].value or 0) > 0 or not (pair[last].value or 0) > 0:
                continue
            now, then = pair[last], pair[base]
            product = interval(now) / interval(then)
            formula = f"{shown(now)} / {shown(then)}"
            return Since(last, product, [now, then], formula, basis, "geometric")
    return None
