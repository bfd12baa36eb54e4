"""Parquet: the machine columns with their types, for large tables (extra `parquet`)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

NUMBERS, WHOLE = ("value", "low", "high"), ("n",)

BINARY = True


def write(report: Report, style: Style) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Return a Parquet file; a missing number is null.

    Raises
    ------
    UsageError
        When the extra `parquet` is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise UsageError(
            Message(
                "writing parquet needs the extra “parquet”", "写入 parquet 需要附加组件“parquet”"
            ),
            mend=Message(
                "Install it: pip install 'cpstats[parquet]'",
                "请安装：pip install 'cpstats[parquet]'",
            ),
        ) from None
    types = dict.fromkeys(NUMBERS, pa.float64()) | dict.fromkeys(WHOLE, pa.int64())
    columns = {}
    for name in report.header:
        cells = [row[name] for row in report.rows]
        numbers = [c for c in cells if isinstance(c, (int, float))]
        kind = types.get(name) or (pa.float64() if numbers else pa.string())
        columns[name] = pa.array(cells, type=kind)
    out = BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()
