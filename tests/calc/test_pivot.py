"""The periods across: one row a series, one column a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pytest

import cpstats
from cpstats.calc import pivot as module
from cpstats.errors import RowsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = {
    "region": ["north", "north", "south", "south", "west"],
    "when": ["2023-Q4", "2024-Q1", "2024-Q1", "2023-Q3", "2024-Q1"],
    "jobs": [10.5, 11.0, 7.0, None, float("nan")],
    "note": list("abcde"),
}
BY: dict[str, Any] = {"by": ["region"], "time": "when", "value": "jobs"}


def relation(table: dict[str, Any]) -> duckdb.DuckDBPyRelation:
    """Return a relation of DuckDB of a table."""
    lines = ", ".join("(" + ", ".join("?" * len(table)) + ")" for _ in next(iter(table.values())))
    cells = [cell for line in zip(*table.values(), strict=True) for cell in line]
    names = ", ".join(f'"{name}"' for name in table)
    return duckdb.sql(f"FROM (VALUES {lines}) t({names})", params=cells)


KINDS: list[Callable[[dict[str, Any]], Any]] = [
    pd.DataFrame,
    lambda table: pl.DataFrame(table, strict=False),
    lambda table: pl.LazyFrame(table, strict=False),
    relation,
]


def rows(made: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a frame of any kind, in order, empty cells as None."""
    if isinstance(made, pd.DataFrame):
        found = [*made.astype(object).where(made.notna(), None).itertuples(index=False, name=None)]
    elif isinstance(made, duckdb.DuckDBPyRelation):
        found = made.fetchall()
    else:
        found = made.lazy().collect().rows()
    return sorted(found)


@pytest.mark.parametrize("kind", KINDS)
def test_periods_stand_in_order_and_a_series_without_a_figure_has_its_row(kind: Any) -> None:
    made = cpstats.pivot(kind(LONG), **BY)
    names = made.collect_schema().names() if isinstance(made, pl.LazyFrame) else made.columns
    assert [*names] == ["region", "2023-Q3", "2023-Q4", "2024-Q1"]
    assert rows(made) == [
        ("north", None, 10.5, 11.0),
        ("south", None, None, 7.0),
        ("west", None, None, None),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_period_twice_or_one_named_as_a_key_is_refused(kind: Any) -> None:
    twice = {name: [*cells, cells[0]] for name, cells in LONG.items()}
    with pytest.raises(RowsError):
        cpstats.pivot(kind(twice), **BY)
    table = {"2024-Q1" if name == "region" else name: cells for name, cells in LONG.items()}
    with pytest.raises(UsageError, match="has the name of a key"):
        cpstats.pivot(kind(table), **BY | {"by": ["2024-Q1"]})


def test_more_columns_than_anybody_reads_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    with pytest.raises(UsageError, match="more than 2 periods"):
        cpstats.pivot(pd.DataFrame(LONG), **BY)


def test_years_and_months_of_one_series_stand_apart() -> None:
    table = pd.DataFrame(
        {
            "p": "a",
            "time_period": ["2024-02", "2024", "2023", "2024-01"],
            "obs_value": [2, 24, 23, 1],
        }
    )
    made = cpstats.pivot(table, by=["p"])
    assert [*made.columns] == ["p", "2023", "2024", "2024-01", "2024-02"]
    assert rows(made) == [("a", 23, 24, 1, 2)]


def test_days_are_named_without_a_clock_on_every_engine() -> None:
    days = pd.to_datetime(["2023-12-31", "2024-12-31"])
    table = pd.DataFrame({"p": "a", "time_period": days, "obs_value": [1.0, 2.0]})
    polars = pl.DataFrame({"p": "a", "time_period": [*days.date], "obs_value": [1.0, 2.0]})
    for frame in (table, polars):
        made = cpstats.pivot(frame, by=["p"])
        assert [*made.columns] == ["p", "2023-12-31", "2024-12-31"]
        assert rows(made) == [("a", 1.0, 2.0)]
