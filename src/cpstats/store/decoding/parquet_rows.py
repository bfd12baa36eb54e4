"""The rows of a Parquet file as texts, by whatever is installed that reads it: DuckDB, else pyarrow."""

from __future__ import annotations

import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.store import duck
from cpstats.store.decoding.typed_cells import text_of

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator
    from contextlib import ExitStack

    Rows = list[tuple[str, ...]]

BATCH = 50_000  # rows
SETTINGS: dict[str, Any] = duck.OFF | {"memory_limit": "300MB", "threads": "2"}
MOMENT = "TIMESTAMP WITH TIME ZONE"


class Column(NamedTuple):
    """A column: its name, its type in the words of the library, whether its cells are plain values."""

    name: str
    kind: str
    plain: bool


class Opened(NamedTuple):
    """A file that was opened: its columns, how many rows it has, and the rows, some at a time."""

    columns: list[Column]
    size: int
    rows: Iterator[Rows]


def opener() -> Callable[[Path | io.BytesIO, ExitStack], Opened] | None:
    """Return what opens Parquet here; None where nothing does."""
    known = {"duckdb": by_duckdb, "pyarrow": by_pyarrow}
    return next((opens for library, opens in known.items() if find_spec(library)), None)


def by_duckdb(file: Path | io.BytesIO, ends: ExitStack) -> Opened:
    """Open a file by DuckDB; what is in memory is put on the disk for it."""
    import duckdb

    path = file if isinstance(file, Path) else _on_disk(file, ends)
    base = ends.enter_context(duckdb.connect(config=SETTINGS))
    source = f"read_parquet({duck.text(path)}, hive_partitioning = false)"
    described = base.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    kinds = {str(called): str(kind) for called, kind, *_ in described}
    nested = [kind.endswith("]") or kind.startswith(("STRUCT", "MAP")) for kind in kinds.values()]
    names = [*kinds]
    if not any(nested):  # of two columns of one name the engine calls the second by another one
        told = base.execute(f"SELECT name FROM parquet_schema({duck.text(path)}) OFFSET 1")
        names = [str(name) for (name,) in told.fetchall()]
    columns = [
        Column(name, kind, not (inside or kind == "BLOB"))
        for name, kind, inside in zip(names, kinds.values(), nested, strict=True)
    ]
    ((size,),) = base.execute(f"SELECT count(*) FROM {source}").fetchall()
    cells = ", ".join(
        f"make_timestamp(epoch_us({duck.name(called)}))" if kind == MOMENT else duck.name(called)
        for called, kind in kinds.items()
    )
    found = base.execute(f"SELECT {cells} FROM {source}") if all(c.plain for c in columns) else None
    return Opened(columns, int(size), _fetched(found))


def _on_disk(file: io.BytesIO, ends: ExitStack) -> Path:
    path = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="cpstats-")), "read.parquet")
    path.write_bytes(file.getbuffer())
    return path


def _fetched(found: Any) -> Iterator[Rows]:
    while found and (rows := found.fetchmany(BATCH)):
        yield [tuple(map(text_of, row)) for row in rows]


def by_pyarrow(file: Path | io.BytesIO, ends: ExitStack) -> Opened:  # noqa: ARG001 - as the other
    """Open a file by pyarrow."""
    import pyarrow as pa
    from pyarrow import parquet

    opened = parquet.ParquetFile(file)
    columns = [
        Column(c.name, str(c.type), not (pa.types.is_nested(c.type) or pa.types.is_binary(c.type)))
        for c in opened.schema_arrow
    ]
    return Opened(columns, opened.metadata.num_rows, _batches(opened))


def _batches(opened: Any) -> Iterator[Rows]:
    for batch in opened.iter_batches(batch_size=BATCH):
        columns = [[text_of(value) for value in column.to_pylist()] for column in batch.columns]
        yield list(zip(*columns, strict=True))
