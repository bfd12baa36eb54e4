"""A flow per head: over the mean of the populations at the ends of two years."""

from __future__ import annotations

import re
from math import floor, log10
from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates, other
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.aggregate import per_head
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.period import Period
from cpstats.model.text import Text, same
from cpstats.model.unit import Unit
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Per head", "人均")
WHAT = Text(
    "level over the mean of two year-end populations, in the unit without its millions (--of: the population)",
    "水平值除以年平均人口（两年末平均），单位不含万、亿，--of 指人口指标",
)
MEAN = re.compile(r"mid-?year|\baverage\b|\bmean\b|年中|平均", re.IGNORECASE)  # not of a year's end
TAKES = ("of",)
EXAMPLE = "cpstats derive per_head gdp --of resident_population -p beijing"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the figure per head of every year; both populations are of one release (S5)."""
    people_of = other(settings.of, EXAMPLE)
    no_rates(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            _people(figures, people_of, area)
            levels, people = (figures.levels(i, area) for i in (indicator, people_of))
            both = [p for p in levels if p in people]
            for period in asked_periods(question, levels, both=both):
                if period in levels:
                    yield of_level(figures, people_of, levels[period])
                else:
                    given = _given(figures, people_of, (indicator, area, str(period)))
                    yield empty("missing_current", absent=(str(period),), **given)


def of_level(figures: Figures, people_of: str, level: Figure) -> Figure:
    """Return a level per head, or an empty figure with the reason."""
    area, period = level.ref_area, level.time_period
    given = _given(figures, people_of, (level.indicator, area, period))
    if Period.parse(period) not in figures.levels(people_of, area):
        return empty("missing_current", absent=(period,), lacking=((people_of, area),), **given)
    if level.bound:
        return empty("bound_only", (level,), **given)
    unit = Unit.of(figures.unit(level.indicator, area))
    if not unit.is_amount:
        return empty("unit_mismatch", (level,), **given)
    heads = _people(figures, people_of, area)
    shift = 10.0 ** (unit.power - Unit.of(unit.bare).power - heads.power)
    return _per_head(figures, people_of, level, shift, given)


def _given(figures: Figures, people_of: str, cell: tuple[str, str, str]) -> dict[str, Any]:
    indicator, area, period = cell
    return {
        "indicator": indicator,
        "ref_area": area,
        "time_period": period,
        "measure": f"per_head:{people_of}",
        "method": "mean_population",
        "price_basis": figures.level_basis(indicator, area),
        "unit": Unit.of(figures.unit(indicator, area)).bare,
    }


def _per_head(
    figures: Figures, people_of: str, flow: Figure, shift: float, given: dict[str, Any]
) -> Figure:
    """Return a flow over the mean of two year-ends of one release, else over the same year."""
    area, period = flow.ref_area, Period.parse(flow.time_period)
    before, people = period.year_before(), figures.levels(people_of, area)
    is_mean = MEAN.search(" ".join(figures.catalogue.indicators[people_of].names)) is not None
    if is_mean or before not in people:
        given |= {"method": "stated_population" if is_mean else "same_year_population"}
        return _over(flow, (people[period],), shift, given)
    basis = figures.level_basis(people_of, area)
    pair = figures.comparable_over_time(people_of, area, (before, period), basis)
    if pair is None:
        ends = people[before], people[period]
        return empty(figures.apart(ends), ends, **given)
    return _over(flow, (pair[before], pair[period]), shift, given)


def _over(flow: Figure, people: tuple[Figure, ...], shift: float, given: dict[str, Any]) -> Figure:
    if any(f.bound for f in people):
        return empty("bound_only", people, **given)
    if nonpositive(*people):
        return empty("base_nonpositive", people, **given)
    made = per_head(interval(flow), interval(people[0]), interval(people[-1])) * shift
    heads = f"(({shown(people[0])} + {shown(people[-1])}) / 2)"
    return computed(
        made,
        (flow, *people),
        same(f"{shown(flow)} / {heads if len(people) > 1 else shown(people[0])} × {shift:g}"),
        decimals=_decimals(made.value),
        **given,
    )


def _people(figures: Figures, people_of: str, area: str) -> Unit:
    """Return the unit of a population."""
    unit = Unit.of(figures.unit(people_of, area))
    if not unit.is_people:
        raise UsageError(
            Message("“{}” counts no people", "“{}”不是人口指标", people_of),
            mend=for_example(EXAMPLE),
        )
    return unit


def _decimals(value: float) -> int:
    """Return the decimals of an amount per head: three digits at least."""
    return max(0, 2 - floor(log10(abs(value)))) if value else 0
