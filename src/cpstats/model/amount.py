"""A number with its unit as a sentence writes it: 1811.9亿元, 181.19 billion yuan, 约3.3万亿元."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from cpstats.model.quantity import half_up
from cpstats.model.typeset import number_text
from cpstats.model.unit import COUNTED, Unit, UnitError

if TYPE_CHECKING:
    from cpstats.model.figure import Figure

MYRIAD, BILLION, MILLION, THOUSAND = 4, 9, 6, 3
MOST = 2  # decimals of an amount in a sentence: 6863.0320亿元 was printed in 万元
_CHINESE = {0: "", 4: "万", 8: "亿", 12: "万亿"}
_ENGLISH = {0: "", THOUSAND: "thousand", MILLION: "million", BILLION: "billion", 12: "trillion"}
_NOUNS = {
    "元": "yuan",
    "美元": "US dollars",
    "人": "people",
    "亩": "mu",
    "公里": "kilometers",
    "平方公里": "square kilometers",
    "平方米": "square meters",
    "倍": "times",
}
_PLAIN = {
    "%": "percent",
    "百分点": "percentage points",
    "微克/立方米": "micrograms per cubic meter",
}


def places(figure: Figure) -> int:
    """Return the decimals that a figure has, below zero where it was rounded to tens or more.

    >>> from cpstats.model.figure import Figure
    >>> given = dict(indicator="gdp", ref_area="110000", time_period="2024-H1", unit="亿元")
    >>> places(Figure(**given, value=21800, low=21750, high=21850))  # printed 2.18万亿元
    -2
    """
    assert figure.value is not None, "the caller asks for a value first"
    if figure.formula is None and figure.low is not None and figure.high is not None:
        width = figure.high - figure.low
        return min(-round(log10(width)) if width > 0 else figure.decimals, MOST)
    if not figure.bound or figure.decimals:
        return min(figure.decimals, MOST)
    digits = half_up(abs(figure.value), 0)
    return len(digits.rstrip("0")) - len(digits) if digits.strip("0") else 0


def chinese(figure: Figure) -> str:
    """Return value and unit in Chinese; what is known to thousands only is said in 万 or 亿.

    >>> from cpstats.model.figure import Figure
    >>> given = dict(indicator="disposable_income", ref_area="110114", time_period="2021/2025")
    >>> chinese(Figure(**given, value=60000, low=60000, bound="lower", unit="元"))
    '6万元'
    """
    assert figure.value is not None, "the caller asks for a value first"
    known = places(figure)
    base, power = _read(figure.unit)
    if known < 0 and base and power + MYRIAD in _CHINESE and abs(figure.value) >= 10**MYRIAD:
        return (
            half_up(figure.value / 10**MYRIAD, max(known + MYRIAD, 0))
            + f"{_CHINESE[power + MYRIAD]}{base}"
        )
    return half_up(figure.value, max(known, 0)) + figure.unit


def english(figure: Figure) -> str:
    """Return value and unit in English, 亿 as billion, 万 as million or thousand.

    >>> from cpstats.model.figure import Figure
    >>> given = dict(indicator="gdp", ref_area="110114", time_period="2024")
    >>> english(Figure(**given, value=1811.9, low=1811.85, high=1811.95, unit="亿元", decimals=1))
    '181.19 billion yuan'
    """
    assert figure.value is not None, "the caller asks for a value first"
    base, power = _read(figure.unit)
    known = places(figure)
    needed = max(known, 0) if figure.bound in ("lower", "upper") else known  # a threshold is exact
    if not base:
        return f"{number_text(figure.value, max(known, 0))} {_PLAIN.get(figure.unit, figure.unit)}"
    scale = _scale(figure.value, power, needed)
    number = number_text(figure.value / 10.0 ** (scale - power), max(known + scale - power, 0))
    return " ".join(filter(None, (number, _ENGLISH[scale], _NOUNS.get(base, ""))))


def things(figure: Figure) -> bool:
    """Return whether a figure counts things that its indicator names: 49 parks, not 49 yuan."""
    base, _ = _read(figure.unit)
    return bool(base) and base not in _NOUNS


def _read(unit: str) -> tuple[str, int]:
    """Return base and power of ten of a unit that is counted in tens of thousands."""
    try:
        found = Unit.parse(unit)
    except UnitError:
        return "", 0
    return (found.base, found.power) if found.base in COUNTED else ("", 0)


def _scale(value: float, power: int, known: int) -> int:
    """Return the English power of ten that needs no digit more than is known."""
    if power < MYRIAD:
        return 0
    first = BILLION if power >= 2 * MYRIAD else MILLION if abs(value) >= 100 else THOUSAND
    fitting = (s for s in _ENGLISH if s >= first and known + s - power >= 0)
    return next(fitting, first)
