"""A number with its unit as a sentence writes it: 1811.9亿元, 181.19 billion yuan, 约3.3万亿元."""

from __future__ import annotations

from dataclasses import replace
from math import log10

from cpstats.model.figure import Figure, plain
from cpstats.model.pattern import pattern
from cpstats.model.quantity import half_up
from cpstats.model.typeset import number_text
from cpstats.model.unit import Unit

MYRIAD, TRILLION, BILLION, MILLION, THOUSAND = 4, 12, 9, 6, 3
LONG = 9  # a number of more digits is told in billions
MOST = 2  # decimals of an amount in a sentence: 6863.0320亿元 was printed in 万元
_HAN = pattern(r"[\u3400-\u9fff]")
_CHINESE = {0: "", 4: "万", 8: "亿", 12: "万亿"}
_ENGLISH = {
    0: "",
    THOUSAND: "thousand",
    MILLION: "million",
    BILLION: "billion",
    TRILLION: "trillion",
}


def places(figure: Figure) -> int:
    """Return the decimals that a figure has, below zero where it was rounded to tens or more.

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

    >>> given = dict(indicator="disposable_income", ref_area="110114", time_period="2021/2025")
    >>> chinese(Figure(**given, value=60000, low=60000, bound="lower", unit="元"))
    '6万元'
    """
    assert figure.value is not None, "the caller asks for a value first"
    known, size = places(figure), abs(figure.value)
    unit = Unit.of(figure.unit)
    steps = 1 if known < 0 and size >= 10**MYRIAD else 0
    if not figure.bound and size >= 10**LONG:  # 3.35万亿美元, of sixteen digits
        steps = int(log10(size)) // MYRIAD
    scale = unit.power + steps * MYRIAD
    if steps and unit.counted and scale in _CHINESE and unit.label("zh").endswith(unit.base):
        decimals = max(known + steps * MYRIAD, 0) if known < 0 else MOST
        number = half_up(figure.value / 10 ** (steps * MYRIAD), decimals)
        return f"{number}{_CHINESE[scale]}{unit.base}"
    label = unit.label("zh")
    blank = " " if label[:1].isascii() and label[:1].isalnum() else ""
    return half_up(figure.value, max(known, 0)) + blank + label


def english(figure: Figure) -> str:
    """Return value and unit in English, 亿 as billion, 万 as million or thousand.

    >>> given = dict(indicator="gdp", ref_area="110114", time_period="2024")
    >>> english(Figure(**given, value=1811.9, low=1811.85, high=1811.95, unit="亿元", decimals=1))
    '181.19 billion yuan'
    """
    assert figure.value is not None, "the caller asks for a value first"
    unit, known = Unit.of(figure.unit), places(figure)
    needed = max(known, 0) if figure.bound in ("lower", "upper") else known  # a threshold is exact
    if not unit.counted:
        number = number_text(figure.value, max(known, 0))
        return f"{number} {_named(unit, number) or figure.unit}".rstrip()
    scale = _scale(figure.value, unit.power, needed)
    decimals = max(known + scale - unit.power, 0)
    if scale - unit.power >= MILLION:
        decimals = min(decimals, MOST + 1)
    number = number_text(figure.value / 10.0 ** (scale - unit.power), decimals)
    name = "" if things(figure) else _named(unit, "" if scale else number)
    return " ".join(filter(None, (number, _ENGLISH[scale], name)))


def natural(figure: Figure, decimals: int) -> tuple[Figure, int]:
    """Return a figure in thousands, millions, billions, and its decimals there: no 亿 in English.

    >>> given = dict(indicator="gdp", ref_area="110114", time_period="2024", unit="亿元")
    >>> told, decimals = natural(Figure(**given, value=1811.9), 1)
    >>> told.value, told.unit, decimals
    (181.19, 'billion yuan', 2)
    """
    unit = Unit.of(figure.unit)
    if not unit.counted or unit.power in _ENGLISH:
        return figure, decimals
    scale = next(power for power in _ENGLISH if power > unit.power)
    more = scale - unit.power
    value, low, high = (
        None if end is None else plain(end / 10.0**more)
        for end in (figure.value, figure.low, figure.high)
    )
    places = decimals + more
    if figure.bound and value is not None:  # a threshold gains no digits
        places = len(f"{value:.{places}f}".rstrip("0").partition(".")[2])
    name = unit.english(scale)
    return replace(figure, value=value, low=low, high=high, unit=name), places


def things(figure: Figure) -> bool:
    """Return whether a figure counts things that its indicator names: 49 parks, not 49 yuan."""
    unit = Unit.of(figure.unit)
    return (
        unit.kind == "count" and unit.counted and (not unit.many or bool(_HAN.search(unit.symbol)))
    )


def _named(unit: Unit, number: str) -> str:
    """Return a unit behind a number: 1 kilometer, 2 kilometers."""
    return unit.one if number == "1" else unit.many


def _scale(value: float, power: int, known: int) -> int:
    """Return the English power of ten that needs no digit more than is known."""
    if not power and abs(value) >= 10**LONG:
        return min(int(log10(abs(value))) // THOUSAND * THOUSAND, TRILLION)
    if power in _ENGLISH and power < MYRIAD:
        return power
    if power < MYRIAD:
        return 0
    first = BILLION if power >= 2 * MYRIAD else MILLION if abs(value) >= 100 else THOUSAND
    fitting = (s for s in _ENGLISH if s >= first and known + s - power >= 0)
    return next(fitting, first)
