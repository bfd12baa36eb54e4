"""Cells that stand beside a table and are none of it: a note or a legend to the right, in a column that nothing names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.asking import unexplained
from cpstats.store.recognising.extent import is_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column
    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

FEW_ROWS = 5
FEW = 0.5  # of the rows


def stray_columns(
    cells: Sequence[Sequence[str]], data: range, columns: Sequence[Column]
) -> set[int]:
    """Return the columns without a header behind the last that has one, which only a few rows fill.

    Words that most rows have may be their names; figures that stand right behind the others may lack their header.
    """
    headed = [column.number for column in columns if column.above]
    last = max(headed, default=-1)
    named = any(c.content == "words" for c in columns[: last + 1])
    figures = any(c.content == "figure" for c in columns[: last + 1])
    if not (named and figures):
        return set()
    found = set()
    rows = sum(any(cells[i][: last + 1]) for i in data)
    apart = False  # behind an empty column
    for column in columns[last + 1 :]:
        own = [cells[i][column.number] for i in data if column.number < len(cells[i])]
        full = sum(map(bool, own))
        words = not any(map(is_figure, own))
        if full and (words or apart) and ((words and apart) or full <= rows * FEW):
            found.add(column.number)
        apart = apart or not full or column.number in found
    return found


def look_for_remarks(
    sheet: Sheet, cells: Cells, data: range, numbers: Sequence[int], among: Sequence[Column]
) -> None:
    """Ask about words behind all figures that stand beside a few of the rows only: they name none of them.

    `numbers` are those of their columns, `among` all columns.

    Raises
    ------
    QuestionError
        At the first such column.
    """
    rows = [cells[i] for i in data if any(cells[i])]
    for column in (among[number] for number in numbers):
        filled = sum(bool(row[column.number]) for row in rows if column.number < len(row))
        if filled <= len(rows) * FEW:
            raise unexplained(sheet, data, column, among)


def is_filled(cells: Sequence[Sequence[str]], data: range, column: int) -> bool:
    """Whether a column has a cell in each row that has others."""
    rows = [cells[i] for i in data if any(cells[i])]
    return all(column < len(row) and row[column] for row in rows)


def is_of_all(
    cells: Sequence[Sequence[str]], data: range, column: Column, figures: Sequence[int]
) -> bool:
    """Whether every row has the same word, before the `figures` or in more than a few rows: no remark on some."""
    before = column.number < min(figures, default=0) or len(data) > FEW_ROWS
    same = len(column.texts) == len(column.said) == 1
    return before and same and is_filled(cells, data, column.number)
