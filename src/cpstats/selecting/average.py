"""Average growth of one place over a span: chained published rates, or levels of one vintage."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.figure import Figure, plain
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq, Period, annual, readings, span
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.asked import Asked, first_of
from cpstats.selecting.computed import (
    average_of_levels,
    average_of_rates,
    change_of_levels,
    empty,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from cpstats.selecting.figures import Figures

REAL, NOMINAL = "real", "nominal"


def average(
    figures: Figures, indicator: str, area: str, base: Period, end: Period, *, basis: str = ""
) -> Figure:
    """Return average growth a year from a base period to an end period.

    Parameters
    ----------
    base, end : Period
        Of one frequency and the same part of the year; the base is no period of growth.
    basis : str
        `real`, `nominal`, or empty: real where published rates cover the span, else nominal.

    Returns
    -------
    Figure
        Empty with a reason where neither rates nor levels of one release cover the span; the
        `average_change` in points of an indicator that is a rate.
    """
    chain = [_BASIS[basis]] if basis else ["constant"]
    own = figures.catalogue.indicators[indicator].growth_basis
    if not basis:
        nominal = () if own == "scope" else ("current",)  # S7: never from levels unless said
        chain = list(dict.fromkeys(("constant", own, *nominal)))
    rated = {key[1] for key in figures.keys(indicator, area) if key[0] in ("growth", "index")}
    for found in _tries(figures, indicator, area, (base, end), chain, rated):
        if found.value is not None:
            return found
    # what is told is why the indicator's own way did not work
    asked = _BASIS[basis] if basis else own
    tried = list(_tries(figures, indicator, area, (base, end), chain, chain))
    broken = [t for t in tried if t.reason == "series_break"]
    wanted = broken or [t for t in tried if asked and t.price_basis == asked] or tried
    return max(wanted, key=lambda t: len(t.inputs))


def _tries(
    figures: Figures,
    indicator: str,
    area: str,
    ends: tuple[Period, Period],
    chain: Sequence[str],
    rated: Collection[str],
) -> Iterator[Figure]:
    """Yield what each way gives, basis by basis: rates, where a basis is `rated`, then levels."""
    points = is_rate(figures.catalogue.indicators[indicator].unit)
    for basis in chain:
        if basis in rated:
            yield chained(figures, indicator, area, *ends, basis)
        if basis == "constant":
            levels = from_constant_levels(figures, indicator, area, *ends)
            if levels is not None:
                yield levels
        if basis == "current":
            yield from_levels(figures, indicator, area, *ends, points=points)


_BASIS = {REAL: "constant", NOMINAL: "current"}


def chained(
    figures: Figures, indicator: str, area: str, base: Period, end: Period, basis: str
) -> Figure:
    """Chain the published rates of one basis (S7): growth, else index − 100, else the union."""
    wanted = _steps(base, end)
    growth = figures.series(indicator, area, "growth", basis)
    index = figures.series(indicator, area, "index", basis)
    if rates := rates_for(figures, indicator, area, basis, wanted):
        return average_of_rates(
            [rates[p] for p in wanted], base=str(base), period=_name(base, end), basis=basis
        )
    if growth or index:
        have = [p for p in wanted if p in growth or p in index]
        lacking = tuple(str(p) for p in wanted if p not in have)
    else:  # most places of a large table
        have, lacking = [], _codes(base, end)
    bounded = [growth[p] for p in have if p in growth and growth[p].bound]
    return empty(
        "bound_only" if not lacking and bounded else "missing_current",
        indicator=indicator,
        ref_area=area,
        time_period=_name(base, end),
        base_period=str(base),
        n=len(wanted),
        measure="average_growth",
        method="chained",
        price_basis=basis,
        unit=PERCENT,
        absent=lacking,
    )


def rates_for(
    figures: Figures, indicator: str, area: str, basis: str, wanted: Sequence[Period]
) -> Mapping[Period, Figure]:
    """Return published rates of every wanted period: growth, else index − 100, else the union."""
    growth = figures.series(indicator, area, "growth", basis)
    index = figures.series(indicator, area, "index", basis)
    if not growth and not index:
        return {}
    rates_of, index_of = usable_rates(growth), usable_rates(index)
    for rates in (rates_of, index_of, first_of(rates_of, index_of)):
        if wanted and all(p in rates for p in wanted):
            return rates
    return {}


def usable_rates(series: Mapping[Period, Figure]) -> Mapping[Period, Figure]:
    """Return the exact rates of a series; an index (previous year = 100) as growth."""

    def find(period: Period) -> Figure | None:
        found = series.get(period)
        return None if found is None or found.bound or found.obs_status == "forecast" else found

    def make(_: Period, found: Figure) -> Figure:
        return _as_rate(found) if found.measure == "index" else found

    return Asked(lambda: series, find, make) if series else {}


def from_levels(
    figures: Figures, indicator: str, area: str, base: Period, end: Period, *, points: bool = False
) -> Figure:
    """Divide two levels of one release (S5); mixed only where that was allowed (S9).

    In `points` they are subtracted: a rate changes in points a year.
    """
    years = end.year - base.year
    made = change_of_levels if points else average_of_levels
    period = _name(base, end)
    basis = figures.nominal_basis(indicator, area)
    found = figures.comparable_over_time(indicator, area, (base, end), basis)
    if found is not None:
        return made(found[base], found[end], n=years, period=period)
    levels = figures.series(indicator, area, "level", basis)
    ends = [levels[p] for p in (base, end) if p in levels]
    given = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": period,
        "base_period": str(base),
        "n": years,
        "measure": "average_change" if points else "average_growth",
        "method": "difference" if points else "geometric",
        "price_basis": basis,
        "unit": POINTS if points else PERCENT,
    }
    if base not in levels:
        return empty("missing_base", ends, absent=(str(base),), **given)
    if end not in levels:
        return empty("missing_current", ends, absent=(str(end),), **given)
    if any(f.bound for f in ends):
        return empty("bound_only", ends, **given)
    if figures.allow_mixed:
        mixed = made(ends[0], ends[1], n=years, period=period)
        return replace(mixed, reason="mixed_vintage")
    return empty(figures.apart(ends), ends, **given)


def from_constant_levels(
    figures: Figures, indicator: str, area: str, base: Period, end: Period
) -> Figure | None:
    """Divide two levels at the prices of one base year; across two base years nothing is divided."""
    bases = [b for b in figures.bases(indicator, area, "level") if b.startswith("constant")]
    ends = []
    for basis in bases:
        found = figures.comparable_over_time(indicator, area, (base, end), basis)
        if found is not None:
            years = end.year - base.year
            return average_of_levels(found[base], found[end], n=years, period=_name(base, end))
        series = figures.series(indicator, area, "level", basis)
        ends += [series[p] for p in (base, end) if p in series]
    if {f.time_period for f in ends} != {str(base), str(end)} or len(bases) == 1:
        return None
    return empty(
        "series_break",
        ends,
        indicator=indicator,
        ref_area=area,
        time_period=_name(base, end),
        base_period=str(base),
        n=end.year - base.year,
        measure="average_growth",
        method="geometric",
        price_basis="constant",
        unit=PERCENT,
    )


def published_averages(
    figures: Figures, indicator: str, area: str, measure: str = "average_growth", other: str = ""
) -> list[tuple[Period, Figure]]:
    """Return every published average (or gap) with each of its readings (S8)."""
    found = []
    for key in figures.keys(indicator, area):
        if key[0] != measure or (other and key[2] != other):
            continue
        for period, figure in figures.series(indicator, area, *key).items():
            day = published_on(figures, figure)
            found += [(reading, figure) for reading in readings(period, day)]
    return found


def published_on(figures: Figures, figure: Figure) -> date | None:
    """Return the day a figure's source appeared, its last possible day if not known exactly."""
    from datetime import date

    from cpstats.model.source import last_day

    text = last_day(figures.catalogue.sources[figure.source].published)
    return date.fromisoformat(text) if text else None


def window_of(window_years: Period) -> tuple[Period, Period]:
    """Return base and end of the years of growth."""
    return annual(window_years.years[0] - 1), annual(window_years.year)


@lru_cache(maxsize=64)
def _steps(base: Period, end: Period) -> tuple[Period, ...]:
    """Return the same period of every year after the base year, up to the end."""
    if base.freq is not end.freq or base.sub != end.sub:
        return ()
    return tuple(base.year_before(-k) for k in range(1, end.year - base.year + 1))


@lru_cache(maxsize=64)
def _codes(base: Period, end: Period) -> tuple[str, ...]:
    return tuple(map(str, _steps(base, end)))


@lru_cache(maxsize=64)
def _name(base: Period, end: Period) -> str:
    """Return the years of growth, the base year not among them."""
    if end.freq is Freq.ANNUAL and base.freq is Freq.ANNUAL and end.year > base.year:
        return str(span(base.year + 1, end.year))
    return str(end)


def _as_rate(index: Figure) -> Figure:
    """Return an index (previous year = 100) as growth in per cent."""
    return replace(
        index,
        measure="growth",
        unit=PERCENT,
        value=_less_100(index.value),
        low=_less_100(index.low),
        high=_less_100(index.high),
    )


def _less_100(index: float | None) -> float | None:
    return None if index is None else plain(index - 100)
