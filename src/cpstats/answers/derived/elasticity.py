"""Elasticity: per cent of growth of one indicator for each per cent of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import other
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.elasticity import elasticity
from cpstats.model.text import Text, same
from cpstats.selecting.computed import computed, empty, interval, shown
from cpstats.selecting.rates import growths_together, no_growth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Elasticity", "弹性系数")
WHAT = Text(
    "growth of the indicator over that of --of, same basis; of levels where none is published",
    "指标增速与 --of 指标增速之比（同一口径；无公布增速时由水平值计算）",
)
TAKES = ("of",)
EXAMPLE = "cpstats derive elasticity gdp_tertiary --of gdp -p beijing"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the quotient of two rates of one period and one price basis, published or of levels.

    Empty where the denominator is below half a per cent or the signs differ.
    """
    to = other(settings.of, EXAMPLE)
    for indicator in question.indicators:
        for area in question.places:
            one, two = growths_together(figures, [(indicator, area), (to, area)])
            both = [p for p in one if p in two]
            for period in asked_periods(question, {*one, *two}, both=both):
                given: dict[str, Any] = {
                    "indicator": indicator,
                    "ref_area": area,
                    "time_period": str(period),
                    "measure": f"elasticity:{to}",
                    "method": "quotient",
                }
                if period not in one or period not in two:
                    yield _lacking(figures, given, {indicator: one, to: two}, period)
                    continue
                a, b = one[period], two[period]
                if len({a.price_basis, b.price_basis} - {""}) > 1:
                    yield empty("mixed_price_basis", (a, b), **given)
                elif a.bound or b.bound:
                    yield empty("bound_only", (a, b), **given)
                elif (made := elasticity(interval(a), interval(b))) is None:
                    yield empty("too_few", (a, b), **given)
                else:
                    formula = same(f"{shown(a)} / {shown(b)}")
                    given |= {"price_basis": a.price_basis or b.price_basis, "decimals": 2}
                    yield computed(made, (a, b), formula, **given)


def _lacking(
    figures: Figures,
    given: dict[str, Any],
    series: Mapping[str, Mapping[Period, Figure]],
    period: Period,
) -> Figure:
    """Return the empty figure, with the reason of what has no growth beside the other."""
    have = [known[period] for known in series.values() if period in known]
    basis = have[0].price_basis if have else ""
    area = given["ref_area"]
    lacking = [name for name, known in series.items() if period not in known]
    why = no_growth(figures, lacking[0], area, period, basis)
    return empty(why.reason, why.inputs, lacking=tuple((n, area) for n in lacking), **given)
