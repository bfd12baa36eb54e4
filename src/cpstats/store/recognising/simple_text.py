"""A large text as an engine takes it: in UTF-8, of lines that every reader of CSV takes alike."""

from __future__ import annotations

import codecs
import csv
from typing import TYPE_CHECKING

from cpstats.store.recognising.stream import CHUNK, UTF_8, encoding_of, size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from cpstats.store.hints import Hints

PLAIN = ("utf_8", "utf_8_sig", "ascii")  # what an engine reads as it is
MADE, CUT = "text.csv", "cut.csv"
BEHIND = 1 << 16  # bytes at the end in which notes are looked for


def in_utf8(
    path: Path, hints: Hints, room: Path, progress: Callable[[str, int, int], None]
) -> tuple[Path, tuple[str, str]]:
    """Return a file that holds a text in UTF-8, and codec and name of the encoding in which it came.

    A text that begins as UTF-8 is taken as it is: who reads all of it sees whether it is; any other is put into
    the folder `room`, a piece at a time.

    Raises
    ------
    DataError
        When the encoding is none that is known, or may be several.
    OSError
        When there is no room.
    """
    begins = not hints.encoding and _begins_in_utf8(path)
    found = UTF_8 if begins else encoding_of(path, hints, progress)
    if codecs.lookup(found[0]).name.replace("-", "_") in PLAIN:
        return path, found
    made = room / MADE
    left = size_of(path)
    decoder = codecs.getincrementaldecoder(found[0])()
    with path.open("rb") as file, made.open("wb") as other:
        while left > 0 and (chunk := file.read(min(left, CHUNK))):
            left -= len(chunk)
            other.write(decoder.decode(chunk).encode())
        other.write(decoder.decode(b"", final=True).encode())
    return made, found


def _begins_in_utf8(path: Path) -> bool:
    """Whether the first bytes of a file are UTF-8, without a mark for it or for anything else."""
    with path.open("rb") as file:
        head = file.read(CHUNK)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head and not head.startswith(codecs.BOM_UTF8)


def without_notes(
    path: Path, divider: str, width: int, room: Path
) -> tuple[Path, list[tuple[str, ...]]]:
    """Return a text without the notes below its table, put into the folder `room`, and the cells of these.

    A note is one cell alone, or not as many as the table has; they are looked for in the last bytes.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - BEHIND))
        *_, end = file.read().partition(b"\n")
    kept = end.rstrip(b"\r\n")
    notes: list[tuple[str, ...]] = []
    while kept:
        above, _, line = kept.rpartition(b"\n")
        cells = tuple(next(csv.reader([line.decode().rstrip("\r")], delimiter=divider), ()))
        if (len(cells) == width and sum(map(bool, cells)) > 1) or line.count(b'"') % 2:
            break
        if cells:
            notes.insert(0, cells)
        kept = above
    if not notes or not kept:
        return path, []
    made, left = room / CUT, size - len(end) + len(kept)
    with path.open("rb") as file, made.open("wb") as other:
        while left > 0 and (chunk := file.read(min(left, CHUNK))):
            left -= other.write(chunk)
        other.write(b"\n")
    return made, notes


def simple_lines(path: Path) -> int:
    """Return how many lines a file has, 0 if it has signs that readers of CSV take differently, or a line without end.

    Empty lines at the end are none. That it is UTF-8 is seen by who reads all of it.
    """
    lines = behind = 0  # breaks, and those behind the last sign
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk or b"\x01" in chunk:
                return 0
            if b'"' in chunk and (b' "' in chunk or b'\t"' in chunk):
                return 0
            if b"\r" in chunk and b"\r" in chunk.replace(b"\r\n", b"").rstrip(b"\r"):
                return 0
            breaks = chunk.count(b"\n")
            if not breaks and len(chunk) == CHUNK:
                return 0
            lines += breaks
            left = len(chunk.rstrip(b"\r\n"))
            behind = chunk[left:].count(b"\n") + (0 if left else behind)
    return lines - behind + 1


def lines_of(path: Path, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield some lines of a text in UTF-8, of which the numbers, from 1 on, are in order."""
    wanted = iter(numbers)
    number = next(wanted, 0)
    above, rest = 0, b""
    with path.open("rb") as file:
        while number and (chunk := file.read(CHUNK)):
            *whole, rest = (rest + chunk).split(b"\n")
            while number and number <= above + len(whole):
                yield number, whole[number - above - 1].decode()
                number = next(wanted, 0)
            above += len(whole)
        if number:
            yield number, rest.decode()
