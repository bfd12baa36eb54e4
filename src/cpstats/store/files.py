"""Bytes of a data file become text, or an error that says where it cannot be read."""

from __future__ import annotations

import csv
import os
import select
import stat
import sys
from io import StringIO
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause, plain
from cpstats.model.columns import REQUIRED
from cpstats.store.locate import Locator, at, cut_off
from cpstats.store.paths import is_folder
from cpstats.store.wide import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cpstats.store.wide import Layout

STDIN = "standard input"
LEFT: list[str] = []  # a line that nobody asked for
ENDLESS = 256_000_000  # bytes: what comes through a pipe is held, and may have no end
PATIENCE = 2  # seconds until somebody writes into a pipe that has a name
LONGEST = 8_000_000  # bytes of a line
ONE_LINE = 64_000_000  # bytes of a file that may be one line, as JSON often is


def read_bytes(path: Path) -> bytes:
    """Return the content of a file that has one.

    Raises
    ------
    DataError
        When the file is absent, is a folder or a device, cannot be opened, has no end, or is empty.
    """
    return filled(content_of(path), str(path))


def content_of(path: Path) -> bytes:
    """Return what a file holds, as long as it is when it is opened; a pipe to its end.

    Raises
    ------
    DataError
        When the file is absent, is a folder or a device, cannot be opened, has no end, or is large
        and a line of it is so too.
    """
    try:
        with _opened(path) as file:
            found = os.fstat(file.fileno())
            if stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode):
                raise _device(path)
            if stat.S_ISREG(found.st_mode) and found.st_size:
                if found.st_size > ONE_LINE:
                    look_at_lines(path)
                return file.read(found.st_size)
            return ended(file, str(path))
    except OSError as error:
        raise _unreadable(path, error) from None


def look_at_lines(path: Path, name: str = "") -> None:
    """Refuse a line that no table has, and empty lines without end, before they are held.

    Of a file that grows as much is looked at as it has when it is opened.

    Raises
    ------
    DataError
        When there is one.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        while file.tell() < size and (chunk := file.read(LONGEST)):
            if len(chunk) == LONGEST and chunk.isspace():
                raise DataError(
                    Message(
                        "there are {} MB of empty lines", "有 {} MB 空行", LONGEST // 1_000_000
                    ),
                    where=name or str(path),
                    mend=Message("Delete them.", "请删去空行。"),
                )
            if len(chunk) == LONGEST and b"\n" not in chunk and b"\r" not in chunk:
                raise DataError(
                    Message("a line has more than {} MB", "有一行超过 {} MB", LONGEST // 1_000_000),
                    where=name or str(path),
                    mend=Message(
                        "Look whether this is a table: each line is to end with a line break.",
                        "请检查文件是否为表格：每行须以换行结尾。",
                    ),
                )


def _opened(path: Path) -> BinaryIO:
    """Open a file; a pipe also where nobody has opened its other end in time: it is empty then."""
    if sys.platform == "win32" or not stat.S_ISFIFO(path.stat().st_mode):
        return path.open("rb")
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    select.select([handle], [], [], PATIENCE)
    os.set_blocking(handle, True)
    return os.fdopen(handle, "rb")


def ended(stream: BinaryIO | None, name: str = STDIN) -> bytes:
    """Return what comes through a pipe, which must have an end; nothing where it is closed.

    Raises
    ------
    DataError
        When it goes on and on.
    """
    content = b"" if stream is None else stream.read(ENDLESS + 1)
    if len(content) > ENDLESS:
        raise DataError(
            Message(
                "more than {} MB came, and no end",
                "已读入超过 {} MB，仍未结束",
                ENDLESS // 1_000_000,
            ),
            where=name,
            mend=Message(
                "Write it to a file first, and name the file.", "请先写入文件，再指定该文件。"
            ),
        )
    return content


def _device(path: Path) -> DataError:
    return DataError(
        Message("this is a device, no file", "这是设备，不是文件"),
        where=str(path),
        mend=Message("Name a file, or - for standard input.", "请指定文件，或用 - 表示标准输入。"),
    )


def looked_at(path: Path) -> Path:
    """Return the path of a file that is there.

    Raises
    ------
    DataError
        When it is absent, or a folder.
    """
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise IsADirectoryError
    except OSError as error:
        raise _unreadable(path, error) from None
    return path


def _unreadable(path: Path, error: OSError) -> DataError:
    if isinstance(error, FileNotFoundError):
        return DataError(
            Message("there is no such file", "没有这个文件"),
            where=str(path),
            mend=Message("Check the name and the folder.", "请检查文件名和文件夹。"),
        )
    if is_folder(path):
        return DataError(
            Message("this is a folder", "这是文件夹"),
            where=str(path),
            mend=Message(
                "Name the files in it; --data takes a package.",
                "请写出其中的文件；数据包用 --data 指定。",
            ),
        )
    return DataError(
        Message("the file cannot be read{}", "无法读取文件{}", cause(error)),
        where=str(path),
        mend=Message(
            "Look at its permissions, and at the disk it lies on.", "请检查文件权限和所在磁盘。"
        ),
    )


def filled(content: bytes, name: str) -> bytes:
    """Return what was read, if it is anything.

    Raises
    ------
    DataError
        When it is empty.
    """
    if not content or content.isspace():
        raise DataError(
            Message("there is nothing in it", "没有内容")
            if name == STDIN
            else Message("the file is empty", "文件为空"),
            where=name,
            mend=Message(
                "It needs a line with the names of the columns and one line for each figure.",
                "需要一行列名，以及每个数据一行。",
            ),
        )
    return content


def decode(content: bytes, name: str) -> str:
    """Return UTF-8 text (a byte order mark is dropped).

    Raises
    ------
    DataError
        At the first byte that is not UTF-8, and at the first NUL.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise cut_off(_where(error.object, error.start, name)) from None
        raise DataError(
            # the codec counts from behind a byte order mark, in its own copy
            Message(
                "byte 0x{} is not UTF-8", "字节 0x{} 不是 UTF-8", f"{error.object[error.start]:02x}"
            ),
            where=_where(error.object, error.start, name),
            mend=Message(
                "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
                "请把文件存为 UTF-8（电子表格中选“CSV UTF-8”）。",
            ),
        ) from None
    if "\0" in text:
        raise DataError(
            Message("there is a NUL character in the text", "文本中有 NUL 字符"),
            where=_where(text.encode(), text.encode().index(b"\0"), name),
            mend=Message(
                "This is no text file, or it was damaged; save it again as CSV in UTF-8.",
                "这不是文本文件或已损坏，请另存为 UTF-8 的 CSV。",
            ),
        )
    return text


def rows(text: str, name: str) -> Iterator[dict[str, str]]:
    """Yield the lines of a small table by column name; a line of another length is an error."""
    header, lines = parsed(text, name)
    for line in lines:
        yield dict(zip(header, line, strict=True))


def parsed(
    text: str,
    name: str,
    faults: list[DataError] | None = None,
    *,
    only: Mapping[str, str] | None = None,
) -> tuple[list[str], list[list[str]]]:
    """Return header and lines of a CSV; a line of another length than the header is an error.

    Where `faults` are collected, such a line is left empty; so is every line that has not `only`
    these cells in their columns. Cells that say the same have one text that they share.
    """
    reader = csv.reader(StringIO(text), strict=True)
    known: dict[str, str] = {}
    try:
        header = [cell.strip() for cell in next(filter(None, reader), [])]
        if only is None or not only.keys() <= {*header}:
            rows = [[*map(known.setdefault, row, row)] for row in reader if row]
        else:
            cells, said = itemgetter(*map(header.index, only)), (*only.values(),)
            width = len(header)
            rows = [
                LEFT if len(row) == width and cells(row) != said else row for row in reader if row
            ]
    except csv.Error as error:
        raise not_csv(error, name, reader.line_num) from None
    locator = Locator(text, name)
    for number, row in enumerate(rows):
        if len(row) != len(header) and row is not LEFT:
            place = locator.at(number, min(len(row), len(header)) - 1)
            fault = ragged(place, len(header), len(row))
            if faults is None:
                raise fault
            faults.append(fault)
            rows[number] = []
    return header, rows


class Observed(NamedTuple):
    """A table of observations in long form, able to say where a cell stands in its file."""

    header: list[str]
    rows: list[list[str]]
    written: list[str]  # the header as it stands in the file
    lines: list[int]  # which record of the file each line that was read is
    layout: Layout | None = None

    def place(self, number: int, column: str) -> tuple[int, int]:
        """Return line (-1 is the header) and position of a cell, the first where it has none."""
        position = self.header.index(column) if column in self.header else 0
        if self.layout is not None:
            number, position = self.layout.place(number, column, self.written)
        return (self.lines[number] if number >= 0 else number), position


def observed(
    text: str,
    name: str,
    *,
    wide: bool = True,
    faults: list[DataError] | None = None,
    only: Mapping[str, str] | None = None,
) -> Observed:
    """Return a table of observations; one with periods or indicators in columns is made long.

    Raises
    ------
    DataError
        When a column that every such table needs is missing, or one occurs twice.
    """
    written, records = parsed(text, name, faults, only=only)
    lines = [number for number, record in enumerate(records) if record]
    rows = records if len(lines) == len(records) else [records[number] for number in lines]
    twice = [c for c in written if written.count(c) > 1]
    if twice:
        where = at(text, -1, len(written) - 1 - written[::-1].index(twice[0]), name)
        raise DataError(
            Message("column {} occurs twice", "列 {} 出现两次", twice[0]),
            where=where,
            mend=Message("Remove one.", "请删去一个。"),
        )
    layout = layout_of(written) if wide else None
    if layout is not None:
        return Observed(layout.header(written), layout.rows(written, rows), written, lines, layout)
    missing = [c for c in REQUIRED if c not in written]
    if missing:
        raise DataError(
            Message("column {} is missing", "缺少列 {}", missing),
            where=at(text, -1, 0, name),
            mend=_needs(written),
        )
    return Observed(written, rows, written, lines)


def _needs(header: list[str]) -> Message:
    tab = Message("a tab", "制表符")
    for mark, word in (("\t", tab), (";", plain("“;”")), ("|", plain("“|”"))):
        if len(header) == 1 and mark in header[0]:
            return Message(
                "The cells seem to be divided by {}; the file must be divided by commas.",
                "单元格似乎以{}分隔；文件须以逗号分隔。",
                word,
            )
    return Message("The header needs {}.", "表头需要 {}。", REQUIRED)


def not_csv(error: Exception, name: str, line: int) -> DataError:
    """Return the error for a line that the CSV reader refuses."""
    mend = Message("Look for a quotation mark without its partner.", "请检查不成对的引号。")
    if "new-line" in str(error):
        mend = Message(
            "Save it again; its lines end in a bare carriage return.",
            "请重新保存；各行只以回车符结尾。",
        )
    return DataError(
        Message("the line is not CSV{}", "该行不是 CSV{}", cause(error)),
        where=Where(name, line, 1),
        mend=mend,
    )


def ragged(where: str, expected: int, found: int) -> DataError:
    """Return the error for a line that has more or fewer cells than the header."""
    return DataError(
        Message(
            "the line has {} cells, the header {}", "该行有{}个单元格，表头有{}个", found, expected
        ),
        where=where,
        mend=Message(
            "Add or remove commas; a text that holds a comma stands in quotation marks.",
            "请增减逗号；含逗号的文字须加引号。",
        ),
    )


def _where(content: bytes, position: int, name: str) -> str:
    before = content[:position]
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    column = len(before[start:].decode("utf-8", "replace")) + 1
    return Where(name, line, column)
