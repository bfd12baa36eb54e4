"""What a number measures: a level, a growth, a share, a gap, a rank."""

from __future__ import annotations

from dataclasses import dataclass

PACES = ("growth_gap", "growth_change", "average_growth_gap", "average_growth_change")
GROWTHS = ("growth", "average_growth", "span_growth", "growth_on_period")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with its direction, and of a gap what it is of and against what kind of thing."""

    name: str
    direction: str | None = None
    subtype: str | None = None
    of: str | None = None
