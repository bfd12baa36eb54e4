"""The files of a panel: what was named, whether they fit together, what their columns hold.

Looked at before any engine reads: a pattern without a match, a file cut short, two files of different
columns, a column that is not there.
"""

from __future__ import annotations

import csv
import glob
import os
import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from cpstats.errors import DataError, UsageError
from cpstats.message import Message, cause, plain
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.store.descriptor import DESCRIPTOR
from cpstats.store.package import observations_of
from cpstats.store.paths import is_file, is_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

CSV, PARQUET = "csv", "parquet"
SUFFIXES = {".csv": CSV, ".tsv": CSV, ".txt": CSV, ".parquet": PARQUET, ".pq": PARQUET}
TEXT, WHOLE, NUMBER, DAY, OTHER = "text", "whole", "number", "day", "other"
DIVIDERS = ",;\t|"
SAMPLE = 1000  # lines that say what the periods of a CSV file are
MAGIC = b"PAR1"
MISSING = ("", "NaN", "nan")
FIRST = 10  # faults that are named
Schema = dict[str, str]  # the names of the columns, and what they hold


class Wanted(NamedTuple):
    """The columns that a calculation needs, and the rows."""

    keys: tuple[str, ...]
    time: str
    value: str
    more: tuple[str, ...] = ()  # texts
    numbers: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def columns(self) -> list[str]:
        """Every column that must be there."""
        named = (*self.keys, self.time, self.value, *self.more, *self.numbers)
        every = (*named, *(column for column, _ in self.where))
        return [column for column in dict.fromkeys(every) if column]


@dataclass(frozen=True)
class Source:
    """Files of one kind with the same columns."""

    files: tuple[str, ...]
    kind: str
    wanted: Wanted
    schema: Mapping[str, str]
    divider: str = ","
    folders: tuple[str, ...] = field(default=())  # columns that only the names of folders hold

    @property
    def size(self) -> int:
        """The bytes of all files; 0 of what lies elsewhere."""
        return sum(os.path.getsize(f) for f in self.files if "://" not in f)  # noqa: PTH202

    @property
    def name(self) -> str:
        """What an error calls it."""
        return self.files[0] if len(self.files) == 1 else f"{self.files[0]} …"

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that hold numbers: the value, weights, the ends of intervals."""
        ends = ("low", "high") if {"low", "high"} <= set(self.schema) else ()
        named = (self.wanted.value, *self.wanted.numbers, *ends)
        return tuple(column for column in dict.fromkeys(named) if column)

    def kind_of(self, column: str) -> str:
        """Return what a column holds once it is read; all but numbers and periods of CSV is text."""
        return self.schema[column]

    def parts_of(self, file: str) -> dict[str, str]:
        """Return what the names of its folders say of a file."""
        return {k: v for k, v in _parts(file).items() if k in self.folders}


def found(names: Sequence[str], wanted: Wanted, schema_of: Callable[[str], Schema]) -> Source:
    """Return the files that were named: files, patterns, folders.

    Parameters
    ----------
    names : sequence of str
        As typed.
    wanted : Wanted
        What is needed of them.
    schema_of : callable
        Returns the columns of a Parquet file; it is asked once a file.

    Raises
    ------
    UsageError
        When nothing matches, or a column is not there.
    DataError
        When a file is cut short, or two files do not fit together.
    """
    files = tuple(dict.fromkeys(file for name in names for file in _named(name)))
    kinds = {_kind(file) for file in files}
    if len(kinds) > 1:
        raise UsageError(
            Message("CSV and Parquet stand side by side", "CSV 与 Parquet 混在一起"),
            mend=Message("Name files of one kind.", "请只指定一种文件。"),
        )
    kind = kinds.pop()
    folders = tuple(_parts(files[0]))
    divider = ","
    if kind == CSV:
        header, divider = _header(files[0], wanted, folders)
        schema = dict.fromkeys(header, TEXT)
        others = ((file, dict.fromkeys(_cells(file, divider), TEXT)) for file in files[1:])
    else:
        _look_at_ends(files)
        schema = schema_of(files[0])
        others = ((file, schema_of(file)) for file in files[1:])
    folders = tuple(name for name in folders if name not in schema)
    for file, other in others:
        _same(files[0], schema, file, other, wanted)
        if set(_parts(file)) - set(schema) != set(folders):
            raise _differ(files[0], file, folders or tuple(_parts(file)))
    schema |= dict.fromkeys(folders, TEXT)
    _look_for(wanted.columns, schema, files[0])
    made = Source(files, kind, wanted, schema, divider, folders)
    return _typed(made, schema)


def _named(name: str) -> list[str]:
    """Return the files behind a name, in order."""
    if "://" in name or is_file(Path(name)):
        return [name]
    if is_folder(Path(name)):
        if own := is_file(Path(name, DESCRIPTOR)) and observations_of(Path(name)):
            return [str(path) for path in own]
        inside = sorted(str(f) for f in Path(name).rglob("*") if f.suffix.lower() in SUFFIXES)
        files = [f for f in inside if not _hidden(f, name)]
        if not files:
            raise DataError(
                Message("there is no CSV or Parquet file in it", "其中没有 CSV 或 Parquet 文件"),
                where=name,
                mend=Message("Name the folder that holds them.", "请指定其所在文件夹。"),
            )
        return files
    if any(sign in name for sign in "*?["):
        files = sorted(f for f in glob.glob(name, recursive=True) if is_file(Path(f)))  # noqa: PTH207
        if files:
            return files
        raise DataError(
            Message("no file matches", "没有匹配的文件"),
            where=name,
            mend=Message("Check the pattern and the folder.", "请检查通配符和文件夹。"),
        )
    raise DataError(
        Message("there is no such file", "没有这个文件"),
        where=name,
        mend=Message("Check the name and the folder.", "请检查文件名和文件夹。"),
    )


def _hidden(file: str, folder: str) -> bool:
    return any(part.startswith((".", "_")) for part in Path(file).relative_to(folder).parts)


def _kind(file: str) -> str:
    kind = SUFFIXES.get(Path(file).suffix.lower(), "")
    if not kind and "://" not in file:
        with Path(file).open("rb") as opened:
            kind = PARQUET if opened.read(4) == MAGIC else ""
    if not kind:
        raise UsageError(
            Message("{} is neither CSV nor Parquet", "{} 既非 CSV 也非 Parquet", file),
            mend=Message(
                "`cpstats import` reads other files into a package.",
                "其他格式可用 `cpstats import` 读成数据包。",
            ),
        )
    return kind


def _parts(file: str) -> dict[str, str]:
    """Return what folders called `name=value` say, as Hive and Spark name them."""
    pairs = (part.split("=", 1) for part in Path(file).parts[:-1] if "=" in part)
    return {unquote(name): unquote(value) for name, value in pairs}


def _look_at_ends(files: Sequence[str]) -> None:
    for file in files:
        if "://" in file:
            continue
        with Path(file).open("rb") as opened:
            start = opened.read(4)
            opened.seek(max(-4, -Path(file).stat().st_size), os.SEEK_END)
            if start != MAGIC or opened.read(4) != MAGIC:
                raise DataError(
                    Message(
                        "the Parquet file is cut short, or none",
                        "Parquet 文件不完整，或并非 Parquet",
                    ),
                    where=file,
                    mend=Message("Fetch or write it again.", "请重新获取或写出。"),
                )


def _cells(file: str, divider: str) -> list[str]:
    return next(_rows(file, divider), [])


def _rows(file: str, divider: str) -> Iterator[list[str]]:
    """Yield the lines of a CSV file as cells."""
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as opened:
            yield from csv.reader(opened, delimiter=divider)
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            Message(
                "it cannot be read as CSV in UTF-8{}", "无法按 UTF-8 的 CSV 读取{}", cause(error)
            ),
            where=file,
            mend=Message(
                "`cpstats import` reads other encodings into a package.",
                "其他编码可用 `cpstats import` 读成数据包。",
            ),
        ) from None


def _header(file: str, wanted: Wanted, folders: Sequence[str]) -> tuple[list[str], str]:
    """Return the header, divided by the sign that makes the columns that are wanted."""
    headers = {divider: _cells(file, divider) for divider in DIVIDERS}
    needed = set(wanted.columns) - set(folders)
    divider = max(headers, key=lambda d: (len(needed & set(headers[d])), len(headers[d])))
    header = headers[divider]
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        raise DataError(
            Message("column {} occurs twice", "列 {} 出现两次", twice[0]),
            where=f"{file}:1",
            mend=Message("Remove one.", "请删去一个。"),
        )
    return header, divider


def _look_for(columns: Sequence[str], schema: Schema, file: str) -> None:
    for column in columns:
        if column not in schema:
            near = nearest_are(nearest(column, [(name, name) for name in schema]))
            raise UsageError(
                Message("there is no column “{}”", "没有“{}”列", column),
                where=file,
                mend=near or Message("It has {}.", "现有：{}。", [*schema]),
            )


def _same(first: str, one: Schema, file: str, other: Schema, wanted: Wanted) -> None:
    if list(one) != list(other):
        columns = sorted(set(one) ^ set(other)) or [
            a for a, b in zip(one, other, strict=True) if a != b
        ]
        raise _differ(first, file, columns)
    if unlike := [c for c in wanted.columns if c in one and one[c] != other[c]]:
        raise _differ(first, file, unlike)


def _differ(first: str, file: str, columns: Sequence[str]) -> DataError:
    return DataError(
        Message("its columns are not those of {} ({})", "其列与 {} 不同（{}）", first, [*columns]),
        where=file,
        mend=Message(
            "Name files of the same columns in the same order, of the same types.",
            "请指定列名、顺序和类型都相同的文件。",
        ),
    )


def _typed(source: Source, schema: Schema) -> Source:
    """Return the source with what its columns hold; of CSV the first lines say it.

    Raises
    ------
    DataError
        When a number is wanted of a column that holds something else.
    """
    wanted = source.wanted
    if source.kind == CSV:
        schema |= dict.fromkeys((c for c in source.numbers if c in schema), NUMBER)
    if wanted.time:
        schema[wanted.time] = _of_periods(source, schema[wanted.time])
    for column in source.numbers:
        if schema[column] not in (NUMBER, WHOLE):
            raise DataError(
                Message("column {} holds no numbers", "列 {} 不是数字", column),
                where=source.files[0],
                mend=Message("Name another one with --value.", "请用 --value 指定别的列。"),
            )
    for column in (*wanted.keys, wanted.time):
        if schema.get(column) in (NUMBER, OTHER):
            raise DataError(
                Message(
                    "column {} holds neither texts nor whole numbers",
                    "列 {} 既非文本也非整数",
                    column,
                ),
                where=source.files[0],
                mend=Message("Name another one.", "请指定别的列。"),
            )
    return source


def _of_periods(source: Source, kind: str) -> str:
    """Return what texts of periods are: whole numbers (years), days, or codes."""
    column = source.wanted.time
    if kind != TEXT:
        return kind
    if column in source.folders:
        sample = [source.parts_of(file)[column] for file in source.files]
    elif source.kind == CSV:
        place = list(source.schema).index(column)
        rows = islice(_rows(source.files[0], source.divider), 1, SAMPLE)
        sample = [row[place] for row in rows if len(row) > place]
    else:
        return kind
    for pattern, holds in ((r"\d{4}", WHOLE), (r"\d{4}-\d\d-\d\d", DAY)):
        if sample and all(re.fullmatch(pattern, text, re.ASCII) for text in sample):
            return holds
    return TEXT


def faults(source: Source) -> DataError:
    """Return what is wrong with the cells of CSV files, the first ten by file and line.

    It is asked after an engine has given up, so it may take its time.
    """
    named: list[str] = []
    words: list[str] = []
    for file in source.files:
        if source.kind != CSV:
            break
        for where, text in islice(_odd(source, file), FIRST - len(named)):
            named.append(where)
            words.append(text)
    if not named:
        return DataError(
            Message("it cannot be read", "无法读取"),
            where=source.name,
            mend=Message(
                "Where it is damaged, fetch or write it again; --debug says what the engine said.",
                "如文件已损坏，请重新获取或写出；--debug 显示引擎给出的原因。",
            ),
        )
    rest = [plain(f"{w} “{t}”") for w, t in zip(named[1:], words[1:], strict=True)]
    what = Message("“{}” cannot be read as its column is", "“{}”与所在列的类型不符", words[0])
    return DataError(
        Message("{} ({})", "{}（{}）", what, rest) if rest else what,
        where=named[0],
        mend=Message(
            "Numbers are plain (1234.5), missing ones empty; periods are all of one form.",
            "数字须为纯数字（1234.5），缺数留空；时期写法须一致。",
        ),
    )


def _odd(source: Source, file: str) -> Iterator[tuple[str, str]]:
    patterns = {WHOLE: r"\s*-?\d+\s*", DAY: r"\d{4}-\d\d-\d\d"}
    header: list[str] = []
    for line, row in enumerate(_rows(file, source.divider), start=1):
        if not header:
            header = row
            continue
        if row and len(row) != len(header):
            yield f"{file}:{line}", source.divider.join(row)
        for column, (name, text) in enumerate(zip(header, row, strict=False), start=1):
            kind = source.schema[name]
            pattern = patterns.get(kind, "")
            odd = kind == NUMBER and text not in MISSING and not _is_number(text)
            if odd or (pattern and not re.fullmatch(pattern, text, re.ASCII)):
                yield f"{file}:{line}:{column}", text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text
