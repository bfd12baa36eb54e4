"""What is known of a period only by its parts: the months of a half-year, the years of a span, added up."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period, annual
from cpstats.model.text import same
from cpstats.selecting.computed import computed, interval, shown
from cpstats.selecting.known import growth_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.figure import Figure
    from cpstats.selecting.archive import Archive, Sought
    from cpstats.selecting.figures import Figures

_LONGEST = 15  # years of a span


def summed(archive: Archive, sought: Sought, measure: str) -> list[Figure]:
    """Return the level of a period, or its growth on the year before, of the levels of its parts.

    Nothing says that they may be added up: such a figure may confirm a number, and refutes none.
    """
    told = archive.every.told_of(sought.indicator, sought.area)
    if sought.other or sought.whole or sought.period in told:
        return []
    found = []
    for parts in _parts(sought.period):
        if not told.issuperset(parts):
            continue
        for figures in archive.telling(sought.indicator, sought.area):
            now = _sum(figures, sought, sought.period, parts)
            if now is not None and measure == "level":
                found.append(now)
            elif now is not None and sought.period.freq is not Freq.SPAN:
                past = sought.period.year_before()
                before = tuple(part.year_before() for part in parts)
                then = _sum(figures, sought, past, before)
                found += [growth_between(now, then, sought._replace(base=past))] if then else []
    return found


def _sum(
    figures: Figures, sought: Sought, period: Period, parts: tuple[Period, ...]
) -> Figure | None:
    basis = figures.nominal_basis(sought.indicator, sought.area)
    each = figures.comparable_over_time(sought.indicator, sought.area, parts, basis)
    if each is None:
        return None
    inputs = [each[part] for part in parts]
    return computed(
        reduce(add, map(interval, inputs)),
        inputs,
        same(" + ".join(map(shown, inputs))),
        indicator=sought.indicator,
        ref_area=sought.area,
        time_period=str(period),
        measure="level",
        method="sum",
        unit=inputs[0].unit,
        decimals=max(one.decimals for one in inputs),
    )


def _parts(period: Period) -> Iterator[tuple[Period, ...]]:
    """Yield the ways in which a period is made up of shorter ones, the longest first.

    >>> [str(one) for parts in _parts(Period.parse("2024-H2")) for one in parts][:3]
    ['2024-Q3', '2024-Q4', '2024-07']
    """
    if period.freq is Freq.SPAN:
        if period.year - period.first_year < _LONGEST:
            yield tuple(annual(year) for year in range(period.first_year, period.year + 1))
        return
    if period.freq is Freq.MONTH or not period.months:
        return
    last = period.last_day.month
    first = last - period.months
    for freq, size in ((Freq.HALF, 6), (Freq.QUARTER, 3), (Freq.MONTH, 1)):
        if size < period.months and first % size == last % size == 0:
            steps = range(first // size + 1, last // size + 1)
            yield tuple(Period(freq, period.year, step) for step in steps)
