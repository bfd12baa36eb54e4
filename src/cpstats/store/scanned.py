"""A large table that is looked through without being held: by DuckDB where it is installed, else line by line."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from cpstats.model.columns import REQUIRED
from cpstats.store import duck
from cpstats.store.decoding.typed_cells import text_of
from cpstats.store.importers import reader_of
from cpstats.store.recognising.foreign import is_ours
from cpstats.store.several import said_by_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Row = tuple[int, tuple[str, ...]]  # the number of a line, and its cells
Wanted = Mapping[int, Collection[str]]  # the texts that are wanted of some columns
ALL: Wanted = MappingProxyType({})
DIVIDERS = ",;\t|"
MARK = b"PAR1"
DIGITS = (("[0-9]", "9"), ("9999+", "9999"))  # of more than three it says nothing how many they are
FORMS = tuple((re.compile(digits), short) for digits, short in DIGITS)
CHUNK = 1 << 20
NEAR = 1 << 20  # lines of which the first may have every text of a column
LISTED = 1000  # numbers of lines that stand in a query as text
BUFFER = 8 << 20  # bytes of text that the engine holds at once, in each thread several
AS_TEXT = re.compile(r"VARCHAR|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*").fullmatch
SETTINGS: dict[str, Any] = duck.OFF | {
    "memory_limit": "300MB",
    "threads": "2",
}


class Scan(Protocol):
    """A file with the names of its columns in the first line, which is line `first`."""

    file: str
    header: tuple[str, ...]
    first: int
    divider: str

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""

    def texts(self, column: int) -> list[str]:
        """Return every text of a column."""

    def firsts(self, columns: Sequence[int], within: Wanted = ALL) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it (of those within)."""

    def first_of_each(self, column: int) -> dict[str, int]:
        """Return every text of a column with the first line that has it."""

    def filled(self, columns: Sequence[int]) -> set[int]:
        """Return the first line in which each column has something."""

    def divided(self, columns: Sequence[int]) -> set[int]:
        """Return the first line of every form of a number with a comma."""

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return the lines that have one of the texts in each column."""

    def lines(self, numbers: Collection[int]) -> list[Row]:
        """Return some lines."""


def scan_of(file: str) -> Scan | None:
    """Return a file to look through; None where its first line does not name its columns, or says more.

    What the names of its folders say (`year=2020/…`) are columns behind its own.
    """
    scan = _alone(file)
    if scan is None:
        return None
    told = said_by_folders(file, scan.header)
    made = Foldered(scan, told) if told else scan
    names = {*made.header}
    ours = made.divider == "," and is_ours(",".join(made.header).encode())
    return None if ours and not names >= {*REQUIRED} else made  # it is told what is missing


def _alone(file: str) -> Scan | None:
    with Path(file).open("rb") as opened:
        start = opened.read(1 << 16)
    if start.startswith(MARK):
        return Rows(file, "") if find_spec("duckdb") else None
    try:
        first = start.decode("utf-8-sig", "strict" if start.isascii() else "ignore")
    except UnicodeDecodeError:
        return None
    if reader_of(file, start) != "delimited":  # what knows a form of its own reads it whole
        return None
    line = first.partition("\n")[0].rstrip("\r")
    divider = max(DIVIDERS, key=line.count)
    header = next(csv.reader([line], delimiter=divider), [])
    names = {name.strip() for name in header}
    if len(header) < 3 or "" in names or len(names) < len(header) or any(map(_number, names)):
        return None
    return (Rows if find_spec("duckdb") else Lines)(file, divider)


def lines_of(file: str) -> int:
    """Return how many lines a text has as it is opened: records are no more, and those to come are not read.

    The last one is a line without a break at its end, unless somebody is still writing.
    """
    lines, left, last = 0, Path(file).stat().st_size, b""
    size = left
    with Path(file).open("rb") as opened:
        while left > 0 and (chunk := opened.read(min(left, CHUNK))):
            lines += chunk.count(b"\n") or chunk.count(b"\r")
            left, last = left - len(chunk), chunk[-1:]
    return lines + (last not in b"\r\n" and Path(file).stat().st_size == size)


def _number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


class Rows:
    """A CSV or Parquet file as DuckDB reads it."""

    def __init__(self, file: str, divider: str) -> None:
        self.file, self.divider, self.first = file, divider, 1 if divider else 0
        self._engine = duck.Running.started(SETTINGS)
        self._typed: set[int] = set()  # columns of what the engine writes in another way
        self._numeric: set[int] = set()
        quoted = duck.text(file)
        how = f", header = true, all_varchar = true, auto_detect = false, delim = '{divider}', quote = '\"', escape = '\"', hive_partitioning = false, buffer_size = {BUFFER}"
        if divider:
            with Path(file).open(encoding="utf-8-sig", newline="") as opened:
                self.header = tuple(next(csv.reader(opened, delimiter=divider)))
            columns = ", ".join(duck.text(name) + ": 'VARCHAR'" for name in self.header)
            source = f"(SELECT * FROM read_csv({quoted}{how}, columns = {{{columns}}}) LIMIT {lines_of(file) - 1})"
        else:
            source = f"read_parquet({quoted}, hive_partitioning = false, file_row_number = true)"
            found = self._asked(f"DESCRIBE SELECT * EXCLUDE file_row_number FROM {source}")
            self.header = tuple(str(name) for name, *_ in found)
            self._typed = {c for c, (_, kind, *_) in enumerate(found) if not AS_TEXT(kind)}
            self._numeric = {c for c, (_, kind, *_) in enumerate(found) if kind != "VARCHAR"}
        names = ", ".join(map(duck.name, self.header))
        row = "row_number() OVER ()" if divider else "file_row_number"  # as it is, it is looked up
        self._before = self.first or 1  # a row of Parquet is told from 0 on
        self._table = f'(SELECT {row} AS "\\row", {names} FROM {source})'
        self._cells = ", ".join(
            duck.name(n) if c in self._typed else f"coalesce({duck.name(n)}::VARCHAR, '')"
            for c, n in enumerate(self.header)
        )

    def _asked(self, query: str, **given: object) -> list[tuple[Any, ...]]:
        return self._engine.asked(query, given)

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""
        return self._rows(f"LIMIT {many}")

    def texts(self, column: int) -> list[str]:
        """Return every text of a column."""
        name = duck.name(self.header[column])
        found = self._asked(f"SELECT DISTINCT {name} FROM {self._table}")
        return sorted({text_of(cell) for (cell,) in found})

    def firsts(self, columns: Sequence[int], within: Wanted = ALL) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it (of those within)."""
        if not columns or not all(within.values()):
            return {column: {} for column in columns}
        names = [duck.name(self.header[c]) for c in columns]
        sets, given = ", ".join(f"({n})" for n in names), ", ".join(f"grouping({n})" for n in names)
        rows = self._asked(
            f'SELECT min("\\row"), {given}, {", ".join(names)} FROM {self._table} '
            f"{self._where(within)} GROUP BY GROUPING SETS ({sets})"
        )
        found: dict[int, dict[str, int]] = {column: {} for column in columns}
        for row, *cells in rows:
            at = cells.index(0)  # the column that this row is about
            found[columns[at]][text_of(cells[len(columns) + at])] = int(row) + self._before
        return found

    def first_of_each(self, column: int) -> dict[str, int]:
        """Return every text of a column with the first line that has it; to number each line takes twice the time."""
        texts, name = self.texts(column), duck.name(self.header[column])
        near = f'SELECT {name}, min("\\row") FROM {self._table} WHERE "\\row" < {NEAR} GROUP BY 1'
        found = {text_of(cell): int(row) + self._before for cell, row in self._asked(near)}
        return found if len(found) == len(texts) else self.firsts([column])[column]

    def filled(self, columns: Sequence[int]) -> set[int]:
        """Return the first line in which each column has something."""
        names = (duck.name(self.header[c]) for c in columns)
        asked = (f"min(\"\\row\") FILTER ({n}::VARCHAR <> '')" for n in names)
        found = self._asked(f"SELECT {', '.join(asked)} FROM {self._table}") if columns else [()]
        return {int(row) + self._before for row in found[0] if row is not None}

    def divided(self, columns: Sequence[int]) -> set[int]:
        """Return the first line of every form of a number with a comma.

        Without one every number has a point; where semicolons divide the cells it may be otherwise, and
        every form is asked for.
        """
        names = [duck.name(self.header[c]) for c in columns if c not in self._numeric]
        if not names:
            return set()
        comma = f"contains(concat_ws(';', {', '.join(names)}), ',')"
        where = "true" if self.divider == ";" else comma
        return {row + self._before for row in self._forms(names, where)}

    def _forms(self, names: Sequence[str], where: str) -> list[int]:
        """Return the first row of every form of a number in some columns."""
        form = "cell"
        for digits, short in DIGITS:
            form = f"regexp_replace({form}, '{digits}', '{short}', 'g')"
        found = self._asked(
            f'SELECT min("\\row") FROM (SELECT "\\row", unnest(range({len(names)})) AS which, '
            f"unnest([{', '.join(names)}]) AS cell FROM {self._table} WHERE {where}) "
            f"GROUP BY which, {form}"
        )
        return [row for (row,) in found]

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return the lines that have one of the texts in each column."""
        if not all(wanted.values()):
            return []
        return self._rows(f"{self._where(wanted)} ORDER BY 1")

    def lines(self, numbers: Collection[int]) -> list[Row]:
        """Return some lines."""
        asked = sorted(number - self._before for number in numbers)
        if len(asked) > LISTED:  # in the text of a query each takes four kilobytes
            return self._rows('WHERE "\\row" IN (SELECT unnest($asked)) ORDER BY 1', asked=asked)
        listed = ", ".join(map(str, asked))
        return self._rows(f'WHERE "\\row" IN ({listed}) ORDER BY 1') if asked else []

    def _where(self, wanted: Wanted) -> str:
        asked = " AND ".join(self._is_one(c, texts) for c, texts in wanted.items())
        return f"WHERE {asked}" if asked else ""

    def _is_one(self, column: int, texts: Collection[str]) -> str:
        """Return a condition that is looked at where a file is packed, without unpacking it."""
        name, listed = duck.name(self.header[column]), ", ".join(map(duck.text, sorted(texts)))
        if column in self._numeric:
            return f"coalesce({name}::VARCHAR, '') IN ({listed})"
        return f"({name} IN ({listed}){f' OR {name} IS NULL' if '' in texts else ''})"

    def _rows(self, which: str, **given: object) -> list[Row]:
        found = self._asked(
            f'SELECT "\\row" + {self._before}, {self._cells} FROM {self._table} {which}', **given
        )
        if not self._typed:
            return [(row[0], row[1:]) for row in found]
        kept = range(len(self.header))
        return [
            (line, tuple(text_of(cells[c]) if c in self._typed else cells[c] for c in kept))
            for line, *cells in found
        ]


class Lines:
    """A CSV file line by line."""

    first = 1

    def __init__(self, file: str, divider: str) -> None:
        self.file, self.divider = file, divider
        self._records = lines_of(file)
        self.header = next(self._lines())[1]

    def _lines(self) -> Iterator[Row]:
        with Path(self.file).open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.reader(opened, delimiter=self.divider)
            for cells in islice(reader, self._records):
                yield reader.line_num, tuple(cells)

    def _below(self) -> Iterator[Row]:
        return islice(self._lines(), 1, None)

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""
        return [row for row, _ in zip(self._below(), range(many), strict=False)]

    def texts(self, column: int) -> list[str]:
        """Return every text of a column."""
        return [*self.firsts([column])[column]]

    def firsts(self, columns: Sequence[int], within: Wanted = ALL) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it (of those within)."""
        found: dict[int, dict[str, int]] = {column: {} for column in columns}
        for line, cells in self._below():
            for column, texts in found.items():
                if column < len(cells) and _is_among(cells, within):
                    texts.setdefault(cells[column], line)
        return found

    def first_of_each(self, column: int) -> dict[str, int]:
        """Return every text of a column with the first line that has it."""
        return self.firsts([column])[column]

    def filled(self, columns: Sequence[int]) -> set[int]:
        """Return the first line in which each column has something."""
        found: dict[int, int] = {}
        for line, cells in self._below() if columns else ():
            for column in columns:
                if column < len(cells) and cells[column]:
                    found.setdefault(column, line)
        return {*found.values()}

    def divided(self, columns: Sequence[int]) -> set[int]:
        """Return the first line of every form of a number with a comma."""
        found: dict[tuple[int, str], int] = {}
        for line, cells in self._below():
            for column in columns:
                cell = cells[column] if column < len(cells) else ""
                if "," in cell or self.divider == ";":
                    for digits, short in FORMS:
                        cell = digits.sub(short, cell)
                    found.setdefault((column, cell), line)
        return {*found.values()}

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return the lines that have one of the texts in each column."""
        return [(line, cells) for line, cells in self._below() if _is_among(cells, wanted)]

    def lines(self, numbers: Collection[int]) -> list[Row]:
        """Return some lines."""
        return [row for row in self._below() if row[0] in numbers]


def _is_among(cells: tuple[str, ...], wanted: Wanted) -> bool:
    return all(len(cells) <= c or cells[c] in texts for c, texts in wanted.items())


class Foldered:
    """A file with what the names of its folders say behind its columns."""

    def __init__(self, inside: Scan, told: dict[str, str]) -> None:
        self.file, self.first, self.divider = inside.file, inside.first, inside.divider
        self.header = (*inside.header, *told)
        self._inside, self._cells = inside, tuple(told.values())

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""
        return self._with_cells(self._inside.beginning(many))

    def texts(self, column: int) -> list[str]:
        """Return every text of a column."""
        return [self._cell(column)] if self._is_told(column) else self._inside.texts(column)

    def firsts(self, columns: Sequence[int], within: Wanted = ALL) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it (of those within)."""
        inside = self._inside_of(within)
        if inside is None:
            return {column: {} for column in columns}
        found = self._inside.firsts([c for c in columns if not self._is_told(c)], inside)
        told = {c: {self._cell(c): self.first + 1} for c in columns if self._is_told(c)}
        return found | told

    def first_of_each(self, column: int) -> dict[str, int]:
        """Return every text of a column with the first line that has it."""
        told = self._is_told(column)
        return self.firsts([column])[column] if told else self._inside.first_of_each(column)

    def filled(self, columns: Sequence[int]) -> set[int]:
        """Return the first line in which each column has something."""
        return self._inside.filled([c for c in columns if not self._is_told(c)])

    def divided(self, columns: Sequence[int]) -> set[int]:
        """Return the first line of every form of a number with a comma."""
        return self._inside.divided([c for c in columns if not self._is_told(c)])

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return the lines that have one of the texts in each column."""
        inside = self._inside_of(wanted)
        return [] if inside is None else self._with_cells(self._inside.rows(inside))

    def lines(self, numbers: Collection[int]) -> list[Row]:
        """Return some lines."""
        return self._with_cells(self._inside.lines(numbers))

    def _inside_of(self, wanted: Wanted) -> Wanted | None:
        """Return what is wanted of the file itself; None where its folders say something else."""
        told = {c: texts for c, texts in wanted.items() if self._is_told(c)}
        if any(self._cell(c) not in texts for c, texts in told.items()):
            return None
        return {c: texts for c, texts in wanted.items() if c not in told}

    def _is_told(self, column: int) -> bool:
        return column >= len(self.header) - len(self._cells)

    def _cell(self, column: int) -> str:
        return self._cells[column - len(self.header)]

    def _with_cells(self, rows: list[Row]) -> list[Row]:
        return [(line, (*cells, *self._cells)) for line, cells in rows]
