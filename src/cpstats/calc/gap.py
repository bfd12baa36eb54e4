"""How far one number is from another: in percentage points, or as a multiple."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.calc.interval import Interval


def gap(a: Interval, b: Interval) -> Interval:
    """Return `a − b`: of two rates in per cent the gap in percentage points."""
    return a - b


def ratio(a: Interval, b: Interval) -> Interval:
    """Return `a / b`, how many times `b` is in `a`."""
    return a / b
