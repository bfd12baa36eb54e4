"""What part of a whole something is, in per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.calc.interval import Interval


def share(part: Interval, whole: Interval) -> Interval:
    """Return `part / whole × 100`, in per cent; both of one release and one price basis."""
    return part / whole * 100
