"""Files that are known by their first bytes and hold no table that can be read: said by name."""

from __future__ import annotations

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding.packed import ARCHIVE

AS_TABLE = Message(
    "Open it, copy the table into a spreadsheet, and save that as xlsx or CSV.",
    "请打开文件，把表格复制到电子表格中，另存为 xlsx 或 CSV。",
)
TAR = b"ustar"  # from byte 257 on
KNOWN = (
    (b"%PDF", Message("this is a PDF, not a table", "这是 PDF，不是表格"), AS_TABLE),
    (b"\x89PNG", Message("this is a picture, not a table", "这是图片，不是表格"), AS_TABLE),
    (b"\xff\xd8\xff", Message("this is a picture, not a table", "这是图片，不是表格"), AS_TABLE),
    (b"GIF8", Message("this is a picture, not a table", "这是图片，不是表格"), AS_TABLE),
    (
        b"{\\rtf",
        Message("this is an RTF document, not a table", "这是 RTF 文档，不是表格"),
        AS_TABLE,
    ),
    (b"Rar!", Message("this is a RAR archive", "这是 RAR 压缩文件"), ARCHIVE),
    (b"7z\xbc\xaf", Message("this is a 7z archive", "这是 7z 压缩文件"), ARCHIVE),
    (b"\xfd7zXZ", Message("this is an xz archive", "这是 xz 压缩文件"), ARCHIVE),
    (b"BZh", Message("this is a bzip2 archive", "这是 bzip2 压缩文件"), ARCHIVE),
)


def look_at_kind(name: str, content: bytes) -> None:
    """Refuse archives, pictures and documents by what they are.

    Raises
    ------
    DataError
        When it is one; the mending says what to do with it.
    """
    for mark, what, mend in KNOWN:
        if content.startswith(mark):
            raise DataError(what, where=name, mend=mend)
    if content[257:262] == TAR:
        raise DataError(
            Message("this is a tar archive", "这是 tar 压缩文件"), where=name, mend=ARCHIVE
        )
