"""Quarters, halves and months of years of accounts: 2020-21 Q1, Q2 FY24, Q1 below 2020-21.

Which months they cover hangs on the month that the year begins with, and for FY24 on which of its years it is named
by. Labels with months in brackets, words of the file (April to March, fiscal year ending June) or the user say it;
else it is asked. Read is then what they are in the calendar: Q1 of a year that begins in April is Q2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.period import fiscal
from cpstats.store.cells import century, period_of
from cpstats.store.frequencies import WHOLE_YEAR, months_of, part_of_year
from cpstats.store.recognising.beginning_of_accounts import (
    BEGINS,
    CALENDAR,
    ENDS,
    months_in_words,
    named_by,
    which_month,
    which_year,
)
from cpstats.store.recognising.months_of_accounts import first_month
from cpstats.store.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.model.period import Period
    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]
    Place = tuple[int, int]  # row and column

MONTHS = 12
LONGEST = 40  # signs of a label
FEWEST = 2  # parts below or beside a year
YEAR = (
    r"(?:(?P<fy>FY|F\.Y\.|(?:fiscal|financial)(?: year)?) ?['’]?)?"
    r"(?P<year>(?:19|20)\d\d|(?<![\d-])\d\d)(?:[-–/](?P<next>(?:19|20)\d\d|\d\d))?"
)
PART = r"(?P<part>[^\W\d_]{1,9}?[. -]?[1-4]|[1-4](?:st|nd|rd|th)? ?[^\W\d_]{1,9}?|[^\W\d_]{1,9}?[.]?(?: (?:quarter|half))?|[^\W\d_]{3,9}\.?[-–][^\W\d_]{3,9}?\.?)"
ALONE = pattern(YEAR, re.IGNORECASE)
YEAR_FIRST = pattern(rf"{YEAR}[ :,/_.-]{{0,3}}{PART}", re.IGNORECASE)
PART_FIRST = pattern(rf"{PART}[ :,/_.-]{{0,3}}(?:of )?{YEAR}", re.IGNORECASE)
BRACKET = pattern(r" ?\(([^()]{3,25})\)")


@dataclass(frozen=True, slots=True)
class Year:
    """A year of accounts as a label names it; `begins` is 0 where it does not say in which year it begins."""

    number: int
    begins: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of such a year: its first month (that of the calendar is `named`) and how many months it has; `start`: as its bracket says."""

    year: Year
    first: int
    length: int
    named: bool
    start: int = 0


@lru_cache(maxsize=4096)
def year_of(text: str) -> Year | None:
    """Return the year of accounts that a label is; a bare 2020 is none.

    >>> year_of("2020-21"), year_of("FY24"), year_of("FY 2020-2021").begins, year_of("2020"), year_of("2020-25")
    (Year(number=2020, begins=2020), Year(number=2024, begins=0), 2020, None, None)
    """
    found = ALONE.fullmatch(text)
    return _year(found) if found else None


def _year(found: re.Match[str]) -> Year | None:
    first, last = found["year"], found["next"]
    if not found["fy"] and (last is None or len(first) == len("21")):
        return None
    number = century(first) if len(first) == len("21") else int(first)
    if last is None:
        return Year(number)
    return Year(number, number) if int(last) in (number + 1, (number + 1) % 100) else None


@lru_cache(maxsize=65_536)
def part_in(text: str) -> Part | None:
    """Return the part of a year of accounts that a label names; None for any other text.

    >>> part_in("2020-21 Q1"), part_in("Q2 (Jul-Sep) FY24").start, part_in("2019/20 Q3").first, part_in("4QFY24").first
    (Part(year=Year(number=2020, begins=2020), first=1, length=3, named=False, start=0), 4, 7, 10)
    >>> part_in("April 2020-21").named, part_in("Q1 2020"), part_in("2020-21"), part_in("Tea FY24")
    (True, None, None, None)
    """
    if len(text) > LONGEST or not any(c.isdigit() for c in text):
        return None
    bracket = BRACKET.search(text)
    bare = BRACKET.sub("", text).strip()
    found = YEAR_FIRST.fullmatch(bare) or PART_FIRST.fullmatch(bare)
    year = _year(found) if found else None
    return _part(found["part"], year, bracket[1] if bracket else "") if found and year else None


def _part(text: str, year: Year, inside: str = "") -> Part | None:
    """Return a part of a year by its word; `inside` are the months in a bracket behind it."""
    bracket = BRACKET.search(text)
    text, inside = BRACKET.sub("", text).strip(" :,-"), bracket[1] if bracket else inside
    run = months_of(text.casefold())
    if run:
        return Part(year, run[0], run[1] - run[0] + 1, named=True)
    code = part_of_year(text)
    if not code:
        return None
    if code.isdigit():
        return Part(year, int(code), 1, named=True)
    length = 3 if code[0] == "Q" else 6
    first = (int(code[1]) - 1) * length
    months = months_of(inside.strip().casefold())
    start = (months[0] - 1 - first) % MONTHS + 1 if months else 0
    return Part(year, first + 1, length, named=False, start=start)


def code_of(part: Part, start: int, named: str) -> str:
    """Return what a part is in the calendar, of a year that begins with the month `start` and is named by its beginning or its end.

    >>> code_of(part_in("2020-21 Q1"), 4, ""), code_of(part_in("2020-21 Q4"), 4, ""), code_of(part_in("Q1 FY24"), 10, "ends")
    ('2020-Q2', '2021-Q1', '2023-Q4')
    >>> code_of(part_in("2020-21 H1"), 4, ""), code_of(part_in("2020-21 H1"), 7, ""), code_of(part_in("Feb 2020-21"), 7, "")
    ('4/2020 - 9/2020', '2020-H2', '2021-02')
    """
    begins = part.year.begins or part.year.number - (named == ENDS)
    month = part.first + MONTHS * (part.first < start) if part.named else start + part.first - 1
    if named == CALENDAR and not part.year.begins:
        month = part.first
    year, month = begins + (month - 1) // MONTHS, (month - 1) % MONTHS + 1
    if part.length == 1:
        return f"{year}-{month:02d}"
    whole = {3: "Q", 6: "H"}.get(part.length, "")
    if whole and month % part.length == 1:
        return f"{year}-{whole}{(month - 1) // part.length + 1}"
    last = month + part.length - 1
    return f"{month}/{year} - {(last - 1) % MONTHS + 1}/{year + (last - 1) // MONTHS}"


def part_of_accounts(word: str, year: Period, start: int) -> Period | None:
    """Return the month, quarter or half that a word names in a year of accounts which begins with the month `start`.

    None where that is 0, or where it is no quarter or half of the calendar.

    >>> [str(part_of_accounts(w, fiscal(2018), 7)) for w in ("July", "January", "Q1", "H2")]
    ['2018-07', '2019-01', '2018-Q3', '2019-H1']
    >>> part_of_accounts("July", fiscal(2018), 0), part_of_accounts("Q1", fiscal(2018), 3)
    (None, None)
    """
    part = _part(word, Year(year.year, year.year)) if start else None
    return period_of(code_of(part, start, "")) if part else None


def with_parts_of_calendar(sheet: Sheet, said: tuple[int, str]) -> Sheet:
    """Return a sheet whose quarters and months of years of accounts are those of the calendar; `said`: see `Hints.accounts`.

    Raises
    ------
    QuestionError
        Where nothing says with which month the years begin, or by which of its years one is named.
    """
    every = dict.fromkeys(chain.from_iterable(sheet.rows))
    near = [text for text in every if text and len(text) <= LONGEST and not text.isdecimal()]
    labels = {text: part for text in near if (part := part_in(plain(text)))}
    years = {text: year for text in near if (year := year_of(plain(text)))}
    at: dict[Place, Part] = {}
    bare: set[Place] = set()
    if years:
        for found, emptied in (_down(sheet.rows, years), _across(sheet.rows, years)):
            at |= found
            bare |= emptied
    parts = [*labels.values(), *at.values()]
    if not parts:
        return sheet
    first = _first(sheet.rows, labels, at)
    start, named = _settled(sheet, parts, said, first)
    codes = {text: code_of(part, start, named) for text, part in labels.items()}
    codes |= {t: str(_whole(y, named)) for t, y in years.items()}
    made = [[codes.get(text, text) for text in row] for row in sheet.rows]
    for i, c in bare:
        made[i][c] = ""
    for (i, c), part in at.items():
        made[i][c] = (
            code_of(part, start, named) if part.length < MONTHS else str(_whole(part.year, named))
        )
    i, c = first
    told = _told(sheet.rows[i][c], made[i][c], start or 1)
    return replace(sheet, rows=tuple(map(tuple, made)), remarks=(*sheet.remarks, told))


def _whole(year: Year, named: str) -> object:
    if year.begins or named != CALENDAR:
        return fiscal(year.begins or year.number - (named == ENDS))
    return year.number


def _told(text: str, code: str, start: int) -> Message:
    return Message(
        "“{}” is read as {}: the years of accounts begin with month {} (--fiscal says another)",
        "“{}”读作 {}：财政年度从 {} 月开始（可用 --fiscal 另行指定）",
        text,
        code,
        start,
    )


def _first(rows: Cells, labels: Mapping[str, Part], at: Mapping[Place, Part]) -> Place:
    """Return where the first part of such a year stands."""
    for i, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in labels or (i, c) in at:
                return i, c
    return 0, 0


def _settled(
    sheet: Sheet, parts: Sequence[Part], said: tuple[int, str], first: Place
) -> tuple[int, str]:
    """Return the month that the years begin with, and by which of their years those with one number are named."""
    start, named = said
    open_names = any(not part.year.begins for part in parts)
    if open_names and named == CALENDAR and all(not part.year.begins for part in parts):
        return 0, CALENDAR
    where, text = sheet.where(*first), sheet.rows[first[0]][first[1]]
    named = named or (named_by(sheet.rows) if open_names else "")
    if not start:
        brackets = {part.start for part in parts} - {0}
        start = brackets.pop() if len(brackets) == 1 else months_in_words(sheet.rows)
    if not start and all(part.named and part.length == 1 for part in parts):
        start = first_month(f"{part.first}月" for part in parts)
    if not start:
        raise which_month(where, text, named="" if open_names and not named else named or BEGINS)
    if open_names and not named:
        raise which_year(where, text, start)
    return start, named


def _down(rows: Cells, years: Mapping[str, Year]) -> tuple[dict[Place, Part], set[Place]]:
    """Return the parts that stand beside years of accounts, which stand on each line or on the first of several."""
    columns = {c for row in rows for c, text in enumerate(row[:-1]) if text in years}
    for c in sorted(columns):
        found, emptied = _beside(rows, years, c)
        if len(found) >= FEWEST:
            return found, emptied
    return {}, set()


def _beside(
    rows: Cells, years: Mapping[str, Year], column: int
) -> tuple[dict[Place, Part], set[Place]]:
    found: dict[Place, Part] = {}
    emptied: set[Place] = set()
    year: Year | None = None
    for i, row in enumerate(rows):
        if column + 1 >= len(row):
            continue
        text, word = row[column], plain(row[column + 1])
        year = years.get(text, None if text.strip() else year)
        part = _or_whole(word, year) if year else None
        if part:
            found[i, column + 1] = part
            emptied.add((i, column))
    if found:
        above = min(i for i, _ in found) - 1
        emptied |= (
            {(above, column)} if above >= 0 and _is_word_for_years(rows[above], column) else set()
        )
    return found, emptied


def _is_word_for_years(row: Sequence[str], column: int) -> bool:
    return column + 1 < len(row) and bool(row[column].strip()) and bool(row[column + 1].strip())


def _or_whole(word: str, year: Year) -> Part | None:
    return Part(year, 1, MONTHS, named=False) if WHOLE_YEAR.fullmatch(word) else _part(word, year)


def _across(rows: Cells, years: Mapping[str, Year]) -> tuple[dict[Place, Part], set[Place]]:
    """Return the parts below years of accounts, which stand over each of them or over the first of several."""
    for i, (row, below) in enumerate(_pairs(rows)):
        over = {c for c, text in enumerate(row) if text in years}
        if not over:
            continue
        found: dict[Place, Part] = {}
        year: Year | None = None
        for c, word in enumerate(below):
            text = row[c] if c < len(row) else ""
            year = years.get(text, None if text.strip() else year)
            part = _or_whole(plain(word), year) if year else None
            if part:
                found[i + 1, c] = part
        if len(found) >= FEWEST:
            return found, {(i, c) for c in over}
    return {}, set()


def _pairs(rows: Cells) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    return pairwise(rows)
