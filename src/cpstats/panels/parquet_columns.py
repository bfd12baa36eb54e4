"""What the columns of a Parquet file hold, by whatever is installed that can say it."""

from __future__ import annotations

from contextlib import nullcontext
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError
from cpstats.message import Message
from cpstats.panels.panel_files import DAY, NUMBER, OTHER, TEXT, WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.panels.panel_files import Schema
    from cpstats.store.duck import Opening

# How each library calls its types, in small letters; what begins so.
KINDS = {
    WHOLE: ("tinyint", "smallint", "int", "bigint", "utinyint", "usmallint", "uint", "ubigint"),
    NUMBER: ("float", "double", "decimal", "hugeint", "halffloat"),
    TEXT: ("varchar", "string", "large_string", "utf8", "enum", "dictionary", "categorical"),
    DAY: ("date", "timestamp"),
}


def schema_of(file: str, base: Opening | None = None) -> Schema:
    """Return the names of the columns of a Parquet file, and what they hold; by a database, where one is open.

    Raises
    ------
    UsageError
        When nothing is installed that reads Parquet.
    DataError
        When the file cannot be read.
    """
    reader = next((read for name, read in READERS.items() if find_spec(name)), None)
    if reader is None:
        raise UsageError(
            Message(
                "reading Parquet needs the extra “engines”", "读取 Parquet 需要附加组件“engines”"
            ),
            mend=Message(
                "Install it: pip install 'cpstats[engines]'",
                "请安装：pip install 'cpstats[engines]'",
            ),
        )
    try:
        types = reader(file, base)
    except Exception as error:
        raise DataError(
            Message("the Parquet file cannot be read", "无法读取 Parquet 文件"),
            where=file,
            mend=Message(
                "It is damaged: fetch or write it again.", "文件已损坏：请重新获取或写出。"
            ),
        ) from error
    return {name: _kind(said) for name, said in types.items()}


def _kind(said: str) -> str:
    """Return what a type holds, by how a library calls it; lists and lengths of time hold none of these.

    >>> _kind("INTEGER"), _kind("Float64"), _kind("DOUBLE[]"), _kind("INTERVAL")
    ('whole', 'number', 'other', 'other')
    """
    word = said.lower()
    if word.endswith("]") or word.startswith("interval"):
        return OTHER
    return next((k for k, words in KINDS.items() if word.startswith(words)), OTHER)


def _by_duckdb(file: str, base: Opening | None) -> dict[str, str]:
    from cpstats.store.duck import Opening

    with nullcontext(base) if base else Opening() as opening:
        told = opening.base().execute("DESCRIBE SELECT * FROM read_parquet(?)", [file])
        return {str(name): str(kind) for name, kind, *_ in told.fetchall()}


def _by_pyarrow(file: str, _: Opening | None) -> dict[str, str]:
    from pyarrow import parquet

    schema = parquet.read_schema(file)
    return {name: str(kind) for name, kind in zip(schema.names, schema.types, strict=True)}


def _by_polars(file: str, _: Opening | None) -> dict[str, str]:
    import polars as pl

    return {name: str(kind) for name, kind in pl.read_parquet_schema(file).items()}


READERS: dict[str, Callable[[str, Opening | None], dict[str, str]]] = {
    "duckdb": _by_duckdb,
    "pyarrow": _by_pyarrow,
    "polars": _by_polars,
}
