"""Lines of comment above the header of a text file, as programs begin them: # Source: an address."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cpstats.store.recognising.extent import how_full

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

    A comma in a comment divides no cells; one of as many cells as the line below it may be the header.

    >>> without_signs_of_comments([["# Tea of the north", "mean of the year"], ["#", ""], ["2020", "5"]])
    [['Tea of the north, mean of the year', ''], ['', ''], ['2020', '5']]
    >>> without_signs_of_comments([["# year", "tea"], ["2020", "5"]])
    [['# year', 'tea'], ['2020', '5']]
    """
    lines = sum(1 for _ in takewhile(_is_comment, cells))
    if lines == len(cells):
        return cells
    if lines and how_full(cells[lines - 1]) == how_full(cells[lines]) > 1:
        lines -= 1
    return [_in_one(row) for row in cells[:lines]] + [*cells[lines:]] if lines else cells


def _is_comment(row: Sequence[str]) -> bool:
    return bool(row) and row[0].startswith(SIGN) and not (row[0].strip(SIGN) == "" and any(row[1:]))


def _in_one(row: Sequence[str]) -> list[str]:
    """Return a line of comment as the text of its first cell."""
    text = ", ".join(cell.strip() for cell in row if cell)
    return [text.lstrip(SIGN).strip(), *("" for _ in row[1:])]
