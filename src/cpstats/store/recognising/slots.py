"""What stands over one column of figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
