"""What a unit says of arithmetic: rates differ in points, and only money has prices."""

from __future__ import annotations

from cpstats.model.unit import Unit

RATES = ("share", "points")


def is_rate(unit: str) -> bool:
    """Whether numbers in this unit are rates: they differ in points, and have no growth in per cent.

    >>> is_rate("%"), is_rate("percentage points"), is_rate("亿元"), is_rate("")
    (True, True, False, False)
    """
    found = Unit.of(unit)
    return found.kind in RATES and not found.per


def is_money(unit: str) -> bool:
    """Whether a unit is an amount of money, also for each person or thing.

    >>> is_money("亿元"), is_money("元/平方米"), is_money("吨"), is_money("crowns of 2015")
    (True, True, False, False)
    """
    return Unit.of(unit).is_money
