"""Lines that lack a cell, so that their figure stands where a name belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from cpstats.store.recognising.reading import Reading

NAMES = ("place", "indicator", OPEN)


def look_for_short_lines(made: Reading) -> None:
    """Refuse a line without a figure that has a number among names that are none.

    Raises
    ------
    DataError
        At such a line: its figure would be lost.
    """
    named = [c for kind, c in made.columns.items() if kind in NAMES]
    for column in (*named, *made.parts) if made.above else ():
        texts = [(i, row[column]) for i in made.outline.data if column < len(row := made.cells[i])]
        known = {*filter(is_number, {text for _, text in texts})}
        numbers = [i for i, text in texts if text in known] if known else []
        if not numbers or len(numbers) * 2 > len(texts):
            continue  # codes
        for i in numbers:
            row = made.cells[i]
            year = i == made.outline.data[-1] and how_full(row) == 1 and period_of(row[column])
            if not year and all(is_missing(row[c]) for c in made.above if c < len(row)):
                raise _cell_lacks(made, i, column)


def _cell_lacks(made: Reading, row: int, column: int) -> DataError:
    return DataError(
        Message(
            "the line has a number, {}, where a name belongs, and no figure: a cell of it seems to lack",
            "该行应写名称处是数{}，且没有数据：似少了一格",
            made.cells[row][column],
        ),
        where=made.sheet.where(row, column),
        mend=Message(
            "Write the cell that lacks, or take the line out.", "请补上缺少的单元格，或删去该行。"
        ),
    )
