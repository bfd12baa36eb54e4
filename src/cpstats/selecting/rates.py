"""Growth on the year before: as published, else of the levels of one release on the same basis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.calc.growth import growth_of
from cpstats.model.kinds import is_rate
from cpstats.model.text import same
from cpstats.model.unit import PERCENT
from cpstats.selecting.average import usable_rates
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.indicator import Indicator
    from cpstats.model.period import Period
    from cpstats.selecting.figures import Figures

ASKED = {"real": "constant", "nominal": "current"}
Ident = tuple[str, str]  # indicator, place
MISSING = ("missing_base", "missing_current")
NO_GROWTH = ("rate", "rank", "index")  # kinds whose levels are not divided over time


def grows(thing: Indicator) -> bool:
    """Return whether levels of an indicator divided over time are its growth: not those of rates."""
    return thing.kind not in NO_GROWTH and not is_rate(thing.unit)


def usual_bases(figures: Figures, indicator: str, asked: str = "") -> tuple[str, ...]:
    """Return the bases on which growth is looked for, the first best.

    What was asked for (`real`, `nominal`); else the indicator's own, real, nominal. Growth on a
    comparable scope is never taken from levels, nor anything else instead of it (S7).
    """
    if asked:
        return (ASKED[asked],)
    own = figures.catalogue.indicators[indicator].growth_basis
    return ("scope",) if own == "scope" else tuple(dict.fromkeys((own, "constant", "current")))


def level_bases(figures: Figures, indicator: str, area: str, basis: str) -> tuple[str, ...]:
    """Return the price bases of a place's levels that give growth on a basis, newest base first."""
    have = figures.bases(indicator, area, "level")
    fit = {b for b in have if b.partition(":")[0] == basis}
    return tuple(sorted(fit, reverse=True))


def growth_of_levels(
    figures: Figures, indicator: str, area: str, period: Period, basis: str
) -> Figure:
    """Return growth on the year before from two levels of one release (S5), or why there is none."""
    before = period.year_before()
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(period),
        "base_period": str(before),
        "measure": "growth",
        "method": "quotient",
        "price_basis": basis,
        "unit": PERCENT,
    }
    bases = level_bases(figures, indicator, area, basis)
    for price in bases:
        pair = figures.comparable_over_time(indicator, area, (before, period), price)
        if pair is not None:
            return _divided(pair[period], pair[before], given)
    series = [figures.series(indicator, area, "level", price) for price in bases]
    then, now = (next((s[p] for s in series if p in s), None) for p in (before, period))
    if now is None:
        return empty("missing_current", absent=(str(period),), **given)
    if then is None:
        return empty("missing_base", (now,), absent=(str(before),), **given)
    reason = _apart(then, now) or figures.apart((then, now))
    if reason == "mixed_vintage" and figures.allow_mixed:
        return replace(_divided(now, then, given), reason=reason)
    return empty(reason, (then, now), **given)


def no_growth(
    figures: Figures, indicator: str, area: str, period: Period, basis: str = ""
) -> Figure:
    """Return why a place has no growth in a period: on a basis, if others have it on that one.

    Its levels may not be divided, it is known on another basis only, or a figure is missing.
    """
    usual = usual_bases(figures, indicator)
    bases = [one for one in ((basis,) if basis else usual) if one != "scope"]
    why = [growth_of_levels(figures, indicator, area, period, one) for one in bases]
    if not grows(figures.catalogue.indicators[indicator]):
        why = []
    if telling := [one for one in why if one.reason and one.reason not in MISSING]:
        return telling[0]
    others = (one for one in usual if basis and one != basis)
    known = (rates(figures, indicator, area, one).get(period) for one in others)
    given: dict[str, Any] = {"indicator": indicator, "ref_area": area, "time_period": str(period)}
    if other := next(filter(None, known), None):
        return empty("mixed_price_basis", (other,), **given)
    return empty("missing_current", **given)


def _apart(then: Figure, now: Figure) -> str:
    """Return why two levels that are known may not be divided."""
    if then.bound or now.bound:
        return "bound_only"
    if then.unit != now.unit:
        return "unit_mismatch"
    return "" if then.price_basis == now.price_basis else "series_break"


def _divided(now: Figure, then: Figure, given: Mapping[str, Any]) -> Figure:
    if nonpositive(then) or (now.value or 0.0) < 0:  # from profit to loss there is no rate
        return empty("base_nonpositive", (then, now), **given)
    return computed(
        growth_of(interval(now), interval(then)),
        (now, then),
        same(f"({shown(now)} / {shown(then)} − 1) × 100"),
        decimals=2,
        **given,
    )


def of_levels(figures: Figures, indicator: str, area: str, basis: str) -> dict[Period, Figure]:
    """Return growth from levels of one release in every period that has it; made once."""
    key = (indicator, area, basis)
    if key not in figures.growth_made:
        figures.growth_made[key] = _of_levels(figures, indicator, area, basis)
    return figures.growth_made[key]


def _of_levels(figures: Figures, indicator: str, area: str, basis: str) -> dict[Period, Figure]:
    if not grows(figures.catalogue.indicators[indicator]):
        return {}
    periods = {
        period
        for price in level_bases(figures, indicator, area, basis)
        for period in figures.series(indicator, area, "level", price)
    }
    made = (
        (p, growth_of_levels(figures, indicator, area, p, basis))
        for p in sorted(periods)
        if p.year_before() in periods
    )
    return {p: figure for p, figure in made if figure.value is not None}


def rates(figures: Figures, indicator: str, area: str, basis: str) -> dict[Period, Figure]:
    """Return growth on one basis: published, an index less 100, else of levels."""
    found = {
        **of_levels(figures, indicator, area, basis),
        **usable_rates(figures.series(indicator, area, "index", basis)),
        **usable_rates(figures.series(indicator, area, "growth", basis)),
    }
    return dict(sorted(found.items()))


def known_growths(
    figures: Figures, indicator: str, places: Iterable[str]
) -> dict[str, Mapping[Period, Figure]]:
    """Return growth of places that stand side by side: published, what lacks of their levels.

    Beside published rates only growth on their basis is computed; where no place has a published
    rate, growth of the levels there are, on the first basis that gives any.
    """
    every = tuple(places)
    return dict(zip(every, _known(figures, [(indicator, a) for a in every]), strict=True))


def _known(figures: Figures, series: Sequence[Ident]) -> list[Mapping[Period, Figure]]:
    told = [figures.growths(*ident) for ident in series]
    bases = {f.price_basis for rates_ in told for f in rates_.values()}
    if bases:
        return [_filled(figures, *i, rates_, bases) for i, rates_ in zip(series, told, strict=True)]
    for basis in usual_bases(figures, series[0][0]) if series else ():
        made = [of_levels(figures, *ident, basis) for ident in series]
        if any(made):
            return list(made)
    return list(told)


def _filled(
    figures: Figures,
    indicator: str,
    area: str,
    told: Mapping[Period, Figure],
    bases: Iterable[str],
) -> dict[Period, Figure]:
    made = {
        period: figure
        for basis in sorted(bases)
        if basis != "scope"
        for period, figure in of_levels(figures, indicator, area, basis).items()
    }
    return dict(sorted({**made, **told}.items()))


def growths_together(figures: Figures, series: Sequence[Ident]) -> list[Mapping[Period, Figure]]:
    """Return growth of series to compare: in each period of one price basis where there is one.

    Published rates where all have one on the same basis, then what is known on the first basis on
    which all have any; else what each has by itself (`known_growths`). What has no price goes with
    every basis.
    """
    found = [dict(known) for known in _known(figures, series)]
    bases = dict.fromkeys(b for ident in series for b in usual_bases(figures, ident[0]))
    for basis in bases:
        made = [rates(figures, *i, basis) or rates(figures, *i, "") for i in series]
        for period in set.intersection(*(set(one) for one in made)):
            if not _agree([one.get(period) for one in found]):
                for mine, one in zip(found, made, strict=True):
                    mine[period] = one[period]
    return [dict(sorted(one.items())) for one in found]


def _agree(side_by_side: Sequence[Figure | None]) -> bool:
    have = [f.price_basis for f in side_by_side if f is not None]
    return len(have) == len(side_by_side) and len({*have} - {""}) < 2
