"""The units that are read behind a number, and what kind each is."""

from __future__ import annotations

import re

from cpstats.claims.terms.trie import pattern_of
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.unit import Unit, UnitError
from cpstats.model.unit_table import table

COUNTED = tuple(line.unit for line in table().lines() if line.counted and not line.unit.isascii())
MONEY = ("人民币", "元人民币")
THINGS = SECTIONS["things"]  # a whole number of them is exact
MEASURED = SECTIONS["measured"]
RATES = ("%", "‰", "个百分点", "百分点", "个点", "成", "倍", "个基点", "基点")
_ONLY_SCALED = {"度": "度", "吨位": "吨位", "字": "字", "方": "方", "帧": "帧"}  # 万度, 亿方

UNIT = pattern_of({*MONEY, *THINGS, *MEASURED, *RATES, *COUNTED} - {"年", "月", "度"})
SCALED_ONLY = pattern_of(_ONLY_SCALED)
POWER = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)"

_DOLLAR = re.compile(r"dollars?|\$", re.IGNORECASE)
_POINTS = ("个百分点", "百分点", "个点")
_ENGLISH_POINTS = ("percentage points", "percentage point")


def is_percent(unit: str) -> bool:
    """Return whether a unit is a part of a hundred (or a tenth, or a fraction)."""
    return unit in ("%", "‰", "成", "fraction", "percent", "per cent")


def is_points(unit: str) -> bool:
    """Return whether a unit is percentage points."""
    return unit in (*_POINTS, *_ENGLISH_POINTS)


def is_counted(unit: str) -> bool:
    """Return whether whole numbers of this unit are exact: 5 家, but not 5 万家."""
    return unit.lstrip("余多") in THINGS


def base_of(unit: str) -> str | None:
    """Return the base of a unit, None where the model does not know it.

    >>> base_of("万亿元"), base_of("平方千米"), base_of("款")
    ('元', '平方公里', None)
    """
    try:
        return unit_of(unit).base
    except UnitError:
        return None


def unit_of(text: str) -> Unit:
    """Return the unit of a claim; a dollar of no country is the American one, as texts mean it.

    Raises
    ------
    UnitError
        When the unit is not known.
    """
    found = Unit.parse(text)
    return Unit.parse(_DOLLAR.sub("US dollars", text)) if found.base == "dollar" else found


def is_money(unit: str) -> bool:
    """Return whether a unit is money of any currency."""
    return Unit.of(unit).is_money
