"""Questions and refusals about days: weeks, days, which number is the month, to which day an hour belongs."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, sentences
from cpstats.store.recognising.dates import are_year_day_month
from cpstats.store.recognising.inquiry import TRIED, QuestionError, Way, says

if TYPE_CHECKING:
    from cpstats.store.recognising.column_kinds import Column
    from cpstats.store.sheet import Sheet

ADD_UP = Message(
    "Add them up to months, quarters or years first.", "请先汇总为月度、季度或年度数据。"
)
EACH = Message(
    "If each stands for its month or year, write that: 2024-08.",
    "若各日代表所在的月或年，请写作 2024-08。",
)


def by_week(sheet: Sheet, data: range, column: Column) -> DataError:
    """Return the error for figures by the week."""
    return DataError(
        Message(
            "column {} (“{}”) counts weeks: figures by the week are not read",
            "第 {} 列（“{}”）为周次：不读取逐周数据",
            column.number + 1,
            column.title,
        ),
        where=sheet.where(data.start, column.number),
        mend=ADD_UP,
    )


def by_number_of_day(sheet: Sheet, data: range, column: Column) -> DataError:
    """Return the error for figures of days whose numbers stand beside year and month."""
    return DataError(
        Message(
            "column {} (“{}”) counts days: figures by the day are not read",
            "第 {} 列（“{}”）为日：不读取逐日数据",
            column.number + 1,
            column.title,
        ),
        where=sheet.where(data.start, column.number),
        mend=ADD_UP,
    )


def by_day(sheet: Sheet, data: range, column: Column) -> DataError:
    """Return the error for figures by the day; the question, where they may be months written behind the day."""
    if are_year_day_month(column.said):
        return QuestionError(
            Message(
                "“{}”: these are the first days of January of several years, or months written behind the day",
                "“{}”：这些或是各年1月的头几日，或是写在日之后的月份",
                column.said[0],
            ),
            where=sheet.where(data.start, column.number),
            mend=Message(
                "If they are months (2020-01-12 is December): --dates day-first.",
                "若为月份（2020-01-12 即12月），请写 --dates day-first。",
            ),
            ways=[says("dates", "dates", "day-first")],
        )
    return DataError(
        Message(
            "these are figures by the day or week (“{}”), which are not read",
            "这是逐日或逐周数据（“{}”），不读取",
            column.said[0],
        ),
        where=sheet.where(data.start, column.number),
        mend=sentences(ADD_UP, EACH),
    )


def one_day_of_all(sheet: Sheet, row: int, column: int, texts: tuple[str, str]) -> QuestionError:
    """Return the question for the one day, in the column of a title, that all figures are of."""
    text, title = texts
    skip = f"--column {quote(f'{title}=skip')}"
    return QuestionError(
        Message(
            "all figures are of one day, “{}”, which is no period",
            "全部数据属于同一天“{}”，不是时期",
            text,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Name the year or month that is meant: {} --when YEAR.",
            "请指明所指的年或月：{} --when YEAR。",
            skip,
        ),
        ways=[Way(f"{skip} --when YEAR", {"period": TRIED}, {title: "skip"}, {})],
    )


def which_order(sheet: Sheet, row: int, column: int, text: str) -> QuestionError:
    """Return the question for days of which the month may stand first or second."""
    return QuestionError(
        Message(
            "“{}”: nothing in the table says whether the day or the month stands first",
            "“{}”：表中无法判断日在前还是月在前",
            text,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Say it: --dates day-first or --dates month-first.",
            "请说明：--dates day-first（日在前）或 --dates month-first（月在前）。",
        ),
        ways=[says("dates", "dates", order) for order in ("day-first", "month-first")],
    )


def which_day(sheet: Sheet, row: int, column: int, text: str) -> QuestionError:
    """Return the question for a stamp at the end of the last day of a month, of which no zone is named."""
    return QuestionError(
        Message(
            "“{}” names no time zone: it may be the end of a month, or the beginning of the next elsewhere",
            "“{}”未注明时区：可能是月末，也可能是另一时区的下月初",
            text,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Say to which day it belongs: --dates same-day or --dates next-day.",
            "请说明属于哪一天：--dates same-day（当日）或 --dates next-day（次日）。",
        ),
        ways=[says("dates", "dates", day) for day in ("same-day", "next-day")],
    )
