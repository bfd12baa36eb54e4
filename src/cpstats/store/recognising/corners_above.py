"""A word over the names that stands above the title over the figures: 38 Provinces, then Births by province beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

COUNTED = pattern(
    r"(?:\d{1,5} )?(?P<word>[^\d()]{2,40}?)(?: ?\([^()]*\))?"
)  # 38 Provinsi (2022=100)


def with_corner_above_title(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the word for places that stands alone in the first line directly over the names, where nothing else does.

    The line below it says what the figures are, and begins right of the names: a cell over all lines of a header.

    >>> table = [["12 Province", ""], ["", "Births by province"], ["", "2020"], ["Uri", "5"]]
    >>> with_corner_above_title(table, 3)
    [['', ''], ['', 'Births by province'], ['Province', '2020'], ['Uri', '5']]
    >>> with_corner_above_title([["Births", ""], ["", "by province"], ["", "2020"], ["Uri", "5"]], 3)
    """
    top = next((i for i in range(first) if how_full(cells[i])), first)
    if first - top < 3 or how_full(cells[top]) > 1:
        return None
    stub = next(c for c, text in enumerate(cells[top]) if text)
    found = COUNTED.fullmatch(cells[top][stub])
    own = found["word"] if found else ""
    below = [row[: stub + 1] for row in cells[top + 1 : first]]
    if (
        role_of(own) != "place"
        or any(how_full(row) for row in below)
        or not how_full(cells[top + 1])
    ):
        return None
    made = [list(row) for row in cells]
    made[top][stub], made[first - 1][stub] = "", own
    return made
