"""Moving averages of levels: the mean of a period and of those before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.growth import growth_of
from cpstats.calc.within_year import PERIODS, mean_of
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval, one_more, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Moving averages", "移动平均")
WHAT = Text(
    "mean of n periods (--n 3), and its growth on the same n periods of the year before",
    "n期（--n 3）移动平均及其同比增速",
)
TAKES = ("n",)
EXAMPLE = "cpstats derive moving_average gdp -p beijing --period 2019..2024 --n 3"
KINDS = (Freq.ANNUAL, Freq.HALF, Freq.QUARTER, Freq.MONTH)


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the mean of each period and of those before it, whose levels have one tag (S5)."""
    n = settings.n or PERIODS
    for indicator in question.indicators:
        for area in question.places:
            basis = figures.level_basis(indicator, area)
            levels = figures.series(indicator, area, "level", basis)
            for period in asked_periods(question, levels):
                if period.freq not in KINDS:
                    continue
                mean = _mean(figures, indicator, area, _run(period, n), basis)
                if mean.value is None and question.window.is_open:
                    continue
                yield mean
                if mean.value is not None and not is_rate(mean.unit):
                    yield _growth(figures, indicator, area, period, n, basis)


def _run(period: Period, n: int) -> list[Period]:
    run = [period]
    while len(run) < n:
        run.append(run[-1].previous())
    return run[::-1]


def _given(
    figures: Figures, indicator: str, area: str, run: Sequence[Period], basis: str
) -> dict[str, Any]:
    return {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(run[-1]),
        "n": len(run),
        "price_basis": basis,
    }


def _mean(figures: Figures, indicator: str, area: str, run: Sequence[Period], basis: str) -> Figure:
    given = _given(figures, indicator, area, run, basis) | {
        "measure": "moving_average",
        "method": "mean",
        "unit": figures.unit(indicator, area),
    }
    found = figures.comparable_over_time(indicator, area, run, basis)
    if found is None:
        return _refused(figures, indicator, area, run, basis, given)
    used = [found[p] for p in run]
    formula = f"({' + '.join(map(shown, used))}) / {len(used)}"
    number = mean_of(*map(interval, used))
    return computed(number, used, same(formula), decimals=one_more(used), **given)


def _growth(
    figures: Figures, indicator: str, area: str, period: Period, n: int, basis: str
) -> Figure:
    """Return the growth of the mean on that of the same periods of the year before."""
    now, before = _run(period, n), _run(period.year_before(), n)
    given = _given(figures, indicator, area, now, basis) | {
        "base_period": str(before[-1]),
        "measure": "moving_growth",
        "method": "quotient",
        "unit": PERCENT,
    }
    every = list(dict.fromkeys((*before, *now)))
    found = figures.comparable_over_time(indicator, area, every, basis)
    if found is None:
        return _refused(figures, indicator, area, every, basis, given)
    one, two = ([found[p] for p in run] for run in (before, now))
    means = [mean_of(*map(interval, used)) for used in (one, two)]
    if means[0].value <= 0 or means[1].value < 0:
        return empty("base_nonpositive", [found[p] for p in every], **given)
    formula = f"(({' + '.join(map(shown, two))}) / ({' + '.join(map(shown, one))}) − 1) × 100"
    used = [found[p] for p in every]
    return computed(growth_of(means[1], means[0]), used, same(formula), decimals=2, **given)


def _refused(
    figures: Figures,
    indicator: str,
    area: str,
    needed: Sequence[Period],
    basis: str,
    given: dict[str, Any],
) -> Figure:
    levels = figures.series(indicator, area, "level", basis)
    lacking = tuple(str(p) for p in needed if p not in levels)
    if lacking:
        reason = "missing_current" if str(needed[-1]) in lacking else "missing_base"
        return empty(reason, absent=lacking, **given)
    ends = [levels[p] for p in needed]
    return empty("bound_only" if any(f.bound for f in ends) else figures.apart(ends), ends, **given)
