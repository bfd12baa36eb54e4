"""What is asked of a frame of any engine: few rows in memory, its columns, other names."""

from __future__ import annotations

from typing import Any

import narwhals as nw


def collected(data: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a small result; DuckDB and Spark give them without pandas or pyarrow."""
    native = data.to_native()
    if data.implementation.is_duckdb():
        return list(native.fetchall())
    if isinstance(data, nw.LazyFrame) and not data.implementation.is_polars():
        return [tuple(row) for row in native.collect()]
    return list((data.collect() if isinstance(data, nw.LazyFrame) else data).rows())


def as_input(frame: Any, name: str) -> Any:
    """Return the result of a calculation for the next one: its value under a name, with its reason."""
    data = nw.from_native(frame)
    return data.rename({"value": name, "reason": f"{name}_reason"}).to_native()


def holds(frame: Any, column: str, member: Any) -> bool:
    """Return whether a column has a member at all."""
    there = nw.from_native(frame).filter(nw.col(column) == member).select(column)
    return bool(collected(there.head(1)))


def columns_of(frame: Any) -> list[str]:
    """Return the names of the columns of any frame."""
    return list(nw.from_native(frame).collect_schema().names())
