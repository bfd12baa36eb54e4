"""A scale in a column or line of its own: thousands, 6, Units; put before the unit it becomes one unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.unit import Unit, UnitError
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.unit_words import in_english, in_english_scale

if TYPE_CHECKING:
    from collections.abc import Sequence

OMITTED = re.compile(
    r"\(?(?:figures? )?0{3}(?:,?0{3})?s? omitted\)?", re.IGNORECASE
)  # (000 omitted)
ONE = frozenset(("", "units", "unit", "ones", "one", "0", "1", "actual", "个", "none", "eins"))
BY_POWER = {
    2: "hundred",
    3: "thousand",
    4: "10 thousand",
    5: "lakh",
    6: "million",
    7: "crore",
    8: "100 million",
    9: "billion",
    12: "trillion",
}
WORDS = {
    "hundreds": 2, "hundred": 2, "thousands": 3, "thousand": 3, "000s": 3, "'000": 3, "000": 3,
    "tsd": 3, "tausend": 3, "mio": 6, "millionen": 6, "mrd": 9, "milliarden": 9,
    "millions": 6, "million": 6, "mn": 6, "billions": 9, "billion": 9, "bn": 9, "trillions": 12, "trillion": 12,
    "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7, "千": 3, "萬": 4, "億": 8, "百萬": 6, "兆": 12,
    "천": 3, "만": 4, "백만": 6, "억": 8, "십억": 9, "조": 12, "万": 4, "百万": 6, "亿": 8, "十亿": 9, "万亿": 12, "tens of thousands": 4, "hundred millions": 8,
}  # fmt: skip


def power_of(text: str) -> int | None:
    """Return the power of ten of a scale; None where it is none.

    >>> power_of("Thousands"), power_of("6"), power_of("1000"), power_of("Units"), power_of("km")
    (3, 6, 3, 0, None)
    >>> power_of("Milliards"), power_of("млн."), power_of("miles"), power_of("Crore"), power_of("億")
    (9, 6, 3, 7, 8)
    """
    word = text.strip().casefold().removesuffix(".0").rstrip(".").replace(",", "")
    if word in ONE:
        return 0
    if (english := in_english_scale(word)) in WORDS:
        return WORDS[english]
    if word.isdecimal() and word.strip("0") == "1" and len(word) < 14:
        return len(word) - 1
    return int(word) if word.isdecimal() and int(word) in BY_POWER else None


def is_scale(text: str) -> bool:
    """Whether a text is a word or a number for a power of ten."""
    return power_of(text) is not None


def scaled(unit: str, scale: str) -> str:
    """Return a unit with the scale before it; a unit that has this scale already stays.

    >>> scaled("Persons", "thousands"), scaled("Euro", "6"), scaled("Euro", "Units"), scaled("", "Millions")
    ('thousand Persons', 'million Euro', 'Euro', 'million')
    >>> scaled("Tausend", "Tausend"), scaled("тыс. тонн", "3")
    ('Tausend', 'тыс. тонн')
    """
    power = power_of(scale)
    if not power:
        return unit
    word = BY_POWER.get(power, f"10^{power}")
    try:
        has = Unit.parse(in_english(unit)).power if unit else 0
    except UnitError:
        has = 0
    return unit if power in (has, power_of(unit)) else f"{word} {unit}".strip()


def scale_in_lines(rows: Sequence[Sequence[str]]) -> tuple[list[Sequence[str]], str]:
    """Return lines above a table without that which says nothing but the scale of its figures, and that scale.

    >>> scale_in_lines([["Scale: 1000", ""], ["Tin", ""]]), scale_in_lines([["Scale", "Millions"], ["Scale: 1:5"]])
    (([['Tin', '']], '1000'), ([['Scale: 1:5']], 'Millions'))
    >>> scale_in_lines([["(000 omitted)"]])
    ([], '1000')
    """
    left: list[Sequence[str]] = []
    found = ""
    for row in rows:
        filled = [text.strip() for text in row if text.strip()]
        word, _, value = filled[0].partition(":") if len(filled) == 1 else ("", "", "")
        if len(filled) == 2:
            word, value = filled
        if len(filled) == 1 and OMITTED.fullmatch(filled[0]):
            word, value = "scale", "1" + "0" * filled[0].count("0")
        said = role_of(word) == "scale" if word and value else False
        power = power_of(value) if said else None
        if power is None or (value.strip().isdecimal() and 0 < power < 3):
            left.append(row)
        else:
            found = found or value.strip()
    return left, found
