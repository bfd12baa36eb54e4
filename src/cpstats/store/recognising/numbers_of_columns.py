"""Rows above the figures of a table that count its columns."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.extent import filled, how_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # columns
STUBS = 2  # of names, with a letter or sign of their own each
WORD = re.compile(  # before the numbers
    r"(?:код |№ ?|номер )?граф[аы]?|№|номер|колонка|columns?(?: no\.?| number)?|col\.?|spalte|colonne|columna|coluna|列次|栏次|列号|欄次|[AaАаБбBb甲乙]|cột|kolom|sütun",
    re.IGNORECASE,
)


def without_numbers_of_columns(cells: Cells, first: int) -> list[list[str]] | None:
    """Blank the rows above the figures that count the columns: 1, 2, 3; None where there are none.

    >>> without_numbers_of_columns([["", "Jobs", "Pay"], ["1", "2", "3"], ["Ost", "5", "6"]], 2)[1]
    []
    """
    rows = [i for i in range(first) if _counts(filled(cells[i])) or _numbers_series(cells, i)]
    if _counts_behind_word(cells[first]):
        rows.append(first)
    if _counts(list(cells[first])) and cells[first][0] == "1":  # over names, no counted rows
        below = [row[0] for row in cells[first + 1 :] if how_full(row) > 1]
        rows += [first] if below and not any(map(is_number, below)) else []
    return [[] if i in rows else list(row) for i, row in enumerate(cells)] if rows else None


def _counts_behind_word(row: Sequence[str]) -> bool:
    """Whether a first row of figures counts the columns behind a word for them, or many of them behind any: A, 1, 2, 3.

    >>> _counts_behind_word(["код графы", "1", "2", "3"]), _counts_behind_word(["Ost", "1", "2", "3"]), _counts_behind_word(["甲", "乙", "1", "2", "3"])
    (True, False, True)
    """
    texts = filled(row)
    words = [*takewhile(lambda text: not is_number(text), texts)]
    numbers = texts[len(words) :]
    if not words or len(words) > STUBS or numbers[:1] != ["1"] or not _counts(numbers):
        return False
    return all(WORD.fullmatch(word.strip(" .:")) for word in words)


def _numbers_series(cells: Cells, i: int) -> bool:
    """Whether a row of numbers that follow one another, and are no years, stands over a row of words."""
    columns = [c for c, text in enumerate(cells[i]) if text]
    texts = [cells[i][c] for c in columns]
    if len(texts) < 2 or not all(t.isdecimal() for t in texts) or period_of(texts[0]) is not None:
        return False
    below = cells[i + 1] if i + 1 < len(cells) else ()
    named = [below[c] for c in columns if c < len(below) and below[c] and not is_number(below[c])]
    start = int(texts[0])
    follow = [int(t) for t in texts] == [*range(start, start + len(texts))]
    return follow and len({*named}) == len(texts)


def _counts(texts: Sequence[str]) -> bool:
    if len(texts) < FEWEST or not all(t.isdecimal() and len(t) < 4 for t in texts):
        return False
    start = int(texts[0])
    return start < FEWEST and [int(t) for t in texts] == [*range(start, start + len(texts))]
