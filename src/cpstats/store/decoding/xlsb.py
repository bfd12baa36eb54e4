"""What the records of an xlsb workbook say beyond values: formats, hidden sheets, extent.

A record is its number, its length, both in groups of seven bits, and its body ([MS-XLSB], 2.1.4 and 2.4).
"""

from __future__ import annotations

import io
from struct import Struct
from typing import IO, TYPE_CHECKING

from cpstats.store.decoding import beyond_values
from cpstats.store.decoding.beyond_values import SHORT, Layout, Size, look
from cpstats.store.decoding.markup import CHUNK
from cpstats.store.decoding.xlsx import shows_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.store.decoding.workbook_parts import Parts

FOLDER = "xl/"  # the reader looks nowhere else
BOOK, STYLES, SHARED = "xl/workbook.bin", "xl/styles.bin", "xl/sharedStrings.bin"
NUMBER = Struct("<I")
FORM = Struct("<2xH")
SHEET, FORMAT, STYLE, STYLES_BEGIN, STYLES_END, TEXT = 156, 44, 47, 617, 618, 19
ROW, BLANK, SHARED_CELL, LAST_CELL, RICH_CELL = 0, 1, 7, 11, 62
COLUMN, SPAN = 60, Struct("<2I8x")  # what it says of a span of columns stands behind
UNSEEN_AT, UNSEEN_ROW = 11, 16  # the byte of a row, and its bit
NUMBERS = {2, 5, 9}  # short, whole, of a formula
ERROR = 11  # of a formula: the reader leaves its cell empty
BUILT_IN = {9, 10}  # 0% and 0.00%
NOWHERE = 0xFFFFFFFF  # in place of a length: there is no text
MORE = 128  # set in a byte of a number that goes on


def layouts(parts: Parts, size: Size) -> dict[str, Layout]:
    """Return the layout of each sheet, by its title; a sheet that no memory holds is refused."""
    percents = _percents(parts)
    shared = [len(body) // 2 for kind, body in _of(parts, SHARED, size) if kind == TEXT]
    shared = shared if max(shared, default=0) > SHORT else []
    links = parts.links(FOLDER, "workbook.bin")
    found = {}
    for kind, body in _of(parts, BOOK, size):
        if kind != SHEET:
            continue
        link, end = _text(body, 8)
        title, _ = _text(body, end)
        found[title] = _Sheet(parts.name, percents, shared, size).read(
            _of(parts, links.get(link, ""), size)
        )
        found[title].hidden = NUMBER.unpack_from(body)[0] != 0
        look(parts.name, len(found), beyond_values.SHEETS)
    return found


def _percents(parts: Parts) -> set[int]:
    """Return the numbers of the styles that show per cent."""
    own, used, in_cells = set(BUILT_IN), list[int](), False
    for kind, body in _of(parts, STYLES, Size(parts.name)):
        if kind == FORMAT and shows_percent(_text(body, 2)[0]):
            own.add(int.from_bytes(body[:2], "little"))
        elif kind in (STYLES_BEGIN, STYLES_END):
            in_cells = kind == STYLES_BEGIN
        elif kind == STYLE and in_cells:
            used.append(FORM.unpack_from(body)[0])
            look(parts.name, len(used), beyond_values.FORMATS)
    return {n for n, form in enumerate(used) if form in own}


class _Sheet:
    """One sheet being scanned."""

    def __init__(self, name: str, percents: set[int], shared: list[int], size: Size) -> None:
        self._percents, self._shared, self._size = percents, shared, size
        self._layout = Layout(name)

    def read(self, records: Iterator[tuple[int, bytes]]) -> Layout:
        """Scan the records of its part."""
        row = 0
        for kind, body in records:
            if kind == ROW:
                (row,) = NUMBER.unpack_from(body)
                if len(body) > UNSEEN_AT and body[UNSEEN_AT] & UNSEEN_ROW:
                    self._layout.hidden_rows.append(row)
            elif kind == COLUMN and len(body) > SPAN.size and body[SPAN.size] & 1:
                first, last = SPAN.unpack_from(body)
                self._layout.hide_columns(first, last)
            elif BLANK < kind <= LAST_CELL or kind == RICH_CELL:
                self._cell(kind, row, body)
        return self._layout

    def _cell(self, kind: int, row: int, body: bytes) -> None:
        (column,) = NUMBER.unpack_from(body)
        self._layout.reach(row + 1, column + 1)
        if kind in NUMBERS and int.from_bytes(body[4:7], "little") in self._percents:
            self._layout.percents.append((row, column))
        elif kind == SHARED_CELL and self._shared:
            (number,) = NUMBER.unpack_from(body, 8)
            self._size.add_text(self._shared[number] if number < len(self._shared) else 0)
        elif kind == ERROR:
            self._layout.formulas[row, column] = "…"


def _of(parts: Parts, part: str, size: Size) -> Iterator[tuple[int, bytes]]:
    """Yield number and body of each record of a part; none where it is not there.

    Raises
    ------
    EOFError
        When a record breaks off, or is longer than any text of a cell.
    """
    if part not in parts:
        return
    with parts.open(part) as packed, io.BufferedReader(packed, CHUNK) as file:  # type: ignore[type-var]
        while first := file.read(1):
            kind = first[0] if first[0] < MORE else first[0] % MORE | _byte(file) % MORE << 7
            length = 0
            for shift in (0, 7, 14, 21):
                bits = _byte(file)
                length |= bits % MORE << shift
                if bits < MORE:
                    break
            body = file.read(length) if length <= CHUNK else b""
            if len(body) < length:
                raise EOFError
            size.add(length)
            yield kind, body


def _byte(file: IO[bytes]) -> int:
    found = file.read(1)
    if not found:
        raise EOFError
    return found[0]


def _text(body: bytes, at: int) -> tuple[str, int]:
    """Return the text that begins in a body with the number of its signs, and where it ends."""
    (count,) = NUMBER.unpack_from(body, at)
    end = at + 4 + (0 if count == NOWHERE else 2 * count)
    return body[at + 4 : end].decode("utf-16-le", "replace"), end
