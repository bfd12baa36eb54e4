"""Archives become the files that are in them: gzip, and zips that are no workbook or document."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding.zipping import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
LARGEST = 500_000_000  # bytes of all that is unpacked
SMALL, RATIO = 50_000_000, 200  # more bytes than this, and so many times the packed: no table is so
MANY = 1_000  # tables in one archive: each is read and answered for
MEMBERS = 20_000  # of a gzip, one behind the other: those of bgzip hold 64 kB each
PIECE = 1 << 15  # bytes that are unpacked at once
# suffixes of tables; what else lies in an archive is left out
TABLES = frozenset(
    (
        *(".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".ndjson"),
        *(".xml", ".px", ".html", ".htm", ".md", ".docx", ".parquet"),
    )
)
# a zip with one of these is a workbook or a document itself
PARTS = ("[Content_Types].xml", "content.xml", "mimetype", "word/document.xml")
ARCHIVE = Message(
    "Unpack it, and give the table that is in it.", "请先解压，再使用其中的表格文件。"
)


def is_packed(content: bytes) -> bool:
    """Whether it is gzip, or a zip of files."""
    return content.startswith(GZIP) or (content.startswith(ZIP) and bool(_names(content)))


def members(name: str, content: bytes) -> tuple[list[tuple[str, bytes]], list[str]]:
    """Return the tables in an archive with their names, and the names of what else is in it.

    Raises
    ------
    DataError
        When it is damaged, has a password, holds no table or too many, or more than memory should.
    """
    if content.startswith(GZIP):
        return [(name, b"".join(_pieces(name, content)))], []
    names = _names(content)
    tables = [n for n in names if PurePosixPath(n).suffix.lower() in TABLES]
    if not tables:
        raise DataError(
            Message(
                "this is a zip archive without a table: {}",
                "这是没有表格的 zip 压缩文件：{}",
                names[:5],
            ),
            where=name,
            mend=ARCHIVE,
        )
    if len(tables) > MANY:
        raise DataError(
            Message(
                "there are {} tables in the archive, more than {}",
                "压缩文件中有{}个表格，超过{}个",
                len(tables),
                MANY,
            ),
            where=name,
            mend=Message(
                "Unpack it, and give those that you need.", "请先解压，再使用需要的表格文件。"
            ),
        )
    found = [(f"{name}[{n}]", data) for n, data in _unzipped(name, content, tables)]
    return found, [n for n in names if n not in tables]


def extracted(name: str, content: bytes, folder: Path) -> None:
    """Write the files of a zip into a folder; nothing outside it.

    Raises
    ------
    DataError
        When a file would lie outside, or it is damaged.
    """
    for entry, data in _unzipped(name, content, _names(content)):
        path = folder / entry
        if ".." in PurePosixPath(entry).parts or PurePosixPath(entry).is_absolute():
            raise DataError(
                Message(
                    "the archive has a file outside its folder ({})",
                    "压缩包中有文件位于其文件夹之外（{}）",
                    entry,
                ),
                where=name,
                mend=Message("Pack it again.", "请重新打包。"),
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def package_in(content: bytes, descriptor: str) -> str | None:
    """Return the folder of the one data package in a zip, as it is written there; None for none."""
    if not content.startswith(ZIP):
        return None
    found = [n for n in _names(content) if PurePosixPath(n).name == descriptor]
    return str(PurePosixPath(found[0]).parent) if len(found) == 1 else None


def _names(content: bytes) -> list[str]:
    """Return the files of a zip; none where it is a workbook, a document, or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = archive.namelist()
    except Exception:  # noqa: BLE001 - who reads it as a workbook says what is damaged
        return []
    if any(part in inside for part in PARTS) or any(n.startswith("xl/") for n in inside):
        return []
    return [n for n in inside if not n.endswith("/") and not _is_hidden(n)]


def _is_hidden(name: str) -> bool:
    parts = (part for part in PurePosixPath(name).parts if part != "..")
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def _unzipped(name: str, content: bytes, names: list[str]) -> Iterator[tuple[str, bytes]]:
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [archive.getinfo(entry) for entry in names]
            packed = min(sum(entry.compress_size for entry in entries), len(content))
            _look_at_size(name, sum(entry.file_size for entry in entries), packed)
            for entry in names:
                if archive.getinfo(entry).flag_bits & 1:
                    raise _locked(name)
                with archive.open(entry) as file:
                    data = file.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise _too_large(name)
                yield entry, data
    except DAMAGED:
        raise _damaged(name) from None


def unpacked_to(target: Path, name: str, content: bytes) -> bool:
    """Write what is in a gzip into a file, some of it at a time; whether it is one.

    Raises
    ------
    DataError
        When it is damaged, or unpacks to too much.
    """
    if not content.startswith(GZIP):
        return False
    with target.open("wb") as file:
        file.writelines(_pieces(name, content))
    return True


def _pieces(name: str, content: bytes) -> Iterator[bytes]:
    """Yield what is in a gzip."""
    size, at, members = 0, 0, 0
    while content.startswith(GZIP, at):  # several may follow one another
        members += 1
        if members > MEMBERS:
            raise _damaged(name)
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while not unpacker.eof:
            fed = content[at : at + PIECE]
            try:
                piece = unpacker.decompress(fed)
            except zlib.error:
                raise _damaged(name) from None
            at += len(fed) - len(unpacker.unused_data)
            size += len(piece)
            _look_at_size(name, size, at)
            if not (fed or unpacker.eof):
                raise _damaged(name)
            yield piece


def _damaged(name: str) -> DataError:
    return DataError(
        Message("the archive is damaged or cut off", "压缩文件已损坏或不完整"),
        where=name,
        mend=Message("Fetch it again.", "请重新下载。"),
    )


def _locked(name: str) -> DataError:
    return DataError(
        Message("the archive has a password", "压缩文件设有密码"), where=name, mend=ARCHIVE
    )


def _look_at_size(name: str, size: int, packed: int) -> None:
    """Refuse what unpacks to more than memory should hold, or than any table packs to so little."""
    if size > LARGEST or (size > SMALL and size > RATIO * packed):
        raise _too_large(name)


def _too_large(name: str) -> DataError:
    what = Message(
        "the archive unpacks to more than {} MB, or to {} times its size",
        "压缩文件解压后超过 {} MB，或达原大小的 {} 倍",
        LARGEST // 1_000_000,
        RATIO,
    )
    return DataError(what, where=name, mend=ARCHIVE)
