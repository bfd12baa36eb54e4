"""A scale for numbers: round steps that take in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STEPS = (1, 2, 2.5, 5, 10)
TICKS = 5  # about so many


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis and its round steps."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def part(self, value: float) -> float:
        """Return where a value lies: 0 at the lower end, 1 at the upper."""
        return (value - self.low) / (self.high - self.low)

    @property
    def decimals(self) -> int:
        """The decimals that tell the steps apart."""
        step = self.ticks[1] - self.ticks[0]
        return max(0, next(d for d in range(16) if abs(round(step, d) - step) < step / 1000))


def scale_of(values: Iterable[float], *, zero: bool = False, whole: bool = False) -> Scale:
    """Return a scale that takes in all values; with `zero` also nought, with `whole` of counts.

    >>> scale_of([839.3, 1811.9]).ticks
    (800.0, 1000.0, 1200.0, 1400.0, 1600.0, 1800.0, 2000.0)
    """
    every = [*values, *([0.0] if zero else [])]
    low, high = min(every), max(every)
    if low == high:
        low, high = (low - abs(low) / 2 - 0.5, high + abs(high) / 2 + 0.5)
    rough = (high - low) / TICKS
    power = 10 ** floor(log10(rough))
    step = next(s * power for s in STEPS if s * power >= rough * 0.999)
    step = max(ceil(step), 1) if whole else step
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = tuple(round(float(n * step), 12) for n in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)
