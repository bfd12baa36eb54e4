"""DuckDB: files larger than the memory, on all cores of one machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from cpstats.panels.engines import Outcome, no_memory
from cpstats.panels.panel_files import CSV, DAY, NUMBER, TEXT, WHOLE, faults
from cpstats.store import duck

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from cpstats.errors import CpstatsError
    from cpstats.panels.engines import Limits, Target
    from cpstats.panels.panel_files import Source

NEEDS, EXTRA = "duckdb", "engines"
TYPES = {TEXT: "VARCHAR", WHOLE: "BIGINT", NUMBER: "DOUBLE", DAY: "DATE"}
# Numbers of which a block has more are written as they are, and no list of them is tried to the end.
AS_PARQUET = "FORMAT parquet, DICTIONARY_SIZE_LIMIT 5000"


class Engine:
    """A database in memory that spills into a folder of its own."""

    apart = True

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._base = (limits.base or duck.Opening()).base()
        settings = {"temp_directory": duck.text(limits.room / "spilled")}
        if limits.memory:
            settings["memory_limit"] = duck.text(f"{limits.memory}B")
        if limits.threads:
            settings["threads"] = str(limits.threads)
        for name, value in settings.items():
            self._base.execute(f"SET {name} = {value}")
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._base.close()

    def read(self, source: Source) -> Any:
        """Return a relation; CSV is read once, into Parquet beside the spilled blocks."""
        query = _query(source)
        if source.kind == CSV:
            self._read += 1
            path = self._limits.room / f"read{self._read}.parquet"
            self._keep_order(wanted=True)
            self._base.execute(f"COPY ({query}) TO {duck.text(str(path))} ({AS_PARQUET})")
            query = f"SELECT * FROM read_parquet({duck.text(str(path))})"
        self._keep_order(
            wanted=False
        )  # parts of a union run at once; a look at neighbours goes by one core
        return self._base.sql(query)

    def _keep_order(self, *, wanted: bool) -> None:
        """Let results have the order of the files, or come as each core has them."""
        self._base.execute(f"SET preserve_insertion_order = {str(wanted).lower()}")

    def work(self, frame: Any, target: Target) -> Outcome:
        """Write what the relation says; what is shown is read from what was written."""
        result = frame.sql_query()
        path = str(target.path or self._limits.room / "result.parquet")
        kind = target.format if target.path else "parquet"
        order = f" ORDER BY {_names(target.order)}" if target.order else ""
        settings = "FORMAT csv, HEADER" if kind == CSV else AS_PARQUET
        if target.parts:
            settings += f", PARTITION_BY ({_names(target.parts)}), WRITE_PARTITION_COLUMNS false"
        self._keep_order(wanted=bool(order))
        self._base.execute(
            f"COPY (SELECT * FROM ({result}){order}) TO {duck.text(path)} ({settings})"
        )
        self._keep_order(wanted=True)  # the first rows are shown
        how = [duck.text(f"{path}/**/*.{kind}" if target.parts else path)]
        how += ["all_varchar = true"] if kind == CSV else []
        how += ["hive_partitioning = true", "hive_types_autocast = false"] if target.parts else []
        written = f"read_{kind}({', '.join(how)})"
        shown = self._base.execute(f"SELECT * FROM {written}{order} LIMIT {target.head}")
        columns, rows = tuple(d[0] for d in shown.description), shown.fetchall()
        reason = "reason" if "reason" in columns else "''"
        counted = (
            f"SELECT {reason}, count(*) FROM {written} GROUP BY 1"  # of texts as they lie there
        )
        counts = sorted((r or "", n) for r, n in self._base.execute(counted).fetchall())
        reasons = {r: sum(n for other, n in counts if other == r) for r, _ in counts}
        return Outcome(columns, rows, sum(reasons.values()), reasons)

    def frame_of(self, source: Source) -> Any:
        """Return a pandas frame in which the texts of the keys are codes, which takes a fraction of the room."""
        read = self.read(source)
        self._base.execute(f"CREATE VIEW read AS {read.sql_query()}")
        keys = [c for c in source.wanted.keys if source.schema[c] == TEXT]
        for number, name in enumerate(map(duck.name, keys)):
            texts = f"SELECT DISTINCT {name} FROM read WHERE {name} IS NOT NULL ORDER BY 1"
            self._base.execute(f"CREATE TYPE texts{number} AS ENUM ({texts})")
        coded = [f"{duck.name(c)}::texts{n} AS {duck.name(c)}" for n, c in enumerate(keys)]
        replaced = f"REPLACE ({', '.join(coded)})" if coded else ""
        self._keep_order(wanted=True)
        return self._base.execute(
            f"SELECT * {replaced} FROM read"
        ).df()  # what came is not held twice

    def write(self, frame: Any, path: Path) -> None:
        """Write a pandas frame as Parquet."""
        self._base.register("frame", frame)
        self._base.execute(f"COPY (SELECT * FROM frame) TO {duck.text(str(path))} ({AS_PARQUET})")

    def stop(self) -> None:
        """Interrupt the running statement."""
        self._base.interrupt()

    def told(self, error: Exception, source: Source) -> CpstatsError | None:
        """Return what is said of an error of DuckDB."""
        import duckdb

        if not isinstance(error, duckdb.Error):
            return None
        if isinstance(error, duckdb.OutOfMemoryException):
            return no_memory(source.name)
        return faults(source)


def _query(source: Source) -> str:
    """Return the statement that reads the files, with the columns as they are to be."""
    files = "[" + ", ".join(map(duck.text, source.files)) + "]"
    columns = ", ".join(_column(source, name) for name in source.schema)
    hive = f"hive_partitioning = {str(bool(source.folders)).lower()}"
    if source.folders:
        hive += ", hive_types_autocast = false"
    if source.kind == CSV:
        own = [c for c in source.schema if c not in source.folders]
        types = ", ".join(f"{duck.text(c)}: {duck.text(TYPES[source.schema[c]])}" for c in own)
        how = (
            f"header = true, auto_detect = false, delim = {duck.text(source.divider)}, quote = '\"'"
        )
        how += f", escape = '\"', nullstr = '', columns = {{{types}}}, {hive}"
        scan = f"read_csv({files}, {how})"
    else:
        scan = f"read_parquet({files}, {hive})"
    where = " AND ".join(_where(source, *one) for one in source.wanted.where)
    return f"SELECT {columns} FROM {scan}" + (f" WHERE {where}" if where else "")


def _column(source: Source, name: str) -> str:
    kind, quoted = source.schema[name], duck.name(name)
    if name in source.numbers:
        return f"CAST({quoted} AS DOUBLE) AS {quoted}"
    if name in source.folders or (name == source.wanted.time and kind == WHOLE):
        return f"CAST({quoted} AS {TYPES[kind]}) AS {quoted}"
    return quoted


def _where(source: Source, column: str, members: tuple[str, ...]) -> str:
    whole = source.schema[column] == WHOLE
    listed = ", ".join(str(int(m)) if whole else duck.text(m) for m in members)
    return f"{duck.name(column)} IN ({listed})"


def _names(texts: tuple[str, ...]) -> str:
    return ", ".join(map(duck.name, texts))
