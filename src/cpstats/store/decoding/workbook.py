"""The cells of a workbook, read in a process of its own with limits of memory and time."""

from __future__ import annotations

from typing import Any, NamedTuple

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding.beyond_values import too_wide
from cpstats.store.decoding.markup import SAVE
from cpstats.store.decoding.own_process import answer_of
from cpstats.store.decoding.unzipping import locked
from cpstats.store.decoding.workbook_process import LOCKED

READER = "python_calamine"
START = "from cpstats.store.decoding.workbook_process import main; main()"
MEMORY, A_CELL = 280_000_000, 600  # bytes of addresses: for the process, and for each cell
SECONDS, CELLS_A_SECOND = 4, 50_000
COLUMNS = 16_384  # of a sheet, in every format

Range = tuple[tuple[int, int], tuple[int, int]]


class Limits(NamedTuple):
    """What the reader may take: bytes of memory, seconds of processor time."""

    memory: int
    seconds: int

    @classmethod
    def of_cells(cls, count: int) -> Limits:
        """Return what so many cells may need, with room."""
        return cls(MEMORY + A_CELL * count, SECONDS + count // CELLS_A_SECOND)


class Read(NamedTuple):
    """One sheet: its title, its cells as text, the corners of what is merged (from 0)."""

    title: str
    cells: list[list[str]]
    merged: list[Range]
    doubtful: str  # the first text of which the point may be that of thousands


def sheets(name: str, content: bytes, limits: Limits) -> list[Read]:
    """Return every sheet of a workbook in the order of the file.

    Raises
    ------
    DataError
        When the reader refuses it, breaks off, does not end or wants more memory than is good.
    UsageError
        When the extra `excel` is not installed.
    """
    found = answer_of(START, READER, content, limits)
    if found is None:
        raise unreadable(name, Message("its reader broke off", "读取程序中断"))
    if found.get("error") == LOCKED:
        raise locked(name)
    if "error" in found:
        raise unreadable(name, found["error"])
    read = [Read(*_values(sheet)) for sheet in found["sheets"]]
    if any(len(row) > COLUMNS for sheet in read for row in sheet.cells[:1]):
        raise too_wide(name)
    return read


def unreadable(name: str, why: str | Message) -> DataError:
    """Return the error for a workbook that the reader refuses."""
    return DataError(
        Message("the workbook cannot be read ({})", "无法读取工作簿（{}）", why),
        where=name,
        mend=SAVE,
    )


def _values(sheet: dict[str, Any]) -> tuple[str, list[list[str]], list[Range], str]:
    return sheet["title"], sheet["cells"], sheet["merged"], sheet["doubtful"]
