"""Real growth from published nominal growth and a named price change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import prices
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.deflator import real_growth
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval, shown
from cpstats.selecting.rates import rates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Real growth from nominal", "由名义增速推算的实际增速")
WHAT = Text(
    "nominal growth, published or of levels, deflated by the price change --of names (income: cpi)",
    "名义增速（公布数，否则由水平值计算）按 --of 所指价格变动平减（收入用 cpi）",
)
TAKES = ("of",)
EXAMPLE = "cpstats derive real disposable_income --of cpi -p beijing"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield `((1 + nominal) / (1 + prices) − 1) × 100`, never the difference of the two."""
    prices_of = prices(settings, figures.catalogue, EXAMPLE)
    for indicator in question.indicators:
        for area in question.places:
            nominal = rates(figures, indicator, area, "current")
            changes = {**rates(figures, prices_of, area, ""), **figures.growths(prices_of, area)}
            both = [p for p in nominal if p in changes]
            for period in asked_periods(question, {*nominal, *changes}, both=both):
                given: dict[str, Any] = {
                    "indicator": indicator,
                    "ref_area": area,
                    "time_period": str(period),
                    "measure": "growth",
                    "method": f"deflated:{prices_of}",
                    "price_basis": "constant",
                    "unit": PERCENT,
                }
                if period not in nominal or period not in changes:
                    yield empty("missing_current", **given)
                    continue
                a, b = nominal[period], changes[period]
                if a.bound or b.bound:
                    yield empty("bound_only", (a, b), **given)
                    continue
                yield computed(
                    real_growth(interval(a), interval(b)),
                    (a, b),
                    same(f"((1 + {shown(a)}/100) / (1 + {shown(b)}/100) − 1) × 100"),
                    decimals=2,
                    **given,
                )
