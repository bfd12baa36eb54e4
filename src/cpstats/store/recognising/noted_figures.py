"""The numbers of notes behind figures, `3281480(1)`, `1003,6 2`: no part of them where the notes below begin so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

NOTE = re.compile(r"[(*]?(\d{1,2})(?:[)/.*]+\s*|\s+)(?=[^\W\d_]{2})(?=.{8})")
# (1) or 1) or 1/ right behind the digits; 2 alone only behind a blank after one or two decimals: no group of thousands
MARKED = re.compile(
    r"(?P<figure>[-+]?\d[\d.,'’ ]*?)\s*(?:\((?P<inside>\d{1,2})\)|(?<= )(?P<closed>\d{1,2})[)/])"
    r"|(?P<number>[-+]?\d[\d'’ ]*[.,]\d{1,2})\s+(?P<bare>\d{1,2})"
)
ENDS = "0123456789)/"


def without_numbers_of_notes(cells: Cells) -> tuple[Cells, Message | None]:
    """Return cells without the numbers of notes behind figures, and what is to be said of that.

    Only numbers that a line of its own below the figure begins with; where one is none of these, `45 (12)` may be two
    figures, and all stay.

    >>> rows = [["Ost", "3281480(1)"], ["West", "77.5 2"], ["(1) Of the register.", ""], ["2 Without students", ""]]
    >>> without_numbers_of_notes(rows)[0][:2]
    [['Ost', '3281480'], ['West', '77.5']]
    >>> without_numbers_of_notes([["Ost", "45 (12)"], ["(1) Of the register.", ""]])[0][0]
    ['Ost', '45 (12)']
    """
    notes = {}
    for i, row in enumerate(cells):
        found = {*row} - {""}  # a merged one stands in several cells
        note = NOTE.match(found.pop()) if len(found) == 1 else None
        if note:
            notes[note[1]] = i
    if not notes:
        return cells, None
    made: dict[tuple[int, int], str] = {}
    for i, row in enumerate(cells):
        for c, text in enumerate(row[1:], 1):
            marked = MARKED.fullmatch(text) if len(text) > 2 and text[-1] in ENDS else None
            if marked is None:
                continue
            mark = marked["inside"] or marked["closed"] or marked["bare"]
            if notes.get(mark, -1) <= i:
                return cells, None
            made[i, c] = (marked["figure"] or marked["number"]).rstrip()
    if not made:
        return cells, None
    (i, c), _ = next(iter(made.items()))
    said = Message(
        "numbers of notes are no part of the figures: {}",
        "数据后的注释编号不计入数据：{}",
        cells[i][c],
    )
    rows = [[made.get((i, c), t) for c, t in enumerate(row)] for i, row in enumerate(cells)]
    return rows, said
