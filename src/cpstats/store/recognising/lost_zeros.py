"""Codes beside the figures from which a spreadsheet may have taken the 0 that they begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising import asking
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from cpstats.store.recognising.reading import Reading

NAMES = ("place", "indicator", OPEN)


def look_for_lost_zeros(made: Reading) -> None:
    """Refuse codes of which some begin with 0 and others are shorter; say it where none does."""
    for column, kind in made.outline.keys.items():
        first = _cell(made, made.outline.data.start, column)
        if kind not in NAMES or (first and not first.isdigit()):
            continue
        rows = made.cells[made.outline.data.start : made.outline.data.stop]
        codes = {row[column] for row in rows if column < len(row)} - {""}
        lengths = sorted({len(code) for code in codes})
        if len(lengths) != 2 or lengths[1] - lengths[0] != 1:
            continue
        if not all(code.isdigit() for code in codes):
            continue
        what = Message(
            "codes of {} and {} digits stand side by side",
            "同一列的代码有 {} 位和 {} 位",
            lengths[0],
            lengths[1],
        )
        if any(code.startswith("0") for code in codes):
            cells = ((i, _cell(made, i, column)) for i in made.outline.data)
            row, short = next((i, text) for i, text in cells if len(text) == lengths[0])
            raise asking.lost_zero(made.sheet, row, column, what, short)
        said = Message("{}: a leading zero may have been lost", "{}：可能丢失了开头的0", what)
        made.assumed[said] = None


def _cell(made: Reading, i: int, column: int) -> str:
    row = made.cells[i]
    return row[column] if column < len(row) else ""
