"""The fast way on DuckDB where the rows stand by their keys: one look at each row and the one before it.

A row that is less than the next tells that no key occurs twice, and the row of the year before is the one
above: nothing is sorted, and nothing is held. What DuckDB puts out for a file has the order of the file.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import narwhals as nw

from cpstats.calc.moments import TIME
from cpstats.calc.native import in_sql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEW = 3  # keys of which every order is tried


def in_order(data: Any, by: Sequence[str], value: str) -> bool:
    """Return whether every row stands after the one before it, by keys and time, and none has a fault.

    Of few keys any may come first, whatever comes first in `by`. A fault is an empty key, and an infinite
    number; of Parquet they are told by its statistics.
    """
    if not data.implementation.is_duckdb():
        return False
    native, keys, number = data.to_native(), [in_sql(c) for c in (*by, TIME)], in_sql(value)
    empty = " OR ".join(f"count({key}) < count(*)" for key in keys)
    infinite = f"isinf(max({number})) OR isnan(max({number})) OR isinf(min({number}))"
    ((faulty,),) = native.aggregate(f"{empty} OR coalesce({infinite}, false)").fetchall()
    orders = permutations(keys[:-1]) if len(by) <= FEW else [keys[:-1]]
    return not faulty and any(_stand(native, [*order, keys[-1]]) for order in orders)


def _stand(native: Any, keys: Sequence[str]) -> bool:
    """Return whether the rows stand in an order; where two do not, nobody looks further."""
    after = "false"
    for place, key in reversed([*enumerate(keys)]):
        above = f"__above{place}"
        after = f"({above} < {key} OR {above} = {key} AND {after})"
    looked = native.select(", ".join([*keys, *_above(keys)]))
    return not looked.filter(f"NOT {after}").limit(1).fetchall()


def before(data: Any, by: Sequence[str], wanted: Mapping[str, str]) -> Any:
    """Return a frame in order with columns of the year before, each under the name that is wanted."""
    keys = [in_sql(c) for c in (*by, TIME)]
    names = [*keys, *map(in_sql, wanted.values())]
    ones = [f"__above{number} = {name}" for number, name in enumerate(keys)]
    there = " AND ".join(ones) + " - 1"  # the last is the year
    made = (
        f"CASE WHEN {there} THEN __above{number} END AS {in_sql(name)}"
        for number, name in enumerate(wanted, start=len(keys))
    )
    left_out = ", ".join(f"__above{number}" for number in range(len(names)))
    native = data.to_native().select(", ".join(["*", *_above(names)]))
    return nw.from_native(native.select(", ".join([f"* EXCLUDE ({left_out})", *made])))


def _above(names: Sequence[str]) -> list[str]:
    """Return the columns of the row above, each with its number."""
    return [f"lag({name}) OVER () AS __above{number}" for number, name in enumerate(names)]
