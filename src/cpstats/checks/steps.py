"""What the rules share: growth from one level to the next, with its interval, and words."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.observation import as_printed
from cpstats.model.quantity import half_up
from cpstats.model.text import Text, same
from cpstats.model.words import BASIS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.period import Period
    from cpstats.selecting.facts import Fact, Facts, Run, Series


class Interval(NamedTuple):
    """The closed interval of a computed number."""

    low: float
    high: float

    def meets(self, low: float, high: float) -> bool:
        """Whether two closed intervals meet; the last binary digits do not count."""
        room = 1e-9 * max(1.0, abs(low), abs(high))
        return self.low <= high + room and low <= self.high + room

    @property
    def middle(self) -> float:
        """The middle of it."""
        return (self.low + self.high) / 2


def growth(later: Fact, earlier: Fact) -> Interval | None:
    """Return growth in per cent, or None where the earlier level is not positive.

    (l/e - 1)·100 over the rounding intervals of both levels.
    """
    if earlier.low <= 0 or later.value < 0:
        return None
    return Interval((later.low / earlier.high - 1) * 100, (later.high / earlier.low - 1) * 100)


def total(parts: list[Fact]) -> Interval:
    """Return the sum of levels."""
    return Interval(sum(f.low for f in parts), sum(f.high for f in parts))


def pairs(run: Run) -> Iterator[tuple[Fact, Fact]]:
    """Yield (earlier, later) for figures that follow one another without a gap."""
    for period, fact in run.items():
        before: Period = period.previous()
        if before in run:
            yield run[before], fact


def levels_beside(facts: Facts, rates: Series, basis: str) -> Run:
    """Return the levels of the release that a run of rates belongs to."""
    key = rates._replace(measure="level", price_basis=basis, counterpart_area="")
    return facts.runs.get(key, {})


def said(fact: Fact) -> Text:
    """Return a figure as it was printed, with its period and basis."""
    figure = fact.figure
    basis = BASIS.get(figure.price_basis, same("")) if figure.measure != "level" else same("")
    printed = as_printed(figure)
    return Text(
        f"{fact.period.label('en')} {printed.en}{f' {basis.en}' if basis.en else ''}",
        f"{fact.period.label('zh')}{basis.zh}{printed.zh}",
    )


def percent(interval: Interval) -> str:
    """Return an interval of rates with as many decimals as tell its ends apart."""
    width = interval.high - interval.low
    decimals = 1 if width >= 0.5 or width == inf else 2 if width >= 0.05 else 3
    low, high = half_up(interval.low, decimals), half_up(interval.high, decimals)
    return f"[{low}, {high}] %"


def amount(value: float) -> str:
    """Return a sum without binary noise."""
    return f"{value:.10g}"
