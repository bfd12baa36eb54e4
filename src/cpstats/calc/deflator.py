"""Prices out of values: implicit deflators, and real growth from nominal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.calc.interval import Interval


def implicit_deflator(nominal: Interval, real: Interval) -> Interval:
    """Return `nominal / real × 100`, the price level with the base year of `real` at 100.

    References
    ----------
    IMF, *Quarterly National Accounts Manual* (2017), chapter 8.

    China 2019 (NBS, at the prices of 2015):

    >>> from cpstats.calc.interval import Interval
    >>> round(implicit_deflator(Interval(990865.1), Interval(891646.1)).value, 2)
    111.13
    """
    return nominal / real * 100


def real_growth(nominal: Interval, deflator: Interval) -> Interval:
    """Return `((1 + nominal) / (1 + price growth) − 1) × 100`; never the difference of the two.

    Parameters
    ----------
    nominal, deflator : Interval
        Growth of the value and of its price in per cent: GDP by the GDP deflator, income by the
        consumer price index; the caller names which.

    References
    ----------
    China Statistical Yearbook, notes on income: 实际增长 = (1 + 名义增长) / (1 + CPI) − 1.

    >>> from cpstats.calc.interval import Interval
    >>> round(real_growth(Interval(5.4), Interval(0.3)).value, 3)
    5.085
    """
    return ((nominal / 100 + 1) / (deflator / 100 + 1) - 1) * 100


def real_level(nominal: Interval, deflator: Interval) -> Interval:
    """Return `nominal / deflator × 100`: the level at the prices of the deflator's base year."""
    return nominal / deflator * 100
