"""One file for each foreign format; each is asked whether it can read the bytes, and says why not."""

from __future__ import annotations

import importlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.cells import is_number
from cpstats.store.decoding.packed import ARCHIVE, is_packed, members
from cpstats.store.hints import Hints
from cpstats.store.intervals import LONGEST
from cpstats.store.no_table import look_at_kind

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet


FIRST = 8  # bytes of a file that nobody knows: by them it can be looked up
EMPTY = 100  # rows: a gap may divide tables, a larger one says no more
UNPACKED = Message("an archive, unpacked", "压缩文件，已解压")


class Importer(Protocol):
    """What a file of this folder has; `ASKS` may name the hints that its `read` takes."""

    ASKED: int  # its place: who knows its files by their first bytes before who takes any text

    def refuses(self, name: str, content: bytes) -> str:
        """Return why a file is none of its own; empty where it is."""

    def read(self, name: str, content: bytes, **hints: Any) -> list[Sheet]:
        """Return the tables of a file."""


@lru_cache(maxsize=1)
def importers() -> dict[str, Importer]:
    """Return the importers in the order in which they are asked."""
    stems = (file.stem for path in __path__ for file in Path(path).glob("[a-z]*.py"))
    found: dict[str, Any] = {n: importlib.import_module(f"{__name__}.{n}") for n in stems}
    return dict(sorted(found.items(), key=lambda named: named[1].ASKED))


def reader_of(name: str, content: bytes) -> str:
    """Return the first importer that can read a file; empty where none can."""
    for ident, importer in importers().items():
        if not importer.refuses(name, content):
            return ident
    return ""


def sheets(name: str, content: bytes, hints: Hints | None = None) -> list[Sheet]:
    """Return the tables of a file, read by the first importer that can.

    An importer's `ASKS` names the hints that its `read` takes.

    Raises
    ------
    DataError
        When none can. When no table has the name that the user says.
    """
    hints = hints or Hints()
    if is_packed(content) and reader_of(name, content) != "world_bank":
        return _unpacked(name, content, hints)
    look_at_kind(name, content)
    importer = reader_of(name, content)
    if importer:
        module = importers()[importer]
        said = {word: getattr(hints, word) for word in getattr(module, "ASKS", ())}
        found = chosen(name, module.read(name, content, **said), hints.sheet)
        for sheet in found:
            _look_at_numbers(sheet)
        return [_without_emptiness(sheet) for sheet in found]
    raise DataError(
        Message(
            "it is no text, and no workbook or other file of figures that is known; it begins with the bytes {}",
            "它不是文本，也不是已知的工作簿或其他数据文件；开头的字节为 {}",
            content[:FIRST].hex(" "),
        ),
        where=name,
        mend=Message("Save it as CSV or xlsx.", "请另存为 CSV 或 xlsx。"),
    )


def asks(name: str, content: bytes) -> tuple[str, ...]:
    """Return the hints on which it hangs how a file is decoded; of an archive the `sheet` too, which may be a file in it."""
    modules = importers()
    reader = reader_of(name, content)
    packed = is_packed(content) and reader != "world_bank"
    asked = modules.values() if packed else [modules[reader]] if reader else []
    words = dict.fromkeys(word for m in asked for word in getattr(m, "ASKS", ()))
    return (*words, *(["sheet"] if packed else ()))


def _unpacked(name: str, content: bytes, hints: Hints) -> list[Sheet]:
    """Return the tables of an archive; what in it is no table is left out, and said.

    Raises
    ------
    DataError
        When it holds an archive in turn, or a table that cannot be read.
    """
    files, left = members(name, content)
    if hints.sheet:  # of the workbook or archive: a file in it, or a sheet of the one file
        files = [f for f in files if f[0].endswith(f"[{hints.sheet}]")] or files
        told = len(files) == 1 and files[0][0].endswith(f"[{hints.sheet}]")
        hints = replace(hints, sheet="") if told else hints
    found: list[Sheet] = []
    for inner, data in files:
        if is_packed(data):
            what = Message("this is an archive in an archive", "这是压缩文件中的压缩文件")
            raise DataError(what, where=inner, mend=ARCHIVE)
        found += sheets(inner, data, hints) if data.strip() else []
    remarks = (Message("not looked at: {}", "未读取：{}", left[:5]),) if left else ()
    return [
        replace(
            sheet,
            said=joined([UNPACKED, sheet.said]),
            inside=UNPACKED,
            remarks=(*sheet.remarks, *(remarks if not number else ())),
        )
        for number, sheet in enumerate(found)
    ]


def _without_emptiness(sheet: Sheet) -> Sheet:
    """Leave out all but the first empty rows that follow one another: a million say no more.

    The others keep the numbers of their lines.
    """
    kept, empty = [], 0
    for number, row in enumerate(sheet.rows):
        empty = 0 if any(cell and not cell.isspace() for cell in row) else empty + 1
        if empty <= EMPTY:
            kept.append(number)
    if len(kept) == len(sheet.rows):
        return sheet
    return replace(
        sheet,
        rows=tuple(sheet.rows[n] for n in kept),
        lines=tuple(sheet.lines[n] for n in kept),
        starts=tuple(sheet.starts[n] for n in kept) if sheet.starts else (),
    )


def _look_at_numbers(sheet: Sheet) -> None:
    """Refuse a number that nobody printed, wherever it stands."""
    for row, cells in enumerate(sheet.rows):
        if cells and len(max(cells, key=len)) > LONGEST:
            for column, cell in enumerate(cells):
                if len(cell) > LONGEST and is_number(cell):
                    raise DataError(
                        Message("the number has more than {} signs", "数字超过 {} 个字符", LONGEST),
                        where=sheet.where(row, column),
                        mend=Message("Write the digits that were printed.", "请写印出的各位数字。"),
                    )


def chosen(name: str, found: list[Sheet], wanted: str) -> list[Sheet]:
    """Return the table with the name that the user says; every one where nothing is said.

    Raises
    ------
    DataError
        When none has it.
    """
    if not wanted:
        return found
    titles = [sheet.name.removeprefix(name).strip("[]") for sheet in found]
    if wanted not in titles:
        raise DataError(
            Message("there is no sheet “{}”", "没有名为“{}”的工作表", wanted),
            where=name,
            mend=Message(
                "Known: {}.",
                "可用：{}。",
                ", ".join(t for t in titles if t) or "the one table of the file",
            ),
        )
    return [found[titles.index(wanted)]]
