"""Parquet files, batch by batch, by pyarrow (the extra `parquet`)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError, Where
from cpstats.message import Message, plain
from cpstats.store.decoding.typed_cells import text_of
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKED = 30  # its place among those that are asked
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
        raise DataError(
            Message("there is nothing in it", "没有内容"),
            where=name,
            mend=Message("Look at the other files.", "请查看其他文件。"),
        )
    return [Sheet(name, tuple(rows), tuple(range(len(rows))), plain("Parquet"))]


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
            Message(
                "reading Parquet needs the extra “parquet”", "读取 Parquet 需要附加组件“parquet”"
            ),
            mend=Message(
                "Install it: pip install 'cpstats[parquet]'",
                "请安装：pip install 'cpstats[parquet]'",
            ),
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
            Message(
                "the Parquet file cannot be read ({})",
                "无法读取 Parquet 文件（{}）",
                type(error).__name__,
            ),
            where=name,
            mend=Message(
                "It is damaged or cut off: fetch it again, or save the table as CSV.",
                "文件已损坏或不完整：请重新获取，或另存为 CSV。",
            ),
        ) from None


def _look_at(name: str, schema: Any, pa: Any) -> None:
    """Refuse columns of lists, structures and bytes, and names that occur twice."""
    for number, column in enumerate(schema, start=1):
        if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
            raise DataError(
                Message(
                    "column {} holds no plain values ({})",
                    "列 {} 不是单个值（{}）",
                    column.name,
                    str(column.type)[:40],
                ),
                where=Where(name, 0, number),
                mend=Message("Give each value a column of its own.", "请让每个值各占一列。"),
            )
        if schema.names.count(column.name) > 1:
            raise DataError(
                Message("column {} occurs twice", "列 {} 出现两次", column.name),
                where=Where(name, 0, number),
                mend=Message("Remove one.", "请删去一个。"),
            )
