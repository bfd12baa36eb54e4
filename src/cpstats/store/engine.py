"""A large delimited file, converted by DuckDB (the extra `engines`) as its first lines tell.

It knows nothing of what texts mean: it finds the distinct ones, puts others in their place, sorts
the figures, looks whether two have one key, and writes them. What is odd is handed back.
"""

from __future__ import annotations

import csv
import errno
import os
import re
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from cpstats.model.columns import KEY, OBSERVATION
from cpstats.store import duck
from cpstats.store.cells import MISSING
from cpstats.store.recognising.extent import NOTE
from cpstats.store.recognising.sampled import NOTHING, REST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from cpstats.store.recognising.sampled import Columns, Told

PLAIN = r"-?[0-9]{1,60}(?:\.[0-9]{1,30})?"
MOST = 50_000  # combinations of texts that are no places
ODD = 100_000  # lines that are read one by one
MEMORY = "96MB"
SETTINGS: dict[str, Any] = duck.OFF | {
    "memory_limit": MEMORY,
    "threads": "2",  # each holds buffers of its own
}
AREA = KEY.index("ref_area")
BEFORE, BEHIND = (itemgetter(*map(REST.index, some)) for some in (KEY[:AREA], KEY[AREA + 1 :]))
NUMBER = re.compile(PLAIN, re.ASCII).fullmatch
QUOTED = re.compile(r'[",\r\n]').search
Line = tuple[int, tuple[str, ...]]  # its number among those below the header, its cells


class Text(NamedTuple):
    """How a text is read: what divides its cells, how many lines stand above them."""

    path: Path
    divider: str
    above: int


class Engine:
    """One file, and what is made of it; everything lies in a folder that is thrown away.

    Any error of DuckDB means that the file is to be read in another way.
    """

    def __init__(self, text: Text, columns: Columns, missing: Iterable[str], room: Path) -> None:
        import duckdb

        self.error = duckdb.Error
        self.columns, self.room, self._text = columns, room, text
        self.odd = self.count = 0  # lines, figures
        self.vintage = ""
        self._base = duckdb.connect(config=SETTINGS | {"temp_directory": str(room / "spilled")})
        names = [f"c{c}" for c in range(columns.width)]
        kinds = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
        read = (
            f"read_csv({duck.text(str(text.path))}, auto_detect = false, header = false, "
            f"skip = {text.above}, delim = {duck.text(text.divider)}, quote = '\"', escape = '\"', "
            f"columns = {{{kinds}}}, strict_mode = true, nullstr = '\u0001', "
            "buffer_size = 4000000, max_line_size = 1000000)"
        )
        self._base.execute(f"CREATE VIEW lines AS SELECT * FROM {read}")
        signs = "|".join(re.escape(sign) for sign in sorted({*MISSING, *missing}))
        cells = ", ".join(f"c{c}" for c in columns.values)
        self._joined = f"concat_ws('\u0001', {cells})"  # looked at once, not cell by cell
        one = f"(?:{PLAIN}|{signs})"
        self._sound = duck.text(f"{one}(?:\u0001{one})*")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._base.close()

    @staticmethod
    def is_plain(cell: str) -> bool:
        """Whether a cell is a number as the engine reads it."""
        return bool(NUMBER(cell))

    def survey(self) -> bool:
        """Find the lines where texts occur first; return whether all lines can be converted."""
        texts = [f"c{c}" for c in self.columns.texts]
        places = [f"c{self.columns.place}"] if self.columns.place >= 0 else []
        named = " OR ".join(f"trim(c{c}) = ''" for c in self.columns.needed) or "false"
        sets = ", ".join(f"({s})" for s in [", ".join(texts), *places])
        kept = "".join(f"{c}, " for c in (*texts, *places))
        self._base.execute(
            "CREATE TABLE first AS SELECT min(n) FILTER (whole AND NOT odd) AS n, "
            "count(*) FILTER (odd) AS odd, count(*) FILTER (bare AND whole) AS bare, "
            "count(*) FILTER (NOT odd AND NOT whole) AS empty, count(*) AS lines, "
            f"{f'grouping({places[0]})' if places else '1'} AS kind FROM ("
            f"SELECT *, row_number() OVER () AS n, regexp_matches(cells, '[0-9]') AS whole, "
            f"NOT regexp_full_match(cells, {self._sound}) AS odd FROM ("
            f"SELECT {kept}{named} AS bare, {self._joined} AS cells FROM lines)) "
            f"GROUP BY GROUPING SETS ({sets})"
        )
        ((kinds, odd, bare, empty, lines),) = self._base.execute(
            "SELECT count(*) FILTER (n IS NOT NULL), sum(odd), sum(bare), sum(empty), sum(lines) "
            "FROM first WHERE kind = 1"
        ).fetchall()
        self.odd = int(odd or 0)
        if not 0 < kinds <= MOST or self.odd > ODD or bare or (empty and self._has_notes()):
            return False
        return self._has_lines(int(lines))

    def _has_notes(self) -> bool:
        """Whether a line without a figure may be a note."""
        filled = " + ".join(f"(trim(c{c}) != '')::INTEGER" for c in range(self.columns.width))
        found = self._base.execute(
            f"SELECT DISTINCT c0, ({filled}) = 1 FROM lines "
            f"WHERE NOT regexp_matches({self._joined}, '[0-9]') LIMIT {MOST}"
        ).fetchall()
        return any(alone or NOTE.match(text) for text, alone in found)

    def _has_lines(self, records: int) -> bool:
        """Whether no record has several lines, and no line is empty: then their numbers are the same."""
        with self._text.path.open("rb") as file:
            lines, last = 0, b"\n"
            while chunk := file.read(1 << 20):
                lines, last = lines + chunk.count(b"\n"), chunk
        return records + self._text.above == lines + (not last.endswith(b"\n"))

    def firsts(self) -> Iterator[list[Line]]:
        """Yield the lines where texts occur first, in their order."""
        asked = self._base.execute("SELECT DISTINCT n FROM first WHERE n IS NOT NULL ORDER BY n")
        yield from self._lines([n for (n,) in asked.fetchall()])

    def odd_lines(self) -> Iterator[list[Line]]:
        """Yield the lines with a cell that is neither a plain number nor missing."""
        asked = self._base.execute(
            f"SELECT n FROM (SELECT cells, row_number() OVER () AS n FROM (SELECT {self._joined} "
            f"AS cells FROM lines)) WHERE NOT regexp_full_match(cells, {self._sound}) ORDER BY n"
        )
        yield from self._lines([n for (n,) in asked.fetchall()])

    def _lines(self, numbers: Sequence[int]) -> Iterator[list[Line]]:
        """Yield some lines of the text, not too many at a time."""
        wanted, size = set(numbers), max(500, 30_000 // len(self.columns.values))
        with self._text.path.open(encoding="utf-8-sig", newline="") as file:
            below = enumerate(islice(file, self._text.above, None), 1)
            pairs = ((n, line) for n, line in below if n in wanted)
            while some := list(islice(pairs, min(size, 20_000))):
                rows = csv.reader((line for _, line in some), delimiter=self._text.divider)
                yield [(n, tuple(row)) for (n, _), row in zip(some, rows, strict=True)]

    def convert(self, told: Told, others: Path) -> bool:
        """Make the figures of all lines, and those in a file of rows; return whether all keys differ.

        A figure is held as a number that says its place among all (`key`), its place, what else
        is said of it (`rest`, a line of `rests`) and the text of its value. What is `told` is used up.
        """
        self._base.execute("SET preserve_insertion_order = false")  # it holds blocks back
        # of a text nobody knows the length: what it is joined with is to be held, not the text
        self._base.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        odd = self._odd_rows(others)
        more = self._base.execute(f"SELECT DISTINCT {', '.join(REST)} FROM {odd}").fetchall()
        numbers = {n for row in told.others.values() for n in row if n != NOTHING}
        numbers |= {told.number(rest) for rest in more}
        rests = {number: n for n, number in enumerate(sorted(numbers))}
        del numbers
        areas = self._base.execute(f"SELECT DISTINCT ref_area FROM {odd}").fetchall()
        labels = {*told.places.values(), *(area for (area,) in areas)}
        self._quotes = any(map(QUOTED, labels))
        self._enumerate("ref_area", labels)
        self._ranked(told, rests)
        listed = self._file("places", told.places.items())
        self._base.execute(
            f"CREATE TABLE places AS SELECT column0 AS name, column1::type_ref_area AS ref_area FROM {listed}"
        )
        self._groups(told, rests)
        del rests, self._keys  # of many names times many periods they take room
        told.others.clear()
        place = f"c{self.columns.place}" if self.columns.place >= 0 else "''"
        listed = ", ".join(f"c{c}" for c in self.columns.values)
        texts = " AND ".join(f"lines.c{c} = groups.c{c}" for c in self.columns.texts) or "true"
        sound = f"WHERE regexp_full_match({self._joined}, {self._sound})" if self.odd else ""
        self._base.execute(
            f"CREATE TABLE figures AS SELECT {self._key} AS key, ref_area, rest, obs_value FROM (SELECT ref_area, "
            f"unnest([{listed}]) AS obs_value, unnest(rests) AS rest, unnest(keys) AS key "
            f"FROM lines LEFT JOIN groups ON {texts} LEFT JOIN places ON {place} = places.name "
            f"{sound}) WHERE right(obs_value, 1) BETWEEN '0' AND '9'"
        )
        same = " AND ".join(f"odd.{name} = rests.{name}" for name in REST)
        self._base.execute(
            f"INSERT INTO figures SELECT {self._key} AS key, ref_area, rest, obs_value FROM (SELECT "
            f"odd.ref_area::type_ref_area AS ref_area, rest, key, obs_value "
            f"FROM {odd} AS odd LEFT JOIN rests ON {same})"
        )
        return self._is_whole() and self._are_unique()

    @staticmethod
    def _odd_rows(path: Path) -> str:
        """Return what reads a file of rows."""
        return (
            f"read_csv({duck.text(str(path))}, all_varchar = true, header = true, delim = ',', "
            "quote = '\"', escape = '\"', nullstr = '\u0001')"
        )

    def _enumerate(self, name: str, labels: Iterable[str]) -> None:
        """Make the texts of a column a type, in the order in which rows are sorted."""
        listed = self._file(f"{name}.texts", [(label,) for label in {*labels}])
        self._base.execute(
            f"CREATE TYPE type_{name} AS ENUM (SELECT column0 FROM {listed} ORDER BY column0)"
        )

    def _ranked(self, told: Told, rests: Collection[int]) -> None:
        """Put down all that is said of figures beside place and value, and where it stands in their order.

        The rows of a package are in the order of `KEY`: by what stands before the place in it,
        by place, by what stands behind.
        """
        labels: list[set[str]] = [set() for _ in REST]
        befores, behinds = set(), set()
        for rest in told.rests(rests):
            befores.add(BEFORE(rest))
            behinds.add(BEHIND(rest))
            for known, label in zip(labels, rest, strict=True):
                known.add(label)
        for name, known in zip(REST, labels, strict=True):
            self._enumerate(name, known)
        firsts = {cells: n for n, cells in enumerate(sorted(befores))}
        lasts = {cells: n for n, cells in enumerate(sorted(behinds))}
        ((areas,),) = self._base.execute("SELECT len(enum_range(NULL::type_ref_area))").fetchall()
        self._key = f"key + enum_code(ref_area)::BIGINT * {len(lasts)}"
        self._keys = [
            firsts[BEFORE(rest)] * areas * len(lasts) + lasts[BEHIND(rest)]
            for rest in told.rests(rests)
        ]
        rows = ((str(n), str(self._keys[n]), *rest) for n, rest in enumerate(told.rests(rests)))
        listed = self._file("rests", rows)
        made = ", ".join(f"column{i}::type_{n} AS {n}" for i, n in enumerate(REST, 2))
        self._base.execute(
            f"CREATE TABLE rests AS SELECT column0::INTEGER AS rest, column1::BIGINT AS key, {made} "
            f"FROM {listed}"
        )

    def _groups(self, told: Told, rests: Mapping[int, int]) -> None:
        """Put down what the texts of a line and each of its columns say."""

        def row(texts: Sequence[str], numbers: Iterable[int]) -> tuple[str, ...]:
            cells = [rests.get(number) for number in numbers]
            keys = [None if rest is None else self._keys[rest] for rest in cells]
            return _listed(cells), _listed(keys), *texts

        rows = (row(*pair) for pair in told.others.items())
        listed = self._file("groups", rows)
        named = "".join(f", column{i} AS c{c}" for i, c in enumerate(self.columns.texts, 2))
        self._base.execute(
            "CREATE TABLE groups AS SELECT column0::INTEGER[] AS rests, column1::BIGINT[] AS keys"
            f"{named} FROM {listed}"
        )

    def _file(self, name: str, rows: Iterable[Sequence[str]]) -> str:
        """Put rows into a file beside, and return what reads them."""
        path = self.room / f"{name}.csv"
        width = 0
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            for row in rows:
                width = len(row)
                writer.writerow(row)
        kinds = ", ".join(f"'column{i}': 'VARCHAR'" for i in range(width))
        return (
            f"read_csv({duck.text(str(path))}, header = false, "
            f"auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '\u0001', "
            f"columns = {{{kinds}}}, buffer_size = 4000000)"
        )

    def _is_whole(self) -> bool:
        """Whether every figure was converted."""
        ((self.count, known),) = self._base.execute(
            "SELECT count(*), count(key) FROM figures"
        ).fetchall()
        return bool(self.count == known > 0)

    def _are_unique(self) -> bool:
        ((twice,),) = self._base.execute(
            "SELECT count(*) FROM (SELECT 1 FROM figures GROUP BY key HAVING count(*) > 1 LIMIT 1)"
        ).fetchall()
        if not twice:  # what lines without figures say is said of none
            self._base.execute(
                "DELETE FROM rests WHERE rest NOT IN (SELECT DISTINCT rest FROM figures)"
            )
        return not twice

    def names(self, column: str) -> list[str]:
        """Return the texts that a column of the figures has."""
        if column == "vintage" and self.vintage:
            return [self.vintage]
        table = "figures" if column == "ref_area" else "rests"
        asked = self._base.execute(f"SELECT DISTINCT {column}::VARCHAR FROM {table}")
        return [text for (text,) in asked.fetchall()]

    def write(self, path: Path, *, parquet: bool) -> None:
        """Write the figures in order: as Parquet, or as the lines that the slow way writes.

        Raises
        ------
        OSError
            When there is no room for them.
        """
        self._base.execute("SET preserve_insertion_order = true")
        said, listed, form = self._as_parquet() if parquet else self._as_lines()
        try:
            self._base.execute(
                f"COPY (SELECT {listed} FROM (SELECT * FROM figures JOIN "
                f"(SELECT rest, {said} FROM rests) USING (rest) ORDER BY key)) "
                f"TO {duck.text(str(path))} ({form})"
            )
        except self.error as error:
            raise _of_system(error) from None

    def _cells(self) -> dict[str, str]:
        """Return what is the cell of each column of a figure."""
        cells = {name: name for name in REST}
        if self.vintage:
            label = duck.text(self.vintage)
            cells["vintage"] = f"{label}::ENUM({label})"
        return cells

    def _as_parquet(self) -> tuple[str, str, str]:
        cells = self._cells()
        said = ", ".join(
            f"CASE WHEN {c}::VARCHAR <> '' THEN {c} END AS {n}" for n, c in cells.items()
        )
        # of a type, a group of rows would not say which it holds
        listed = (
            f"{n}::VARCHAR AS {n}" if n in ("indicator", "ref_area") else n for n in OBSERVATION
        )
        return said, ", ".join(listed), "FORMAT parquet"

    def _as_lines(self) -> tuple[str, str, str]:
        cells = {name: _quoted(f"{cell}::VARCHAR") for name, cell in self._cells().items()}
        own = (OBSERVATION.index("ref_area"), OBSERVATION.index("obs_value"))
        parts = {
            "before": OBSERVATION[: own[0]],
            "between_": OBSERVATION[own[0] + 1 : own[1]],
            "behind": OBSERVATION[own[1] + 1 :],
        }
        said = ", ".join(
            f"concat_ws(',', {', '.join(cells[name] for name in names)}) AS {part}"
            for part, names in parts.items()
        )
        area = _quoted("ref_area::VARCHAR") if self._quotes else "ref_area"
        line = f"concat_ws(',', before, {area}, between_, obs_value, behind)"
        form = "FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\u0001'"
        return said, f'{line} AS "{",".join(OBSERVATION)}"', form


def _of_system(error: Exception) -> OSError:
    """Return what the system said when the engine could not write."""
    said = (n for n in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT) if os.strerror(n) in str(error))
    number = next(said, errno.EIO)
    return OSError(number, os.strerror(number))


def _listed(numbers: Iterable[int | None]) -> str:
    """Return a list as the engine reads it.

    >>> _listed([1, None])
    '[1, NULL]'
    """
    return "[" + ", ".join("NULL" if n is None else str(n) for n in numbers) + "]"


def _quoted(cell: str) -> str:
    """Return a cell as CSV has it: in quotation marks where it must be."""
    mark = '"'
    double = f"replace({cell}, '{mark}', '{mark}{mark}')"
    return f"CASE WHEN regexp_matches({cell}, '[\",\\r\\n]') THEN '{mark}' || {double} || '{mark}' ELSE {cell} END"
