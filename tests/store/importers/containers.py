"""Workbooks written by hand, byte by byte, where no kept library writes them: xls, xlsb, ods, OLE."""

from __future__ import annotations

import io
import struct
import zipfile

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


class Raised(str):
    """A text of which the last sign stands above the line."""

    __slots__ = ()


class Percent(float):
    """A fraction in a cell that shows per cent."""


def ole(name: str, stream: bytes) -> bytes:
    """Return a compound file (MS-CFB) with one stream, long enough not to be a mini stream."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // SECTOR)
    first = 2  # after the table of sectors and the directory
    table = [FAT, END, *range(first + 1, first + count), END]
    table += [FREE] * (SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0
    )
    header += struct.pack("<109I", 0, *[FREE] * 108)
    directory = _entry("Root Entry", 5, child=1, start=END, size=0)
    directory += _entry(name, 2, child=FREE, start=first, size=len(stream))
    directory += _entry("", 0, child=FREE, start=0, size=0) * 2
    return (
        header
        + struct.pack(f"<{SECTOR // 4}I", *table)
        + directory
        + stream.ljust(count * SECTOR, b"\0")
    )


def with_its_table_last(content: bytes) -> bytes:
    """Return a compound file whose table of sectors is its last one, as other writers order it."""
    header, table = bytearray(content[:SECTOR]), content[SECTOR : 2 * SECTOR]
    others = content[2 * SECTOR :]
    count = len(others) // SECTOR

    def moved(number: int) -> int:
        return number if number >= FAT else (count if number == 0 else number - 1)

    listed = [moved(n) for n in struct.unpack(f"<{SECTOR // 4}I", table)]
    listed = [*listed[1 : count + 1], FAT, *listed[count + 1 :]]
    struct.pack_into("<I", header, 48, 0)  # the directory
    struct.pack_into("<I", header, 76, count)
    found = bytearray(header + others)
    for at in range(SECTOR, 2 * SECTOR, 128):  # where each stream of the directory begins
        (start,) = struct.unpack_from("<I", found, at + 116)
        if found[at + 66] == 2:
            struct.pack_into("<I", found, at + 116, moved(start))
    return bytes(found) + struct.pack(f"<{SECTOR // 4}I", *listed)


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0" if name else b""
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    return head + struct.pack("<III16xI16xIQ", FREE, FREE, child, 0, start, size)


def xls(
    rows: list[list[str | float | None]],
    *,
    unseen: tuple[int, int] | None = None,
    code: str = "0.0%",
) -> bytes:
    """Return a workbook of Excel 97 (BIFF8) with one sheet of texts and numbers; row and column that are `unseen`, the format of per cent."""
    globals_size = 0
    raised = [value for row in rows for value in row if isinstance(value, Raised)]
    texts = b"".join(map(_raised, raised))
    for _ in range(2):  # the second time its length is known
        begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
        sheet = _record(0x0085, struct.pack("<IBBBB", globals_size, 0, 0, 1, 0) + b"T")
        form = _record(0x041E, struct.pack("<HHB", 164, len(code), 0) + code.encode())
        styles = b"".join(_record(0x00E0, struct.pack("<HH16x", 0, number)) for number in (0, 164))
        fonts = b"".join(
            _record(0x0031, struct.pack("<5H4xBB", 200, 0, 0, 400, above, 1, 0) + b"F")
            for above in (0, 0, 0, 0, 1)
        )
        shared = _record(0x00FC, struct.pack("<2I", len(raised), len(raised)) + texts)
        more = fonts + shared if raised else b""
        book = begin + form + styles + sheet + more + _record(0x000A, b"")
        globals_size = len(book)
    book += _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    if unseen is not None:
        book += _record(0x007D, struct.pack("<5H2x", unseen[1], unseen[1], 0, 0, 1))
        book += _record(0x0208, struct.pack("<3HH4xI", unseen[0], 0, 9, 0, 0x20))
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            place = struct.pack("<HHH", i, j, isinstance(value, Percent))
            if isinstance(value, Raised):
                book += _record(0x00FD, place + struct.pack("<I", raised.index(value)))
            elif isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                book += _record(0x0204, place + text)
            elif value is not None:
                book += _record(0x0203, place + struct.pack("<d", value))
    return ole("Workbook", book + _record(0x000A, b""))


def _raised(value: str) -> bytes:
    head = struct.pack("<HBH", len(value), 9, 1) + value.encode("utf-16-le")
    return head + struct.pack("<2H", len(value) - 1, 5)  # the fifth font: none is 4


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BEGIN_SHEET, DIMENSION, BEGIN_DATA, END_DATA, END_SHEET = 129, 148, 145, 146, 130


def xlsb(
    rows: list[list[str | float | None]],
    *,
    hidden: bool = False,
    more: bytes = b"",
    unseen: tuple[int, int] | None = None,
) -> bytes:
    """Return a binary workbook ([MS-XLSB]) with one sheet; `more` are records behind its cells."""
    link, title = (struct.pack("<I", len(t)) + t.encode("utf-16-le") for t in ("rId1", "T"))
    form = struct.pack("<HI", 164, 4) + "0.0%".encode("utf-16-le")
    styles = (
        record(44, form) + record(626, struct.pack("<I", 1)) + record(47, b"\xff\xff" + b"\0" * 14)
    )
    styles += record(627) + record(617, struct.pack("<I", 2))
    styles += b"".join(
        record(47, struct.pack("<HH12x", 0, number)) for number in (0, 164)
    ) + record(618)
    sheet = record(BEGIN_SHEET) + record(DIMENSION, struct.pack("<4I", 0, len(rows), 0, 16))
    sheet += record(BEGIN_DATA)
    for i, row in enumerate(rows):
        sheet += record(0, struct.pack("<I7xB13x", i, 16 * (unseen is not None and i == unseen[0])))
        for j, value in enumerate(row):
            place = struct.pack("<II", j, isinstance(value, Percent))
            if isinstance(value, str):
                sheet += record(
                    6, place + struct.pack("<I", len(value)) + value.encode("utf-16-le")
                )
            elif value is not None:
                sheet += record(5, place + struct.pack("<d", value))
    if unseen is not None:
        sheet += record(60, struct.pack("<4IH", unseen[1], unseen[1], 0, 0, 1))
    book = record(131) + record(143) + record(156, struct.pack("<II", hidden, 1) + link + title)
    relation = (
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.bin", book + record(144) + record(132))
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>',
        )
        archive.writestr("xl/styles.bin", record(278) + styles + record(279))
        archive.writestr(
            "xl/worksheets/sheet1.bin", sheet + more + record(END_DATA) + record(END_SHEET)
        )
    return out.getvalue()


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record of a binary workbook: its number, its length, its body."""
    return _sevens(kind) + _sevens(len(body)) + body


def _sevens(number: int) -> bytes:
    """Return a number in groups of seven bits, the lowest first."""
    found = bytearray()
    while number > 127:
        found.append(number % 128 | 128)
        number >>= 7
    return bytes((*found, number))


def ods(
    rows: list[list[str | float | None]],
    *,
    encrypted: bool = False,
    unseen: tuple[int, int] | None = None,
) -> bytes:
    """Return an OpenDocument spreadsheet with one sheet, or one that says it has a password."""
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    filtered = ' table:visibility="filter"'
    lines = "".join(
        f"<table:table-row{filtered * (unseen is not None and n == unseen[0])}>"
        f"{''.join(map(_cell, row))}</table:table-row>"
        for n, row in enumerate(rows)
    )
    if unseen is not None:
        before = f'<table:table-column table:number-columns-repeated="{unseen[1]}"/>'
        lines = f'{before}<table:table-column table:visibility="collapse"/>{lines}'
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="T">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    secret = '<manifest:encryption-data manifest:checksum="x"/>' if encrypted else ""
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{secret}</manifest:file-entry></manifest:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", mime)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _cell(value: str | float | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    kind = "percentage" if isinstance(value, Percent) else "float"
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{float(value)}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )
