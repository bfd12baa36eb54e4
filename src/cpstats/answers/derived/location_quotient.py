"""Location quotient: how far a branch is over-represented in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates, other
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.location_quotient import location_quotient_of
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.text import Text, same
from cpstats.selecting.computed import computed, empty, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Location quotient", "区位商")
WHAT = Text(
    "share of the branch in --of here, over the same share in the benchmark",
    "指标占 --of 的比重与基准地区同一比重之比",
)
TAKES = ("of",)
EXAMPLE = "cpstats derive location_quotient gdp_tertiary --of gdp --vs beijing"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield `(x_ir / x_r) / (x_in / x_n)`; each of the two shares has one tag (S6)."""
    whole = other(settings.of, EXAMPLE)
    no_rates((*question.indicators, whole), figures.catalogue)
    if not question.benchmark or question.benchmark in question.places:
        raise UsageError(
            Message("a benchmark is needed: --vs", "需要基准地区：--vs"),
            mend=for_example(EXAMPLE),
        )
    for indicator in question.indicators:
        there = figures.parts_within((indicator, whole), question.benchmark)
        for area in question.places:
            here = figures.parts_within((indicator, whole), area)
            both = [p for p in here if p in there]
            for period in asked_periods(question, {*here, *there}, both=both):
                given: dict[str, Any] = {
                    "indicator": indicator,
                    "ref_area": area,
                    "counterpart_area": question.benchmark,
                    "time_period": str(period),
                    "measure": f"location_quotient:{whole}",
                    "method": "quotient",
                }
                if period not in here or period not in there:
                    yield empty("missing_current", **given)
                    continue
                used = [by[period][i] for by in (here, there) for i in (indicator, whole)]
                if any(f.value is None or f.value <= 0 for f in used):
                    yield empty("base_nonpositive", used, **given)
                    continue
                a, b, c, d = used
                yield computed(
                    location_quotient_of(*(interval(f) for f in used)),
                    used,
                    same(f"({shown(a)} / {shown(b)}) / ({shown(c)} / {shown(d)})"),
                    price_basis=a.price_basis,
                    decimals=2,
                    **given,
                )
