"""Levels at the prices of one year: divided by a price index that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.index import indices
from cpstats.answers.needed import no_rates, prices
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.deflator import deflated_of
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.period import Freq
from cpstats.model.text import Text, same
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("At the prices of one year", "按指定年份价格计算")
WHAT = Text(
    "nominal levels at the prices of the year --base, deflated by the price index --of names",
    "现价水平按 --of 所指价格指数折算为 --base 年价格",
)
TAKES = ("of", "base")
EXAMPLE = "cpstats derive deflated disposable_income --of cpi --base 2020 -p beijing"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield `level / index × 100`, the index with the base year at 100.

    The index is that of the place, else of the nearest place above that has one.
    """
    prices_of, base = prices(settings, figures.catalogue, EXAMPLE), settings.base
    if base is None or base.freq is not Freq.ANNUAL:
        raise UsageError(
            Message("the year of the prices is needed: --base", "需要价格所取年份：--base"),
            mend=for_example(EXAMPLE),
        )
    no_rates(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            levels = figures.series(
                indicator, area, "level", figures.nominal_basis(indicator, area)
            )
            periods = asked_periods(question, levels)
            index = _prices(figures, prices_of, area, base, periods)
            for period in periods:
                given: dict[str, Any] = {
                    "indicator": indicator,
                    "ref_area": area,
                    "time_period": str(period),
                    "base_period": str(base),
                    "measure": "deflated_level",
                    "method": f"deflated:{prices_of}",
                    "price_basis": f"constant:{base}",
                    "unit": figures.unit(indicator, area),
                }
                yield _deflated(levels.get(period), index.get(period), prices_of, given)


def _prices(
    figures: Figures, prices_of: str, area: str, base: Period, periods: list[Period]
) -> Mapping[Period, Figure]:
    """Return the index of every period, of the place or of the nearest above that has any."""
    for place in (area, *figures.catalogue.above(area)):
        if figures.keys(prices_of, place):
            return indices(figures, prices_of, place, base, periods)
    return {}


def _deflated(
    level: Figure | None, price: Figure | None, prices_of: str, given: dict[str, Any]
) -> Figure:
    if level is None:
        return empty("missing_current", absent=(given["time_period"],), **given)
    if price is None:
        lacking = ((prices_of, given["ref_area"]),)
        return empty("missing_current", (level,), lacking=lacking, **given)
    if price.value is None:
        lacking = ((prices_of, price.ref_area),)
        return empty(price.reason, (level,), absent=price.absent, lacking=lacking, **given)
    if level.bound:
        return empty("bound_only", (level,), **given)
    if reason := nonpositive(price):
        return empty(reason, (level, price), **given)
    return computed(
        deflated_of(interval(level), interval(price)),
        (level, price),
        same(f"{shown(level)} / {shown(price)} × 100"),
        decimals=level.decimals,
        **given,
    )
