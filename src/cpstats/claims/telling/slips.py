"""How a wrong number was written: right but for its sign, or for its decimal point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.verdict import NOTHING
from cpstats.model.text import Text
from cpstats.model.unit import PLACE

if TYPE_CHECKING:
    from cpstats.claims.terms.printed import Printed
    from cpstats.model.figure import Figure

_POWERS = (1, 2, 3, 4)
_SIGN = Text("; it has the other sign", "；正负相反")


def slip_of(said: Printed, best: Figure) -> Text:
    """Return that a number is the figure but for its sign or a power of ten, nothing where it is not."""
    if best.low is None or best.high is None or not best.value or best.unit == PLACE:
        return NOTHING
    if _touch(said, -best.high, -best.low) and not _touch(said, best.low, best.high):
        return _SIGN
    for power in _POWERS:
        times = 10**power
        if _touch(said, best.low * times, best.high * times):
            return Text(f"; it is {times:,} times as much", f"；此数是其{times}倍")
        if _touch(said, best.low / times, best.high / times):
            return Text(f"; it is a {_PARTS[power][0]} of it", f"；此数是其{_PARTS[power][1]}")
    return NOTHING


_PARTS = {
    1: ("tenth", "十分之一"),
    2: ("hundredth", "百分之一"),
    3: ("thousandth", "千分之一"),
    4: ("ten-thousandth", "万分之一"),
}


def _touch(said: Printed, low: float, high: float) -> bool:
    first, last = said.narrow
    return first is not None and last is not None and first <= high and low <= last
