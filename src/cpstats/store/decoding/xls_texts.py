"""The shared texts of an xls workbook of which a part stands above the line ([MS-XLS], 2.4.265 and 2.5.293)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.decoding.raised import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

HEAD, TWO_BYTES, MORE, RUNS = 8, 1, 4, 8  # bytes before the first text; what its flags say
NEVER = 4  # a number that no font has
ABOVE = 1


class _EndedError(Exception):
    """The records break off."""


def is_above(font: bytes) -> bool:
    """Whether what is written in a font stands above the line."""
    return len(font) > 9 and int.from_bytes(font[8:10], "little") == ABOVE


def raised_texts(records: Sequence[bytes], above: Collection[int]) -> dict[int, str]:
    """Return the texts that have marks above the line, by their number among the shared ones.

    Parameters
    ----------
    records : sequence of bytes
        The record of the shared texts, and those that continue it.
    above : collection of int
        Which fonts, in the order of the file from 0, stand above the line.
    """
    found: dict[int, str] = {}
    if not above or not records or len(records[0]) < HEAD:
        return found
    reading, number = _Reading(records), 0
    try:
        while True:
            text, runs = reading.text()
            some = any(_font(font) in above for _, font in runs)
            if some and (told := joined(_pieces(text, runs, above))):
                found[number] = told
            number += 1
    except _EndedError:
        return found


def _font(number: int) -> int:
    return number if number < NEVER else number - 1


def _pieces(
    text: str, runs: Sequence[tuple[int, int]], above: Collection[int]
) -> list[tuple[str, bool]]:
    """Return the pieces of a text, and whether each stands above the line; before the first run none does."""
    starts = [(0, False), *((start, _font(font) in above) for start, font in runs)]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    pieces = [(text[start:end], up) for (start, up), end in zip(starts, ends, strict=True)]
    return [piece for piece in pieces if piece[0]]


class _Reading:
    """Texts read one after another, over the ends of records: signs go on behind a byte that says their width."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = records
        self._record, self._at = 0, HEAD

    def text(self) -> tuple[str, list[tuple[int, int]]]:
        """Return the next text, and where each of its runs begins and in which font it is."""
        count = self._number(2)
        flags = self._number(1)
        runs = self._number(2) if flags & RUNS else 0
        more = self._number(4) if flags & MORE else 0
        text = self._signs(count, 1 + (flags & TWO_BYTES))
        found = [(self._number(2), self._number(2)) for _ in range(runs)]
        self._bytes(more)
        return text, found

    def _signs(self, count: int, width: int) -> str:
        text = ""
        while len(text) < count:
            if self._at >= len(self._records[self._record]):
                self._next()
                width = 1 + (self._number(1) & TWO_BYTES)
            here = self._records[self._record][self._at :][: (count - len(text)) * width]
            self._at += len(here)
            if not here[: width * (len(here) // width)]:
                raise _EndedError
            text += here.decode("utf-16-le" if width == 2 else "latin-1", "replace")
        return text

    def _number(self, size: int) -> int:
        return int.from_bytes(self._bytes(size), "little")

    def _bytes(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            if self._at >= len(self._records[self._record]):
                self._next()
            here = self._records[self._record][self._at :][: size - len(found)]
            self._at += len(here)
            found += here
        return found

    def _next(self) -> None:
        self._record, self._at = self._record + 1, 0
        if self._record >= len(self._records):
            raise _EndedError
