"""Numbers of notes behind labels, `Employment 11`, where the table ends with notes that are numbered so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

NUMBER = re.compile(r"\d{1,2}")
WORDS = re.compile(r"[^\W\d_]{2,}")
FEWEST = 2  # notes
SHORT, LONG = 2, 4  # words of a note, of most of them
DIGITS = "0123456789"


def without_numbers_behind_labels(cells: Cells) -> tuple[Cells, Message | None]:
    """Return cells without the numbers of notes behind labels, and what is to be said of that.

    The notes are lines of a number and a sentence at the end. Where most of them are named by no label, or a number
    tells two labels apart (Group 1, Group 2), all stay.

    >>> notes = [["1", "Of both sexes, by age."], ["2", "People who work for pay."]]
    >>> without_numbers_behind_labels([["", "2020"], ["Ward 1", "5"], ["Work 1 2", "7"], *notes])[0][1:3]
    [['Ward', '5'], ['Work', '7']]
    >>> without_numbers_behind_labels([["", "2020"], ["Group 1", "5"], ["Group 2", "7"], *notes])[0][1:3]
    [['Group 1', '5'], ['Group 2', '7']]
    """
    notes = {row[0]: i for i, row in enumerate(cells) if _is_note(row)}
    long = sum(len(WORDS.findall(cells[i][1])) >= LONG for i in notes.values())
    if len(notes) < FEWEST or 2 * long <= len(notes):
        return cells, None
    first = min(notes.values())
    made: dict[str, str] = {}
    named: set[str] = set()
    labels = {text for row in cells[:first] for text in row if text}
    for text in labels:
        words = text.split(" ") if text[-1] in DIGITS and period_of(text) is None else []
        last = len(words)
        while last and NUMBER.fullmatch(words[last - 1]):
            last -= 1
        numbers = {*words[last:]}
        if numbers and last and WORDS.search(words[last - 1]) and notes.keys() >= numbers:
            made[text] = " ".join(words[:last])
            named |= numbers
    bare = [*made.values()]
    if len(named) * 2 < len(notes) or len({*bare}) < len(bare) or not labels.isdisjoint(bare):
        return cells, None
    said = Message(
        "numbers of notes are no part of the labels: {}",
        "标签后的注释编号不属于标签：{}",
        tuple(f"“{text}”" for text in sorted(made)[:3]),
    )
    rows = [[made.get(t, t) for t in row] if i < first else row for i, row in enumerate(cells)]
    return rows, said


def _is_note(row: Sequence[str]) -> bool:
    """Whether a line is a number and a sentence."""
    if len(row) < len(("number", "words")) or not row[1] or not NUMBER.fullmatch(row[0]):
        return False
    return not any(row[2:]) and len(WORDS.findall(row[1])) >= SHORT
