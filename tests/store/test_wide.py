"""Tables with periods or indicators in columns."""

from __future__ import annotations

from cpstats.store.files import observed
from cpstats.store.wide import layout_of


def test_a_long_table_has_no_layout() -> None:
    assert layout_of(["indicator", "ref_area", "time_period", "obs_value"]) is None


def test_a_table_without_places_is_neither_long_nor_wide() -> None:
    assert layout_of(["indicator", "2021", "2022"]) is None


def test_periods_in_columns_become_rows() -> None:
    table = observed("indicator,ref_area,unit,2022年,2021年\ngdp,X,亿元,2,1\n", "t")
    assert table.header == ["indicator", "ref_area", "unit", "time_period", "obs_value"]
    assert table.rows == [["gdp", "X", "亿元", "2022年", "2"], ["gdp", "X", "亿元", "2021年", "1"]]


def test_indicators_in_columns_become_rows() -> None:
    table = observed("ref_area,time_period,sales,profit\nX,2022,2,-1\n", "t")
    assert table.header == ["ref_area", "time_period", "indicator", "obs_value"]
    assert table.rows == [["X", "2022", "sales", "2"], ["X", "2022", "profit", "-1"]]


def test_a_cell_says_where_it_stands_in_the_file() -> None:
    table = observed("indicator,ref_area,2022,2021\ngdp,X,2,1\ngdp,Y,4,3\n", "t")
    # row 3 is the second line below the header, its value the fourth cell
    assert table.place(3, "obs_value") == (1, 3)
    assert table.place(3, "ref_area") == (1, 1)
    assert table.place(3, "time_period") == (-1, 3)  # the period stands in the header


def test_other_columns_of_a_wide_table_are_left_alone() -> None:
    table = observed("name,indicator,ref_area,2022\nx,gdp,X,2\n", "t")
    assert table.rows == [["gdp", "X", "2022", "2"]]
