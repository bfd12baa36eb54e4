"""Rows that say nothing but how much the row above them grew: GDP, below it Growth (%)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def with_levels_above(cells: Cells, first: int) -> list[list[str]] | None:
    """Give rows that say only growth the name of the nearest row above that names something.

    Figures of another kind between them (a share) stay; a row of growth below none is left as it is.
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    head = next((cells[i] for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), [])
    over = role_of(head[column]) if column < len(head) else ""
    if over in ("place", "time"):
        return None
    made = [list(row) for row in cells]
    name = ""
    for row in made[first:]:
        label = row[column] if column < len(row) else ""
        if not label or how_full(row) <= 1:
            continue
        kind = figures_of(label)
        if kind is None:
            name = label_of(label).name if label_of(label).measure == "level" else ""
        elif kind.measure == "growth" and name:
            row[column] = f"{name}{label}" if CHINESE.search(label) else f"{name}, {label}"
    return made if made != [[*row] for row in cells] else None
