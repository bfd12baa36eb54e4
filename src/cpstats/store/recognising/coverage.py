"""Spans that say for which years there are figures, and not when those beside them are of; days in a column of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.recognising.asking import over
from cpstats.store.recognising.asking_days import ADD_UP
from cpstats.store.recognising.inquiry import QuestionError, Way
from cpstats.store.recognising.perhaps_places import texts_of
from cpstats.store.recognising.units_that_change import look_for_changing_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period
    from cpstats.store.hints import Hints
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

LONG = 10  # years
FEWEST = 3  # spans
DAYS = (
    "day",
    "days",
    "dd",
    "tag",
    "jour",
    "día",
    "dia",
    "giorno",
    "dag",
    "dzień",
    "день",
    "gün",
    "日",
    "日期",
)
LAST = 31


def look_for_coverage(sheet: Sheet, outline: Outline, hints: Hints) -> None:
    """Ask of which year figures are where the spans beside them end in one year and begin in several, long before.

    Raises
    ------
    QuestionError
        With that year, and the column left out; or where the unit changes with the years.
    """
    look_for_changing_units(sheet, outline, hints)
    for column in (c for c, kind in outline.keys.items() if kind == "time"):
        texts = texts_of(sheet, outline, column)
        spans = [p for t in texts if (p := period_of(t)) is not None and p.freq is Freq.SPAN]
        if len(spans) < max(FEWEST, len(texts)) or not _are_coverage(spans):
            continue
        title, year = over(sheet, outline.header, column), str(max(spans[0].years))
        flag = f"--column {column + 1}=skip --when {year}"
        raise QuestionError(
            Message(
                "column {} (“{}”) has spans that all end in {} and begin in several years: it may say for which years there are figures",
                "第 {0} 列（“{1}”）的各个时段都止于 {2} 年而起始年份不同，可能是数据的覆盖范围",
                column + 1,
                title,
                year,
            ),
            where=sheet.where(outline.data.start, column),
            mend=Message(
                "Leave it out, and name the year of the figures: {}.",
                "请略去该列，并指明数据的年份：{}。",
                flag,
            ),
            ways=[Way(flag, {"period": year}, {str(column + 1): "skip"}, {})],
        )


def _are_coverage(spans: list[Period]) -> bool:
    """Whether spans end in one year, and begin in several that lie long before it.

    >>> from cpstats.model.period import span
    >>> _are_coverage([span(1960, 2021), span(1970, 2021), span(2000, 2021)]), _are_coverage([span(2011, 2015), span(2016, 2020)])
    (True, False)
    """
    ends = {max(p.years) for p in spans}
    begins = {min(p.years) for p in spans}
    return len(ends) == 1 and len(begins) > 1 and max(ends) - min(begins) >= LONG


def look_for_days(sheet: Sheet, cells: Sequence[Sequence[str]], outline: Outline) -> None:
    """Refuse figures by the day whose year, month and day stand in columns of their own.

    Raises
    ------
    DataError
        At the first day.
    """
    if not {"time", "part"} <= {*outline.keys.values()}:
        return
    heads = ((i, c) for i in outline.header for c in range(len(cells[i])) if c not in outline.keys)
    for i, c in heads:
        days = {cells[k][c] for k in outline.data if c < len(cells[k])} - {""}
        if cells[i][c].casefold() in DAYS and all(t.isdecimal() and int(t) <= LAST for t in days):
            raise DataError(
                Message(
                    "column {} (“{}”) holds days: figures by the day are not read",
                    "第 {} 列（“{}”）为日：不读取逐日数据",
                    c + 1,
                    cells[i][c],
                ),
                where=sheet.where(outline.data.start, c),
                mend=ADD_UP,
            )
