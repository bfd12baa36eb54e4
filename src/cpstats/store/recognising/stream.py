"""A delimited or Parquet file that is too large to be held, read piece by piece."""

from __future__ import annotations

import codecs
import csv
import os
from contextlib import contextmanager
from dataclasses import replace
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, joined
from cpstats.store.cells import is_number
from cpstats.store.decoding.encodings import (
    ENDINGS,
    MARKS,
    UTF16_HEAD,
    known_codec,
    line_of_utf8,
    look_for_doubt,
    mixed,
    not_in,
    unmarked_utf16,
)
from cpstats.store.decoding.guessing import guessed, sample_of
from cpstats.store.decoding.packed import unpacked_to
from cpstats.store.files import look_at_lines, read_bytes
from cpstats.store.hints import DIVIDERS, Hints
from cpstats.store.importers import UNPACKED, delimited, parquet, reader_of
from cpstats.store.locate import cut_off
from cpstats.store.paths import is_file
from cpstats.store.recognising.canonical import FEW, canonical, names_of_ours
from cpstats.store.recognising.inquiry import QuestionError, Shown, tried
from cpstats.store.recognising.recognise import known_of, recognise_more
from cpstats.store.recognising.trials import Trials
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from cpstats.store.recognising.beginning import Known
    from cpstats.store.recognising.recognised import Recognised

LARGE = 8_000_000  # bytes; what is smaller is read whole
SMALL = 1_000_000  # bytes of Parquet, which is packed
BATCH = 50_000  # lines, at most
FIGURES = 60_000  # or numbers
PIECES = Message("in pieces", "分批读取")
CHUNK = 1 << 20
UTF_8 = ("utf-8", "UTF-8")  # codec and name
LOOKED_AT = 100  # lines of which the numbers are counted

PACKED = 1_000_000  # bytes of a gzip that may unpack to a large file

_SIZES: dict[str, int] = {}  # of the files of the import that runs, when it began
_NAMES: dict[str, str] = {}  # of what it unpacked: how the user calls it
Progress = "Callable[[str, int, int], None]"


@contextmanager
def as_they_are(names: Iterable[str]) -> Iterator[None]:
    """Read the files of one import as far as they go now, however often, and however they grow."""
    before = dict(_SIZES)
    for name in names:
        if is_file(Path(name)):
            _SIZES[name] = Path(name).stat().st_size
    try:
        yield
    finally:
        _NAMES.clear()
        _SIZES.clear()
        _SIZES.update(before)


def as_file(name: str, folder: Path) -> str:
    """Return a large text that is packed in a gzip as a file in a folder, called as before; any other name as it is."""
    path = Path(name)
    if path.suffix.lower() != ".gz" or not is_file(path) or path.stat().st_size < PACKED:
        return name
    folder.mkdir(exist_ok=True)
    made = folder / path.stem
    if not unpacked_to(made, name, read_bytes(path)) or not is_large(made):
        return name
    _NAMES[str(made)] = name
    return str(made)


def called(path: Path) -> str:
    """Return how the user calls a file."""
    return _NAMES.get(str(path), str(path))


def size_of(path: Path) -> int:
    """Return how many bytes of a file are read."""
    return _SIZES.get(str(path)) or path.stat().st_size


def has_grown(path: Path) -> bool:
    """Whether a file is longer than is read of it."""
    return path.stat().st_size > size_of(path)


def is_large(path: Path) -> bool:
    """Whether a file is delimited text or Parquet that is better read in pieces."""
    if not is_file(path) or path.stat().st_size < SMALL:
        return False
    with path.open("rb") as file:
        head = file.read(4096)
    if not parquet.refuses(path.name, head):
        return True
    return path.stat().st_size >= LARGE and reader_of(path.name, head) == "delimited"


def pieces(
    path: Path, hints: Hints | None, progress: Callable[[str, int, int], None]
) -> Iterator[Recognised]:
    """Yield the observations of a large file, some ten thousand lines at a time.

    Header, keys and title lines are those of the first piece.

    Raises
    ------
    DataError
        When the encoding is unknown, a line is no CSV, or a cell is wrong.
    """
    hints = hints or Hints()
    return _read(sheets_of(path, hints, progress), hints)


def beginning(path: Path, hints: Hints, trials: Trials) -> Iterator[Recognised]:
    """Yield the observations of the first lines of a large file, and of those that questions were about."""
    begin = sheets_of(path, hints, lambda *_: None)
    first = trials.beginning(Path(called(path)), hints, lambda: next(begin))
    return _read([first], hints)


def _read(sheets: Iterable[Sheet], hints: Hints) -> Iterator[Recognised]:
    header: tuple[tuple[str, ...], ...] = ()
    known = None
    for sheet in sheets:
        if known is None and not header:
            if is_in_ours(sheet, hints):
                header = sheet.rows[:1]
            else:
                known = known_of(sheet, hints)
                yield _more(known, sheet, hints)
                continue
        elif header:
            sheet = replace(sheet, rows=header + sheet.rows, lines=(1, *sheet.lines))  # noqa: PLW2901 - the same piece under the header
        found = _more(known, sheet, hints) if known else canonical(sheet, hints)
        if found is None:
            raise DataError(
                Message("a line has not as many cells as the header", "有一行的列数与表头不同"),
                where=Where(sheet.name, sheet.lines[0], 1),
                mend=Message(
                    "Look for a divider that is missing in one of the lines from there on.",
                    "请检查该行之后是否缺少分隔符。",
                ),
            )
        yield found


def _more(known: Known, sheet: Sheet, hints: Hints) -> Recognised:
    """Return the observations of a piece; a question goes with its line."""
    try:
        return recognise_more(known, sheet, hints)
    except QuestionError as asked:
        if asked.where.line in sheet.lines:
            asked.row = sheet.rows[sheet.lines.index(asked.where.line)]
        raise


def is_in_ours(sheet: Sheet, hints: Hints) -> bool:
    """Whether the beginning of a table has our columns; a table of others may have some of their names."""
    return names_of_ours(sheet.rows[0]) >= FEW and canonical(sheet, hints) is not None


def ask_of_large(path: Path) -> None:
    """Ask of a large file what `import` asks, whose beginning tells how the rest is read.

    Raises
    ------
    QuestionError
        When it leaves something open; with what reads the file, tried on its beginning.
    """
    trials = Trials().on_a_sample()

    def read(said: Hints) -> Shown | None:
        found = next(beginning(path, said, trials))
        return Shown(0, found.rows[0]) if found.rows else None

    if not is_large(path):
        return
    try:
        next(pieces(path, None, lambda *_: None))
    except QuestionError as asked:
        raise tried(asked, Hints(), read) from None


def sheets_of(
    path: Path,
    hints: Hints,
    progress: Callable[[str, int, int], None],
    encoding: tuple[str, str] | None = None,
) -> Iterator[Sheet]:
    """Yield the lines of a file, some ten thousand at a time; of which codec and name are given, its lines were looked at."""
    with path.open("rb") as file:
        packed = not parquet.refuses(path.name, file.read(16))
    if packed:
        first = 0
        for batch, (done, size) in parquet.batches(called(path), path):
            progress(path.name, done, size)
            lines = tuple(range(first, first + len(batch)))
            yield Sheet(called(path), tuple(batch), lines, joined(["Parquet", PIECES]))
            first += len(batch)
        return
    if not encoding:
        look_at_lines(path, called(path))
    codec, said = encoding or encoding_of(path, hints, progress)
    try:
        divider = _divider(path, codec, hints.divider)
        way = [*([UNPACKED] if str(path) in _NAMES else []), said, PIECES]
        for rows, lines, done in _batches(path, codec, divider):
            progress(path.name, done, size_of(path))
            yield Sheet(called(path), rows, lines, joined(way), divider=divider)
    except UnicodeDecodeError as error:
        raise _undecodable(path, codec, said, error) from None


def encoding_of(
    path: Path, hints: Hints, progress: Callable[[str, int, int], None]
) -> tuple[str, str]:
    """Return codec and name of the encoding of a file: as the user says, by its mark, else by all of its bytes.

    Raises
    ------
    DataError
        When it is none that is known, or may be several.
    """
    if hints.encoding:
        return known_codec(hints.encoding), hints.encoding
    return _marked(path) or _encoding(path, progress)


def _marked(path: Path) -> tuple[str, str] | None:
    """Return codec and name of the encoding that a file says by its mark, or by zeros beside its signs."""
    with path.open("rb") as file:
        head = file.read(UTF16_HEAD)
    marked = next(((codec, said) for mark, codec, said in MARKS if head.startswith(mark)), None)
    bare = unmarked_utf16(head)
    return marked or ((bare, "UTF-16") if bare else None)


def _encoding(path: Path, progress: Callable[[str, int, int], None]) -> tuple[str, str]:
    """Return codec and name of the encoding: UTF-8, else GB18030, strictly."""
    open_decoders = dict([UTF_8, ("gb18030", "GB18030")])
    decoders = {name: codecs.getincrementaldecoder(name)() for name in open_decoders}
    size, done, line, mixed_at, fault = size_of(path), 0, 1, 0, 0
    with path.open("rb") as file:
        while done < size and (chunk := file.read(CHUNK)):
            fault = max(fault, _left(decoders, chunk, line))
            if not decoders:
                return _another(chunk, Where(called(path), fault, 1))
            if list(decoders) == ["gb18030"] and not mixed_at:
                mixed_at = line_of_utf8(chunk.partition(b"\n")[2].rpartition(b"\n")[0], line + 1)
            done += len(chunk)
            line += chunk.count(b"\n")
            progress(f"{path.name}?", done, size)
    name = next(iter(decoders))
    if name == "gb18030" and mixed_at:
        raise mixed(Where(called(path), mixed_at, 1))
    if name == "gb18030":
        with path.open("rb") as file:
            head = file.read(CHUNK).rpartition(b"\n")[0]
        if other := look_for_doubt(head, head.decode(name), called(path)):
            return other, other
    return name, open_decoders[name]


def _left(decoders: dict[str, codecs.IncrementalDecoder], chunk: bytes, line: int) -> int:
    """Leave only the decoders that can read a chunk; return the line where the last one failed."""
    fault = 0
    for name, decoder in list(decoders.items()):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            del decoders[name]
            fault = max(fault, line + error.object[: error.start].count(b"\n"))
    return fault


def _another(chunk: bytes, where: str) -> tuple[str, str]:
    """Return the encoding, by its letters, of a text that is neither UTF-8 nor GB18030."""
    if other := guessed(sample_of(chunk)):
        return other, other
    raise DataError(
        Message("the text is neither UTF-8 nor GB18030", "文本既不是 UTF-8 也不是 GB18030"),
        where=where,
        mend=Message(
            "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
            "请把文件存为 UTF-8（电子表格中选“CSV UTF-8”）。",
        ),
    )


def _undecodable(path: Path, codec: str, said: str, fault: UnicodeDecodeError) -> DataError:
    """Return the error for a file that has not the encoding that the user says."""
    decoder = codecs.getincrementaldecoder(codec)()
    number = 1
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):  # noqa: B007 - the line of the fault
            try:
                decoder.decode(line, final=not file.peek(1))
            except UnicodeDecodeError as error:
                fault = error
                break
    where = Where(called(path), number, fault.start + 1)
    return (
        cut_off(where)
        if fault.reason in ENDINGS
        else not_in(said, fault.object[fault.start], where)
    )


def _lines(file: TextIO, path: Path) -> Iterator[list[str]]:
    """Yield the lines of a text, many at a time; of one that grows hardly more than it has now."""
    number, size, name = 0, _SIZES.get(str(path)) or os.fstat(file.fileno()).st_size, called(path)
    while lines := file.readlines(CHUNK):
        if "\0" in "".join(lines):
            before = next(i for i, line in enumerate(lines) if "\0" in line)
            yield lines[:before]
            raise delimited.nul(Where(name, number + before + 1, 1))
        number += len(lines)
        yield lines
        if file.buffer.tell() > size + CHUNK:
            return


def _numbers(rows: Sequence[Sequence[str]]) -> int:
    """Return how many numbers lines hold: of a wide table many, of a long one a few each."""
    return sum(is_number(cell.strip()) for row in rows for cell in row)


def _divider(path: Path, codec: str, said: str) -> str:
    with path.open(encoding=codec, newline="") as file:
        sample = list(islice(file, delimited.SAMPLE))
    return DIVIDERS.get(said, said) or delimited.divider_of("".join(sample))


def _batches(
    path: Path, codec: str, divider: str
) -> Iterator[tuple[tuple[tuple[str, ...], ...], tuple[int, ...], int]]:
    """Yield rows, their line numbers, and the bytes that were read."""
    csv.field_size_limit(delimited.LONGEST)
    with path.open("rb") as file:
        text = TextIOWrapper(file, encoding=codec, newline="")
        every = chain.from_iterable(_lines(text, path))
        reader = csv.reader(every, delimiter=divider, strict=True)
        rows: list[tuple[str, ...]] = []
        lines: list[int] = []
        before, most = 0, BATCH
        try:
            for row in reader:
                if len(row) > delimited.WIDEST:
                    raise delimited.too_wide(row, Where(called(path), before + 1, 1))
                if row:
                    rows.append(tuple(row))
                    lines.append(before + 1)
                before = reader.line_num
                if len(rows) == LOOKED_AT:
                    most = min(BATCH, FIGURES * LOOKED_AT // max(_numbers(rows), 1))
                if len(rows) >= most:
                    yield tuple(rows), tuple(lines), file.tell()
                    rows, lines = [], []
        except csv.Error as error:
            raise delimited.not_csv(error, Where(called(path), before + 1, 1)) from None
        if rows:
            yield tuple(rows), tuple(lines), file.tell()
