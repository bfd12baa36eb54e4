"""Rows of any number are sorted on disk and come back in order, each key once."""

from __future__ import annotations

import csv
import heapq
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.columns import KEY, OBSERVATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
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
        texts = sorted(([row[name] for name in NAMES] for row in rows), key=_key)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(texts)
        self._files.append(path)

    def merged(self) -> Iterator[dict[str, str]]:
        """Yield every row in order.

        Raises
        ------
        DataError
            When a key occurs twice.
        """
        before: tuple[str, ...] = ()
        where = ""
        for row in heapq.merge(*(_rows(path) for path in self._files), key=_key):
            key = _key(row)
            if key == before:
                raise DataError(
                    f"the key ({', '.join(v for v in key if v)}) occurs twice, first at {where}",
                    where=row[-1],
                    mend="Remove one of the two lines, or give the other release its own source.",
                )
            before, where = key, row[-1]
            yield dict(zip(NAMES, row, strict=True))


_key: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(*(NAMES.index(name) for name in KEY))


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)
