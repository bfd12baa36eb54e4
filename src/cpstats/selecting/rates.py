"""Growth on the year before: as published, else of the levels of one release on the same basis."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, cast

from cpstats.calc.growth import growth_of
from cpstats.model.kinds import is_rate
from cpstats.model.text import same
from cpstats.model.unit import PERCENT
from cpstats.selecting.asked import Asked, candidates, first_of
from cpstats.selecting.average import usable_rates
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def of_levels(figures: Figures, indicator: str, area: str, basis: str) -> Mapping[Period, Figure]:
    """Return growth from levels of one release in the periods that have it, made once."""
    key = (indicator, area, basis)
    if key not in figures.growth_made:
        figures.growth_made[key] = _of_levels(figures, indicator, area, basis)
    return figures.growth_made[key]


def _of_levels(figures: Figures, indicator: str, area: str, basis: str) -> Mapping[Period, Figure]:
    bases = level_bases(figures, indicator, area, basis)
    if not bases or not grows(figures.catalogue.indicators[indicator]):
        return {}
    series = [figures.series(indicator, area, "level", price) for price in bases]

    def find(period: Period) -> Literal[True] | None:
        if not any(period in one for one in series):
            return None
        both = (period.year_before(), period)
        for price in bases:
            rows = figures.divisible(indicator, area, both, price)
            if rows is not None:
                then, now = (figures.cell(row, "value") for row in rows)
                return True if then > 0 and now >= 0 else None
        mixed = figures.allow_mixed and make(period).value is not None
        return True if mixed else None

    def make(period: Period, _: object = None) -> Figure:
        return growth_of_levels(figures, indicator, area, period, basis)

    return Asked(lambda: chain.from_iterable(series), find, make)


def rates(figures: Figures, indicator: str, area: str, basis: str) -> Mapping[Period, Figure]:
    """Return growth on one basis: published, an index less 100, else of levels."""
    return first_of(
        usable_rates(figures.series(indicator, area, "growth", basis)),
        usable_rates(figures.series(indicator, area, "index", basis)),
        of_levels(figures, indicator, area, basis),
    )


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
    bases = sorted({basis for one in told for basis in one.said("price_basis")} - {"scope"})
    if any(told):
        made = [[of_levels(figures, *i, basis) for basis in reversed(bases)] for i in series]
        return [first_of(one, *more) for one, more in zip(told, made, strict=True)]
    for basis in usual_bases(figures, series[0][0]) if series else ():
        every = [of_levels(figures, *ident, basis) for ident in series]
        if any(every):
            return every
    return list(told)


def growths_together(figures: Figures, series: Sequence[Ident]) -> list[Mapping[Period, Figure]]:
    """Return growth of series to compare: in each period of one price basis where there is one.

    Published rates where all have one on the same basis, then what is known on the first basis on
    which all have any; else what each has by itself (`known_growths`). What has no price goes with
    every basis.
    """
    known = _known(figures, series)
    bases = dict.fromkeys(b for ident in series for b in usual_bases(figures, ident[0]))

    @cache
    def made() -> list[list[Mapping[Period, Figure]]]:
        return [[rates(figures, *i, b) or rates(figures, *i, "") for i in series] for b in bases]

    @cache
    def at(period: Period) -> Sequence[Figure | None]:
        found = [one.get(period) for one in known]
        if _agree(found):
            return found
        for on_one_basis in made():
            if _agree(found):
                break
            if all(period in one for one in on_one_basis):
                found = [one[period] for one in on_one_basis]
        return found

    def one_of(number: int) -> Mapping[Period, Figure]:
        def every() -> Iterator[Period]:
            for one in (known[number], *(on_one_basis[number] for on_one_basis in made())):
                yield from candidates(one)

        return Asked(
            every,
            lambda period: True if period in known[number] else at(period)[number],
            lambda period, _: cast("Figure", at(period)[number]),
        )

    return list(map(one_of, range(len(series))))


def _agree(side_by_side: Sequence[Figure | None]) -> bool:
    have = [f.price_basis for f in side_by_side if f is not None]
    return len(have) == len(side_by_side) and len({*have} - {""}) < 2
