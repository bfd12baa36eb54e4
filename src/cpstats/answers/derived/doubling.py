"""Years until it has doubled at the average growth of a span."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates
from cpstats.calc.doubling import doubling_time, half_life
from cpstats.calc.interval import Interval
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.text import Text, same
from cpstats.selecting.average import average, window_of
from cpstats.selecting.computed import computed, empty, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Doubling time", "翻一番所需年数")
WHAT = Text(
    "years until it has doubled (halved) at the average growth of the span",
    "按该时段年均增速翻一番（减半）所需年数",
)
TAKES = ("ends", "basis")
EXAMPLE = "cpstats derive doubling gdp -p beijing --from 2020 --to 2024"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the average growth and `ln 2 / ln(1 + g)`; a shrinking series gets its half-life."""
    ends = settings.ends
    if ends is None and question.window.years is not None:
        ends = window_of(question.window.years)
    if ends is None:
        raise UsageError(
            Message(
                "the span of the average is missing: --from and --to, or --period",
                "缺少年均增速的时段：--from 与 --to，或 --period",
            ),
            mend=for_example(EXAMPLE),
        )
    no_rates(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            mean = average(figures, indicator, area, *ends, basis=question.basis)
            yield mean
            yield _doubling(mean)


def _doubling(mean: Figure) -> Figure:
    given: dict[str, Any] = {
        "indicator": mean.indicator,
        "ref_area": mean.ref_area,
        "time_period": mean.time_period,
        "base_period": mean.base_period,
        "price_basis": mean.price_basis,
        "method": "logarithm",
        "unit": "年",
    }
    if mean.value is None:
        return replace(empty(mean.reason, measure="doubling_time", **given), absent=mean.absent)
    shrinks = mean.value < 0
    time = half_life if shrinks else doubling_time
    years = time(mean.value)
    if years is None:
        return empty("too_few", (mean,), measure="doubling_time", **given)
    ends = [time(e) if e is not None else None for e in (mean.low, mean.high)]
    low, high = (ends[0], ends[1]) if shrinks else (ends[1], ends[0])
    part = "½" if shrinks else "2"
    return computed(
        Interval(years, low, high),
        (mean,),
        same(f"ln {part} / ln(1 + {shown(mean)}/100)"),
        measure="half_life" if shrinks else "doubling_time",
        decimals=1,
        **given,
    )
