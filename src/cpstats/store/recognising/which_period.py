"""Errors and questions about the period of a line: a day where a period belongs, a quarter of no year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.recognising.inquiry import QuestionError, any_year

if TYPE_CHECKING:
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
            "Write 2024-01/2024-02 or 2024-01, in a column of text.",
            "请在文本格式的列中写作 2024-01/2024-02 或 2024-01。",
        ),
    )


def no_period(sheet: Sheet, row: int, column: int, text: str) -> DataError:
    """Return the error for a text that is no period, in the column of times."""
    return DataError(
        Message("“{}” is no period that is known", "不认识时期“{}”", text),
        where=sheet.where(row, column),
        mend=Message("Write 2024, 2024-Q1 or 2024-08.", "请写 2024、2024-Q1 或 2024-08。"),
    )


def no_year(sheet: Sheet, row: int, column: int, text: str) -> QuestionError:
    """Return the question for the year of a quarter or month that stands without one."""
    return QuestionError(
        Message("“{}” names no year", "“{}”没有年份", text),
        where=sheet.where(row, column),
        mend=Message("Name it with --when.", "请用 --when 指定年份。"),
        ways=[any_year()],
    )
