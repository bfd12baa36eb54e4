"""Growth, or an index of the year before, behind a whole and its parts: of which it is, the figures may tell."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.recognising.grown_by_figures import FEWEST, MOST, NEAR, text_at, value_at
from cpstats.store.recognising.labels import figures_of, label_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.slots import Slots

ROUNDED = 0.5  # of the last digit


def grown_part(
    rows: Sequence[Sequence[str]], column: int, before: Mapping[int, Slots], *, is_index: bool
) -> tuple[list[str], list[str]]:
    """Return the labels of a whole and its parts directly before a column, and the one that grows as it says.

    Both are empty where no whole and parts stand there, the second where the figures do not tell.
    """
    levels: list[int] = []
    for c, slots in before.items():
        own = slots.label and slots.period is None and figures_of(slots.label) is None
        levels = [*levels, c] if own and label_of(slots.label).measure == "level" else []
    whole = whole_before(rows, levels)
    if whole is None:
        return [], []
    of = levels[levels.index(whole) :]
    found = grown_down(rows, column, of, is_index=is_index)
    return [before[c].label for c in of], [] if found is None else [before[found].label]


def whole_before(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> int | None:
    """Return the one of some columns that is in all rows the sum of all behind it, two or more; None where there is none.

    >>> whole_before([["7", "100", "40", "60"], ["8", "110.5", "45", "65.5"]], [0, 1, 2, 3])
    1
    >>> whole_before([["7", "100", "40", "61"], ["8", "110.5", "45", "65.5"]], [0, 1, 2, 3]) is None
    True
    """
    for n, whole in enumerate(columns[:-FEWEST]):
        texts = [[text_at(row, c) for c in (whole, *columns[n + 1 :])] for row in rows]
        full = [[t for t in row if t] for row in texts if all(row)]
        if len(full) >= FEWEST and all(_is_sum(*row) for row in full):
            return whole
    return None


def _is_sum(whole: str, *parts: str) -> bool:
    places = max(len(t.partition(".")[2]) for t in (whole, *parts))
    off = abs(sum(map(float, parts)) - float(whole))
    return off <= ROUNDED * (len(parts) - 1) * 10.0**-places * 1.001


def grown_down(
    rows: Sequence[Sequence[str]], column: int, of: Sequence[int], *, is_index: bool
) -> int | None:
    """Return the one of some columns that grows from row to row as a column says, growth or an index of 100 before.

    >>> rows = [["100", "40", ""], ["110", "50", "125"], ["121", "60", "120"]]
    >>> grown_down(rows, 2, [0, 1], is_index=True), grown_down(rows, 2, [0], is_index=True)
    (1, None)
    """
    made = [[value_at(row, c) for c in (column, *of)] for row in rows]
    if is_index:
        made = [[None if g is None else g - 100, *rest] for g, *rest in made]
    steps = [*pairwise(made)]
    fits = []
    for n, c in enumerate(of, 1):
        full = [
            (a, b, g)
            for old, new in steps
            for a, b, g in [(old[n], new[n], new[0])]
            if a and b is not None and g is not None
        ]
        near = sum(abs((b / a - 1) * 100 - g) <= NEAR for a, b, g in full)
        if len(full) >= FEWEST and near >= MOST * len(full):
            fits.append(c)
    return fits[0] if len(fits) == 1 else None
