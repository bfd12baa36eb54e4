"""The cells of a sheet, each made plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.sheet import Sheet, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 9  # lines that may be title and header


def cells_of(sheet: Sheet) -> Sequence[Sequence[str]]:
    """Return the cells made plain; the rows themselves where there is nothing to be done.

    >>> cells_of(Sheet("a.csv", (("全  国", " 5 "),), (1,)))
    [['全国', '5']]
    """
    even = len({len(row) for row in sheet.rows}) == 1
    if even and all(_is_plain(column) for column in zip(*sheet.rows, strict=True)):
        return sheet.rows
    return [[plain(cell) for cell in row] for row in sheet.rows]


def _is_plain(column: Sequence[str]) -> bool:
    """Whether no cell of a column changes when it is made plain."""
    head, rest = column[:FEW], column[FEW:]
    joined = ",".join(rest)
    if joined.isascii() and len(joined.split()) < 2:
        rest = ()
    return all(plain(cell) == cell for cell in {*head, *rest})
