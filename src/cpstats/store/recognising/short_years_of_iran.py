"""Years of Iran of which only the last two figures are written: 98, 99 in a table in Persian letters are 1398, 1399."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

LETTERS = pattern(r"[پچژگکی]|\b(?:استان|شهرستان|سال|ایران|درصد|نرخ)\b")  # which Arabic has not
SHORT = pattern(r"[5-9]\d")
CENTURY = "13"
LINES, STUBS, FEWEST = 10, 3, 2


def with_full_years_of_iran(cells: Cells) -> Cells:
    """Return cells with the years of a header, or of a column of times, in full; others as they are.

    >>> with_full_years_of_iran([["شهر ایران", "98", "99"], ["تهران", "5", "6"]])[0]
    ['شهر ایران', '1398', '1399']
    >>> with_full_years_of_iran([["شهر", "98", "99"], ["بغداد", "5", "6"]])[0]
    ['شهر', '98', '99']
    """
    near = cells[:LINES]
    if not any(LETTERS.search(text) for row in near for text in row):
        return cells
    for i, row in enumerate(near):
        numbers = [text for text in row[1:] if text]
        if _is_run(numbers) and row[:1] != [""] and not SHORT.fullmatch(row[0]):
            return [
                [*row[:1], *map(_in_full, row[1:])] if n == i else other
                for n, other in enumerate(cells)
            ]
        if any(text.isdecimal() for text in row):
            break
    heads = (
        (i, c)
        for i, row in enumerate(near)
        for c, t in enumerate(row[:STUBS])
        if role_of(t) == "time"
    )
    top, column = next(heads, (0, -1))
    below = [row[column] for row in cells[top + 1 :] if column < len(row) and row[column]]
    if column < 0 or not _is_run([*dict.fromkeys(below)]):
        return cells
    return [
        [_in_full(t) if c == column and i > top else t for c, t in enumerate(row)]
        for i, row in enumerate(cells)
    ]


def _is_run(texts: Sequence[str]) -> bool:
    """Whether texts are years of two figures that follow one another."""
    if len(texts) < FEWEST or not all(map(SHORT.fullmatch, texts)):
        return False
    return len({int(b) - int(a) for a, b in pairwise(texts)} | {1}) == 1 or {
        int(a) - int(b) for a, b in pairwise(texts)
    } == {1}


def _in_full(text: str) -> str:
    return CENTURY + text if SHORT.fullmatch(text) else text
