"""How much more or less than the benchmark, in the unit and in per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.gap import gap_of, relative_gap_of
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.kinds import is_rate
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import apart, computed, empty, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Gap to the benchmark", "与基准地区的差距")
WHAT = Text(
    "level minus the benchmark's, in the unit and in per cent of it",
    "与基准地区水平之差（绝对额与相对%）",
)
TAKES = ()
EXAMPLE = "cpstats derive gap gdp -p changping --vs beijing"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield both gaps of every period in which one tag has both levels (S6)."""
    if not question.benchmark or question.benchmark in question.places:
        raise UsageError(
            Message("a benchmark is needed: --vs", "需要基准地区：--vs"),
            mend=for_example(EXAMPLE),
        )
    for indicator in question.indicators:
        for area in question.places:
            unit = figures.unit(indicator, area)
            points = is_rate(unit)
            unit = POINTS if points else unit
            within = figures.comparable_within(indicator, (area, question.benchmark))
            both_places = [(indicator, p) for p in (area, question.benchmark)]
            ours, theirs = figures.levels_together(both_places)
            both = [p for p in ours if p in theirs]
            for period in asked_periods(question, {*ours, *theirs}, both=both):
                given: dict[str, Any] = {
                    "indicator": indicator,
                    "ref_area": area,
                    "counterpart_area": question.benchmark,
                    "time_period": str(period),
                }
                if period not in within:
                    reason = _why(ours.get(period), theirs.get(period))
                    yield empty(reason, measure="gap", unit=unit, **given)
                    continue
                a, b = (within[period][p] for p in (area, question.benchmark))
                basis = {"price_basis": a.price_basis}
                yield computed(
                    gap_of(interval(a), interval(b)),
                    (a, b),
                    same(f"{shown(a)} − {shown(b)}"),
                    measure="gap",
                    method="difference",
                    unit=unit,
                    decimals=max(a.decimals, b.decimals),
                    **basis,
                    **given,
                )
                if points:  # how much per cent of a rate says nothing
                    continue
                if b.value is None or b.value <= 0:
                    base = ((indicator, question.benchmark),)
                    yield empty(
                        "base_nonpositive", (a, b), measure="relative_gap", lacking=base, **given
                    )
                    continue
                yield computed(
                    relative_gap_of(interval(a), interval(b)),
                    (a, b),
                    same(f"({shown(a)} / {shown(b)} − 1) × 100"),
                    measure="relative_gap",
                    method="quotient",
                    unit=PERCENT,
                    decimals=2,
                    **basis,
                    **given,
                )


def _why(*levels: Figure | None) -> str:
    found = [level for level in levels if level is not None]
    if len(found) < len(levels):
        return "missing_current"
    if apart(found):
        return "mixed_price_basis"
    return "bound_only" if any(f.bound for f in found) else "mixed_vintage"
