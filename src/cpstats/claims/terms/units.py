"""The units that are read behind a number, and what kind each is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from cpstats.claims.terms.longest import Words
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit, UnitError
from cpstats.model.unit_table import table

_MEASURES = (
    *("mass", "energy", "capacity", "traffic", "length", "area", "volume", "time"),
    *("concentration", "sound", "temperature", "score", "data", "bandwidth", "speed"),
)
_SIGN = pattern(r"[A-Za-zμ°²³][\w/^°]{1,4}").fullmatch  # kWh, km2; a letter alone is none


def _read(*kinds: str, signs: bool = False) -> set[str]:
    """Return how units of some kinds stand behind a number in a Chinese text."""
    return {
        form
        for form, english in table().written(*kinds)
        if not form.isascii() or (signs and _SIGN(form) and form.rstrip("s") != english)
    }


_MONEY = {"人民币", "元人民币"}
_RATES = {"%", "个点", "成"}
_ONLY_SCALED = {"度": "度", "吨位": "吨位", "字": "字", "方": "方", "帧": "帧"}  # 万度, 亿方

SCALED_ONLY = Words(_ONLY_SCALED)
POWER = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)"
_STROKE = pattern(f"/{POWER}?")


@lru_cache(maxsize=1)
def things() -> frozenset[str]:
    """Return the units of which whole numbers are exact."""
    return frozenset(_read("people", "count", "place") | {*table().classifiers, "TEU"})


@lru_cache(maxsize=1)
def _behind() -> tuple[Words, Words]:
    """Return the units that stand behind a number, and those that stand behind a stroke."""
    counted = {line.unit for line in table().lines() if line.counted and not line.unit.isascii()}
    rates = _read("share", "points", "times") | _RATES
    every = _MONEY | things() | rates | counted | _read(*_MEASURES, signs=True)
    per = things() | _read(*_MEASURES) | {"元"}
    return Words(every - {"年", "月", "度", "级"} | {"万吨级"}), Words(per)


def unit_at(text: str, at: int) -> str:
    """Return the unit that begins at a place of a Chinese text, empty where none does.

    >>> unit_at("8元/平方米", 1), unit_at("3千克/万人", 1), unit_at("5年", 1)
    ('元/平方米', '千克/万人', '')
    """
    behind, per = _behind()
    unit = behind.at(text, at)
    if unit is None:
        return ""
    stroke = _STROKE.match(text, unit.end)
    divisor = per.at(text, stroke.end()) if stroke else None
    return text[at : divisor.end] if divisor else unit.text


_ON_YEAR = pattern(r"\d{4}(?:-\d{2,4})?年?\s*=\s*100")
_DOLLAR = pattern(r"dollars?|\$", re.IGNORECASE)
_POINTS = ("个百分点", "百分点", "个点")
_ENGLISH_POINTS = ("percentage points", "percentage point")
_ANY_POINTS = frozenset((*_POINTS, *_ENGLISH_POINTS))
_PERCENT = frozenset(("%", "‰", "成", "fraction", "percent", "per cent"))


def is_percent(unit: str) -> bool:
    """Return whether a unit is a part of a hundred (or a tenth, or a fraction)."""
    return unit in _PERCENT


def is_points(unit: str) -> bool:
    """Return whether a unit is percentage points."""
    return unit in _ANY_POINTS


def is_counted(unit: str) -> bool:
    """Return whether whole numbers of this unit are exact: 5 家, but not 5 万家."""
    return unit.lstrip("余多") in things()


def base_of(unit: str) -> str | None:
    """Return the base of a unit, None where the model does not know it.

    >>> base_of("万亿元"), base_of("平方千米"), base_of("款")
    ('元', '平方公里', None)
    """
    try:
        return unit_of(unit).base
    except UnitError:
        return None


_SCALED = pattern(r"(?:(?P<scale>thousand|million|billion|trillion) )?(?P<noun>.+)")
_POWERS = {None: 0, "": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def unscaled(unit: str) -> tuple[int, str]:
    """Return the power of ten that a unit begins with in words, and the rest of it.

    >>> unscaled("million bushels"), unscaled("crates")
    ((6, 'bushels'), (0, 'crates'))
    """
    found = _SCALED.fullmatch(unit)
    return (_POWERS[found["scale"]], found["noun"]) if found else (0, unit)


def shift_between(one: str, two: str) -> int | None:
    """Return the power of ten from one unit to another where both are of one noun that nobody knows.

    >>> shift_between("billion bushels", "million bushels"), shift_between("bushels", "crates")
    (3, None)
    >>> shift_between("billion", "million bushels"), shift_between("billion", "bushels")
    (3, None)
    """
    (power, noun), (other, same) = unscaled(one), unscaled(two)
    if one in _POWERS and other:
        return _POWERS[one] - other
    return power - other if noun.casefold() == same.casefold() else None


def unit_of(text: str, of: Unit | None = None) -> Unit:
    """Return the unit of a claim; money of no country is that of the figures, if it has that noun.

    Else a dollar is the American one, as texts mean it.

    Raises
    ------
    UnitError
        When the unit is not known.

    >>> unit_of("million pounds", of=Unit.parse("百万英镑")).root, unit_of("dollars").code
    ('英镑', 'USD')
    """
    found = Unit.parse(text)
    if (
        of is not None
        and found.is_money
        and not found.code
        and f" {of.one}".endswith(f" {found.one}")
    ):
        return replace(found, root=of.root, shift=of.shift)
    return Unit.parse(_DOLLAR.sub("US dollars", text)) if found.base == "dollar" else found


def is_on_year(unit: str) -> bool:
    """Return whether a unit is that of an index on a year.

    >>> is_on_year("2015年=100"), is_on_year("上年=100"), is_on_year("%")
    (True, False, False)
    """
    return _ON_YEAR.fullmatch(unit) is not None


def is_money(unit: str) -> bool:
    """Return whether a unit is money of any currency."""
    return Unit.of(unit).is_money
