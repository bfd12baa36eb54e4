"""Lines of a table that hold the flags of the line above them, or the days on which its figures came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import is_number
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import filled
from cpstats.store.recognising.header_words import role_of

FLAGS = Message(
    "columns of flags beside the figures are read with them", "数据旁的标记列与数据一并读取"
)
FEW = 3  # lines that are said one by one
KINDS = ("code", "status")  # what the first cell of such a line says
SIGNS, DAYS = "flags", "days"
SHORTEST = len("1/1/2020")
MANY = 2  # days of a line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Cells = Sequence[Sequence[str]]


def without_flag_lines(cells: Cells) -> tuple[Cells, dict[int, str]]:
    """Return the cells without lines that hold a flag or a day for each figure of a line above, and what each holds."""
    lines = dict.fromkeys(_of_days(cells), DAYS)
    lines |= {
        i: SIGNS
        for i, row in enumerate(cells)
        if i > 1
        and len(found := filled(row)) > 1
        and all(len(c) < 3 and not c.isdigit() for c in found[1:])
        and role_of(found[0]) in KINDS
    }
    if not lines:
        return cells, {}
    return [() if i in lines else row for i, row in enumerate(cells)], lines


def _of_days(cells: Cells) -> list[int]:
    """Return the lines that hold days behind a label, below the last figures of their columns and no line of days."""
    ends = {i for i, row in enumerate(cells) if row and _is_day(row[-1])}
    found: list[int] = []
    figures: set[int] = set()  # columns that have had one
    for i, row in enumerate(cells[: max(ends, default=-1) + 1]):
        days = [c for c, text in enumerate(row) if _is_day(text)] if i in ends else []
        if days and not figures >= {*days}:
            return []  # days are what stands over the figures
        if len(days) >= MANY and _is_labelled(row, days):
            found.append(i)
        else:
            figures |= {
                c for c, text in enumerate(row) if c not in figures and is_number(text or "-")
            }
    behind = cells[found[-1] + 1 :] if found else []
    return [] if any(is_number(t) for row in behind for t in row[1:]) else found


def _is_day(text: str) -> bool:
    return len(text) >= SHORTEST and is_date(text)


def _is_labelled(row: Sequence[str], days: Sequence[int]) -> bool:
    """Whether words stand before the first of some days, and nothing but days behind it."""
    behind = all(c in days or not row[c] for c in range(days[0], len(row)))
    return behind and any(row[: days[0]])


def told_of(held: Mapping[int, str]) -> list[Message]:
    """Say which lines hold flags or days for the figures above them: each of a few, of more how many.

    >>> [str(said) for said in told_of({3: SIGNS, 5: DAYS})]
    ['line 3 holds flags: left out', 'line 5 holds days: left out']
    >>> [str(said) for said in told_of(dict.fromkeys([3, 5, 7, 9], SIGNS))]
    ['4 lines from 3 to 9 hold flags: left out']
    """
    days = [n for n, what in held.items() if what == DAYS]
    lines = [n for n, what in held.items() if what == SIGNS]
    return [
        *_told_of_flags(lines),
        *(Message("line {} holds days: left out", "第{}行为日期，略去", n) for n in days),
    ]


def _told_of_flags(lines: Sequence[int]) -> list[Message]:
    if len(lines) <= FEW:
        return [Message("line {} holds flags: left out", "第{}行为标记，略去", n) for n in lines]
    return [
        Message(
            "{} lines from {} to {} hold flags: left out",
            "{}行（第{}行至第{}行之间）为标记，略去",
            len(lines),
            lines[0],
            lines[-1],
        )
    ]
