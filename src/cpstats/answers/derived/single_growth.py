"""Growth of single quarters or months, of the growth that was published for cumulations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.calc.cumulated import single_growth_of
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval, shown
from cpstats.selecting.rates import ASKED, rates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Growth of single periods from that of cumulations", "由累计增速推算的当期增速")
WHAT = Text(
    "growth of single periods: --on quarter or month; January–February is one line",
    "由累计数及其增速推算当季（--on quarter）、当月（--on month）增速，1—2月为一行",
)
TAKES = ("on", "basis")
EXAMPLE = "cpstats derive single_growth gdp -p beijing --on quarter"
FIRST_MONTHS = 2  # January and February, where they are published together


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the growth of each single period of the years that have cumulated growth.

    At current prices it is the growth that was published; of real growth it is the growth at the
    prices of the cumulations, which is near it and not the same.
    """
    steps = {"year": 4, "quarter": 4, "month": 12}.get(settings.on)
    if steps is None:
        raise UsageError(
            Message("--on does not know “{}”", "--on 不认识“{}”", settings.on),
            mend=Message("Known: quarter, month.", "可用：quarter、month。"),
        )
    for indicator in question.indicators:
        for area in question.places:
            levels = figures.levels(indicator, area)
            growth = _growth(figures, question, indicator, area)
            have = {p for p in growth if p.freq is not Freq.ANNUAL}
            for year in sorted({p.year for p in have if question.window.contains(p)}):
                yield from _of_year(figures, (indicator, area), year, steps, levels, growth)


def _growth(
    figures: Figures, question: Question, indicator: str, area: str
) -> Mapping[Period, Figure]:
    if question.basis:
        return rates(figures, indicator, area, ASKED[question.basis])
    return figures.growths(indicator, area)


def _of_year(
    figures: Figures,
    ident: tuple[str, str],
    year: int,
    steps: int,
    levels: Mapping[Period, Figure],
    growth: Mapping[Period, Figure],
) -> Iterator[Figure]:
    months = 12 // steps
    upto = [Period.parse(f"{year}-01/{year}-{k * months:02d}") for k in range(1, steps + 1)]
    first = next((k for k, p in enumerate(upto) if p in growth), None)
    if first is None or first >= (FIRST_MONTHS if steps == 12 else 1):
        return
    for k in range(first, steps):
        if upto[k] not in growth and upto[k] not in levels:
            continue
        single = Period(Freq.MONTH if steps == 12 else Freq.QUARTER, year, k + 1)
        if k == first:
            alone = str(single) if k == 0 else str(upto[k])
            yield replace(growth[upto[k]], time_period=alone)
            continue
        yield _single(figures, ident, (upto[k - 1], upto[k]), single, levels, growth)


def _single(
    figures: Figures,
    ident: tuple[str, str],
    ends: tuple[Period, Period],
    single: Period,
    levels: Mapping[Period, Figure],
    growth: Mapping[Period, Figure],
) -> Figure:
    before, now = ends
    given: dict[str, Any] = {
        "indicator": ident[0],
        "ref_area": ident[1],
        "time_period": str(single),
        "base_period": str(single.year_before()),
        "measure": "growth",
        "method": "of_cumulations",
        "unit": PERCENT,
    }
    lacking = tuple(str(p) for p in ends if p not in levels or p not in growth)
    if lacking:
        return empty("missing_current", absent=lacking, **given)
    used = (levels[now], growth[now], levels[before], growth[before])
    if any(f.bound for f in used):
        return empty("bound_only", used, **given)
    if used[1].price_basis != used[3].price_basis:
        return empty("mixed_price_basis", used, **given)
    if used[0].vintage != used[2].vintage and not figures.allow_mixed:
        return empty("mixed_vintage", (used[2], used[0]), **given)
    made = single_growth_of(*(interval(f) for f in used))
    if made is None:
        return empty("base_nonpositive", used, **given)
    y, g, x, h = (shown(f) for f in used)
    formula = f"(({y} − {x}) / ({y} / (1 + {g}/100) − {x} / (1 + {h}/100)) − 1) × 100"
    return computed(made, used, same(formula), decimals=1, price_basis=used[1].price_basis, **given)
