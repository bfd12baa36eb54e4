"""What the records of an xls workbook say beyond values: formats, hidden sheets ([MS-XLS], 2.4)."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING

from cpstats.store.decoding.beyond_values import Layout
from cpstats.store.decoding.compound import stream
from cpstats.store.decoding.number_formats import Dress, dress_of
from cpstats.store.decoding.xls_texts import is_above, raised_texts
from cpstats.store.decoding.xlsx import shows_percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STREAMS = ("Workbook", "Book")
HEAD = Struct("<2H")
SHEET = Struct("<I2B")  # where it begins, whether it is hidden, what it is
CELL = Struct("<3H")  # row, column, style
BEGIN, END, SECRET, BOUND, FORMAT, STYLE = 0x809, 0x0A, 0x2F, 0x85, 0x41E, 0xE0
ROW, COLUMNS, UNSEEN_ROW = 0x208, 0x7D, 0x20
FORMULA, NUMBER, RK, MANY = 0x06, 0x203, 0x27E, 0xBD
FONT, SHARED, GOES_ON, LABEL = 0x31, 0xFC, 0x3C, 0xFD
BUILT_IN = {9, 10}  # 0% and 0.00%
BIFF8 = b"\x00\x06"


def layouts(name: str, content: bytes) -> dict[str, Layout]:
    """Return the layout of each sheet, by its title.

    Raises
    ------
    DataError
        When the file is damaged.
    """
    records = stream(name, content, STREAMS)
    starts: dict[int, Layout] = {}
    found: dict[str, Layout] = {}
    own, styles = set(BUILT_IN), list[int]()
    sheet: Layout | None = None
    percents: set[int] = set()
    forms, dressed = dict[int, Dress](), dict[int, Dress]()  # by format; by style
    wide = records[4:6] == BIFF8
    for at, kind, body in _records(records):
        if kind == BEGIN and at in starts:
            sheet = starts[at]
            percents = {n for n, form in enumerate(styles) if form in own}
            dressed = {n: forms[form] for n, form in enumerate(styles) if form in forms}
        elif kind == SECRET:
            return {}
        elif kind == BOUND and len(body) > 7:
            start, hidden, _ = SHEET.unpack_from(body)
            starts[start] = found[_text(body[6:], wide=wide, long=False)] = Layout(
                name, hidden=bool(hidden & 3)
            )
        elif kind == FORMAT and len(body) > 4:
            number, code = int.from_bytes(body[:2], "little"), _text(body[2:], wide=wide)
            own |= {number} if shows_percent(code) else set()
            forms |= {number: dress} if (dress := dress_of(code)) else {}
        elif kind == STYLE:
            styles.append(int.from_bytes(body[2:4], "little"))
        elif sheet is not None and kind in (ROW, COLUMNS):
            _hide(sheet, kind, body)
        elif sheet is not None and (percents or dressed):
            cells = [*_cells(kind, body)]
            sheet.percents += [(r, c) for r, c, style in cells if style in percents]
            sheet.dressed |= {(r, c): dressed[style] for r, c, style in cells if style in dressed}
    if wide:
        _raise(records, starts)
    return found


def _raise(records: bytes, starts: Mapping[int, Layout]) -> None:
    """Take into the sheets the texts of cells that have marks above the line."""
    above, fonts, before = set[int](), 0, 0
    pieces: list[bytes] = []
    texts: dict[int, str] = {}
    sheet: Layout | None = None
    for at, kind, body in _records(records):
        if kind == FONT:
            above |= {fonts} if is_above(body) else set()
            fonts += 1
        elif kind == SHARED or (kind == GOES_ON and before == SHARED):
            pieces.append(body)
        elif kind == BEGIN and at in starts:
            sheet, texts = starts[at], texts or raised_texts(pieces, above)
            if not texts:
                return
        elif kind == LABEL and sheet is not None and len(body) > CELL.size:
            row, column, _ = CELL.unpack_from(body)
            if text := texts.get(int.from_bytes(body[CELL.size : CELL.size + 4], "little")):
                sheet.raised[row, column] = text
        before = SHARED if kind == GOES_ON and before == SHARED else kind


def _records(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield where each record begins, its kind, and what it holds."""
    at = 0
    while at + HEAD.size <= len(content):
        kind, length = HEAD.unpack_from(content, at)
        yield at, kind, content[at + HEAD.size : at + HEAD.size + length]
        at += HEAD.size + length


def _hide(sheet: Layout, kind: int, body: bytes) -> None:
    """Take in the row or the columns of a record, where it says that they are hidden."""
    if kind == ROW and len(body) > 12 and body[12] & UNSEEN_ROW:
        sheet.hidden_rows.append(int.from_bytes(body[:2], "little"))
    elif kind == COLUMNS and len(body) > 8 and body[8] & 1:
        first, last, _ = CELL.unpack_from(body)
        sheet.hide_columns(first, last)


def _cells(kind: int, body: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and style of the numbers of a record."""
    if kind in (FORMULA, NUMBER, RK) and len(body) > CELL.size:
        yield CELL.unpack_from(body)
    elif kind == MANY and len(body) > CELL.size:
        row, first, _ = CELL.unpack_from(body)
        for n in range((len(body) - 6) // 6):
            yield row, first + n, int.from_bytes(body[4 + 6 * n : 6 + 6 * n], "little")


def _text(body: bytes, *, wide: bool, long: bool = True) -> str:
    """Return a text behind its length, of two bytes or one; only BIFF8 has signs of two bytes."""
    size = 2 if long and wide else 1
    length = int.from_bytes(body[:size], "little")
    if not wide:
        return body[size : size + length].decode("latin-1")
    start, two = size + 1, body[size] & 1
    return body[start : start + (length << two)].decode(
        "utf-16-le" if two else "latin-1", "replace"
    )
