"""When a row is: periods of pandas and years that span two; what is no frame or no number is said."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import cpstats
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
