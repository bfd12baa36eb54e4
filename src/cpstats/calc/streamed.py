"""The fast way on DuckDB where the rows stand by their keys: one look at each row and the one before it.

A row that is less than the next tells that no key occurs twice, and the row of the year before is the one
above: nothing is sorted, and nothing is held. What DuckDB puts out for a file has the order of the file.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from cpstats.calc.moments import TIME
from cpstats.calc.native import in_sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FEW = 3  # keys of which every order is tried
LEAST = 1_000_000  # rows that are worth a core of their own


class Order(NamedTuple):
    """The keys by which, and then by time, the rows stand in each piece of the table."""

    keys: tuple[str, ...]
    pieces: tuple[str, ...]  # conditions on the first key; each core takes one


def order_of(data: Any, by: Sequence[str], value: str) -> Order | None:
    """Return how the rows stand by their keys and by time; None where they do not.

    None either where a row has a fault: an empty key, or an infinite number; of Parquet its statistics tell.
    """
    if not data.implementation.is_duckdb():
        return None
    native, number = data.to_native(), in_sql(value)
    empty = " OR ".join(f"count({in_sql(key)}) < count(*)" for key in (*by, TIME))
    infinite = f"isinf(max({number})) OR isnan(max({number})) OR isinf(min({number}))"
    cores = "current_setting('threads')::BIGINT"
    asked = f"{empty} OR coalesce({infinite}, false), count(*), {cores}"
    ((faulty, rows, threads),) = native.aggregate(asked).fetchall()
    size = max(rows // threads + 1, LEAST)
    orders = [] if faulty else permutations(by) if len(by) <= FEW else [tuple(by)]
    made = (Order(tuple(keys), _pieces(native, in_sql(keys[0]), rows, size)) for keys in orders)
    return next((order for order in made if _stand(native, order)), None)


def _stand(native: Any, order: Order) -> bool:
    """Return whether the rows stand in an order; where two do not, nobody looks further."""
    keys = [*map(in_sql, (*order.keys, TIME))]
    after = "false"
    for place, key in reversed([*enumerate(keys)]):
        above = f"__above{place}"
        after = f"({above} < {key} OR {above} = {key} AND {after})"
    columns, above = ", ".join(keys), ", ".join([*keys, *_above(keys)])
    parts = (native.filter(piece).select(columns).select(above) for piece in order.pieces)
    return not _together(part.filter(f"NOT {after}") for part in parts).limit(1).fetchall()


def before(data: Any, order: Order, wanted: Mapping[str, str]) -> Any:
    """Return a frame in order with columns of the year before, each under the name that is wanted."""
    keys = [in_sql(c) for c in (*order.keys, TIME)]
    names = [*keys, *map(in_sql, wanted.values())]
    ones = [f"__above{number} = {name}" for number, name in enumerate(keys)]
    there = " AND ".join(ones) + " - 1"  # the last is the year
    made = (
        f"CASE WHEN {there} THEN __above{number} END AS {in_sql(name)}"
        for number, name in enumerate(wanted, start=len(keys))
    )
    left_out = ", ".join(f"__above{number}" for number in range(len(names)))
    above = ", ".join(["*", *_above(names)])
    columns = ", ".join([f"* EXCLUDE ({left_out})", *made])
    native = data.to_native()
    parts = (native.filter(piece).select(above).select(columns) for piece in order.pieces)
    return nw.from_native(_together(parts))


def _together(parts: Iterable[Any]) -> Any:
    return reduce(lambda one, other: one.union(other), parts)


def _pieces(native: Any, key: str, rows: int, size: int) -> tuple[str, ...]:
    """Return conditions for pieces of so many rows, one a core, each with all rows of some members of its first key.

    A row so far down tells where to cut; of Parquet what stands above it is not read.
    """
    if rows <= size:
        return ("true",)
    column = native.select(key)
    found = _together(column.limit(1, offset=place) for place in range(size, rows, size))
    cuts = [_literal(cut) for (cut,) in sorted({*found.fetchall()})]
    return tuple(" AND ".join(_within(key, *ends)) for ends in pairwise(["", *cuts, ""]))


def _within(key: str, start: str, end: str) -> list[str]:
    return [f"{key} >= {start}"] * bool(start) + [f"{key} < {end}"] * bool(end) or ["true"]


def _literal(cell: object) -> str:
    return str(cell) if isinstance(cell, int) else "'" + str(cell).replace("'", "''") + "'"


def _above(names: Sequence[str]) -> list[str]:
    """Return the columns of the row above, each with its number."""
    return [f"lag({name}) OVER () AS __above{number}" for number, name in enumerate(names)]
