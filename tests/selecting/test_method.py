"""The other methods of average growth, and what they refuse."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("cumulative", 7.8255),  # METHODS, section 4
        # 100 × ln(49670.2 / 38503.6) / 4
        ("exponential", 6.3663),
    ],
)
def test_beijings_nominal_gdp_2020_to_2024(method: str, value: float) -> None:
    frame = cpstats.growth("gdp", places="beijing", start=2020, end=2024, method=method).to_frame()
    assert frame.value[0] == pytest.approx(value, abs=5e-5)
    assert (frame.n[0], frame.price_basis[0], frame.vintage[0]) == (4, "current", "census5")


def test_an_exponential_rate_has_the_ends_that_the_digits_leave() -> None:
    frame = cpstats.growth(
        "gdp", places="beijing", start=2020, end=2024, method="exponential"
    ).to_frame()
    # 38503.6 and 49670.2 are printed with one decimal: 0.05 to both sides
    ends = [
        100 * log(49670.15 / 38503.65) / 4,
        100 * log(49670.25 / 38503.55) / 4,
    ]
    assert [frame.low[0], frame.high[0]] == pytest.approx(ends)


def test_least_squares_of_a_steady_series_is_its_growth(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = "".join(f"sales,X,{y},{100 * 1.1 ** (y - 2020)}\n" for y in (2020, 2021, 2023, 2024))
    path.write_text("indicator,ref_area,time_period,obs_value\n" + lines)
    frame = cpstats.growth(
        "sales", data=str(path), start=2020, end=2024, method="least-squares"
    ).to_frame()
    assert frame.value[0] == pytest.approx(10.0)  # the missing 2022 does no harm


def test_the_cumulative_method_needs_every_year(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "indicator,ref_area,time_period,obs_value\nsales,X,2020,1\nsales,X,2021,2\nsales,X,2023,3\n"
    )
    report = cpstats.growth("sales", data=str(path), start=2020, end=2023, method="cumulative")
    assert report.to_frame().reason[0] == "missing_current"
    assert "2022" in report.notes[0].en


def test_levels_at_the_prices_of_two_base_years_are_not_divided(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "indicator,ref_area,time_period,obs_value,price_basis\n"
        "output,X,2012,80,constant:2010\noutput,X,2018,120,constant:2015\n"
        "output,X,2020,132,constant:2015\n"
    )
    broken = cpstats.growth("output", data=str(path), start=2012, end=2018, basis="real").to_frame()
    assert broken.reason[0] == "series_break"
    whole = cpstats.growth("output", data=str(path), start=2018, end=2020, basis="real").to_frame()
    assert whole.value[0] == pytest.approx((1.1**0.5 - 1) * 100)
    assert whole.price_basis[0] == "constant"
