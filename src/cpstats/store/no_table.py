"""Files that are known by their first bytes and hold no table that can be read: said by name."""

from __future__ import annotations

import io
import zipfile

from cpstats.errors import DataError
from cpstats.message import Message

ARCHIVE = Message(
    "Unpack it, and give the table that is in it.", "请先解压，再使用其中的表格文件。"
)
AS_TABLE = Message(
    "Open it, copy the table into a spreadsheet, and save that as xlsx or CSV.",
    "请打开文件，把表格复制到电子表格中，另存为 xlsx 或 CSV。",
)
WORKBOOKS = ("[Content_Types].xml", "content.xml", "mimetype")  # what one has, or one of its parts
PARTS = "xl/"
HTML = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body")


def look_at_kind(name: str, content: bytes) -> None:
    """Refuse archives, pages and documents by what they are.

    Raises
    ------
    DataError
        When it is one; the mending says what to do with it.
    """
    if content.startswith(b"\x1f\x8b"):
        raise _is(name, Message("this is a gzip archive", "这是 gzip 压缩文件"), ARCHIVE)
    if content.startswith(b"%PDF"):
        raise _is(name, Message("this is a PDF, not a table", "这是 PDF，不是表格"), AS_TABLE)
    if content[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(HTML):
        raise _is(
            name, Message("this is an HTML page, not a table", "这是 HTML 网页，不是表格"), AS_TABLE
        )
    if content.startswith(b"PK\x03\x04"):
        _look_into(name, content)


def _look_into(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = archive.namelist()
    except Exception:  # noqa: BLE001 - who reads it says what is damaged
        return
    if "word/document.xml" in inside:
        raise _is(
            name, Message("this is a Word document (docx)", "这是 Word 文档（docx）"), AS_TABLE
        )
    packed = all(workbook not in inside for workbook in WORKBOOKS)
    packed = packed and not any(entry.startswith(PARTS) for entry in inside)
    if packed and not any(entry.startswith("API_") for entry in inside):
        raise _is(name, Message("this is a zip archive", "这是 zip 压缩文件"), ARCHIVE)


def _is(name: str, what: Message, mend: Message) -> DataError:
    return DataError(what, where=name, mend=mend)
