"""What is known of a quantity: published figures of that very measure, else recomputed ones.

Every function returns figures, one for each release that answers; an empty one carries the reason
why it could not be computed. None of them divides across releases or takes nominal for real.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.calc.contribution import points_of
from cpstats.calc.growth import growth_of
from cpstats.calc.share import share_of as share_formula
from cpstats.calc.span_growth import span_growth_of
from cpstats.model.period import Freq, Period, annual, span
from cpstats.model.text import same
from cpstats.model.unit import PERCENT, POINTS, TIMES
from cpstats.selecting.archive import Sought, told
from cpstats.selecting.average import (
    average,
    chained,
    from_constant_levels,
    from_levels,
    published_averages,
    usable_rates,
)
from cpstats.selecting.computed import (
    computed,
    empty,
    gap_of,
    interval,
    nonpositive,
    share_of,
    shown,
)
from cpstats.selecting.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.figure import Figure
    from cpstats.selecting.archive import Archive
    from cpstats.selecting.figures import Figures
    from cpstats.selecting.ranking import Order

REACHED = ("milestone", "total", "maximum")  # what is said of a span as a whole


def levels(archive: Archive, sought: Sought) -> list[Figure]:
    """Return the published levels, at current prices or without one, at constant ones if sought.

    What had come together up to a year (since an unnamed start) is also looked for as its state
    in that year.
    """
    if sought.period.freq is Freq.OPEN:
        year = sought._replace(period=annual(sought.period.year))
        return [*told(archive, sought, "level"), *told(archive, year, "level")]
    if sought.period.freq is Freq.SPAN:
        return [f for measure in REACHED for f in told(archive, sought, measure)]
    every = told(archive, sought._replace(basis=None), "level")
    return [f for f in every if (f.price_basis[:8] == "constant") == (sought.basis == "constant")]


def growths(archive: Archive, sought: Sought) -> list[Figure]:
    """Return published growth on the year before; else of levels of one release."""
    rates = told(archive, sought, "growth") or _index_rates(archive, sought)
    if rates:
        return rates
    basis = sought.basis or archive.every.catalogue.indicators[sought.indicator].growth_basis
    if basis == "scope":
        return [empty("series_break", **_given(sought, "growth"))]
    if basis == "constant":
        return _unique(_constant_growth(f, sought) for f in [archive.every])
    return _unique(_level_growth(f, sought) for f in archive.telling(sought.indicator, sought.area))


def averages(archive: Archive, sought: Sought) -> list[Figure]:
    """Return published averages over the years, and those chained or of levels of one release."""
    base, end = _ends(sought)
    found: list[Figure] = []
    for reading, figure in published_averages(archive.every, sought.indicator, sought.area):
        if reading == sought.period and sought.basis in (None, figure.price_basis):
            found += [figure, *figure.others]
    asked = {"constant": "real", "current": "nominal"}.get(sought.basis or "", "")
    made = []
    for figures in archive.views if base.year < end.year else ():
        if sought.basis == "scope":
            one = chained(figures, sought.indicator, sought.area, base, end, "scope")
        else:
            one = average(figures, sought.indicator, sought.area, base, end, basis=asked)
        if one.measure == "average_growth":  # what a rate has is a change in points
            made.append(one)
    return [*found, *_unique(made)]


def spans(archive: Archive, sought: Sought) -> list[Figure]:
    """Return growth over a whole span: chained rates of one basis, else levels of one release."""
    base, end = _ends(sought)
    found = [f for f in told(archive, sought, "growth") if sought.period.freq is Freq.SPAN]
    basis = sought.basis or archive.every.catalogue.indicators[sought.indicator].growth_basis
    levels_at = {"constant": from_constant_levels, "current": from_levels, "": from_levels}
    for figures in archive.views if base.year < end.year else ():
        mean = chained(*(asked := (figures, sought.indicator, sought.area, base, end)), basis)
        if mean.value is None and basis in levels_at:
            mean = levels_at[basis](*asked) or mean
        make = _over_span if mean.method == "chained" else _over_span_of_levels
        found.append(make(mean, sought) if mean.value is not None else mean)
    return _unique(found)


def gaps(archive: Archive, sought: Sought, *, of: str) -> list[Figure]:
    """Return published gaps, and rates of the two places subtracted (`of` growth or average)."""
    measure = "average_growth_gap" if of == "average_growth" else "growth_gap"
    found = told(archive, sought, measure)
    ask = {"growth": growths, "average_growth": averages, "level": levels}[of]
    ours = ask(archive, sought._replace(other=""))
    theirs = ask(archive, sought._replace(area=sought.other, other=""))
    return [*found, *differences(ours, theirs, sought, measure=measure)]


def level_gaps(archive: Archive, sought: Sought) -> list[Figure]:
    """Return amounts of the two places subtracted, each pair of one release and one price basis."""
    ours = levels(archive, sought._replace(other=""))
    theirs = levels(archive, sought._replace(area=sought.other, other=""))
    return [
        replace(gap, unit=a.unit)
        for a in ours
        for b in theirs
        if (a.unit, a.vintage) == (b.unit, b.vintage)
        for gap in differences([a], [b], sought, measure="change")
    ]


def differences(
    ours: Iterable[Figure], theirs: Iterable[Figure], sought: Sought, *, measure: str
) -> list[Figure]:
    """Return every rate of the one place less every rate of the other, on one basis."""
    others = [f for f in theirs if f.value is not None and not f.bound]
    found = []
    for a in ours:
        if a.value is None or a.bound:
            continue
        for b in others:
            if a.price_basis == b.price_basis:
                period = str(sought.period)
                found.append(gap_of(a, b, measure=measure, basis=a.price_basis, period=period))
    return found


def shares(archive: Archive, sought: Sought) -> list[Figure]:
    """Return published shares, and levels of one release divided: of another place or indicator."""
    found = told(archive, sought, "share")
    whole, area = sought.whole or sought.indicator, sought.other or sought.area
    if (whole, area) == (sought.indicator, sought.area):
        return found
    for figures in archive.views:
        part = Part(figures, sought.indicator, sought.area, whole, area)
        both = part.within.get(sought.period)
        if both is not None:
            found.append(part.named(share_of(*both), "share", sought.period))
    return _unique(found)


def share_changes(archive: Archive, sought: Sought) -> list[Figure]:
    """Return the change of a rate that is a level in per cent, or of a part's share, in points; releases are named."""
    return _less_earlier(archive, sought, shares if sought.whole else levels, "share_change")


def growth_changes(archive: Archive, sought: Sought) -> list[Figure]:
    """Return how much faster it grew than in an earlier period, in points."""
    return _less_earlier(archive, sought, growths, "growth_change")


def changes(archive: Archive, sought: Sought) -> list[Figure]:
    """Return the change of a level, both levels of one release."""
    base = sought.base or sought.period.year_before()
    found = []
    for figures in archive.views:
        both = figures.comparable_over_time(
            sought.indicator,
            sought.area,
            (base, sought.period),
            figures.nominal_basis(sought.indicator, sought.area),
        )
        if both is not None:
            now, then = both[sought.period], both[base]
            found.append(
                computed(
                    interval(now) - interval(then),
                    (now, then),
                    same(f"{shown(now)} − {shown(then)}"),
                    unit=now.unit,
                    decimals=max(now.decimals, then.decimals),
                    **_given(sought, "change") | {"method": "difference"},
                )
            )
    return _unique(found)


def multiples(archive: Archive, sought: Sought) -> list[Figure]:
    """Return published multiples, and a level over an earlier one, another place's or indicator's, of one release."""
    found = [] if sought.whole else told(archive, sought, "multiple")
    for figures in archive.views:
        if (both := _compared(figures, sought)) and not nonpositive(both[1]):
            found.append(
                computed(
                    interval(both[0]) / interval(both[1]),
                    both,
                    same(f"{shown(both[0])} / {shown(both[1])}"),
                    unit=TIMES,
                    decimals=2,
                    **_given(sought, "multiple"),
                )
            )
    return _unique(found)


def _compared(figures: Figures, sought: Sought) -> tuple[Figure, Figure] | None:
    ident, area = sought.indicator, sought.area
    under = sought.whole or ident, sought.other or area
    if under != (ident, area):
        return Part(figures, ident, area, *under).within.get(sought.period)
    if sought.base is None or sought.base == sought.period:
        return None
    basis = figures.nominal_basis(ident, area)
    both = figures.comparable_over_time(ident, area, (sought.base, sought.period), basis)
    return (both[sought.period], both[sought.base]) if both else None


def ranks(archive: Archive, sought: Sought, order: Order, among: tuple[str, ...]) -> list[Figure]:
    """Return the place's rank among some places; `n` says how many of them have a figure."""
    found = []
    for ranked in archive.ranked(sought, order, among):
        made = ranked.ranks.get(sought.area)
        if made is not None and made.value is not None and made.n and made.n > 1:
            found.append(made)
    return _unique(found)


def contributions(archive: Archive, sought: Sought) -> list[Figure]:
    """Return share of the year before times published growth, in points."""
    figures = archive.every
    whole, area = sought.whole or sought.indicator, sought.other or sought.area
    part = Part(figures, sought.indicator, sought.area, whole, area)
    both = part.within.get(sought.period.year_before())
    if both is None or (whole, area) == (sought.indicator, sought.area):
        return []
    one, all_of_it = both
    if nonpositive(all_of_it):
        return []
    found = []
    for rate in told(archive, sought, "growth"):
        if not rate.bound:
            points = points_of(share_formula(interval(one), interval(all_of_it)), interval(rate))
            found.append(
                computed(
                    points,
                    (rate, one, all_of_it),
                    same(f"{shown(one)} / {shown(all_of_it)} × {shown(rate)}"),
                    unit=POINTS,
                    decimals=2,
                    **_given(sought, "contribution"),
                )
            )
    return found


def _less_earlier(archive: Archive, sought: Sought, ask: Any, measure: str) -> list[Figure]:
    base = sought.base or sought.period.year_before()
    now, then = ask(archive, sought), ask(archive, sought._replace(period=base))
    found = []
    for a in now:
        for b in then:
            comparable = a.price_basis == b.price_basis and a.vintage == b.vintage
            if a.value is None or b.value is None or a.bound or b.bound or not comparable:
                continue
            found.append(
                computed(
                    interval(a) - interval(b),
                    (a, b),
                    same(f"{shown(a)} − {shown(b)}"),
                    unit=POINTS,
                    decimals=max(a.decimals, b.decimals),
                    **_given(sought, measure) | {"method": "difference"},
                )
            )
    return _unique(found)


def _index_rates(archive: Archive, sought: Sought) -> list[Figure]:
    found: list[Figure] = []
    for index in told(archive, sought, "index"):
        found += usable_rates({sought.period: index}).values()
    return found


def _level_growth(figures: Figures, sought: Sought) -> Figure:
    """Return growth of levels at current prices, both of one release (S5)."""
    before = sought.period.year_before()
    basis = figures.nominal_basis(sought.indicator, sought.area)
    both = figures.comparable_over_time(
        sought.indicator, sought.area, (before, sought.period), basis
    )
    if both is None:
        own = figures.levels(sought.indicator, sought.area)
        reason = "missing_current" if sought.period not in own else "missing_base"
        both_there = sought.period in own and before in own
        if both_there:
            reason = figures.apart((own[before], own[sought.period]))
        return empty(reason, **_given(sought, "growth"))
    return growth_between(both[sought.period], both[before], sought)


def _constant_growth(figures: Figures, sought: Sought) -> Figure:
    """Return growth of levels at the prices of one year."""
    before = sought.period.year_before()
    for basis in figures.bases(sought.indicator, sought.area, "level"):
        if basis.startswith("constant"):
            both = figures.comparable_over_time(
                sought.indicator, sought.area, (before, sought.period), basis
            )
            if both is not None:
                return growth_between(both[sought.period], both[before], sought)
    own = figures.levels(sought.indicator, sought.area)
    nominal = sought.period in own and before in own
    reason = "mixed_price_basis" if nominal else "missing_current"
    return empty(reason, **_given(sought, "growth"))


def growth_between(now: Figure, then: Figure, sought: Sought) -> Figure:
    """Return the growth from one level to another, as a computed figure."""
    if nonpositive(then) or (now.value or 0.0) < 0:
        return empty("base_nonpositive", (now, then), **_given(sought, "growth"))
    given = _given(sought, "growth") | {"price_basis": now.price_basis.partition(":")[0]}
    return computed(
        growth_of(interval(now), interval(then)),
        (now, then),
        same(f"({shown(now)} / {shown(then)} − 1) × 100"),
        unit=PERCENT,
        decimals=2,
        **given,
    )


def _over_span(mean: Figure, sought: Sought) -> Figure:
    rates = mean.inputs
    product = " × ".join(f"(1 + {shown(r)}/100)" for r in rates)
    given = _given(sought, "span_growth") | {"price_basis": mean.price_basis, "method": "chained"}
    return computed(
        span_growth_of([interval(r) for r in rates]),
        rates,
        same(f"({product} − 1) × 100"),
        unit=PERCENT,
        decimals=mean.decimals,
        n=mean.n,
        **given,
    )


def _over_span_of_levels(mean: Figure, sought: Sought) -> Figure:
    then, now = mean.inputs
    return replace(growth_between(now, then, sought), measure="span_growth", n=mean.n)


def _ends(sought: Sought) -> tuple[Period, Period]:
    """Return base and end of an average or a span."""
    if sought.period.freq is Freq.SPAN:
        first, last = sought.period.years[0], sought.period.year
        return annual(first - 1), annual(last)
    return sought.base or sought.period.year_before(), sought.period


def years_of(base: Period, end: Period) -> Period:
    """Return the years of growth of an n-year average as a span, where they are whole years."""
    whole = base.freq is Freq.ANNUAL and end.freq is Freq.ANNUAL and end.year > base.year
    return span(base.year + 1, end.year) if whole else end


def _given(sought: Sought, measure: str) -> dict[str, Any]:
    return {
        "indicator": sought.indicator,
        "ref_area": sought.area,
        "counterpart_area": sought.other,
        "time_period": str(sought.period),
        "base_period": str(sought.base) if sought.base else "",
        "measure": measure,
        "method": "quotient",
        "price_basis": sought.basis or "",
    }


def _unique(found: Iterable[Figure]) -> list[Figure]:
    """Return each result once: two views of the data may give the same inputs."""
    kept: dict[tuple[Any, ...], Figure] = {}
    for figure in found:
        key = (figure.value, figure.low, figure.high, figure.source, figure.reason)
        kept.setdefault(key, figure)
    full = [f for f in kept.values() if f.value is not None]
    return full or list(kept.values())
