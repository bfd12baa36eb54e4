"""The price change that nominal levels and real growth imply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.deflator import real_growth
from cpstats.calc.growth import growth_of
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown
from cpstats.selecting.rates import rates as real_rates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Implicit deflator", "隐含缩减指数")
WHAT = Text(
    "price change implied by nominal levels (one release) and real growth (or levels)",
    "由名义水平值（同一版本）与实际增速（或不变价水平值）推得的价格变动",
)
TAKES = ()
EXAMPLE = "cpstats derive deflator gdp -p beijing --period 2018..2024"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield `((1 + nominal) / (1 + real) − 1) × 100` of every period with both."""
    for indicator in question.indicators:
        for area in question.places:
            published = figures.series(indicator, area, "growth", "constant")
            rates = real_rates(figures, indicator, area, "constant")
            basis = figures.nominal_basis(indicator, area)
            levels = figures.series(indicator, area, "level", basis)
            both = [p for p in rates if p in levels]
            for period in asked_periods(question, {*rates, *levels}, both=both):
                before = period.year_before()
                given: dict[str, Any] = {
                    "indicator": indicator,
                    "ref_area": area,
                    "time_period": str(period),
                    "base_period": str(before),
                    "measure": "deflator_growth",
                    "method": "implied",
                    "unit": PERCENT,
                }
                pair = figures.comparable_over_time(indicator, area, (before, period), basis)
                if period not in rates or period not in levels:
                    yield empty(_lacking(published, period), **given)
                elif before not in levels:
                    yield empty("missing_base", absent=(str(before),), **given)
                elif pair is None:
                    ends = levels[before], levels[period]
                    yield empty(figures.apart(ends), ends, **given)
                elif nonpositive(*pair.values()):
                    yield empty("base_nonpositive", list(pair.values()), **given)
                else:
                    now, then, real = pair[period], pair[before], rates[period]
                    nominal = growth_of(interval(now), interval(then))
                    yield computed(
                        real_growth(nominal, interval(real)),
                        (now, then, real),
                        same(
                            f"(({shown(now)} / {shown(then)}) / (1 + {shown(real)}/100) − 1) × 100"
                        ),
                        decimals=2,
                        **given,
                    )


def _lacking(published: Mapping[Period, Figure], period: Period) -> str:
    return "bound_only" if period in published and published[period].bound else "missing_current"
