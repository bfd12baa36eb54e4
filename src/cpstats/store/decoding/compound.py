"""The streams of a compound file (xls): a small file system of sectors in chains.

A chain that runs in a circle, or beyond the end of the file, is a damaged file ([MS-CFB], 2.1–2.6).
"""

from __future__ import annotations

import struct
from struct import Struct
from typing import TYPE_CHECKING

from cpstats.store.decoding.markup import damaged

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = Struct("<30x2H10x8I109I")  # shifts, first directory sector, cutoff, chains, table
ENTRY = Struct("<64sHBx3I36xIQ")
LAST = 0xFFFFFFFA  # the numbers from here on are no sectors
STREAM = 2


def stream(name: str, content: bytes, wanted: Sequence[str]) -> bytes:
    """Return the first stream that has one of the names; empty where there is none.

    Raises
    ------
    DataError
        When the file is cut off, or a chain of sectors has no end.
    """
    try:
        return _File(content).stream(wanted)
    except (struct.error, IndexError, ValueError):
        raise damaged(name) from None


class _File:
    """A compound file; a number that points nowhere is an IndexError, a circle a ValueError."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, small, _, directory, _, self._cutoff, mini, _, more, _, *table = HEADER.unpack_from(
            content
        )
        if not (shift in (9, 12) and small == 6):
            raise ValueError(shift)
        self._size, self._small = 1 << shift, 1 << small
        self._next: list[int] = []
        for sector in self._tables(table, more):
            self._next += Struct(f"<{self._size // 4}I").unpack(self._sector(sector))
        self._entries = list(ENTRY.iter_unpack(self._chain(directory)))
        self._mini = Struct("<I").iter_unpack(self._chain(mini)) if mini < LAST else ()
        self._next_small = [number for (number,) in self._mini]

    def stream(self, wanted: Sequence[str]) -> bytes:
        """Return the first stream that has one of the names."""
        root = self._entries[0]
        for text, length, kind, _, _, _, start, size in self._entries:
            title = text[: max(length - 2, 0)].decode("utf-16-le", "replace")
            if kind != STREAM or title not in wanted:
                continue
            if size >= self._cutoff:
                return self._long_enough(self._chain(start, short=True), size)
            inside = self._chain(root[6], short=True)
            pieces = (
                inside[n * self._small : (n + 1) * self._small]
                for n in _followed(start, self._next_small)
            )
            return self._long_enough(b"".join(pieces), size)
        return b""

    @staticmethod
    def _long_enough(found: bytes, size: int) -> bytes:
        if len(found) < size:
            raise ValueError(size)
        return found[:size]

    def _tables(self, first: Sequence[int], more: int) -> list[int]:
        """Return the sectors that hold the table of what follows what."""
        found = [sector for sector in first if sector < LAST]
        seen: set[int] = set()
        while more < LAST:
            if more in seen:
                raise ValueError(more)
            seen.add(more)
            *sectors, more = Struct(f"<{self._size // 4}I").unpack(self._sector(more))
            found += [sector for sector in sectors if sector < LAST]
        if len(found) > len(self._content) // self._size + 1:
            raise ValueError(len(found))
        return found

    def _chain(self, start: int, *, short: bool = False) -> bytes:
        sectors = _followed(start, self._next)
        return b"".join(self._sector(sector, short=short) for sector in sectors)

    def _sector(self, number: int, *, short: bool = False) -> bytes:
        """Return a sector; only that of a stream may end with the file."""
        found = self._content[(number + 1) * self._size : (number + 2) * self._size]
        if len(found) < (1 if short else self._size):
            raise IndexError(number)
        return found


def _followed(start: int, following: Sequence[int]) -> list[int]:
    """Return a chain of sectors from its first on."""
    found: list[int] = []
    while start < LAST:
        found.append(start)
        start = following[start]
        if len(found) > len(following):
            raise ValueError(start)
    return found
