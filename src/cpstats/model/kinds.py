"""What a unit says of arithmetic: rates differ in points, and only money has prices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from cpstats.model.indicator import Indicator

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


_ADJUSTED = pattern(
    r"(?<!un)(?<!not )seasonally[ _-]adjusted|(?<!未经)季节调整|(?<!未)季调", re.IGNORECASE
)


def is_adjusted(thing: Indicator) -> bool:
    """Whether the names or the definition of an indicator say that it is adjusted for the season."""
    words = (*thing.names, *thing.search_words, thing.definition)
    return any(_ADJUSTED.search(word) for word in words)
