"""Parquet files, batch by batch, by pyarrow (the extra `parquet`)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError
from cpstats.store.sheet import Sheet, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = b"PAR1"
BATCH = 50_000  # rows


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if content.startswith(MARK) else "it does not begin like Parquet"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the one table of the file; its lines are the numbers of its rows.

    Raises
    ------
    DataError
        When the file is damaged, or a column holds more than plain values.
    UsageError
        When the extra `parquet` is not installed.
    """
    rows = [row for batch, _ in batches(name, io.BytesIO(content)) for row in batch]
    if len(rows) < 2:
        raise DataError("there is nothing in it", where=name, mend="Look at the other files.")
    return [Sheet(name, tuple(rows), tuple(range(len(rows))), "Parquet")]


def batches(
    name: str, file: Path | io.BytesIO
) -> Iterator[tuple[list[tuple[str, ...]], tuple[int, int]]]:
    """Yield the names of the columns with the first rows, then more rows, as texts.

    Beside them stand the rows that were read and those in all.

    Raises
    ------
    DataError
        When the file is damaged, or a column holds more than plain values.
    UsageError
        When the extra `parquet` is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError(
            "reading Parquet needs the extra “parquet”",
            mend="Install it: pip install 'cpstats[parquet]'",
        ) from None
    try:
        opened = parquet.ParquetFile(file)
        _look_at(name, opened.schema_arrow, pa)
        header = [tuple(opened.schema_arrow.names)]
        done, size = 0, opened.metadata.num_rows
        for batch in opened.iter_batches(batch_size=BATCH):
            columns = [[text_of(value) for value in column.to_pylist()] for column in batch.columns]
            done += batch.num_rows
            yield header + list(zip(*columns, strict=True)), (done, size)
            header = []
    except (pa.ArrowException, OSError, ValueError) as error:
        raise DataError(
            f"the Parquet file cannot be read ({type(error).__name__})",
            where=name,
            mend="It is damaged or cut off: fetch it again, or save the table as CSV.",
        ) from None


def _look_at(name: str, schema: Any, pa: Any) -> None:
    """Refuse columns of lists, structures and bytes, and names that occur twice."""
    for number, column in enumerate(schema, start=1):
        if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
            raise DataError(
                f"column {column.name} holds no plain values ({str(column.type)[:40]})",
                where=f"{name}:0:{number}",
                mend="Give each value a column of its own.",
            )
        if schema.names.count(column.name) > 1:
            raise DataError(
                f"column {column.name} occurs twice", where=f"{name}:0:{number}", mend="Remove one."
            )
