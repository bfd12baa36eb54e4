"""What the user says that columns hold, by what stands above them or by their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.store.hints import HEADER, SECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.column_kinds import Column

    Cells = Sequence[Sequence[str]]


def said_of_columns(cells: Cells, header: range, hints: Hints, width: int) -> dict[int, str]:
    """Return what the user says that columns hold, by a text above them or by their number."""
    said = {**hints.expected, **hints.columns}
    found: dict[int, str] = {}
    used = {HEADER, SECTION}  # said of what stands over the columns, and over groups of rows
    for column in range(width):
        above = [cells[i][column] for i in header if column < len(cells[i]) and cells[i][column]]
        for name in (*above, *(" ".join(t.split()) for t in above), str(column + 1)):
            if name in said:
                found[column] = "other" if said[name] in ("skip", "parent") else said[name]
                used.add(name)
    if lost := [name for name in hints.columns if name not in used]:
        raise UsageError(
            Message("no column is called “{}”", "没有名为“{}”的列", lost[0]),
            mend=Message(
                "Name a column by what stands above it, or by its number.",
                "请用列上方的文字或列号指定。",
            ),
        )
    return found


def are_said_to_be(kind: str, columns: Sequence[Column], hints: Hints) -> list[int]:
    """Return the numbers of the columns of which the user says one kind."""
    names = {name for name, said in hints.columns.items() if said == kind}
    return [c.number for c in columns if {*c.above, str(c.number + 1)} & names]
