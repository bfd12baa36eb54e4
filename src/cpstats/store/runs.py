"""Rows of any number are sorted on disk and come back in order, each key once."""

from __future__ import annotations

import csv
import heapq
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.columns import KEY, OBSERVATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

NAMES = (*OBSERVATION, "where")


class Runs:
    """Sorted files in a folder that is thrown away afterwards.

    Each row has the columns of an observation, and `where` it was read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: list[Path] = []

    def add(self, rows: Sequence[dict[str, str]]) -> None:
        """Sort some rows and put them aside."""
        path = self._folder / f"{len(self._files)}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, NAMES, lineterminator="\n")
            writer.writerows(sorted(rows, key=_key))
        self._files.append(path)

    def merged(self) -> Iterator[dict[str, str]]:
        """Yield every row in order.

        Raises
        ------
        DataError
            When a key occurs twice.
        """
        before: dict[str, str] | None = None
        for row in heapq.merge(*(_rows(path) for path in self._files), key=_key):
            if before is not None and _key(before) == _key(row):
                raise DataError(
                    f"the key ({', '.join(v for v in _key(row) if v)}) occurs twice, "
                    f"first at {before['where']}",
                    where=row["where"],
                    mend="Remove one of the two lines, or give the other release its own source.",
                )
            before = row
            yield row


def _key(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in KEY)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, NAMES)
