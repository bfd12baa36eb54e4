"""Checks of a file of observations; the place of a fault is looked up only when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.columns import KEY
from cpstats.store import files
from cpstats.store.locate import at

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    import pandas as pd


class Cells:
    """The files of one part, read one below the other, able to say where a row stands.

    Parameters
    ----------
    pieces : list of (name, content)
        The files.
    headers : list of list of str
        The names of their columns.
    lengths : list of int
        How many rows each has.
    """

    def __init__(
        self, pieces: list[tuple[str, bytes]], headers: list[list[str]], lengths: list[int]
    ) -> None:
        self._pieces = pieces
        self._headers = headers
        self._lengths = lengths

    def where(self, row: int, column: str) -> str:
        """Return `file:line:column` of a cell."""
        piece = 0
        while row >= self._lengths[piece]:
            row -= self._lengths[piece]
            piece += 1
        name, content = self._pieces[piece]
        header = self._headers[piece]
        number = header.index(column) if column in header else 0
        return at(files.decode(content, name), row, number, name)

    def fault(self, column: pd.Series[str], text: str, what: str, mend: str = "") -> DataError:
        """Return the error for the first cell of a column that holds this text."""
        return self.fault_at(column, column.index[column == text][0], what, mend)

    def fault_at(self, column: pd.Series[str], row: int, what: str, mend: str = "") -> DataError:
        """Return the error for one cell."""
        name = str(column.name)
        return DataError(f"{name}: {what}", where=self.where(row, name), mend=mend)

    def one_of(self, column: pd.Series[str], words: Collection[str]) -> None:
        """Check that a column holds only words of a closed list."""
        for text in column.unique():
            if text not in words:
                known = ", ".join(w for w in words if w)
                empty = ", or empty" if "" in words else ""
                raise self.fault(column, text, f"“{text}” is unknown", f"Known: {known}{empty}.")

    def known(self, column: pd.Series[str], idents: Container[str], table: str) -> None:
        """Check that a column holds only ids of another table."""
        for text in column.unique():
            if text not in idents:
                what = f"“{text}” is not in {table}"
                raise self.fault(column, text, what, f"Add it to {table}, or mend the name.")

    def unique(self, frame: pd.DataFrame) -> None:
        """Check that no key occurs twice, and name both lines if one does."""
        twice = frame.duplicated(list(KEY), keep=False)
        if not twice.any():
            return
        wrong = frame.loc[twice, list(KEY)]
        same = wrong[(wrong == wrong.iloc[0]).all(axis=1)]
        first, second = (self.where(int(row), "indicator") for row in same.index[:2])
        key = ", ".join(v for v in same.iloc[0] if v)
        raise DataError(
            f"the key ({key}) occurs twice, first at {first}",
            where=second,
            mend="Remove one of the two lines, or give the other release its own source.",
        )
