"""Growth on the quarter or month before, of levels of one release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Freq
from cpstats.selecting.known import growth_between

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.selecting.archive import Archive, Sought

STEPS = (Freq.QUARTER, Freq.MONTH)


def on_period(archive: Archive, sought: Sought) -> list[Figure]:
    """Return the growth of a quarter or month on the one before, of each release that has both."""
    if sought.period.freq not in STEPS:
        return []
    before = sought.period.previous()
    if sought.base is not None and sought.base != before:
        return []
    found = []
    for figures in archive.telling(sought.indicator, sought.area):
        basis = figures.nominal_basis(sought.indicator, sought.area)
        both = figures.comparable_over_time(
            sought.indicator, sought.area, (before, sought.period), basis
        )
        if both is not None:
            so = sought._replace(base=before)
            found.append(growth_between(both[sought.period], both[before], so))
    return found
