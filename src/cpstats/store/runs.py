"""Rows of any number are sorted on disk and come back in order, each key once."""

from __future__ import annotations

import marshal
from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.model.columns import KEY, OBSERVATION
from cpstats.store.same_key import repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Row = tuple[str, ...]

NAMES = (*OBSERVATION, "where")
BLOCK = 300  # rows; while files are merged, one block of each is held

key_of: Callable[[Sequence[str]], Row] = itemgetter(*(NAMES.index(name) for name in KEY))


class Runs:
    """Sorted files in a folder that is thrown away afterwards.

    Each row has the columns of an observation, and `where` it was read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: list[Path] = []

    def add(self, rows: Sequence[Row]) -> None:
        """Sort some rows and put them aside."""
        path = self.folder / f"{len(self._files)}.run"
        lines = ordered(rows)
        with path.open("wb") as file:
            for start in range(0, len(lines), BLOCK):
                block = marshal.dumps(lines[start : start + BLOCK])
                file.write(len(block).to_bytes(8) + block)
        self._files.append(path)

    def merged(self) -> Iterator[list[Row]]:
        """Yield every row in order, some at a time, without `where`.

        Raises
        ------
        DataError
            When a key occurs twice.
        """
        before: list[Row] = []
        for rows in self._sorted():
            look_for_twins([*before, *rows])
            before = rows[-1:]
            yield [row[:-1] for row in rows]

    def _sorted(self) -> Iterator[list[Row]]:
        """Yield all rows that no later row can precede, again and again, until there are none."""
        blocks = [_blocks(path) for path in self._files]
        held = {number: rows for number, block in enumerate(blocks) if (rows := next(block, []))}
        while held:
            last = min(key_of(rows[-1]) for rows in held.values())
            out: list[Row] = []
            for number, rows in list(held.items()):
                if key_of(rows[0]) > last:
                    continue
                end = bisect_right(rows, last, key=key_of)
                out += rows[:end]
                held[number] = rows[end:] or next(blocks[number], [])
                if not held[number]:
                    del held[number]
            out.sort(key=key_of)
            yield out


def ordered(rows: Sequence[Row]) -> list[Row]:
    """Return rows by their keys."""
    return sorted(rows, key=key_of)


def _blocks(path: Path) -> Iterator[list[Row]]:
    with path.open("rb") as file:
        while length := file.read(8):
            block = file.read(int.from_bytes(length))
            yield marshal.loads(block)  # noqa: S302 - what this process has just written


def look_for_twins(rows: Sequence[Row]) -> None:
    """Refuse a key that occurs twice in sorted rows.

    Raises
    ------
    DataError
        At the first.
    """
    keys = [key_of(row) for row in rows]
    for number, (one, other) in enumerate(pairwise(keys)):
        if one == other:
            raise repeated(one, rows[number][-1], rows[number + 1][-1])
