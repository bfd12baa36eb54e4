"""Files that are known by their first bytes and hold no table that can be read: said by name."""

from __future__ import annotations

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding.packed import ARCHIVE

AS_TABLE = Message(
    "Open it, copy the table into a spreadsheet, and save that as xlsx or CSV.",
    "请打开文件，把表格复制到电子表格中，另存为 xlsx 或 CSV。",
)
AS_CSV = Message(
    "Open it with the program that wrote it, and save the table as CSV.",
    "请用生成它的程序打开，把表另存为 CSV。",
)
IN_R = Message(
    "Read it in R, and write the table: write.csv(data, 'data.csv', row.names = FALSE).",
    "请在 R 中读入后写出：write.csv(data, 'data.csv', row.names = FALSE)。",
)
R_DATA = Message("these are data of R", "这是 R 的数据文件")
FEATHER = Message("this is a Feather (Arrow) file", "这是 Feather（Arrow）文件")
AS_PARQUET = Message("Save the table as Parquet or CSV.", "请另存为 Parquet 或 CSV。")
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
    (b"RDX2\n", R_DATA, IN_R),
    (b"RDX3\n", R_DATA, IN_R),
    (b"X\n\x00\x00\x00", R_DATA, IN_R),  # one value, as saveRDS writes it
    (b"ARROW1\x00\x00", FEATHER, AS_PARQUET),
    (b"FEA1", FEATHER, AS_PARQUET),
    (b"SQLite format 3\x00", Message("this is an SQLite database", "这是 SQLite 数据库"), AS_CSV),
    (
        b"\x00\x01\x00\x00Standard ",
        Message("this is an Access database", "这是 Access 数据库"),
        AS_CSV,
    ),
    (b"\x89HDF", Message("this is an HDF5 or netCDF file", "这是 HDF5 或 netCDF 文件"), AS_CSV),
    (b"CDF\x01", Message("this is a netCDF file", "这是 netCDF 文件"), AS_CSV),
    (b"MATLAB 5.0", Message("this is a MATLAB file", "这是 MATLAB 文件"), AS_CSV),
    (b"\x93NUMPY", Message("this is an array of NumPy", "这是 NumPy 数组文件"), AS_CSV),
)


BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
OF_BOOKS = (b"PK", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff")  # and texts in UTF-16, called so
CONTROL = frozenset(range(9)) | frozenset(range(14, 32))  # bytes that no text has
LOOKED_AT, FIRST = 4096, 8  # bytes


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
    book = name.casefold().endswith(BOOKS) and not content.startswith(OF_BOOKS)
    if book and not CONTROL.isdisjoint(content[:LOOKED_AT]):
        raise DataError(
            Message(
                "this is called a workbook and is none; it begins with the bytes {}",
                "文件名为工作簿，内容却不是；开头的字节为 {}",
                content[:FIRST].hex(" "),
            ),
            where=name,
            mend=Message(
                "Look whether it was downloaded whole, or save it again.",
                "请检查下载是否完整，或重新保存。",
            ),
        )
    if content[257:262] == TAR:
        raise DataError(
            Message("this is a tar archive", "这是 tar 压缩文件"), where=name, mend=ARCHIVE
        )
