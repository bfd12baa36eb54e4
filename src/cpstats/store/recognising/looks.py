"""A sheet in which nothing is a table: what it looks like, in the words that stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, counted, joined
from cpstats.store.cells import is_missing, is_number, period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.sheet import Sheet

    Cell = tuple[int, str]  # the line, and what stands there

ALMOST = re.compile(r"\D{0,4}\d.{0,20}")  # 12,5 abc; £5.1; ~7
LONGEST = 40  # signs of a cell that are quoted
DIGITS = Message(
    "Write digits with one decimal point, and flags behind them in a column of their own.",
    "请写数字，最多一个小数点；标记请另立一列。",
)
NAMES = Message(
    "Write beside each number what it is of (a place, a period), and above the column what is counted.",
    "请在每个数字旁写明其地区或时期，在列的上方写明指标。",
)
BELOW = Message(
    "A table has a header with periods or indicators, and numbers below it.",
    "表格须有时期或指标的表头，其下为数字。",
)


def no_table(sheet: Sheet) -> DataError:
    """Return the error for a sheet in which nothing is a table."""
    looks, mend = _looks(sheet)
    return DataError(
        Message("no table is recognised in it ({})", "未识别出表格（{}）", looks),
        where=sheet.name,
        mend=mend,
    )


def _looks(sheet: Sheet) -> tuple[Message, Message]:
    """Return what a sheet looks like, and how a table is made of it."""
    rows = [[c.strip() for c in row if c.strip()] for row in sheet.rows]
    cells = [(sheet.lines[i], c) for i, row in enumerate(rows) for c in row]
    numbers = [c for c in cells if is_number(c[1]) and period_of(c[1]) is None]
    wide = max(map(len, rows), default=0)
    many = sum(map(bool, rows))
    lines = counted(many, "line", "{}行")
    if not cells:
        return Message("it is empty", "没有内容"), BELOW
    if not numbers:
        return _without_number(cells, many, wide)
    first = Message("“{}” in line {}", "第{1}行“{0}”", numbers[0][1][:LONGEST], numbers[0][0])
    count = counted(len(numbers), "number", "{}个数字")
    if len(cells) == 1:
        return Message("nothing but one number, {}", "只有一个数字：{}", first), NAMES
    if wide == 1:
        alone = Message(
            "{} in one column, with nothing beside them: {}",
            "一列中有{}，旁边没有名称：{}",
            count,
            first,
        )
        return alone, NAMES
    return Message(
        "{}, {}, and no names beside and above them: {}",
        "{}，{}，旁边和上方没有名称：{}",
        lines,
        count,
        first,
    ), BELOW


def _without_number(cells: Sequence[Cell], many: int, wide: int) -> tuple[Message, Message]:
    """Return what a sheet without a number looks like."""
    almost = [c for c in cells if ALMOST.fullmatch(c[1]) and period_of(c[1]) is None]
    if almost and wide > 1:
        line, text = almost[0]
        what = Message(
            "{}: “{}” in line {} is no number",
            "{}：“{}”（第{}行）不是数字",
            counted(many, "line", "{}行"),
            text[:LONGEST],
            line,
        )
        return what, DIGITS
    words = [text for _, text in cells if period_of(text) is None and not is_missing(text)]
    some = tuple(f"“{text[:LONGEST]}”" for text in dict.fromkeys(words or [c[1] for c in cells]))[
        :3
    ]
    if wide == 1:
        kind = counted(many, "line of text", "{}行文字", many="lines of text")
    else:
        kind = counted(many, "line of words", "{}行词语", many="lines of words")
    shown = joined([kind, Message("no number", "没有数字")])
    return Message("{}: {}", "{}：{}", shown, some), BELOW
