"""A large table by column: each distinct text once, and for every row the number of its text.

What a rule asks of a text it asks once, however many rows have it. A file without quotation marks
whose lines have equally many cells goes from bytes to columns at once; any other is read as a
small one is, with the same result and the same errors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from cpstats.model.columns import OBSERVATION, REQUIRED
from cpstats.store import files
from cpstats.store.wide import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Array = np.ndarray[Any, Any]

T = TypeVar("T")
_LONE = re.compile(rb"\r(?!\n)").search
MARK = b"\xef\xbb\xbf"  # of the order of bytes
COMMA, LINE, RETURN = b",\n\r"
WIDEST = 256  # bytes of a cell that is told apart by them
WORD = 8
LONGEST = (1 << 31) - 1 - WIDEST - WORD  # bytes whose places are counted in four
PIECE = 1 << 18  # bytes that are looked at together
MANY = 1 << 14  # cells that become text together
FEW = 8  # keys for each row that are counted, not sorted
MASKS = np.array([256**length - 1 for length in range(WORD + 1)], dtype=np.uint64)
MOST = 1 << 62  # numbers of combinations that fit an integer


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of text: row `i` has `texts[codes[i]]`; every text is that of a row."""

    texts: list[str]
    codes: Array

    @classmethod
    def of(cls, cells: Sequence[str]) -> Coded:
        """Take a column as it is written."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(cells))}
        codes = np.fromiter(map(numbers.__getitem__, cells), dtype=np.int64, count=len(cells))
        return cls([*numbers], codes)

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self.codes)

    def cells(self) -> list[str]:
        """Return the column as it is written."""
        return taken(self.texts, self.codes)

    def kept(self, rows: Array) -> Coded:
        """Return some rows of it."""
        numbers, codes = _numbered(self.codes[rows])
        return Coded(taken(self.texts, numbers), codes)

    def mapped(self, change: Callable[[str], str]) -> Coded:
        """Return the column with every text changed."""
        return _merged([change(text) for text in self.texts], self.codes)

    def which(self, fits: Callable[[str], bool]) -> Array:
        """Return which rows have such a text."""
        found: Array = np.array([fits(text) for text in self.texts], dtype=bool)[self.codes]
        return found


@dataclass(frozen=True, slots=True)
class Combined:
    """Several columns in one: the distinct combinations of their texts, the first first."""

    kinds: list[tuple[str, ...]]
    codes: Array

    def column(self, made: Callable[..., str]) -> Coded:
        """Return what is made of each combination as a column."""
        return _merged(list(starmap(made, self.kinds)), self.codes)

    def each(self, made: Callable[..., T]) -> list[T]:
        """Return for every row what is made of its combination."""
        return taken(list(starmap(made, self.kinds)), self.codes)


def combined(*columns: Coded) -> Combined:
    """Return the combinations of the texts of some columns."""
    _, codes = _numbered(_keys(columns))
    rows = _first(codes)
    order = np.argsort(rows)
    places = np.empty(len(rows), dtype=np.int64)
    places[order] = np.arange(len(rows))
    cells = (taken(column.texts, column.codes[rows[order]]) for column in columns)
    return Combined(list(zip(*cells, strict=True)), places[codes])


def alike(*columns: Coded) -> bool:
    """Return whether two rows agree in all these columns."""
    keys = _keys(columns)
    return not _new(np.sort(keys)).all()


def taken(values: Sequence[T], codes: Array) -> list[T]:
    """Return the value of each number."""
    if len(values) == 1:
        return [values[0]] * len(codes)
    found: list[T] = np.fromiter(values, dtype=object, count=len(values))[codes].tolist()
    return found


def stacked(tables: Sequence[Mapping[str, Coded]]) -> dict[str, Coded]:
    """Return tables as one, the rows behind one another."""
    if len(tables) == 1:
        return dict(tables[0])
    return {name: _stacked([table[name] for table in tables]) for name in OBSERVATION}


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Coded]:
    """Return the columns of an observation; one that is not there is empty."""
    by_name = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
    return _with_all({name: Coded.of(by_name[name]) for name in OBSERVATION if name in by_name})


@lru_cache(maxsize=8)
def coded(content: bytes, name: str, wide: bool) -> dict[str, Coded]:  # noqa: FBT001 - of a cache
    """Return the columns of a file of observations.

    Raises
    ------
    DataError
        When it cannot be read.
    """
    if not content.isascii():
        files.decode(content, name)  # what is not UTF-8 is said before all else
    found = None if b"\0" in content else _at_once(content.removeprefix(MARK), wide=wide)
    if found is None:
        read = files.observed(files.decode(content, name), name, wide=wide)
        found = columns_of(read.header, read.rows)
    return found


def _at_once(content: bytes, *, wide: bool) -> dict[str, Coded] | None:
    """Return the columns of a file of UTF-8 without NUL that has nothing odd, else None."""
    if b'"' in content or (b"\r" in content and _LONE(content)) or len(content) > LONGEST:
        return None
    header = [cell.strip() for cell in content[: content.find(b"\n")].decode().split(",")]
    if len(set(header)) < len(header) or not {*REQUIRED} <= {*header}:
        return None
    content += b"" if content.endswith(b"\n") else b"\n"
    signs = np.frombuffer(content + bytes(WIDEST + WORD), dtype=np.uint8)
    ends = _ends(signs, len(header))
    if ends is None or (wide and layout_of(header) is not None):
        return None
    words = np.ndarray(len(content) + WIDEST, "<u8", signs.data, strides=(1,))  # at every byte
    found = {}
    for name in OBSERVATION:
        if name in header:
            place = header.index(name)
            starts = ends[place - 1, 1:] + 1 if place else ends[-1, :-1] + 1
            lengths = ends[place, 1:] - starts
            if place == len(header) - 1:
                lengths -= signs[ends[place, 1:] - 1] == RETURN
            if lengths.max(initial=0) > WIDEST:
                return None
            found[name] = _column(words, starts, lengths)
    return _with_all(found)


def _ends(signs: Array, width: int) -> Array | None:
    """Return where the cells of each column end; None where a line has more or fewer."""
    found, lines = [], 0
    for begin in range(0, len(signs), PIECE):  # a piece stays in the processor's cache
        piece = signs[begin : begin + PIECE]
        last = piece == LINE
        lines += int(np.count_nonzero(last))
        found.append(np.flatnonzero(last | (piece == COMMA)).astype(np.int32) + np.int32(begin))
    ends = np.concatenate(found)
    if len(ends) != width * lines or (signs[ends[width - 1 :: width]] != LINE).any():
        return None
    return np.ascontiguousarray(ends.reshape(-1, width).T)


def _column(words: Array, starts: Array, lengths: Array) -> Coded:
    """Return the cells of one column, told apart by their bytes, eight at a time."""
    codes, size = np.zeros(len(starts), dtype=np.int64), 1
    for first in range(0, int(lengths.max(initial=0)), WORD):
        within = MASKS[np.clip(lengths - first, 0, WORD)]
        distinct, numbers = _numbered(words[starts + first] & within)
        if size > 1:
            distinct, numbers = _numbered(codes * len(distinct) + numbers)
        codes, size = numbers, len(distinct)
    rows = _first(codes)
    return Coded(_texts(words, starts[rows], lengths[rows]), codes)


def _texts(words: Array, starts: Array, lengths: Array) -> list[str]:
    """Return cells as text; none of them has a NUL or the end of a line."""
    first = np.arange(0, max(int(lengths.max(initial=0)), 1), WORD)
    found: list[str] = []
    for begin in range(0, len(starts), MANY):
        rows = slice(begin, begin + MANY)
        within = MASKS[np.clip(lengths[rows, None] - first, 0, WORD)]
        held = (words[starts[rows, None] + first] & within).astype("<u8", copy=False)
        cells = held.view(f"S{held.shape[1] * WORD}").ravel().tolist()
        found += b"\n".join(cells).decode().split("\n")
    return found


def _with_all(found: Mapping[str, Coded]) -> dict[str, Coded]:
    length = len(next(iter(found.values()), ()))
    empty = Coded([""], np.zeros(length, dtype=np.intp))
    return {name: found.get(name, empty) for name in OBSERVATION}


def _numbered(keys: Array) -> tuple[Array, Array]:
    """Return the distinct keys, and the number of each row's among them."""
    if not len(keys) or (keys == keys[0]).all():  # most columns of most tables
        return keys[:1], np.zeros(len(keys), dtype=np.int64)
    if keys.max() > FEW * len(keys):
        order = np.argsort(keys)
        ordered = keys[order]
        new = _new(ordered)
        codes = np.empty(len(keys), dtype=np.int64)
        codes[order] = np.cumsum(new) - 1
        return ordered[new], codes
    found = np.zeros(int(keys.max()) + 1, dtype=bool)
    found[keys] = True
    return np.flatnonzero(found), (np.cumsum(found) - 1)[keys]


def _new(ordered: Array) -> Array:
    """Return which of the keys in order are not the one before."""
    new = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def _first(codes: Array) -> Array:
    """Return the row in which each number first occurs."""
    rows = np.empty(codes.max(initial=-1) + 1, dtype=np.intp)
    rows[codes[::-1]] = np.arange(len(codes))[::-1]
    return rows


def _keys(columns: Iterable[Coded]) -> Array:
    """Return one integer a row; it is the same where all columns are."""
    keys: Array | None = None
    size = 1
    for column in columns:
        if keys is None:
            keys, size = column.codes.astype(np.int64), len(column.texts)
            continue
        if size * len(column.texts) > MOST:
            distinct, keys = _numbered(keys)
            size = len(distinct)
        keys = keys * len(column.texts) + column.codes
        size *= len(column.texts)
    assert keys is not None, "there is a column"
    return keys


def _merged(texts: list[str], codes: Array) -> Coded:
    """Return a column whose texts may have become the same."""
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    if len(numbers) == len(texts):
        return Coded(texts, codes)
    return Coded([*numbers], np.array([numbers[text] for text in texts], dtype=np.intp)[codes])


def _stacked(columns: Sequence[Coded]) -> Coded:
    texts: list[str] = []
    codes = []
    for column in columns:
        codes.append(column.codes + len(texts))
        texts += column.texts
    return _merged(texts, np.concatenate(codes))
