"""Roman numerals beside years: those of months, those of quarters, and those that may be of either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, Period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cpstats.store.sheet import Sheet

# I-2021, XII. 2021, 2021/IV, 2021. IX.
NUMBERED = pattern(
    r"(?:(?P<first>[IVX]{1,4})\.?[ /.-]{0,2}(?P<behind>(?:19|20)\d\d)|(?P<before>(?:19|20)\d\d)\.?[ /.-]{1,2}(?P<last>[IVX]{1,4}))\.?"
)
NUMERALS = {
    n: i
    for i, n in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)  # noqa: SIM905 - as read
}
QUARTERS = 4
# a word for quarters in what stands around them
SPEAKS = pattern(
    r"quarter|quartal|vierteljahr|trim|kwarta|квартал|negyedév|çeyrek|kvart|čtvrtlet|štvrťro|četrtlet|tromjeseč|tromeseč|ketvir|ceturks|"
    r"τρίμην|триме|季|分기|四半期|triwulan|suku|quý",
    re.IGNORECASE,
)


def _parts(texts: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return the year and the number of each text that is a year and a numeral from I to XII."""
    found = {text: of for text in texts if (of := NUMBERED.fullmatch(text))}
    made = {
        text: (int(of["behind"] or of["before"]), NUMERALS.get(of["first"] or of["last"], 0))
        for text, of in found.items()
    }
    return {text: part for text, part in made.items() if part[1]}


def month_in_roman(found: re.Match[str], labels: list[str]) -> Period | None:
    """Return the month of a numeral beside its year, where one of all the labels is above IV."""
    parts = _parts(labels)
    own = parts.get(found.string)
    months = own and max(number for _, number in parts.values()) > QUARTERS
    return Period(Freq.MONTH, *own) if own and months else None


def may_be_months(texts: Collection[str]) -> str:
    """Return the last of numerals from I on, none above IV, that may be of months; empty where they are quarters.

    They are quarters where a year has all four, and where one is followed by the first of the next year.

    >>> may_be_months(["I-2021", "II-2021", "III-2021"]), may_be_months(["III-2020", "IV-2020", "I-2021"])
    ('III-2021', '')
    >>> may_be_months(["I-2021", "II-2021", "III-2021", "IV-2021"]), may_be_months(["I-2021", "V-2021"])
    ('', '')
    """
    parts = _parts(texts)
    numbers = {number for _, number in parts.values()}
    if not numbers or max(numbers) > QUARTERS:
        return ""
    years = {year: {n for y, n in parts.values() if y == year} for year, _ in parts.values()}
    turned = any(QUARTERS in own and 1 in years.get(year + 1, ()) for year, own in years.items())
    if turned or len(years) > 1 or any(len(own) == QUARTERS for own in years.values()):
        return ""
    return max(parts, key=lambda text: parts[text])


def look_for_open_numerals(
    sheet: Sheet, cells: Sequence[Sequence[str]], first: int, texts: Collection[str]
) -> None:
    """Refuse numerals that may be of months or of quarters, where no word above the figures says of which.

    Raises
    ------
    DataError
        At the last of them.
    """
    text = may_be_months(texts)
    if not text or any(SPEAKS.search(t) for row in cells[:first] for t in row):
        return
    at = next(((i, c) for i, row in enumerate(cells) for c, t in enumerate(row) if t == text), None)
    if at is None:
        return
    raise DataError(
        Message("“{}” may be a month or a quarter", "“{}”可能是月份，也可能是季度", text),
        where=sheet.where(*at),
        mend=Message(
            "Write 2024-03 or 2024-Q3; a title with “quarterly” says that they are quarters.",
            "请写作2024-03或2024-Q3；标题中有“季度”即为季度。",
        ),
    )
