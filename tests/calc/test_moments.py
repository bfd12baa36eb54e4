"""When a row is: periods of pandas and years that span two; what is no frame or no number is said."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pandas as pd
import polars as pl
import pytest

import cpstats
from cpstats.calc.native import as_input
from cpstats.errors import UsageError


def table(periods: Any, values: Any = (2.0, 4.0, 5.0)) -> pd.DataFrame:
    return pd.DataFrame({"x": "A", "time_period": periods, "obs_value": values}, index=[7, 8, 9])


def growth(frame: pd.DataFrame, **how: Any) -> list[float]:
    return [round(v, 6) for v in cpstats.growth(frame, by=["x"], **how).value.tolist()[1:]]


@pytest.mark.parametrize(
    ("periods", "on"),
    [
        (pd.period_range("2020", periods=3, freq="Y"), "year"),
        (pd.period_range("2020", periods=3, freq="Y-JUN"), "year"),
        (["2019/20", "2020/21", "2021/22"], "year"),
        (pd.period_range("2020Q3", periods=3, freq="Q"), "period"),
        (pd.period_range("2020-11", periods=3, freq="M"), "period"),
    ],
)
def test_periods_of_pandas_and_years_that_span_two_are_periods(periods: Any, on: str) -> None:
    frame = table(periods)
    assert growth(frame, on=on) == [100.0, 25.0]
    made = cpstats.growth(frame, by=["x"], on=on)
    assert made.time_period.tolist() == frame.time_period.tolist()


@pytest.mark.parametrize(
    ("days", "on"),
    [
        (["2020-12-31", "2021-12-31", "2022-12-31"], "year"),
        (["2020-03-31", "2020-06-30", "2020-09-30"], "period"),
        (["2020-11-01", "2020-12-01", "2021-01-01"], "period"),
    ],
)
def test_dates_are_years_quarters_or_months_by_the_months_that_occur(
    days: list[str], on: str
) -> None:
    frame = table(pd.to_datetime(days))
    assert growth(frame, on=on) == [100.0, 25.0]
    columns = {"x": ["A"] * 3, "time_period": days, "obs_value": [2.0, 4.0, 5.0]}
    of_polars = pl.DataFrame(columns).with_columns(pl.col("time_period").str.to_date())
    by_polars = nw.from_native(cpstats.growth(of_polars, by=["x"], on=on))
    assert [round(v, 6) for v in by_polars["value"].to_list()[1:]] == [100.0, 25.0]


def test_a_period_of_pandas_names_the_base() -> None:
    frame = table(pd.period_range("2020Q3", periods=3, freq="Q"))
    made = cpstats.rebase(frame, by=["x"], base=pd.Period("2020Q4"))
    assert made.value.tolist() == [50.0, 100.0, 125.0]


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (table(pd.period_range("2020", periods=3, freq="W")), "is a period of kind W-SUN"),
        (table(["2020", "2021", "2022"], ["1", "2", "3"]), "holds no numbers"),
        (table(["2020", "2021", None]), "a row has no period"),
        (3, "is no frame"),
    ],
)
def test_what_cannot_be_a_panel_is_refused_with_its_reason(frame: Any, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        cpstats.average_growth(frame, by=["x"], start=2020)


def test_months_from_january_on_are_a_base_by_both_digits_on_every_engine() -> None:
    columns = {
        "x": ["A", "A"],
        "time_period": ["2020-01/2020-10", "2021-01/2021-10"],
        "obs_value": [2.0, 5.0],
    }
    for frame in (pd.DataFrame(columns), pl.DataFrame(columns), pl.LazyFrame(columns)):
        made = nw.from_native(cpstats.rebase(frame, by=["x"], base="2020-01/2020-10")).lazy()
        values = made.collect().sort("time_period")["value"].to_list()
        assert values == [100.0, 250.0]  # 5 / 2


def test_the_result_of_a_calculation_is_the_input_of_the_next() -> None:
    made = cpstats.growth(table(["2020", "2021", "2022"]), by=["x"])
    again = as_input(made, "rate")
    assert again.rate.tolist()[1:] == [100.0, 25.0]
    assert again.rate_reason.tolist()[0] == "missing_base"
    assert {"low", "high"} <= {*again.columns}
    assert {"low", "high", "value", "reason"}.isdisjoint(as_input(made, "rate", ends=False).columns)


@pytest.mark.parametrize("end", ["low", "high"])
def test_one_end_alone_is_no_interval(end: str) -> None:
    assert growth(table(["2020", "2021", "2022"]).assign(**{end: 1.0})) == [100.0, 25.0]
