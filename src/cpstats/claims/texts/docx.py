"""docx: paragraphs and cells of tables in their order (python-docx, the extra `documents`)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST = 200_000_000  # bytes of the unpacked parts
WIDEST = 100_000  # columns that the merged cells of all tables may take together
SAVE = Message(
    "Save it again as docx, without a password, or as text.",
    "请另存为不带密码的 docx，或存为文本。",
)


def knows(name: str, content: bytes) -> bool:
    """Return whether this is a document of a word processor, by its name or its first bytes."""
    return content.startswith((ZIP, OLE)) or Path(name).suffix.lower() == ".docx"


def text_of(name: str, content: bytes) -> str:
    """Return the paragraphs, one a line, the cells of a row of a table divided by tabs.

    Raises
    ------
    DataError
        When it is damaged, has a password, or is no docx.
    UsageError
        When the extra `documents` is not installed.
    """
    _check(name, content)
    try:
        from docx import Document
    except ImportError:
        raise UsageError(
            Message(
                "reading docx needs the extra “documents”", "读取 docx 需要附加组件“documents”"
            ),
            mend=Message(
                "Install it: pip install 'cpstats[documents]'",
                "请安装：pip install 'cpstats[documents]'",
            ),
        ) from None
    try:
        document = Document(io.BytesIO(content))
        _check_spans(name, document)
        return "\n".join(_lines(document)) + "\n"
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the reader
        raise DataError(
            Message("the document cannot be read ({})", "文档无法读取（{}）", type(error).__name__),
            where=name,
            mend=SAVE,
        ) from None


def _check(name: str, content: bytes) -> None:
    if content.startswith(OLE):
        raise DataError(
            Message(
                "this is an old .doc, or a docx with a password", "这是旧版 .doc，或带密码的 docx"
            ),
            where=name,
            mend=SAVE,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            found = "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        raise DataError(
            Message(
                "the document cannot be read (it is damaged or cut off)",
                "文档无法读取（已损坏或不完整）",
            ),
            where=name,
            mend=SAVE,
        ) from None
    if not found:
        raise DataError(Message("this is no docx", "这不是 docx"), where=name, mend=SAVE)
    if size > LARGEST:
        raise DataError(
            Message("the document unpacks to {} MB", "文档解压后有 {} MB", size // 1000000),
            where=name,
            mend=Message("Split it.", "请拆分后再核对。"),
        )


def _check_spans(name: str, document: Any) -> None:
    """Refuse merged cells over more columns than any table has: each column is a cell in memory."""
    spans = document.element.body.xpath(".//w:gridSpan/@w:val")
    if sum(int(span) for span in spans) > WIDEST:
        raise DataError(
            Message("the cells of its tables span too many columns", "表格单元格跨列过多"),
            where=name,
            mend=SAVE,
        )


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells)
        else:
            yield block.text
