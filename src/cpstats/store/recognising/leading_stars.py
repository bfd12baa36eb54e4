"""A star before its number that a note explains, such as *2,098 for a difference that is significant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import is_missing, is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

STAR = re.compile(r"\*{1,3} ?(?=[-+−–(.]?\d)")
LONG = 2  # *1, *12 may be the numbers of notes


def without_leading_stars(cells: Cells) -> tuple[Cells, list[Message]]:
    """Return cells without the stars before numbers, in columns of nothing but numbers, and what is said of it.

    >>> rows = [["Pond", "Frogs", "Change"], ["East", "70", "*12"], ["West", "80", "-3"]]
    >>> without_leading_stars(rows)[0][1], without_leading_stars([["*1", "Frogs"], ["*2", "words"]])[1]
    (['East', '70', '12'], [])
    """
    found = {
        (i, c): text[sign.end() :]
        for i, row in enumerate(cells)
        for c, text in enumerate(row)
        if c and text[:1] == "*" and (sign := STAR.match(text))
    }
    found = {at: bare for at, bare in found.items() if is_number(bare)}
    first = {c: i for i, c in reversed(found)}
    columns = {c for c, i in first.items() if _are_figures(_to_the_last(cells, c, i))}
    starred = {at: bare for at, bare in found.items() if at[1] in columns}
    if not starred:
        return cells, []
    made = [list(row) for row in cells]
    for (i, c), bare in starred.items():
        made[i][c] = bare
    (i, c), bare = next(iter(starred.items()))
    return made, [_told(cells[i][c], bare)]


def _to_the_last(cells: Cells, column: int, first: int) -> list[str]:
    """Return what stands in a column from a row to its last number; notes that stand below are none of it."""
    texts = [row[column] for row in cells[first:] if column < len(row) and row[column]]
    while texts and not is_number(_bare(texts[-1])):
        texts.pop()
    return [text for text in texts if not is_missing(text)]


def _are_figures(texts: Sequence[str]) -> bool:
    """Whether nearly all texts are numbers, with a star or without, and not all short: those may be numbers of notes.

    >>> _are_figures(["*2.5", "7"]), _are_figures(["*1", "*2"]), _are_figures(["*250", "wet", "dry"])
    (True, False, False)
    """
    bare = [*map(_bare, texts)]
    others = sum(not is_number(text) for text in bare)
    plain = any(is_number(t) or len(b) > LONG for t, b in zip(texts, bare, strict=True))
    return plain and others * 10 <= len(bare)


def _bare(text: str) -> str:
    return STAR.sub("", text, count=1)


def _told(starred: str, bare: str) -> Message:
    return Message(
        "stars before numbers are marks of notes and left out: {} = {}",
        "数字前的星号是注释标记，已略去：{} = {}",
        starred,
        bare,
    )
