"""What is asked of a frame of any engine: few rows in memory, its columns, other names."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import narwhals as nw

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.words import REASON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RESULT = ("value", "low", "high", "reason")
FIRST = 10  # rows that are named where they are wrong
LOOKED_AT, FROM_FILES = "looked at", "from files"
_known = ContextVar("_known", default="")  # what is known of the rows that come in


@contextmanager
def looked_at() -> Iterator[None]:
    """Take frames in whose rows have been looked at: the result of a calculation in another one."""
    with _taken_as(LOOKED_AT):
        yield


@contextmanager
def from_files() -> Iterator[None]:
    """Take frames in whose rows come as their files have them, in the same order at every look."""
    with _taken_as(FROM_FILES):
        yield


@contextmanager
def _taken_as(known: str) -> Iterator[None]:
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def is_looked_at() -> bool:
    """Whether somebody has looked at the rows that come in."""
    return _known.get() == LOOKED_AT


def is_from_files() -> bool:
    """Whether the rows that come in stand in an order of their own."""
    return _known.get() == FROM_FILES


def in_sql(column: str) -> str:
    """Return the name of a column as a statement of DuckDB has it.

    >>> in_sql('a"b')
    '"a""b"'
    """
    return '"' + column.replace('"', '""') + '"'


def collected(data: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a small result; DuckDB and Spark give them without pandas or pyarrow."""
    native = data.to_native()
    if data.implementation.is_duckdb():
        return list(native.fetchall())
    if isinstance(data, nw.LazyFrame) and not data.implementation.is_polars():
        return [tuple(row) for row in native.collect()]
    return list((data.collect() if isinstance(data, nw.LazyFrame) else data).rows())


def named(frame: Any, keys: Sequence[str]) -> list[str]:
    """Return the keys of the first rows, in order, each as one text."""
    first = frame.select(*keys).sort(*keys, nulls_last=True).head(FIRST)
    return [" ".join(map(_shown, row)) for row in collected(first)]


def _shown(cell: Any) -> str:
    text = "" if cell is None else str(cell)
    return text if text not in ("", "nan") else "—"


def distinct(data: Any, *columns: str) -> Any:
    """Return the distinct rows of some columns; `unique` of narwhals numbers all rows where there is SQL."""
    if isinstance(data, nw.DataFrame):
        return data.select(*columns).unique()
    return data.group_by(*columns).agg()


def added(data: Any, **columns: Any) -> Any:
    """Return a frame with further columns; one of pandas is not put together anew from all it has."""
    if not (isinstance(data, nw.DataFrame) and data.implementation.is_pandas()):
        return data.with_columns(**columns)
    native = data.to_native()
    # Of as many rows, where all that is added is one number:
    first = nw.col(native.columns[0]).alias("__first")
    made = data.select(first, **columns).to_native()
    return nw.from_native(native.assign(**{c: made[c] for c in columns}))


def numbered(data: Any, keys: Sequence[str], name: str) -> Any:
    """Return a frame of pandas with a whole number for its keys; None for one of another engine."""
    if not (isinstance(data, nw.DataFrame) and data.implementation.is_pandas()):
        return None
    native = data.to_native()
    groups = native.groupby(list(keys), sort=False, dropna=False, observed=True)
    return nw.from_native(native.assign(**{name: groups.ngroup()}))


def over(data: Any, columns: Sequence[str], keys: Sequence[str], how: str = "sum") -> Any:
    """Return a frame whose columns are their sum (or the highest) over the rows of the same keys."""
    if isinstance(data, nw.DataFrame) and data.implementation.is_pandas():
        native = data.to_native()
        made = native.groupby(list(keys), sort=False, dropna=False)[list(columns)].transform(how)
        return nw.from_native(native.assign(**{c: made[c] for c in columns}))
    return data.with_columns(**{c: getattr(nw.col(c), how)().over(*keys) for c in columns})


def as_input(frame: Any, name: str, *, ends: bool = True) -> Any:
    """Return the result of a calculation for the next one: its value under a name, with its reason.

    Where the numbers have no intervals the columns of their ends are empty, and nobody is to look into them.
    """
    data = nw.from_native(frame)
    data = _coded(data if ends else data.drop("low", "high", strict=False))
    return data.rename({"value": name, "reason": f"{name}_reason"}).to_native()


def _coded(data: Any) -> Any:
    """Return a frame whose reasons are codes where the engine is DuckDB, which sorts and holds texts at a price."""
    if not data.implementation.is_duckdb():
        return data
    return data.with_columns(reason=nw.col("reason").cast(nw.Enum([*REASON])))


def beside(frame: Any, name: str, before: Sequence[str], *, ends: bool) -> Any:
    """Return the result of a calculation for another one of the same numbers: what it added has its name.

    `before` are the columns of the frame that it was made from.
    """
    data = nw.from_native(frame)
    data = _coded(data if ends else data.drop("low", "high", strict=False))
    made = [c for c in data.collect_schema().names() if c in RESULT or c not in before]
    names = {c: name if c == "value" else f"{name}_{c}" for c in made}
    if "value" in before:  # under its own name a result would stand twice
        names["obs_value"] = "value"
    return data.rename(names).to_native()


def holds(frame: Any, column: str, member: Any) -> bool:
    """Return whether a column has a member at all."""
    there = nw.from_native(frame).filter(nw.col(column) == member).select(column)
    return bool(collected(there.head(1)))


def columns_of(frame: Any) -> list[str]:
    """Return the names of the columns of any frame."""
    return list(nw.from_native(frame).collect_schema().names())


def check_numbers(data: Any, value: str) -> None:
    """Refuse a column of texts; one of mixed objects is tried."""
    kind = data.collect_schema()[value]
    try:
        if kind == nw.Object:
            data.select(nw.col(value).cast(nw.Float64))
        wrong = kind in (nw.String, nw.Categorical, nw.Boolean)
    except (TypeError, ValueError):
        wrong = True
    if wrong:
        raise UsageError(
            Message("the column “{}” holds no numbers", "“{}”列不是数字", value),
            mend=Message(
                "Turn its texts into numbers first; leave missing ones empty.",
                "请先把文本转为数字，缺失处留空。",
            ),
        )
