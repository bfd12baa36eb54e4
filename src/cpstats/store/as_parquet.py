"""Figures of a package kept as Parquet, by DuckDB (the extra `engines`): texts as printed, as in CSV."""

from __future__ import annotations

import tempfile
from pathlib import Path

from cpstats.errors import DataError, UsageError
from cpstats.message import Message, cause
from cpstats.store import duck

SUFFIX = ".parquet"


def look_for_engine() -> None:
    """Refuse Parquet where nothing can write or read it.

    Raises
    ------
    UsageError
        When DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: F401
    except ImportError:
        raise UsageError(
            Message(
                "a package with Parquet needs the extra “engines”",
                "带 Parquet 的数据包需要附加组件“engines”",
            ),
            mend=Message(
                "Install it: pip install 'cpstats[engines]'; or import without --parquet.",
                "请安装：pip install 'cpstats[engines]'，或不加 --parquet 导入。",
            ),
        ) from None


def parquet_of(csv: Path, target: Path) -> None:
    """Write the lines of a CSV with a header as Parquet; an empty cell is null."""
    look_for_engine()
    import duckdb

    with duckdb.connect(config=duck.OFF) as base:
        base.execute(
            f"COPY (SELECT * FROM read_csv({duck.text(csv)}, all_varchar = true, header = true, "  # noqa: S608
            f"delim = ',', quote = '\"', escape = '\"')) TO {duck.text(target)} (FORMAT parquet)"
        )


def as_csv(path: Path) -> bytes:
    """Return a table of texts as CSV.

    Raises
    ------
    DataError
        When it is no Parquet, or holds something else than texts.
    """
    look_for_engine()
    import duckdb

    with tempfile.TemporaryDirectory(prefix="cpstats-") as folder:
        made = Path(folder, "made.csv")
        try:
            with duckdb.connect(config=duck.OFF) as base:
                asked = f"SELECT * FROM read_parquet({duck.text(path)})"  # noqa: S608
                base.execute(f"COPY ({asked}) TO {duck.text(made)} (FORMAT csv, HEADER true)")
        except duckdb.Error as error:
            raise DataError(
                Message(
                    "the Parquet file cannot be read{}",
                    "无法读取 Parquet 文件{}",
                    cause(type(error).__name__),
                ),
                where=str(path),
                mend=Message(
                    "It is damaged or cut off: import the table again.",
                    "文件已损坏或不完整：请重新导入。",
                ),
            ) from None
        return made.read_bytes()
