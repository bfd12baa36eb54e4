"""Within the year: averages, growth of single periods from cumulations, what a year carries over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import cpstats
from cpstats.calc.cumulated import single_growth_of
from cpstats.calc.interval import Interval
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,measure,obs_value,unit\n"


@pytest.fixture
def own(tmp_path: Path) -> Any:
    def opened(rows: str) -> dict[str, Any]:
        (tmp_path / "t.csv").write_text(HEADER + rows, encoding="utf-8")
        return {"data": str(tmp_path / "t.csv"), "builtin": False}

    return opened


def test_the_two_year_average_of_a_cumulation_is_chained_of_its_rates(own: Any) -> None:
    # √(0.932 × 1.183) = √1.102556 = 1.05003: 5.0 % a year
    given = own("output,Here,2020-Q1,growth,-6.8,%\noutput,Here,2021-Q1,growth,18.3,%\n")
    frame = cpstats.derive("years_average", "output", n=2, period="2021-Q1", **given).to_frame()
    assert frame.value.round(1).tolist() == [5.0]
    assert frame.n.tolist() == [2]
    assert frame.base_period.tolist() == ["2019-Q1"]
    assert frame.low.iloc[0] < frame.value.iloc[0] < frame.high.iloc[0]


def test_every_month_of_a_cumulation_has_its_two_year_average(own: Any) -> None:
    rows = "".join(
        f"sales,Here,{year}-01/{year}-{month:02d},level,{number},亿元\n"
        for year, factor in ((2019, 1.0), (2020, 0.9), (2021, 1.21))
        for month, number in ((2, 100 * factor), (3, 200 * factor))
    )
    frame = cpstats.derive("years_average", "sales", n=2, period="2021", **own(rows)).to_frame()
    told = frame.dropna(subset=["value"])
    assert told.time_period.tolist() == ["2021-01/2021-02", "2021-Q1"]
    assert told.value.tolist() == pytest.approx([10.0, 10.0])  # √1.21


def test_a_year_without_growth_leaves_no_average_and_is_named(own: Any) -> None:
    given = own("output,Here,2021,growth,8.0,%\n")
    frame = cpstats.derive("years_average", "output", n=2, period="2021", **given).to_frame()
    assert frame.reason.tolist() == ["missing_base"]


QUARTERS = "".join(
    f"output,Here,{year}-Q{k},level,{number},亿元\n"
    for year, numbers in ((2023, (90, 96, 99, 105)), (2024, (100, 101, 102, 103)))
    for k, number in enumerate(numbers, 1)
)


def test_a_moving_average_has_its_growth_on_the_same_periods_of_the_year_before(own: Any) -> None:
    frame = cpstats.derive(
        "moving_average", "output", n=4, period="2024-Q4..2024-Q4", **own(QUARTERS)
    ).to_frame()
    assert frame.measure.tolist() == ["moving_average", "moving_growth"]
    assert frame.value.tolist() == pytest.approx([101.5, (406 / 390 - 1) * 100])
    assert frame[["low", "high"]].iloc[0].tolist() == pytest.approx([101.0, 102.0])


def test_the_carry_over_is_the_growth_of_a_year_that_stays_where_the_last_one_ended(
    own: Any,
) -> None:
    frame = cpstats.derive("carry_over", "output", period="2024-Q4", **own(QUARTERS)).to_frame()
    # all four quarters of 2025 at 103: 412 after 406
    assert frame.value.tolist() == pytest.approx([(412 / 406 - 1) * 100])
    low, high = frame[["low", "high"]].iloc[0]
    assert low == pytest.approx((4 * 102.5 / (102.5 + 304.5) - 1) * 100)
    assert high == pytest.approx((4 * 103.5 / (103.5 + 301.5) - 1) * 100)


CUMULATED = "".join(
    f"sales,Here,2024-01/2024-{month},level,{number},亿元\n"
    f"sales,Here,2024-01/2024-{month},growth,{rate},%\n"
    for month, number, rate in (("02", 220, 10.0), ("03", 341, 10.0), ("04", 441, 5.0))
)


def test_the_growth_of_single_months_follows_from_two_cumulations(own: Any) -> None:
    frame = cpstats.derive("single_growth", "sales", on="month", **own(CUMULATED)).to_frame()
    assert frame.time_period.tolist() == ["2024-01/2024-02", "2024-03", "2024-04"]
    # 2023: 200, 310, 420; March 121 after 110, April 100 after 110
    assert frame.value.tolist() == pytest.approx([10.0, 10.0, -9.0909], abs=1e-4)
    assert (frame.low.iloc[1:] < frame.value.iloc[1:]).all()


def test_the_interval_of_a_single_growth_holds_all_figures_that_print_alike() -> None:
    numbers = [(441.0, 0.5), (5.0, 0.05), (341.0, 0.5), (10.0, 0.05)]
    found = single_growth_of(*(Interval(x, x - h, x + h) for x, h in numbers))
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    for k in range(500):  # points of a lattice that no row of corners holds
        y, g, x, h = (
            n + w * (((k + 1) * (7 + 4 * i)) % 41 / 20 - 1) for i, (n, w) in enumerate(numbers)
        )
        value = ((y - x) / (y / (1 + g / 100) - x / (1 + h / 100)) - 1) * 100
        assert found.low <= value <= found.high


def test_growth_at_a_years_rate_is_that_of_an_adjusted_series_unless_told(own: Any) -> None:
    given = own(QUARTERS)
    with pytest.raises(UsageError, match="not said to be adjusted"):
        cpstats.derive("growth", "output", on="annualised", period="2024-Q2", **given)
    told = cpstats.derive(
        "growth", "output", on="annualised", period="2024-Q2", unadjusted=True, **given
    ).to_frame()
    assert told.value.tolist() == pytest.approx([(1.01**4 - 1) * 100])
    given = own(QUARTERS.replace("output", "output (seasonally adjusted)"))
    name = "output (seasonally adjusted)"
    frame = cpstats.derive("growth", name, on="annualised", period="2024-Q2", **given).to_frame()
    assert frame.value.tolist() == told.value.tolist()


def test_frames_give_the_same() -> None:
    quarters = pd.DataFrame(
        {
            "x": "A",
            "time_period": [f"2024-Q{k}" for k in (1, 2, 3, 4)],
            "obs_value": [100, 101, 102, 103],
        }
    )
    mean = cpstats.moving_average(quarters, by=["x"], periods=4, decimals=0).iloc[-1]
    assert mean[["value", "low", "high"]].tolist() == pytest.approx([101.5, 101.0, 102.0])
    over = cpstats.carry_over(quarters, by=["x"], decimals=0)
    assert over.value.iloc[-1] == pytest.approx((412 / 406 - 1) * 100)
    assert over.reason.tolist()[:3] == ["too_few"] * 3
    years = pd.DataFrame({"x": "A", "time_period": [2019, 2021], "obs_value": [100.0, 121.0]})
    assert cpstats.years_average(years, by=["x"], years=2).value.tolist()[1] == pytest.approx(10.0)


def test_an_average_of_one_period_is_an_error() -> None:
    table = pd.DataFrame({"x": "A", "time_period": [2019], "obs_value": [1.0]})
    with pytest.raises(UsageError, match="an average of 1 is none"):
        cpstats.moving_average(table, by=["x"], periods=1)
