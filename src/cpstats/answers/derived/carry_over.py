"""What a year carries into the next: its last period against its mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates
from cpstats.calc.within_year import carry_over_of, mean_of
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Carry-over", "翘尾（基数结转）")
WHAT = Text(
    "growth of the next year's mean if every period stays where the last one of the year was",
    "若次年各期都停在本年末期水平，次年全年平均的增速",
)
TAKES = ()
EXAMPLE = "cpstats derive carry_over output --data quarters.csv"
STEPS = {Freq.HALF: 2, Freq.QUARTER: 4, Freq.MONTH: 12}


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the carry-over of every whole year of halves, quarters or months of one tag (S5)."""
    no_rates(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            basis = figures.level_basis(indicator, area)
            levels = figures.series(indicator, area, "level", basis)
            last = [p for p in levels if p.freq in STEPS and p.sub == STEPS[p.freq]]
            for period in last:
                if question.window.contains(period):
                    yield _of_year(figures, indicator, area, period, basis)


def _of_year(figures: Figures, indicator: str, area: str, last: Period, basis: str) -> Figure:
    n = STEPS[last.freq]
    year = [Period(last.freq, last.year, k) for k in range(1, n + 1)]
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(last),
        "n": n,
        "measure": "carry_over",
        "method": "quotient",
        "price_basis": basis,
        "unit": PERCENT,
    }
    levels = figures.series(indicator, area, "level", basis)
    if lacking := tuple(str(p) for p in year if p not in levels):
        return empty("missing_base", absent=lacking, **given)
    found = figures.comparable_over_time(indicator, area, year, basis)
    if found is None:
        ends = [levels[p] for p in year]
        reason = "bound_only" if any(f.bound for f in ends) else figures.apart(ends)
        return empty(reason, ends, **given)
    used = [found[p] for p in year]
    if any((f.value or 0.0) <= 0 for f in used):
        return empty("base_nonpositive", used, **given)
    rest = mean_of(*(interval(f) for f in used[:-1])) * (n - 1)
    made = carry_over_of(interval(used[-1]), rest, n)
    formula = f"({shown(used[-1])} / (({' + '.join(map(shown, used))}) / {n}) − 1) × 100"
    return computed(made, used, same(formula), decimals=2, **given)
