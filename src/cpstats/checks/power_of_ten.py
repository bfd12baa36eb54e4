"""A figure does not jump by a power of ten: a slip between 万 and 亿, a digit too many."""

from __future__ import annotations

from itertools import pairwise
from math import log10
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("a jump by a power of ten", "数量级跳变")
NEAR = 0.12  # of a power of ten, in decimal logarithms: from 0.76 to 1.32 times
CALM = 0.3  # what neighbours may differ by: a doubling
LASTS = 2  # figures on either side that make a jump one of units
MEND = Text(
    "Look up the unit of the figure: 10,000 and 100 million differ by 10⁴, thousands and millions by 10³.",
    "请核对该数的单位：万与亿、元与万元均相差一万倍。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Look at each level of a release beside its neighbours in time.

    One figure that is 10ᵏ times both neighbours, which agree with each other, and a series that
    from some period on is 10ᵏ times (k of 3 at least) what it was.
    """
    for _, run in facts.runs_of("level"):
        series = list(run.values())
        if any(fact.value <= 0 for fact in series):
            continue  # a rate or a balance may be anything
        logs = [log10(fact.value) for fact in series]
        if not _calm(logs):
            continue
        for i in range(1, len(series)):
            if (power := _slip(logs, i)) or (power := _lasting(logs, i)):
                yield _says(facts, series[i], series[i - 1], power)


def _calm(logs: list[float]) -> bool:
    """Whether nearly all steps are small: else a jump is nothing to wonder at."""
    steps = [abs(b - a) for a, b in pairwise(logs)]
    return sum(step > CALM for step in steps) <= max(2, len(steps) // 20)


def _slip(logs: list[float], i: int) -> int:
    """Return the power of ten by which one figure is off both neighbours, else 0."""
    before = logs[i - 1]
    if i + 1 < len(logs):
        after = logs[i + 1]
        if abs(after - before) > CALM:
            return 0
        return _power(logs[i] - (before + after) / 2)
    steps = [abs(b - a) for a, b in pairwise(logs[:-1])]
    if len(steps) >= LASTS and max(steps) <= CALM:
        return _power(logs[i] - before)
    return 0


def _lasting(logs: list[float], i: int) -> int:
    """Return the power of ten by which everything from here on is larger, else 0."""
    if not LASTS <= i <= len(logs) - LASTS:
        return 0
    calm = abs(logs[i - 1] - logs[i - 2]) <= CALM and abs(logs[i + 1] - logs[i]) <= CALM
    power = _power(logs[i] - logs[i - 1])
    return power if calm and abs(power) >= 3 else 0


def _power(step: float) -> int:
    power = round(step)
    return power if abs(step - power) <= NEAR else 0


def _says(facts: Facts, fact: Fact, before: Fact, power: int) -> Finding:
    times = f"10^{abs(power)}"
    why = facts.name(fact.figure) + Text(
        f": {said(fact).en} is about {times} times {'as large' if power > 0 else 'smaller'} "
        f"beside {said(before).en}",
        f"：{said(fact).zh}与{said(before).zh}相差约{times}倍（偏{'大' if power > 0 else '小'}）",
    )
    return finding("power_of_ten", "error", fact, before, why=why, mend=MEND)
