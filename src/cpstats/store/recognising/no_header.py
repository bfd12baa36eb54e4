"""A table without a header, or without a column of names: nothing tells its columns apart, or its lines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.cells import is_number
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.looks import NAMES
from cpstats.store.recognising.perhaps_places import perhaps_codes
from cpstats.store.recognising.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.inquiry import Way
    from cpstats.store.recognising.reading import Reading
    from cpstats.store.sheet import Sheet

STUBS = ("place", "indicator", "name", "time")  # what the first word of a header says
CODES_AND_FIGURES = 2  # columns
FEW = 9  # lines that are looked at


def look_for_names(made: Reading) -> None:
    """Refuse a table of which nothing tells the columns apart, or the lines.

    Raises
    ------
    DataError
        At the second column, or at the second line.
    """
    start, cells = made.outline.data.start, made.cells
    bare = [c for c in made.above if not made.texts_above(c) and made.above[c] == Slots()]
    if len(bare) > 1 and len(bare) == len(made.above):
        first = cells[start]
        stub = next((text for text in first if text), "")
        if role_of(stub) in STUBS:
            raise _no_periods(made.sheet, start, bare[0], (stub, _cell(first, bare[0])))
        ways = perhaps_codes(made.sheet, made.outline) if len(bare) == CODES_AND_FIGURES else []
        at = ((i, c) for i in made.outline.data for c in bare if _cell(cells[i], c))
        row, column = next(at, (start, bare[0]))
        raise _no_header(made.sheet, (row, column), _cell(cells[row], column), bare, ways)
    if made.outline.keys or not all(slots.period for slots in made.above.values()):
        return
    filled = [i for i in made.outline.data if any(map(is_number, cells[i]))]
    for one, two in pairwise(filled[:FEW]):
        if [*cells[one]] != [*cells[two]]:
            raise _no_names(made.sheet, one, two)


def _cell(line: Sequence[str], column: int) -> str:
    """Return a cell; lines need not be equally long."""
    return line[column] if column < len(line) else ""


def _no_periods(sheet: Sheet, row: int, column: int, texts: tuple[str, str]) -> DataError:
    return DataError(
        Message(
            "the line begins with “{}”, as a header does, and “{}” is no period that is known",
            "该行以“{}”开头，似为表头，但“{}”不是可识别的时期",
            *texts,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Write 2024, 2024-Q1 or 2024-08 over the columns.",
            "请在各列上方写 2024、2024-Q1 或 2024-08。",
        ),
    )


def _no_header(
    sheet: Sheet, at: tuple[int, int], cell: str, columns: Sequence[int], ways: Sequence[Way]
) -> QuestionError:
    return QuestionError(
        Message(
            "the table has no header: nothing says what the figures in columns {} are of, such as “{}”",
            "表格没有表头：第 {} 列的数据（如“{}”）属于什么，没有写明",
            tuple(c + 1 for c in columns),
            cell,
        ),
        where=sheet.where(*at),
        mend=Message(
            "Write a line above it, with the period or the name over each column.",
            "请在其上加一行，在每列上方写明时期或指标名。",
        ),
        ways=ways,
    )


def _no_names(sheet: Sheet, one: int, two: int) -> DataError:
    return DataError(
        Message(
            "nothing beside the figures tells this line from line {}: the table has no column of names or periods",
            "数据旁没有名称或时期列，无法区分本行与第 {} 行",
            sheet.lines[one],
        ),
        where=sheet.where(two, 0),
        mend=NAMES,
    )
