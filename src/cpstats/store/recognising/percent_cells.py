"""A bare word for change over cells that all have the sign of per cent: they are growth, as if the word had it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing
from cpstats.store.recognising.labels import figures_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

PERCENT = re.compile(r"[-+−–(]?\s?\d[\d.,\s]*\s?%\)?")
FEWEST = 2


def with_signs_of_cells(cells: Cells, first: int) -> list[list[str]] | None:
    """Give a label that is growth once it has the sign, such as Change, the one that its cells have.

    >>> with_signs_of_cells([["Tea", "2020", "Change"], ["a", "5", "1.2%"], ["b", "6", "-3%"]], 1)[0]
    ['Tea', '2020', 'Change (%)']
    >>> with_signs_of_cells([["Tea", "2020", "Change"], ["a", "5", "1.2%"], ["b", "6", "3"]], 1)
    """
    if first < 1:
        return None
    head = [*cells[first - 1]]
    for column, text in enumerate(head):
        own = [row[column] for row in cells[first:] if column < len(row) and row[column]]
        own = [cell for cell in own if not is_missing(cell)]
        if len(own) < FEWEST or not all(map(PERCENT.fullmatch, own)) or figures_of(text):
            continue
        signed = f"{text} (%)"
        kind = figures_of(signed) if text else None
        if kind is not None and kind.measure == "growth":
            head[column] = signed
    if head == [*cells[first - 1]]:
        return None
    return [head if i == first - 1 else list(row) for i, row in enumerate(cells)]
