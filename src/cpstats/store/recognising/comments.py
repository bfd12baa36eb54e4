"""Lines of comment above the header of a text file, as programs begin them: # Source: an address."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

SIGN = "#"


def without_signs_of_comments(cells: Cells) -> Cells:
    """Return the cells without the sign that begins each line of comment above a table: it is no header of what stands below.

    >>> without_signs_of_comments([["# tea (kt)", ""], ["#", ""], ["year", "tea"], ["2020", "#"]])
    [['tea (kt)', ''], ['', ''], ['year', 'tea'], ['2020', '#']]
    >>> without_signs_of_comments([["#", "year", "tea"], ["1", "2020", "5"]])
    [['#', 'year', 'tea'], ['1', '2020', '5']]
    """
    lines = sum(1 for _ in takewhile(_is_comment, cells))
    if not lines or lines == len(cells):
        return cells
    return [[row[0].lstrip(SIGN).strip(), *row[1:]] for row in cells[:lines]] + [*cells[lines:]]


def _is_comment(row: Sequence[str]) -> bool:
    return bool(row) and row[0].startswith(SIGN) and not any(row[1:])
