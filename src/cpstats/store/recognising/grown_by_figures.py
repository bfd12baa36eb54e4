"""Of several columns that growth may be of, those whose figures give it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.period import Period

NEAR = 0.06  # per cent: growth is printed with one decimal
MOST = 0.8  # of the rows
FEWEST = 2  # rows


def grown(
    rows: Sequence[Sequence[str]], column: int, before: Mapping[int, tuple[str, Period | None]]
) -> str:
    """Return the label of the columns whose two last periods give the growth in a column; empty where none, or several do.

    Parameters
    ----------
    rows : sequence
        The lines of figures.
    column : int
        That of growth in per cent.
    before : mapping
        Label and period of the columns to its left.

    >>> from cpstats.model.period import annual
    >>> rows = [["600", "860", "22.1", "43.3"], ["190", "185", "12.0", "-2.6"]]
    >>> heads = {0: ("Huts", annual(2021)), 1: ("Huts", annual(2022)), 2: ("Huts per head", annual(2022))}
    >>> grown(rows, 3, heads)
    'Huts'
    """
    series: dict[str, list[tuple[Period, int]]] = {}
    for c, (label, period) in before.items():
        if label and period is not None:
            series.setdefault(label, []).append((period, c))
    pairs = {label: [*pairwise(sorted(of))][-1:] for label, of in series.items()}
    fits = [
        label for label, of in pairs.items() if of and _fits(rows, column, of[0][0][1], of[0][1][1])
    ]
    return fits[0] if len(fits) == 1 else ""


def _fits(rows: Sequence[Sequence[str]], column: int, old: int, new: int) -> bool:
    found = [(value_at(row, old), value_at(row, new), value_at(row, column)) for row in rows]
    full = [(a, b, g) for a, b, g in found if a and b is not None and g is not None]
    near = sum(abs((b / a - 1) * 100 - g) <= NEAR for a, b, g in full)
    return len(full) >= FEWEST and near >= MOST * len(full)


def value_at(row: Sequence[str], column: int) -> float | None:
    """Return the number in a cell, with its % or without; None where there is none."""
    text = text_at(row, column)
    return float(text) if text is not None else None


def text_at(row: Sequence[str], column: int) -> str | None:
    """Return the digits in a cell, as `value_at`."""
    return number(row[column].rstrip("%").strip()) if column < len(row) else None
