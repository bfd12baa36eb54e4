"""Checks of a file of observations; the place of a fault is looked up only when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from cpstats.errors import DataError
from cpstats.model.columns import KEY
from cpstats.store import files
from cpstats.store.locate import at

if TYPE_CHECKING:
    from collections.abc import Collection, Container


class Cells:
    """A table as read, able to say where a cell of it stands in the file."""

    def __init__(self, table: pd.DataFrame, content: bytes, name: str) -> None:
        self._header = list(table.columns)
        self._content = content
        self._name = name

    def fault(self, column: pd.Series[str], text: str, what: str, mend: str = "") -> DataError:
        """Return the error for the first cell of a column that holds this text."""
        return self.fault_at(column, column.index[column == text][0], what, mend)

    def fault_at(self, column: pd.Series[str], row: int, what: str, mend: str = "") -> DataError:
        """Return the error for one cell."""
        name = str(column.name)
        number = self._header.index(name) if name in self._header else 0
        where = at(files.decode(self._content, self._name), row, number, self._name)
        return DataError(f"{name}: {what}", where=where, mend=mend)

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


def shape(table: pd.DataFrame, content: bytes, name: str) -> None:
    """Check that every line has as many cells as the header."""
    if len(table) and table.iloc[:, -1].isna().any():
        text = files.decode(content, name)
        list(files.rows(text, name))  # raises with the place


def keys(frames: list[pd.DataFrame], pieces: list[tuple[str, bytes]]) -> None:
    """Check that no key occurs twice within a part, and name both lines if one does."""
    frame = frames[0] if len(frames) == 1 else pd.concat(frames, keys=range(len(frames)))
    twice = frame.duplicated(list(KEY), keep=False)
    if not twice.any():
        return
    wrong = frame[twice]
    same = wrong[(wrong[list(KEY)] == wrong[list(KEY)].iloc[0]).all(axis=1)]
    places = []
    for index in same.index[:2]:
        piece, row = index if isinstance(index, tuple) else (0, index)
        name, content = pieces[piece]
        number = int(frames[piece]["row"].loc[row])
        places.append(at(files.decode(content, name), number, 0, name))
    key = ", ".join(v for v in same[list(KEY)].iloc[0] if v)
    raise DataError(
        f"the key ({key}) occurs twice, first at {places[0]}",
        where=places[1],
        mend="Remove one of the two lines, or give the other release its own source.",
    )
