"""Words of a header that a hyphen breaks over two lines: Unemploy- over ment Rate."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.frequencies import part_of_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

BROKEN = re.compile(r"[^\W\d_]{2}-$")  # at the end of a cell
DEEPEST = 6  # rows of a header


def with_words_whole(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the lines of a label together of which a hyphen at the end of one broke a word; None where it broke none.

    >>> rows = [["", "", "Unemploy-"], ["", "Labor", "ment Rate"], ["Town", "Force", "(%)"], ["Ost", "5", "6"]]
    >>> with_words_whole(rows, 3)[:3]
    [['', '', ''], ['', 'Labor', ''], ['Town', 'Force', 'Unemployment Rate (%)']]
    >>> with_words_whole([["", "Non-", "Other"], ["Town", "Profit", "Firms"], ["Ost", "5", "6"]], 2)
    """
    rows = _header(cells, first)
    broken = {c for a, b in pairwise(rows) for c in _broken(cells[a], cells[b])}
    if not broken:
        return None
    made = [list(row) for row in cells]
    for c in broken:
        label = ""
        own = [i for i in rows if c < len(made[i]) and made[i][c]]
        for i in own:
            text, made[i][c] = made[i][c], ""
            whole = BROKEN.search(label) and text[:1].islower()
            label = label[:-1] + text if whole else f"{label} {text}".strip()
        made[own[-1]][c] = label
    return made


def _header(cells: Cells, first: int) -> list[int]:
    """Return the rows directly above the figures that have more than a first cell, but for blank ones between."""
    last = first
    while last and not any(cells[last - 1]):
        last -= 1
    start = last
    while start and last - start < DEEPEST and any(cells[start - 1][1:]):
        start -= 1
    return [*range(start, last)]


def _broken(upper: Sequence[str], lower: Sequence[str]) -> list[int]:
    """Return the columns in which a word of one row goes on, in small letters, in that below it."""
    pairs = enumerate(zip(upper, lower, strict=False))
    goes_on = [(c, text) for c, (text, below) in pairs if below[:1].islower()]
    return [c for c, text in goes_on if BROKEN.search(text) and not part_of_year(text[:-1])]
