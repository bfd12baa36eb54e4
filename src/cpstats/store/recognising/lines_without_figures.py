"""Lines at the top of a table in which every figure is missing: they are no header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import is_formula, is_missing, is_number, period_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    Cells = Sequence[Sequence[str]]


def above_missing(cells: Cells, figures: int, start: int) -> int:
    """Return the first row of figures, with those above whose figures are all missing: 2012, Peru, :.

    >>> above_missing([["Town", "2021", "2022"], ["Aba", "", "x"], ["Bab", "x", ":"], ["Cac", "5", "6"]], 3, 0)
    2
    >>> above_missing([["Code", "Town", "2021", "2022"], ["01", "Aba", "x", "x"], ["11", "Cac", "5", "6"]], 2, 0)
    1
    >>> above_missing([["year", "series", "value"], ["2022", "tin", ""], ["2021", "tin", "5"]], 2, 0)
    1
    >>> above_missing([["Town", "Huts"], ["Aba", ""], ["Bab", ""], ["Cac", "5"]], 3, -1)
    1
    """
    first = cells[figures]
    own = [c for c, text in enumerate(first) if _is_figure(text)]
    keys = {c for c, text in enumerate(first) if text} - {*own}
    row = figures
    while (
        own
        and row - 1 > start
        and (_lacks(cells[row - 1], own, keys) or _is_of_another_time(cells[row - 1], first, keys))
    ):
        row -= 1
    if row - 1 > start and own and _is_whole_of(cells[row - 1], cells[row], keys | {*own[:1]}):
        row -= 1
    return min(row, _below_header(cells, figures, start, keys)) if own else figures


def _is_whole_of(row: Sequence[str], below: Sequence[str], keys: AbstractSet[int]) -> bool:
    """Whether a row has nothing but names and the number that those of the next go on with: 1 over 1.1.

    >>> _is_whole_of(["1", "Huts", ""], ["1.1", "old huts", "5"], {0, 1})
    True
    """
    own = {c for c, text in enumerate(row) if text}
    return len(own) > 1 and own <= keys and bool(below) and below[0] == f"{row[0]}.1"


def _below_header(cells: Cells, figures: int, start: int, keys: AbstractSet[int]) -> int:
    """Return the first of several rows that have the keys of the first with figures and nothing else, under a full one.

    One alone may stand over a group.
    """
    row = figures
    while row - 1 > start and {c for c, text in enumerate(cells[row - 1]) if text} == keys:
        row -= 1
    above = {c for c, text in enumerate(cells[row - 1]) if text} if row else set()
    full = above == {c for c, text in enumerate(cells[figures]) if text}
    return row if full and figures - row > 1 else figures


def _lacks(row: Sequence[str], own: Sequence[int], keys: AbstractSet[int]) -> bool:
    """Whether a row has its keys, and signs for missing figures in the columns of them, two if not all."""
    if own[:1] == [0] and row and _is_figure(row[0]):  # a code
        own, keys = own[1:], keys | {0}
    behind = [row[c] if c < len(row) else "" for c in own]
    apart = {c for c, text in enumerate(row) if text} - {*own}
    return (
        apart == keys
        and all(map(is_missing, behind))
        and sum(map(bool, behind)) >= min(2, len(own))
    )


def _is_of_another_time(row: Sequence[str], first: Sequence[str], keys: AbstractSet[int]) -> bool:
    """Whether a row without figures says the same as the first with figures, but for its period: the newest year is not out yet."""
    if {c for c, text in enumerate(row) if text} != keys:
        return False
    others = {c for c in keys if row[c] != first[c]}
    return len(others) == 1 < len(keys) and all(
        period_of(line[c]) is not None for c in others for line in (row, first)
    )


def _is_figure(text: str) -> bool:
    return (is_number(text) or is_formula(text)) and period_of(text) is None
