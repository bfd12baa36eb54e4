"""Rates between two kinds of money, by place and period: of exchange, or purchasing power parities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.model.indicator import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpstats.model.figure import Figure
    from cpstats.model.source import Source
    from cpstats.model.unit import Unit

RATE = "conversion_rate"  # what a rate is called among the figures that go into a number
INDICATOR = Indicator(RATE, theme="own", name_zh="折算率", name_en="conversion rate")
EVERYWHERE = ""  # the place of a rate that holds wherever its currency is paid


@dataclass(frozen=True, eq=False)
class Rates:
    """What one unit of the money `target` costs, by place, period and root of the currency."""

    file: str
    target: Unit
    known: Mapping[tuple[str, str, str], Figure]
    sources: Mapping[str, Source]

    def find(self, places: Iterable[str], period: str, currency: str) -> Figure | None:
        """Return the rate of the first of some places that has one, else that of everywhere."""
        for place in (*places, EVERYWHERE):
            if found := self.known.get((place, period, currency)):
                return found
        return None
