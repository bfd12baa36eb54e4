"""An index (previous year = 100) agrees with the growth and with the levels of its release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.checks.steps import Interval, growth, levels_beside, percent, said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("index and level", "指数与水平值")
MEND = Text(
    "Look both up in the source; an index on another base (1978 = 100) is an indicator of its own.",
    "请核对来源；以其他年份为100的定基指数应作为单独的指标。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Compare index - 100 with published growth, and with growth of nominal levels."""
    for key, run in facts.runs_of("index"):
        rates = facts.runs.get(key._replace(measure="growth"), {})
        levels = (
            {}
            if key.price_basis in ("constant", "scope")
            else levels_beside(facts, key, key.price_basis)
        )
        for period, index in run.items():
            own = Interval(index.low - 100, index.high - 100)
            rate = rates.get(period)
            if rate is not None and not own.meets(rate.low, rate.high):
                yield _says(facts, index, own, [rate], Interval(rate.low, rate.high))
            level, before = levels.get(period), levels.get(period.year_before())
            if level is None or before is None:
                continue
            made = growth(level, before)
            if made is not None and not made.meets(*own):
                yield _says(facts, index, own, [before, level], made)


def _says(facts: Facts, index: Fact, own: Interval, others: list[Fact], made: Interval) -> Finding:
    beside = Text(" and ".join(said(f).en for f in others), "、".join(said(f).zh for f in others))
    why = facts.name(index.figure) + Text(
        f": index {said(index).en} is growth of {percent(own)}, but {beside.en} make "
        f"{percent(made)}",
        f"：指数{said(index).zh}即增长{percent(own)}，而{beside.zh}为{percent(made)}",
    )
    return finding("index_level", "error", index, *others, why=why, mend=MEND)
