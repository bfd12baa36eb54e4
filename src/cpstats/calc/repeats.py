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
    if data.implementation.is_pyspark() and years <= SPARK:
        bits = (
            f"bit_count(bit_or(shiftleft(1L, CAST({TIME} - {first} AS INT)))) <> count(*) AS twice"
        )
        names = ["`" + c.replace("`", "``") + "`" for c in by]
        return bool(native.groupBy(*names).agg(_of_spark(bits)).where("twice").head(1))
    return None


def _of_spark(text: str) -> Any:
    from pyspark.sql.functions import expr

    return expr(text)
