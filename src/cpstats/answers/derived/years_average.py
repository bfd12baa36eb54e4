"""Average growth over n years of every period on itself (两年平均增长), of months and cumulations too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.within_year import YEARS
from cpstats.model.text import Text
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import average_of_rates, empty
from cpstats.selecting.rates import rates, usual_bases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Average growth over several years", "多年平均增速")
WHAT = Text(
    "geometric mean of the growth of a period in n years (--n 2), of months and cumulations too",
    "同一时期 n 年（--n 2）增速的几何平均（两年平均），月度、累计均可",
)
TAKES = ("n", "basis")
EXAMPLE = "cpstats derive years_average gdp -p beijing --period 2019..2024"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield `(∏(1 + g))^(1/n) − 1` of published rates, else of those of levels, on one price basis."""
    years = settings.n or YEARS
    no_rates(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            found = {
                b: rates(figures, indicator, area, b) for b in _bases(figures, indicator, question)
            }
            known = {p for series in found.values() for p in series}
            for period in asked_periods(question, known):
                made = _average(found, indicator, area, period, years)
                if made.value is not None or not question.window.is_open:
                    yield made


def _bases(figures: Figures, indicator: str, question: Question) -> tuple[str, ...]:
    return usual_bases(figures, indicator, question.basis)


def _average(
    found: Mapping[str, Mapping[Period, Figure]],
    indicator: str,
    area: str,
    period: Period,
    years: int,
) -> Figure:
    needed = [period.year_before(k) for k in reversed(range(years))]
    base = str(needed[0].year_before())
    lacking: tuple[str, ...] = tuple(map(str, needed))
    for basis, series in found.items():
        none = tuple(str(p) for p in needed if p not in series)
        if not none:
            chained = [series[p] for p in needed]
            return average_of_rates(chained, base=base, period=str(period), basis=basis)
        lacking = min(lacking, none, key=len)
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(period),
        "base_period": base,
        "measure": "average_growth",
        "method": "chained",
        "unit": PERCENT,
    }
    return empty("missing_base", absent=lacking, **given)
