"""Parquet files, batch by batch (the extra `engines`, or `parquet`)."""

from __future__ import annotations

import io
from contextlib import ExitStack
from typing import TYPE_CHECKING

from cpstats.errors import CpstatsError, DataError, UsageError, Where
from cpstats.message import Message, plain
from cpstats.store.decoding.parquet_rows import opener
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cpstats.store.decoding.parquet_rows import Column

ASKED = 30  # its place among those that are asked
MARK = b"PAR1"


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
        When neither DuckDB nor pyarrow is installed.
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
        When neither DuckDB nor pyarrow is installed.
    """
    opens = opener()
    if opens is None:
        raise UsageError(
            Message(
                "reading Parquet needs the extra “engines” or “parquet”",
                "读取 Parquet 需要附加组件“engines”或“parquet”",
            ),
            mend=Message(
                "Install one: pip install 'cpstats[engines]'",
                "请安装其一：pip install 'cpstats[engines]'",
            ),
        )
    try:
        with ExitStack() as ends:
            opened = opens(file, ends)
            _look_at(name, opened.columns)
            header, done = [tuple(column.name for column in opened.columns)], 0
            for rows in opened.rows:
                done += len(rows)
                yield header + rows, (done, opened.size)
                header = []
    except CpstatsError:
        raise
    except Exception as error:
        raise DataError(
            Message("the Parquet file cannot be read", "无法读取 Parquet 文件"),
            where=name,
            mend=Message(
                "It is damaged or cut off: fetch it again, or save the table as CSV.",
                "文件已损坏或不完整：请重新获取，或另存为 CSV。",
            ),
        ) from error


def _look_at(name: str, columns: Sequence[Column]) -> None:
    """Refuse columns of lists, structures and bytes, and names that occur twice."""
    names = [column.name for column in columns]
    for number, column in enumerate(columns, start=1):
        if not column.plain:
            raise DataError(
                Message(
                    "column {} holds no plain values ({})",
                    "列 {} 不是单个值（{}）",
                    column.name,
                    column.kind[:40],
                ),
                where=Where(name, 0, number),
                mend=Message("Give each value a column of its own.", "请让每个值各占一列。"),
            )
        if names.count(column.name) > 1:
            raise DataError(
                Message("column {} occurs twice", "列 {} 出现两次", column.name),
                where=Where(name, 0, number),
                mend=Message("Remove one.", "请删去一个。"),
            )
