"""The mean of the places' growth rates, weighted with the levels of the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import members, no_rates
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.aggregate import weighted_rate
from cpstats.model.text import Text
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval
from cpstats.selecting.rates import rates, usual_bases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Weighted mean of growth", "加权平均增速")
WHAT = Text(
    "growth of the places under a parent, weighted with last year's levels; a third may be missing",
    "所辖各地区增速按上年水平加权平均；缺失权重不超过三分之一",
)
TAKES = ("among",)
EXAMPLE = "cpstats derive mean_rate gdp --among china --period 2022"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the weighted mean of rates of one basis; never a benchmark's own rate.

    Published rates, else those of levels, on the first basis on which enough of the weight is known.
    """
    among = members(settings, EXAMPLE)
    no_rates(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        by_basis = {
            basis: {area: rates(figures, indicator, area, basis) for area in among}
            for basis in usual_bases(figures, indicator)
        }
        weights = figures.most_within(indicator, among)
        every = {p for series in by_basis.values() for one in series.values() for p in one}
        for period in asked_periods(question, every):
            weight = weights.get(period.year_before(), {})
            made = [
                _mean(figures, indicator, period, basis, series, weight)
                for basis, series in by_basis.items()
            ]
            yield next((f for f in made if f.value is not None), made[0])


def _mean(
    figures: Figures,
    indicator: str,
    period: Period,
    basis: str,
    series: Mapping[str, Mapping[Period, Figure]],
    weight: Mapping[str, Figure],
) -> Figure:
    exact = {a: one[period] for a, one in series.items() if period in one}
    made = weighted_rate(
        {a: interval(exact[a]) if a in exact else None for a in series},
        {a: f.value for a, f in weight.items() if f.value is not None},
    )
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": figures.catalogue.places[next(iter(series))].parent,
        "time_period": str(period),
        "base_period": str(period.year_before()),
        "measure": "mean_growth",
        "method": "weighted",
        "price_basis": basis,
        "unit": PERCENT,
        "n": made.have,
    }
    if made.number is None:
        return empty("too_few", list(exact.values()), **given)
    used = [f for a in exact if a in weight for f in (exact[a], weight[a])]
    formula = Text(
        f"Σ w g / Σ w over {made.have} of {made.parts} places",
        f"Σ w g / Σ w，{made.parts}个地区中{made.have}个",
    )
    return computed(made.number, used, formula, decimals=2, **given)
