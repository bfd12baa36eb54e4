"""What a unit says of arithmetic: rates differ in points, and only money has prices."""

from __future__ import annotations

from cpstats.model.unit import Unit, UnitError

RATES = ("%", "‰", "百分点")
MONEY = ("元", "美元", "欧元", "英镑", "日元", "港元")


def is_rate(unit: str) -> bool:
    """Whether numbers in this unit are rates: they differ in points, and have no growth in per cent.

    >>> is_rate("%"), is_rate("percentage points"), is_rate("亿元"), is_rate("")
    (True, True, False, False)
    """
    return _base(unit) in RATES


def is_money(unit: str) -> bool:
    """Whether a unit is an amount of money, also for each person or thing.

    >>> is_money("亿元"), is_money("元/平方米"), is_money("吨"), is_money("crowns of 2015")
    (True, True, False, False)
    """
    return _base(unit).partition("/")[0] in MONEY


def _base(unit: str) -> str:
    try:
        return Unit.parse(unit).base
    except UnitError:
        return ""
