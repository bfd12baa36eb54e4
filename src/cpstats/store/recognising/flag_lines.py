"""Lines of a table that hold the flags of the line above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.extent import filled
from cpstats.store.recognising.header_words import role_of

FLAGS = Message(
    "columns of flags beside the figures are read with them", "数据旁的标记列与数据一并读取"
)
FEW = 3  # lines that are said one by one
KINDS = ("code", "status")  # what the first cell of such a line says

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]


def without_flag_lines(cells: Cells) -> tuple[Cells, list[int]]:
    """Return the cells without lines that hold a flag for each figure of the line above, and which."""
    lines = [
        i
        for i, row in enumerate(cells)
        if i > 1
        and len(found := filled(row)) > 1
        and all(len(c) < 3 and not c.isdigit() for c in found[1:])
        and role_of(found[0]) in KINDS
    ]
    if not lines:
        return cells, []
    return [() if i in lines else row for i, row in enumerate(cells)], lines


def told_of(lines: Sequence[int]) -> list[Message]:
    """Say which lines hold flags for the figures above them: each of a few, of more how many.

    >>> [str(said) for said in told_of([3, 5])], [str(said) for said in told_of([3, 5, 7, 9])]
    (['line 3 holds flags: left out', 'line 5 holds flags: left out'], ['4 lines from 3 to 9 hold flags: left out'])
    """
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
