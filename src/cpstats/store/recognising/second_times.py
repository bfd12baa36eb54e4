"""Columns of times beside one another: parts of years beside dates, a time of its own beside each figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.recognising.agreeing import is_within_year
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.inquiry import QuestionError, leaves_out

# the number of a month, or 00 for the whole year
YEAR_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)(?:0\d|1[0-2])(?:\.0)?")

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from cpstats.store.recognising.column_kinds import Column, Together
    from cpstats.store.sheet import Sheet


def look_for_second_time(
    sheet: Sheet, line: int, together: Together, figures: Sequence[int], one: int, two: int
) -> None:
    """Ask where figures go with either of two times of one name that differ.

    `figures`, `one` and `two` are columns, counted from 0, `line` the first one of figures.

    Raises
    ------
    QuestionError
        With the columns that leave one group of them.
    """
    if all(a == b for a, b in together.pairs(one, two)):
        return
    before = [f for f in figures if f < one]
    between = [f for f in figures if one < f < two]
    behind = [f for f in figures if f > two]
    if not between or not (before or behind):
        return
    groups = ((*before, one), (*between, two)) if before else ((one, *between), (two, *behind))
    ways = [leaves_out([n + 1 for n in group]) for group in reversed(groups)]
    raise QuestionError(
        Message(
            "columns {} and {} both say when, and not the same",
            "第 {} 列和第 {} 列都是时间，但不相同",
            one + 1,
            two + 1,
        ),
        where=sheet.where(line, two),
        mend=Message(
            "Read the figures of each by themselves, and leave out those of the other: {}.",
            "请分别读取各自的数据，并跳过另一组：{}。",
            ways[0].flag,
        ),
        ways=ways,
    )


def dates_alone(
    keys: dict[int, str], columns: Sequence[Column], together: Together, said: Container[int]
) -> None:
    """Leave out of `keys` the quarter or month beside dates that say it too; alone, with its year, it is the time.

    Quarters without a year are part of one, whatever stands over them: period, Q1.
    """
    times, parts = _of(keys, "time"), _of(keys, "part")
    if len(times) == 1 and not parts and _names_parts(columns[times[0]]) and times[0] not in said:
        keys[times[0]] = "part"
    for c in parts:
        whole = columns[c].is_time and not columns[c].is_part
        if is_date(columns[c].texts[0]) and all(columns[t].is_counted for t in _of(keys, "time")):
            keys |= dict.fromkeys(_of(keys, "time"), "other")
        if not _of(keys, "time") and whole:
            keys[c] = "time"
        elif whole and c not in said and all(together.follows(t, c) for t in _of(keys, "time")):
            keys[c] = "other"  # 2023M01, January 2023
    _without_years_of_dates(keys, columns, together, said)


def _without_years_of_dates(
    keys: dict[int, str], columns: Sequence[Column], together: Together, said: Container[int]
) -> None:
    """Leave out of `keys` the years and parts of them that months and quarters say too."""
    dates = [columns[c] for c in _of(keys, "time") if is_within_year(columns[c].texts[0])]
    for c in _of(keys, "part"):
        if any(len(d.texts) > len(columns[c].texts) for d in dates) and c not in said:
            keys[c] = "other"
    for column in columns:
        if column.number not in keys and column.content == "period" and dates:
            pairs = together.pairs(dates[0].number, column.number)
            if all(when.startswith(year.removesuffix(".0")) for when, year in pairs):
                keys[column.number] = "other"
    for column in columns:
        dated = column.content == "period" or all(map(YEAR_MONTH.fullmatch, column.said))
        if column.number not in keys and dated and len(column.said) > 1:
            beside = [together.pairs(t, column.number) for t in _of(keys, "time")]
            if any(p and all(_are_of_one_year(*pair) for pair in p) for p in beside):
                keys[column.number] = "other"


def _are_of_one_year(one: str, other: str) -> bool:
    """Whether two texts are periods of one year: it in two eras, or one with its month.

    >>> _are_of_one_year("民國82年", "1993"), _are_of_one_year("2013", "201300"), _are_of_one_year("2013", "1871")
    (True, True, False)
    """
    year = period_of(one.removesuffix(".0"))
    if month := YEAR_MONTH.fullmatch(other):
        return year is not None and month["year"] == str(year.year)
    second = period_of(other.removesuffix(".0"))
    return year is not None and second is not None and year.year == second.year


def _names_parts(column: Column) -> bool:
    """Whether every cell names a quarter or month without its year, by more than its number."""
    return column.is_part and not any(t.removesuffix(".0").isdecimal() for t in column.said)


def days_alone(texts: Collection[str]) -> list[str]:
    """Return those of some times that are days, where all others are months by their names; all where they are not.

    >>> sorted(days_alone({"2018-12-01", "November 2018", "2018-10-01"})), sorted(days_alone({"2018-12-01", "2017"}))
    (['2018-10-01', '2018-12-01'], ['2017', '2018-12-01'])
    """
    days = [t for t in texts if is_date(t)]
    named = [period_of(t) for t in texts if not is_date(t)]
    months = all(p is not None and p.freq is Freq.MONTH for p in named)
    return days if days and months else [*texts]


def _of(keys: dict[int, str], role: str) -> list[int]:
    return sorted(c for c, own in keys.items() if own == role)
