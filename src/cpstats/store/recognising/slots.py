"""What stands over one column of figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.store.recognising.beside_periods import is_change
from cpstats.store.recognising.growth_words import says_only_growth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Freq, Period


@dataclass(frozen=True, slots=True)
class Slots:
    """What the header says of one column of figures."""

    period: Period | None = None
    label: str = ""
    part: str = ""  # of the year that the line names
    place: str = ""
    unit: str = ""
    scale: str = ""
    freq: Freq | None = None
    status: str = ""  # behind the period: 2021p


def that_may_grow(
    before: dict[int, Slots], labels: Sequence[str], periods: Sequence[Period], year: int | None
) -> dict[int, Slots]:
    """Return the columns before one whose `labels` say growth of some `periods` that it may be of.

    Those of no period are of the `year` of the table: Density, Growth 2021, Growth 2022 are no growth of the density.
    """
    if not periods or not any(is_change(t) or says_only_growth(t) for t in labels):
        return before
    return {c: s for c, s in before.items() if s.period or year == periods[0].year}
