"""What the result of a calculation is for the next one, on the engines."""

from __future__ import annotations

import duckdb
import narwhals as nw
import pandas as pd
import pytest

from cpstats.calc.growth import growth
from cpstats.calc.native import as_input, beside, collected, columns_of, distinct, looked_at
from cpstats.calc.rank import rank

ROWS = "SELECT * FROM (VALUES ('a', 2020, 4.0), ('a', 2021, 5.0), ('b', 2021, 6.0)) t(p, y, v)"


def grown() -> duckdb.DuckDBPyRelation:
    return growth(duckdb.sql(ROWS), by=["p"], time="y", value="v")


@pytest.mark.parametrize("how", ["in turn", "beside"])
def test_duckdb_holds_the_reasons_of_the_calculation_before_as_codes_that_read_as_words(
    how: str,
) -> None:
    made = grown()
    before = ["p", "y", "v"]
    frame = (
        as_input(made, "growth", ends=False)
        if how == "in turn"
        else beside(made, "growth", before, ends=False)
    )
    types = dict(zip(frame.columns, map(str, frame.types), strict=True))
    assert types["growth_reason"].startswith("ENUM")
    # 5 / 4 - 1 = 25 %; of a in 2020 and of b in 2021 there is no year before
    rows = frame.order("p, y").select("growth, growth_reason").fetchall()
    assert rows == [(None, "missing_base"), (25.0, None), (None, "missing_base")]


def test_other_engines_hold_them_as_they_are() -> None:
    table = pd.DataFrame({"p": ["a", "a"], "y": [2020, 2021], "v": [4.0, 5.0]})
    made = as_input(growth(table, by=["p"], time="y", value="v"), "growth")
    assert columns_of(made) == ["p", "y", "v", "growth", "low", "high", "growth_reason"]
    assert made.growth_reason.tolist()[0] == "missing_base"


def test_a_rank_of_years_carries_neither_their_kind_nor_ends_that_nobody_has() -> None:
    with looked_at():
        made = rank(duckdb.sql(ROWS), by=["p"], over="p", time="y", value="v")
    plan = duckdb.sql(f"EXPLAIN {made.sql_query()}").fetchall()[0][1]
    window = plan[plan.index("Window") :]
    assert "__time" in window
    assert not {"__freq", "__low", "__high"} & set(window.replace(",", " ").split())
    # 6 before 5 in 2021; 4 alone in 2020
    assert made.order("y, p").select("p, y, value").fetchall() == [
        ("a", 2020, 1.0),
        ("a", 2021, 2.0),
        ("b", 2021, 1.0),
    ]


def test_distinct_rows_are_told_without_a_number_for_each_row() -> None:
    table = duckdb.sql("SELECT * FROM (VALUES ('a', 1), (NULL, 1), ('a', 2), (NULL, 3)) t(p, y)")
    for frame in (table, pd.DataFrame({"p": ["a", None, "a", None], "y": [1, 1, 2, 3]})):
        rows = collected(distinct(nw.from_native(frame), "p"))
        assert sorted("" if p is None or p != p else p for (p,) in rows) == ["", "a"]  # noqa: PLR0124 - NaN
    assert "row_number" not in distinct(nw.from_native(table), "p").to_native().sql_query()
