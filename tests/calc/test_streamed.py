"""Rows of DuckDB that stand by their keys: told by one look at each, and nothing is sorted for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import narwhals as nw
import pytest

from cpstats.calc.growth import growth
from cpstats.calc.moments import TIME
from cpstats.calc.native import from_files, looked_at
from cpstats.calc.streamed import order_of
from cpstats.errors import RowsError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ORDERED = [
    "('x', 'a', 2019, 100)",
    "('x', 'a', 2020, 110)",
    "('x', 'b', 2019, 50)",
    "('x', 'b', 2021, 60)",
    "('y', 'a', 2020, 8)",
    "('y', 'a', 2021, 6)",
    "('y', 'a', 2022, NULL)",
    "('y', 'a', 2023, 3)",
]
BY = ["k", "p"]


def rows(lines: Sequence[str], room: Path | None = None) -> duckdb.DuckDBPyRelation:
    """Return a relation of lines, of a file where there is room for one."""
    values = "SELECT k, p, y::INT AS y, v::DOUBLE AS v FROM (VALUES "
    values += f"{', '.join(lines)}) t(k, p, y, v)"
    if room is None:
        return duckdb.sql(values)
    duckdb.sql(f"COPY ({values}) TO '{room}/t.parquet' (FORMAT parquet)")
    return duckdb.sql(f"FROM '{room}/t.parquet'")


def stand(lines: Sequence[str], room: Path | None = None, by: Sequence[str] = BY) -> bool:
    """Return whether the rows are taken for rows in order."""
    data = nw.from_native(rows(lines, room)).with_columns(**{TIME: nw.col("y")})
    return bool(order_of(data, by, "v"))


def test_rows_stand_in_order_where_each_is_greater_than_the_one_before(tmp_path: Path) -> None:
    assert stand(ORDERED)
    assert stand(ORDERED, tmp_path)  # of a file the statistics tell of faults
    assert stand(ORDERED[:1])
    assert stand(ORDERED, by=["p", "k"])  # whichever is named first
    assert not stand(ORDERED[2:4] + ORDERED[:2] + ORDERED[4:], by=["p", "k"])
    assert not stand([*ORDERED[1:], ORDERED[0]])
    assert not stand([ORDERED[1], ORDERED[0], *ORDERED[2:]])  # a year before the one above
    assert not stand(ORDERED[2:4] + ORDERED[:2])  # a place before the one above
    assert not stand([ORDERED[0], *ORDERED])  # a key twice


@pytest.mark.parametrize(
    "odd",
    [
        "(NULL, 'a', 2024, 1)",
        "('y', NULL, 2024, 1)",
        "('y', 'a', NULL, 1)",
        "('y', 'a', 2024, 'inf'::DOUBLE)",
        "('y', 'a', 2024, '-inf'::DOUBLE)",
    ],
)
def test_a_row_with_a_fault_is_left_to_who_names_it(odd: str, tmp_path: Path) -> None:
    for lines in ([*ORDERED, odd], [odd, *ORDERED], [odd]):
        assert not stand(lines)
        assert not stand(lines, tmp_path)
        with from_files(), pytest.raises(RowsError):
            growth(rows(lines), by=BY, time="y", value="v")


@pytest.mark.parametrize("lines", [ORDERED, ORDERED[::-1]])
def test_growth_is_that_of_the_row_above_only_where_it_is_the_year_before(
    lines: list[str],
) -> None:
    # 110 / 100 - 1 = 10 %; b has no 2020; 6 / 8 - 1 = -25 %; of 2023 the base is empty
    with from_files():
        made = growth(rows(lines), by=BY, time="y", value="v")
    found = {row[:3]: row[4:] for row in made.select("k, p, y, v, value, reason").fetchall()}
    values = {key: (value and round(value, 6), reason) for key, (value, reason) in found.items()}
    assert values == {
        ("x", "a", 2019): (None, "missing_base"),
        ("x", "a", 2020): (10.0, None),
        ("x", "b", 2019): (None, "missing_base"),
        ("x", "b", 2021): (None, "missing_base"),
        ("y", "a", 2020): (None, "missing_base"),
        ("y", "a", 2021): (-25.0, None),
        ("y", "a", 2022): (None, "missing_current"),
        ("y", "a", 2023): (None, "missing_base"),
    }


def test_intervals_are_those_of_the_row_above() -> None:
    # 110 ± 0.5 over 100 ± 0.5: 109.5 / 100.5 - 1 = 8.9552 %, 110.5 / 99.5 - 1 = 11.0553 %
    with from_files():
        made = growth(rows(ORDERED[:2]), by=BY, time="y", value="v", decimals=0)
    ((low, high),) = made.filter("y = 2020").select("low, high").fetchall()
    assert (round(low, 4), round(high, 4)) == (8.9552, 11.0553)


def test_nothing_is_sorted_for_rows_in_order_and_only_for_those_of_files() -> None:
    plans = []
    for known, lines in ((from_files, ORDERED), (from_files, ORDERED[::-1]), (looked_at, ORDERED)):
        with known():
            plans.append(growth(rows(lines), by=BY, time="y", value="v").sql_query().lower())
    assert ["order by" in plan for plan in plans] == [False, True, True]


@pytest.mark.parametrize("members", [("x", "y'z"), (7, 8)])
def test_rows_in_order_are_divided_between_the_cores_at_members_of_the_first_key(
    members: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cpstats.calc.streamed.LEAST", 2)
    base = duckdb.connect(config={"threads": 4})
    base.execute("CREATE TABLE t AS SELECT m, y, (m::VARCHAR = $1)::INT + y - 2000 AS v FROM "
                 "(SELECT unnest([$2, $3]) AS m), range(2001, 2009) r(y) ORDER BY ALL",
                 [str(members[0]), *members])  # fmt: skip
    with from_files():
        made = growth(
            base.sql("SELECT * REPLACE (v::DOUBLE AS v) FROM t"), by=["m"], time="y", value="v"
        )
    plan = made.sql_query().lower()
    # of 16 rows for four cores the sixth, eleventh and last tell of two members: before the first is nothing
    assert (plan.count("union all"), "order by" in plan) == (2, False)
    # of the one from 2 by 1 a year: 3 / 2 is 50 %; of the other from 1: 2 / 1 is 100 %; of 8 rows each one has no base
    found = (
        made.filter("value IS NOT NULL").order("m, y").select("m, y, round(value, 4)").fetchall()
    )
    assert len(found) == 14
    assert (found[0], found[7]) == ((members[0], 2002, 50.0), (members[1], 2002, 100.0))
    assert found[-1] == (members[1], 2008, 14.2857)  # 8 / 7
