"""The mean of the places' growth rates, weighted with the levels of the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import members, no_rates
from cpstats.answers.periods import asked_periods
from cpstats.calc.aggregate import weighted_rate
from cpstats.model.text import Text
from cpstats.selecting.derive import computed, empty, interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.derivation import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Weighted mean of growth", "加权平均增速")
WHAT = Text(
    "growth of the places under a parent, weighted with last year's levels; a third may be missing",
    "所辖各地区增速按上年水平加权平均；缺失权重不超过三分之一",
)
EXAMPLE = "cpstats derive mean_rate gdp --among beijing --period 2022"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the weighted mean of published rates of one basis; never a benchmark's own rate."""
    among = members(settings, EXAMPLE)
    no_rates(question.indicators, figures.catalogue)
    parent = figures.catalogue.places[among[0]].parent
    for indicator in question.indicators:
        basis = figures.catalogue.indicators[indicator].growth_basis
        rates = {area: figures.series(indicator, area, "growth", basis) for area in among}
        weights = figures.most_within(indicator, among)
        for period in asked_periods(question, {p for series in rates.values() for p in series}):
            exact = {
                a: series[period]
                for a, series in rates.items()
                if period in series and not series[period].bound
            }
            weight = weights.get(period.year_before(), {})
            made = weighted_rate(
                {a: interval(exact[a]) if a in exact else None for a in among},
                {a: f.value for a, f in weight.items() if f.value is not None},
            )
            given: dict[str, Any] = {
                "indicator": indicator,
                "ref_area": parent,
                "time_period": str(period),
                "base_period": str(period.year_before()),
                "measure": "mean_growth",
                "method": "weighted",
                "price_basis": basis,
                "unit": "%",
                "n": made.have,
            }
            if made.number is None:
                yield empty("too_few", list(exact.values()), **given)
                continue
            used = [f for a in exact if a in weight for f in (exact[a], weight[a])]
            formula = Text(
                f"Σ w g / Σ w over {made.have} of {made.parts} places",
                f"Σ w g / Σ w，{made.parts}个地区中{made.have}个",
            )
            yield computed(made.number, used, formula, decimals=2, **given)
