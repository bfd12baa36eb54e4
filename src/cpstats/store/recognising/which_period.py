"""Errors and questions about the period of a line: a day where a period belongs, a quarter of no year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.period import Freq
from cpstats.store.hints import COMMON, MINGUO
from cpstats.store.recognising.beginning_of_accounts import LIKELY
from cpstats.store.recognising.inquiry import TRIED, QuestionError, any_year, says
from cpstats.store.recognising.labels import figures_of
from cpstats.store.recognising.republic import LABEL as REPUBLIC

INTERVAL = re.compile(r"^P\d|/P\d|^\d{4}-\d\d\S*/\d{4}-\d\d")

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cpstats.model.period import Period
    from cpstats.store.recognising.inquiry import Way
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet


def one_day(sheet: Sheet, row: int, column: int, text: str) -> DataError:
    """Return the error for a day where a period belongs."""
    return DataError(
        Message(
            "“{}” is a day, not a period; a spreadsheet may have made it of “1-2”",
            "“{}”是日期而不是时期，可能由电子表格把“1-2”自动改成",
            text,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Write 2024-01/2024-02 or 2024-01, in a column of text; figures by the day are not read: add them up first.",
            "请在文本格式的列中写作 2024-01/2024-02 或 2024-01；逐日数据不读取，请先汇总。",
        ),
    )


def no_period(sheet: Sheet, row: int, column: int, text: str) -> DataError:
    """Return the error for a text that is no period, in the column of times."""
    if REPUBLIC.fullmatch(text):
        return QuestionError(
            Message("“{}” does not say whose year it is", "“{}”未说明纪年", text),
            where=sheet.where(row, column),
            mend=Message(
                "Say how the years are counted: --era minguo (98 is 2009), or --era common (1998).",
                "请说明纪年方式：--era minguo（98年为2009年），或 --era common（1998年）。",
            ),
            ways=[says("era", "era", word) for word in (MINGUO, COMMON)],
        )
    mend = Message("Write 2024, 2024-Q1 or 2024-08.", "请写 2024、2024-Q1 或 2024-08。")
    what = Message("“{}” is no period that is known", "不认识时期“{}”", text)
    if INTERVAL.search(text):
        what = Message(
            "“{}” is an interval that is neither whole calendar years nor a year, half, quarter or month",
            "“{}”这一区间既不是整数个公历年，也不是年、半年、季度或月份",
            text,
        )
        mend = Message(
            "Write the years that are meant (2014/2016), or leave such lines out.",
            "请写所指的年份（2014/2016），或删去这些行。",
        )
    return DataError(what, where=sheet.where(row, column), mend=mend)


def any_period(labels: Collection[str]) -> Way:
    """Return the answer that names the time of labels: a month where some are of a month or of those so far.

    >>> any_period(["本月", "本月止累计"]).flag, any_period(["总量", "增长(%)"]).flag
    ('--when YEAR-MONTH', '--when YEAR')
    """
    kinds = filter(None, map(figures_of, filter(None, labels)))
    if any(kind.cumulated is not None for kind in kinds):
        return says("when", "period", f"{TRIED}-08", "YEAR-MONTH")
    return any_year()


def no_quarter(sheet: Sheet, row: int, column: int, text: str) -> DataError:
    """Return the error for a month under a word for quarters that is none of their ends."""
    return DataError(
        Message(
            "“{}” stands under a word for quarters, and the months there neither all begin nor all end one",
            "“{}”列于季度之下，但该列的月份既非全为季初月，也非全为季末月",
            text,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Call the column Month, or write quarters as 2024-Q3.",
            "请将该列改称“月份”，或将季度写作2024-Q3。",
        ),
    )


def no_year(sheet: Sheet, row: int, column: int, text: str) -> QuestionError:
    """Return the question for the year of a quarter or month that stands without one."""
    return QuestionError(
        Message("“{}” names no year", "“{}”没有年份", text),
        where=sheet.where(row, column),
        mend=Message("Name it with --when.", "请用 --when 指定年份。"),
        ways=[any_year()],
    )


def of_which_year(sheet: Sheet, row: int, column: int, said: tuple[str, Period]) -> QuestionError:
    """Return the question for a part of a year of accounts, of which nothing shows the calendar year it lies in."""
    return QuestionError(
        Message(
            "“{}” of {} may lie in either year: the order of the parts does not show where it begins",
            "“{}”在{}中可能属于前一年，也可能属于后一年：各部分的顺序未表明年度从何时开始",
            said[0],
            str(said[1]),
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Say with which month it begins: --fiscal 4 (April to March), 7 (July to June), or another; or write calendar years over the figures.",
            "请说明年度从哪个月开始：--fiscal 4（四月至次年三月）、7（七月至次年六月）等；或在数据上方写自然年。",
        ),
        ways=[says("fiscal", "fiscal", str(month)) for month in LIKELY],
    )


def look_for_odd_months(
    sheet: Sheet, cells: Sequence[Sequence[str]], outline: Outline, quarters: Mapping[str, Period]
) -> None:
    """Refuse a month under a word for quarters that neither begins nor ends one, or not as the others do.

    Raises
    ------
    DataError
        At the first of them.
    """
    odd = {text for text, period in quarters.items() if period.freq is Freq.MONTH}
    columns = [c for c, kind in outline.keys.items() if kind == "time"]
    at = ((i, c) for i in outline.data for c in columns if c < len(cells[i]))
    found = next(((i, c, cells[i][c]) for i, c in at if cells[i][c] in odd), None)
    if found:
        raise no_quarter(sheet, *found)
