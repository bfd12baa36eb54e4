"""Revisions: how far a later release moved a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.calc.interval import Interval


def revision_of(new: Interval, old: Interval) -> Interval:
    """Return `(new / old − 1) × 100`, in per cent of the older figure.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 12.

    Beijing's GDP of 2017, before the fourth census and after the fifth:

    >>> from cpstats.calc.interval import Interval
    >>> round(revision_of(Interval(31325.9), Interval(28014.94)).value, 1)
    11.8
    """
    return (new / old - 1) * 100


def turn(before: float, now: float) -> str:
    """Return what happened across zero, where no growth can be computed.

    >>> turn(-2.0, 3.0), turn(3.0, -2.0), turn(-4.0, -1.0), turn(-1.0, -4.0), turn(1.0, 2.0)
    ('扭亏为盈', '由盈转亏', '减亏', '增亏', '')
    """
    if before < 0:
        return "扭亏为盈" if now > 0 else "减亏" if now > before else "增亏" if now < before else ""
    return "由盈转亏" if before > 0 > now else ""
