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
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from cpstats.store import duck
from cpstats.store.cells import MISSING
from cpstats.store.engine_rows import as_lines, as_parquet
from cpstats.store.engine_tables import Tables
from cpstats.store.ranks import across_of, ranked
from cpstats.store.recognising.extent import NOTE
from cpstats.store.recognising.sampled import NOTHING, REST
from cpstats.store.recognising.simple_text import lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from cpstats.store.ranks import Across
    from cpstats.store.recognising.sampled import Columns, Told

PLAIN = r"-?(?:[0-9]{1,60}GROUPED)(?:POINT[0-9]{1,30})?"
GROUPED = "|[1-9][0-9]{0,2}(?:SIGN[0-9]{3}){1,20}"
MOST = 100_000  # combinations of texts that are no places
MANY = 60  # columns of figures
ODD = 100_000  # lines that are read one by one
FULL, GAPS, EMPTY, STRANGE, WORDS = range(5)  # lines: of numbers, with others, without, odd
LEAST, MOST_MEMORY = 96, 256  # MB
SETTINGS: dict[str, Any] = duck.OFF | {
    "memory_limit": f"{LEAST}MB",
    "threads": "2",  # each holds buffers of its own
}
BITS = 1 << 27  # of keys in which is marked which there are
FILLED = "right(obs_value, 1) BETWEEN '0' AND '9'"
Line = tuple[int, tuple[str, ...]]  # its number among those below the header, its cells


class Text(NamedTuple):
    """How a text is read: what divides its cells, how many lines stand above them, and in all."""

    path: Path
    divider: str
    above: int
    lines: int  # of the whole text


class Engine:
    """One file, and what is made of it; everything lies in a folder that is thrown away.

    Any error of DuckDB means that the file is to be read in another way.
    """

    def __init__(self, text: Text, columns: Columns, missing: Iterable[str], room: Path) -> None:
        import duckdb

        self.error, self._no_room = duckdb.Error, duckdb.OutOfMemoryException
        self._writers = 2
        self.columns, self.room, self._text = columns, room, text
        self.odd = self.count = 0  # lines, figures
        self.vintage = ""
        more = {"temp_directory": str(room / "spilled")}
        if len(columns.values) > MANY:  # of which each step of each thread holds two thousand lines
            memory = min(LEAST + len(columns.values) // 4, MOST_MEMORY)
            more |= {"threads": "1", "memory_limit": f"{memory}MB"}
        self._base = duckdb.connect(config=SETTINGS | more)
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
        self._joined = _joined(columns.values)  # looked at once, not cell by cell
        point, sign = (",", r"\.") if columns.comma else (r"\.", ",")
        grouped = GROUPED.replace("SIGN", sign) if columns.grouped else ""
        plain = PLAIN.replace("GROUPED", grouped).replace("POINT", point)
        self.is_plain = re.compile(plain, re.ASCII).fullmatch  # whether a cell is a number here
        self._full = duck.text(f"{plain}(?:\u0001{plain})*")
        one = f"(?:{plain}|{signs})"
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

    def survey(self) -> bool:
        """Find the lines where texts occur first; return whether all lines can be converted."""
        texts = [f"c{c}" for c in self.columns.texts]
        places = [f"c{self.columns.place}"] if self.columns.place >= 0 else []
        sets = ", ".join(
            f"({', '.join([*some, 'state'])})" for some in [texts, *([places] * bool(places))]
        )
        kept = "".join(f"{c}, " for c in (*texts, *places))
        used = {*self.columns.texts, self.columns.place, *self.columns.values}
        others = [c for c in range(self.columns.width) if c not in used]
        read = (
            " AND ".join(f"c{c} IS NOT NULL" for c in others) or "true"
        )  # so that all is seen to be UTF-8
        digits = "regexp_matches(cells, '[0-9]')"
        # what no line lacks is looked at once, and nothing else of such a line
        state = (
            f"CASE WHEN regexp_full_match(cells, {self._full}) THEN {FULL} "
            f"WHEN regexp_full_match(cells, {self._sound}) THEN CASE WHEN {digits} THEN {GAPS} ELSE {EMPTY} END "
            f"WHEN {digits} THEN {STRANGE} ELSE {WORDS} END"
        )
        self._base.execute(
            f"CREATE TABLE first AS SELECT {kept}state, min(n) AS n, count(*) AS lines, "
            f"{f'grouping({places[0]})' if places else '1'} AS kind FROM ("
            f"SELECT {kept}row_number() OVER () AS n, {state} AS state FROM ("
            f"SELECT {kept}{self._joined} AS cells FROM lines WHERE {read})) GROUP BY GROUPING SETS ({sets})"
        )
        named = " OR ".join(f"trim(c{c}) = ''" for c in self.columns.needed) or "false"
        figures = f"state IN ({FULL}, {GAPS}, {STRANGE})"
        ((kinds, odd, bare, empty, gaps, lines),) = self._base.execute(
            f"SELECT count(*) FILTER (kind = 1 AND state <= {GAPS}), {_lines('state >= ' + str(STRANGE))}, "
            f"count(*) FILTER (({named}) AND {figures}), {_lines(f'state = {EMPTY}')}, "
            f"{_lines(f'state = {GAPS}')}, {_lines('true')} FROM first"
        ).fetchall()
        self.odd, self._lines_of_figures = int(odd), 0 if odd or empty or gaps else int(lines)
        if not 0 < kinds <= MOST or odd > ODD or bare or (empty and self._has_notes()):
            return False
        # no record has several lines, and no line is empty: then their numbers are the same
        return bool(lines + self._text.above == self._text.lines)

    def _has_notes(self) -> bool:
        """Whether a line without a figure may be a note."""
        filled = " + ".join(f"(trim(c{c}) != '')::INTEGER" for c in range(self.columns.width))
        found = self._base.execute(
            f"SELECT DISTINCT c0, ({filled}) = 1 FROM lines "
            f"WHERE NOT regexp_matches({self._joined}, '[0-9]') LIMIT {MOST}"
        ).fetchall()
        return any(alone or NOTE.match(text) for text, alone in found)

    def firsts(self, *, places: bool) -> Iterator[list[Line]]:
        """Yield the lines where texts occur first, in their order; also where `places` do."""
        texts = [f"c{c}" for c in (*self.columns.texts, self.columns.place) if c >= 0]
        which = "" if places else "kind = 1 AND"
        asked = self._base.execute(
            f"SELECT DISTINCT min(n) AS n FROM first WHERE {which} state <= {GAPS} "
            f"GROUP BY {', '.join(['kind', *texts])} ORDER BY n"
        )
        yield from self._lines([n for (n,) in asked.fetchall()])

    def places(self) -> list[str]:
        """Return the texts of places in lines that are not odd, in the order in which they occur."""
        place = f"c{self.columns.place}"
        asked = self._base.execute(
            f"SELECT {place} FROM first WHERE kind = 0 AND state <= {GAPS} GROUP BY {place} ORDER BY min(n)"
        )
        return [text for (text,) in asked.fetchall()]

    def odd_lines(self) -> Iterator[list[Line]]:
        """Yield the lines with a cell that is neither a plain number nor missing."""
        asked = self._base.execute(
            f"SELECT n FROM (SELECT cells, row_number() OVER () AS n FROM (SELECT {self._joined} "
            f"AS cells FROM lines)) WHERE NOT regexp_full_match(cells, {self._sound}) ORDER BY n"
        )
        yield from self._lines([n for (n,) in asked.fetchall()])

    def lines_around(self, number: int, many: int) -> list[Line]:
        """Return a line with some before and behind it."""
        last = self._text.lines - self._text.above
        found = self._lines(range(max(1, number - many), min(number + many, last) + 1))
        return [line for some in found for line in some]

    def _lines(self, numbers: Sequence[int]) -> Iterator[list[Line]]:
        """Yield some lines of the text, not too many at a time."""
        size = min(max(500, 30_000 // len(self.columns.values)), 20_000)
        found = lines_of(self._text.path, [n + self._text.above for n in numbers])
        while some := list(islice(found, size)):
            rows = csv.reader((line for _, line in some), delimiter=self._text.divider)
            yield [
                (n - self._text.above, tuple(row)) for (n, _), row in zip(some, rows, strict=True)
            ]

    def convert(self, told: Told, others: Path) -> bool:
        """Make the figures of all lines, and those in a file of rows; return whether all keys differ.

        A figure is held as its key (`ranks`), its place, what not all say alike, and the text of its value.
        What is `told` is used up.
        """
        # of a text nobody knows the length: what it is joined with is to be held, not the text
        self._base.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        odd = self._odd_rows(others)
        more = self._base.execute(f"SELECT DISTINCT {', '.join(REST)} FROM {odd}").fetchall()
        numbers = {n for row in told.others.values() for n in row if n != NOTHING}
        numbers |= {told.number(rest) for rest in more}
        areas = self._base.execute(f"SELECT DISTINCT ref_area FROM {odd}").fetchall()
        ranks = ranked(told, numbers, [*told.places.values(), *(area for (area,) in areas)])
        del numbers
        tables = Tables(self._base, self.room, self.columns, told, ranks)
        tables.areas()
        self.labels, self._said = tables.labels, tables.said
        apart = ranks.are_apart()
        simple = apart and not self.odd and len(self.columns.values) > 1
        across = across_of(told, ranks) if simple else None
        bits = ranks.most if apart and ranks.most <= BITS else 0
        self._cell = "" if apart else "cell + area AS cell, "
        tables.groups(alike=across is not None)
        if across is None:
            tables.rests()
        told.others.clear()  # of many names times many periods it takes room
        ranks.keys.clear()
        if across is None:
            self._sort_figures(odd)
        else:
            self._sort_lines(across)
        return self._is_whole(bits, lines=across is not None and bool(self._lines_of_figures))

    def _sort_figures(self, odd: str) -> None:
        """Put down every figure, in order."""
        sound = f"WHERE regexp_full_match(cells, {self._sound})" if self.odd else ""
        lines = self._told_lines(self._joined, sound)
        filled = "" if self._lines_of_figures else f"WHERE {FILLED}"
        said = f"{self._cell}rest + area AS key, ref_area, {''.join(f'{n}, ' for n in self._said)}obs_value"
        if len(self.columns.values) == 1:
            below = f"(SELECT * RENAME (cells AS obs_value) FROM {lines})"
        else:
            cells = "string_split(cells, '\u0001')"
            below = (
                f"(SELECT area, ref_area, unnest(rests) AS rest, unnest({cells}) AS obs_value "
                f"FROM {lines}) LEFT JOIN rests USING (rest)"
            )
        same = " AND ".join(f"odd.{name} = rests.{name}" for name in self._said) or "true"
        named = "".join(f"rests.{name}, " for name in self._said)
        more = (
            f"UNION ALL SELECT {self._cell}rest + area AS key, areas.ref_area, {named}obs_value FROM {odd} AS odd "
            f"LEFT JOIN rests ON {same} LEFT JOIN areas ON odd.ref_area = areas.ref_area"
        )
        self._base.execute(
            f"CREATE TABLE figures AS SELECT * FROM (SELECT {said} FROM {below} {filled} "
            f"{more if self.odd else ''}) ORDER BY key"
        )

    def _sort_lines(self, across: Across) -> None:
        """Put down every line, in order, which is the order of its figures."""
        ordered = sorted(zip(across.steps, range(len(across.steps)), strict=True))
        joined = _joined([self.columns.values[n] for _, n in ordered])
        alike = [name for name in self._said if name not in across.texts]
        of_lines = "".join(f", {name}" for name in ("ref_area", *alike))
        self._base.execute("SET threads = 1")  # each holds what it sorts
        self._writers = 1  # each would hold the figures of many lines
        self._base.execute(
            f"CREATE TABLE sorted AS SELECT rest + area AS key{of_lines}, "
            f"cells FROM {self._told_lines(joined)} ORDER BY key"
        )
        of_columns = "".join(
            f", unnest([{', '.join(duck.text(texts[n]) for _, n in ordered)}]::type_{name}[]) AS {name}"
            for name, texts in across.texts.items()
        )
        steps = f"unnest({[step for step, _ in ordered]})"
        filled = "" if self._lines_of_figures else f"WHERE {FILLED}"
        self._base.execute(
            f"CREATE VIEW figures AS SELECT * FROM (SELECT key + {steps} AS key{of_lines}{of_columns}, "
            f"unnest(string_split(cells, '\u0001')) AS obs_value FROM sorted) {filled}"
        )

    def _told_lines(self, joined: str, which: str = "") -> str:
        """Return the lines, or some of them, with what their texts say, and their figures in one cell.

        Of hundreds of columns each step would hold two thousand cells at once.
        """
        place = f"c{self.columns.place}" if self.columns.place >= 0 else "''"
        kept = "".join(f"c{c}, " for c in (*self.columns.texts, self.columns.place) if c >= 0)
        texts = " AND ".join(f"below.c{c} = groups.c{c}" for c in self.columns.texts) or "true"
        made = "cells"
        if self.columns.grouped:
            made = f"replace({made}, '{'.' if self.columns.comma else ','}', '')"
        if self.columns.comma:
            made = f"replace({made}, ',', '.')"
        pointed = f"REPLACE ({made} AS cells) " if made != "cells" else ""
        return (
            f"(SELECT * {pointed}FROM (SELECT {kept}{joined} AS cells FROM lines) {which}) AS below "
            f"LEFT JOIN groups ON {texts} LEFT JOIN places ON {place} = places.name"
        )

    @staticmethod
    def _odd_rows(path: Path) -> str:
        """Return what reads a file of rows."""
        return (
            f"read_csv({duck.text(str(path))}, all_varchar = true, header = true, delim = ',', "
            "quote = '\"', escape = '\"', nullstr = '\u0001')"
        )

    def _is_whole(self, bits: int, *, lines: bool) -> bool:
        """Whether every figure was converted, and each is of another cell; count them.

        With the most `bits` cells are marked, else counted; of `lines` that are full it is enough to look at them.
        """
        marked = f"bit_count(bitstring_agg(key, 0, {bits}))" if bits else "0"
        ((self.count, known, cells),) = self._base.execute(
            f"SELECT count(*), count(key), {marked} FROM {'sorted' if lines else 'figures'}"
        ).fetchall()
        if not self.count == known > 0 or (cells < known if bits else self._is_one_twice()):
            return False
        if lines:
            self.count *= len(self.columns.values)
        return True

    def _is_one_twice(self) -> bool:
        """Whether a cell has two figures."""
        cell = "cell" if self._cell else "key"
        asked = f"SELECT {cell} FROM figures GROUP BY {cell} HAVING count(*) > 1 LIMIT 1"
        return bool(self._base.execute(asked).fetchall())

    def names(self, column: str) -> Collection[str]:
        """Return the texts that a column of the figures has."""
        if column == "vintage" and self.vintage:
            return [self.vintage]
        labels: Collection[str] = self.labels[column]
        if len(labels) == 1 or self._lines_of_figures:
            return labels
        # what lines without figures say is said of none
        asked = self._base.execute(f"SELECT DISTINCT {column}::VARCHAR FROM figures")
        return [text for (text,) in asked.fetchall()]

    def write(self, path: Path, *, parquet: bool) -> None:
        """Write the figures in order: as Parquet, or as the lines that the slow way writes.

        Raises
        ------
        OSError
            When there is no room for them.
        """
        labels = self.labels | ({"vintage": {self.vintage}} if self.vintage else {})
        listed, form = as_parquet(labels) if parquet else as_lines(labels)
        written = f"COPY (SELECT {listed} FROM figures) TO {duck.text(str(path))} ({form})"
        try:
            try:
                self._base.execute(f"SET threads = {self._writers}")
                self._base.execute(written)
            except self._no_room:  # each holds a group of rows
                self._base.execute("SET threads = 1")
                self._base.execute(written)
        except self.error as error:
            raise _of_system(error) from None


def _joined(columns: Sequence[int]) -> str:
    """Return the cells of some columns as one."""
    cells = [f"c{c}" for c in columns]
    return f"concat_ws('\u0001', {', '.join(cells)})" if len(cells) > 1 else cells[0]


def _lines(which: str) -> str:
    """Return how many lines are of some kind."""
    return f"coalesce(sum(lines) FILTER (kind = 1 AND {which}), 0)"


def without_room(error: Exception) -> OSError | None:
    """Return what the system said where the engine had no room to write; None of any other error.

    >>> without_room(OSError("Could not write: No space left on device")).strerror, without_room(OSError("odd"))
    ('No space left on device', None)
    """
    said = (n for n in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT) if os.strerror(n) in str(error))
    number = next(said, 0)
    return OSError(number, os.strerror(number)) if number else None


def _of_system(error: Exception) -> OSError:
    """Return what the system said when the engine could not write."""
    return without_room(error) or OSError(errno.EIO, os.strerror(errno.EIO))
