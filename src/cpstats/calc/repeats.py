"""Whether a series has a year twice, told by one bit a year: the fast way of engines that have bits.

Years of a series are added up as bits of one whole number; where there are fewer bits than rows, a year
occurs twice. That is a table of the series, not of the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.calc.moments import TIME
from cpstats.calc.native import in_sql

if TYPE_CHECKING:
    from collections.abc import Sequence

# How many years fit into a whole number, and what the engine calls such a number.
DUCKDB = ((62, "BIGINT"), (126, "HUGEINT"))
SPARK = 62


def repeats(data: Any, by: Sequence[str], first: int, last: int) -> bool | None:
    """Return whether any series has a year twice; None where it is not told in this way."""
    native, years = data.to_native(), last - first + 1
    if data.implementation.is_duckdb():
        kind = next((kind for most, kind in DUCKDB if years <= most), "")
        if kind:
            bits = f'bit_or(1::{kind} << ("{TIME}" - {first})::{kind})'
            series = native.aggregate(f"count(*) AS n, {bits} AS bits", ", ".join(map(in_sql, by)))
            return bool(series.filter("bit_count(bits) <> n").limit(1).fetchall())
    return None


def looked_through(data: Any, by: Sequence[str], **columns: Any) -> list[tuple[Any, ...]]:
    """Return the highest of the columns, the first and the last year, and whether a year is there twice.

    One look at the rows, on Spark; the last is None where the years are too many to be told in this way.
    """
    from pyspark.sql.functions import expr

    native = data.with_columns(**columns).to_native()
    names = ["`" + c.replace("`", "``") + "`" for c in by]
    bits = f"bit_or(shiftleft(1L, CAST(pmod({TIME}, {SPARK}) AS INT)))"
    of_series = [f"max({c}) AS {c}" for c in columns]
    of_series += [
        f"min({TIME}) AS a",
        f"max({TIME}) AS z",
        f"bit_count({bits}) <> count(*) AS twice",
    ]
    of_all = [f"max({c})" for c in columns] + ["min(a)", "max(z)"]
    of_all += [f"CASE WHEN max(z) - min(a) < {SPARK} THEN max(twice) END"]
    series = native.groupBy(*names).agg(*map(expr, of_series))
    return [tuple(row) for row in series.agg(*map(expr, of_all)).collect()]
