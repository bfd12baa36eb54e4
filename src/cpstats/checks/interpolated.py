"""Levels do not grow by the very same rate, or the very same amount, for years on end."""

from __future__ import annotations

from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("constant growth between anchors", "锚点之间增速恒定")
SPREAD = 1.0  # points: what growth differs by from period to period, or its own size if less
CHANCE = 1e-5  # of steps that agree by accident: (width of a step / spread)^(steps - 1)
FEWEST = 3  # steps
Step = tuple[float, float]  # its lowest and its highest
ROOM = 1e-9  # binary digits
MEND = Text(
    "If the figures were interpolated, they are none: leave the periods between the anchors out.",
    "插值所得并非统计数据：请删去锚点之间各期。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Look for the longest stretches of levels with one growth rate, or one difference.

    Steps agree when one rate lies in the rounding intervals of all of them; a stretch is found
    when so many would not agree by accident.
    """
    for _, run in facts.runs_of("level"):
        for stretch in _stretches(list(run.values())):
            yield _says(facts, stretch)


def _stretches(series: list[Fact]) -> Iterator[list[Fact]]:
    """Yield each stretch of neighbouring periods with one step; none holds another."""
    pairs = [*pairwise(series)]
    beside = [after.period.previous() == before.period for before, after in pairs]
    rates, amounts = (
        [step(*pair) if near else None for pair, near in zip(pairs, beside, strict=True)]
        for step in (_rate, _amount)
    )
    first = 0
    while first + FEWEST < len(series):
        longest = max(_length(rates, first), _length(amounts, first, series[first].value))
        if longest:
            yield series[first : first + longest + 1]
        first += longest or 1


def _length(steps: list[Step | None], first: int, base: float = 100.0) -> int:
    """Return how many steps from here on agree; 0 where it may be an accident.

    What a step is in points hangs on the `base` of the first.
    """
    low, high, widest, count = -1e300, 1e300, 0.0, 0
    for step in islice(steps, first, None):
        if step is None or step[0] > high or step[1] < low:
            break
        low, high = max(low, step[0]), min(high, step[1])
        widest, count = max(widest, step[1] - step[0]), count + 1
    if count < FEWEST or low <= 0 <= high:
        return 0
    points = 100 / abs(base)
    spread = min(SPREAD, max(abs(low), abs(high)) * points)
    return count if (widest * points / spread) ** (count - 1) < CHANCE else 0


def _rate(before: Fact, after: Fact) -> Step | None:
    """Return the change of the logarithm, in points."""
    if before.low <= 0 or after.low <= 0:
        return None
    return 100 * log(after.low / before.high) - ROOM, 100 * log(after.high / before.low) + ROOM


def _amount(before: Fact, after: Fact) -> Step | None:
    """Return the difference."""
    if not before.value:
        return None
    room = ROOM * abs(before.value)
    return after.low - before.high - room, after.high - before.low + room


def _says(facts: Facts, stretch: list[Fact]) -> Finding:
    steps = len(stretch) - 1
    why = facts.name(stretch[0].figure) + Text(
        f": {steps} steps in a row are the same, from {said(stretch[0]).en} to "
        f"{said(stretch[-1]).en}",
        f"：从{said(stretch[0]).zh}到{said(stretch[-1]).zh}连续{steps}期变动完全相同",
    )
    return finding("interpolated", "warning", *stretch, why=why, mend=MEND)
