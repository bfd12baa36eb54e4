"""A large table that is looked through without being held: by DuckDB where it is installed, else line by line."""

from __future__ import annotations

import csv
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cpstats.store import duck
from cpstats.store.decoding.typed_cells import text_of
from cpstats.store.several import said_by_folders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

Row = tuple[int, tuple[str, ...]]  # the number of a line, and its cells
DIVIDERS = ",;\t|"
MARK = b"PAR1"
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

    def firsts(self, columns: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it."""

    def rows(self, wanted: dict[int, set[str]], lines: Collection[int]) -> list[Row]:
        """Return the lines that have one of the texts in each column, and some others."""


def scan_of(file: str) -> Scan | None:
    """Return a file to look through; None where its first line does not name its columns.

    What the names of its folders say (`year=2020/…`) are columns behind its own.
    """
    scan = _alone(file)
    if scan is None:
        return None
    told = said_by_folders(file, scan.header)
    return Foldered(scan, told) if told else scan


def _alone(file: str) -> Scan | None:
    with Path(file).open("rb") as opened:
        start = opened.read(1 << 16)
    if start.startswith(MARK):
        return Rows(file, "") if find_spec("duckdb") else None
    try:
        first = start.decode("utf-8-sig", "strict" if start.isascii() else "ignore")
    except UnicodeDecodeError:
        return None
    line = first.partition("\n")[0].rstrip("\r")
    divider = max(DIVIDERS, key=line.count)
    header = next(csv.reader([line], delimiter=divider), [])
    names = {name.strip() for name in header}
    if len(header) < 3 or "" in names or len(names) < len(header) or any(map(_number, names)):
        return None
    return (Rows if find_spec("duckdb") else Lines)(file, divider)


def _number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


class Rows:
    """A CSV or Parquet file as DuckDB reads it."""

    def __init__(self, file: str, divider: str) -> None:
        self.file, self.divider, self.first = file, divider, 1 if divider else 0
        quoted = duck.text(file)
        how = f", header = true, all_varchar = true, auto_detect = false, delim = '{divider}', quote = '\"', escape = '\"', hive_partitioning = false"
        if divider:
            with Path(file).open(encoding="utf-8-sig", newline="") as opened:
                self.header = tuple(next(csv.reader(opened, delimiter=divider)))
            columns = ", ".join(duck.text(name) + ": 'VARCHAR'" for name in self.header)
            source = f"read_csv({quoted}{how}, columns = {{{columns}}})"
        else:
            source = f"read_parquet({quoted}, hive_partitioning = false)"
            found = self._asked(f"DESCRIBE SELECT * FROM {source}")
            self.header = tuple(str(name) for name, *_ in found)
        names = ", ".join(map(duck.name, self.header))
        self._table = (
            f'(SELECT row_number() OVER () + {self.first} AS "\\line", {names} FROM {source})'
        )

    def _asked(self, query: str) -> list[tuple[Any, ...]]:
        import duckdb

        with duckdb.connect(config=SETTINGS) as base:
            return list(base.execute(query).fetchall())

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""
        return self._rows(f"SELECT * FROM {self._table} LIMIT {many}")

    def firsts(self, columns: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it."""
        found = {}
        for column in columns:
            name = duck.name(self.header[column])
            query = f'SELECT {name}, min("\\line") FROM {self._table} GROUP BY 1'
            found[column] = {text_of(text): int(line) for text, line in self._asked(query)}
        return found

    def rows(self, wanted: dict[int, set[str]], lines: Collection[int]) -> list[Row]:
        """Return the lines that have one of the texts in each column, and some others."""
        of = (
            f"coalesce({duck.name(self.header[c])}::VARCHAR, '') IN ({', '.join(map(duck.text, sorted(texts)))})"
            for c, texts in wanted.items()
        )
        asked = " AND ".join(["true", *of]) if all(wanted.values()) else "false"
        others = ", ".join(map(str, sorted(lines)))
        where = f'({asked}) OR "\\line" IN ({others})'
        return self._rows(f"SELECT * FROM {self._table} WHERE {where} ORDER BY 1")

    def _rows(self, query: str) -> list[Row]:
        return [(int(line), tuple(map(text_of, cells))) for line, *cells in self._asked(query)]


class Lines:
    """A CSV file line by line."""

    first = 1

    def __init__(self, file: str, divider: str) -> None:
        self.file, self.divider = file, divider
        self.header = next(self._lines())[1]

    def _lines(self) -> Iterator[Row]:
        with Path(self.file).open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.reader(opened, delimiter=self.divider)
            for cells in reader:
                yield reader.line_num, tuple(cells)

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""
        found = self._lines()
        next(found)
        return [row for row, _ in zip(found, range(many), strict=False)]

    def firsts(self, columns: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it."""
        found: dict[int, dict[str, int]] = {column: {} for column in columns}
        lines = self._lines()
        next(lines)
        for line, cells in lines:
            for column, texts in found.items():
                if column < len(cells):
                    texts.setdefault(cells[column], line)
        return found

    def rows(self, wanted: dict[int, set[str]], lines: Collection[int]) -> list[Row]:
        """Return the lines that have one of the texts in each column, and some others."""
        found, kept = self._lines(), {*lines}
        next(found)
        return [
            (line, cells)
            for line, cells in found
            if line in kept
            or all(len(cells) <= c or cells[c] in texts for c, texts in wanted.items())
        ]


class Foldered:
    """A file with what the names of its folders say behind its columns."""

    def __init__(self, inside: Scan, told: dict[str, str]) -> None:
        self.file, self.first, self.divider = inside.file, inside.first, inside.divider
        self.header = (*inside.header, *told)
        self._inside, self._cells = inside, tuple(told.values())

    def beginning(self, many: int) -> list[Row]:
        """Return the first lines."""
        return self._with_cells(self._inside.beginning(many))

    def firsts(self, columns: Sequence[int]) -> dict[int, dict[str, int]]:
        """Return, of each column, every text with the first line that has it."""
        found = self._inside.firsts([c for c in columns if not self._is_told(c)])
        told = {c: {self._cell(c): self.first + 1} for c in columns if self._is_told(c)}
        return found | told

    def rows(self, wanted: dict[int, set[str]], lines: Collection[int]) -> list[Row]:
        """Return the lines that have one of the texts in each column, and some others."""
        told = {c: texts for c, texts in wanted.items() if self._is_told(c)}
        inside = {c: texts for c, texts in wanted.items() if c not in told}
        if any(self._cell(c) not in texts for c, texts in told.items()):
            inside = {0: set()}  # none but the others
        return self._with_cells(self._inside.rows(inside, lines))

    def _is_told(self, column: int) -> bool:
        return column >= len(self.header) - len(self._cells)

    def _cell(self, column: int) -> str:
        return self._cells[column - len(self.header)]

    def _with_cells(self, rows: list[Row]) -> list[Row]:
        return [(line, (*cells, *self._cells)) for line, cells in rows]
