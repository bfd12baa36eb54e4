"""Indices with one period at 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path


def test_a_real_index_chains_published_rates_forwards_and_backwards() -> None:
    frame = cpstats.index("gdp", places="beijing", base=2022, period="2020..2024").to_frame()
    value = frame.set_index("time_period").value
    # rates 8.5, 0.7, 5.2, 5.2 of 2021–2024
    assert value["2024"] == pytest.approx(100 * 1.052**2)
    assert value["2021"] == pytest.approx(100 / 1.007)
    assert value["2020"] == pytest.approx(100 / 1.007 / 1.085)
    exact = frame.set_index("time_period").loc["2022"]
    assert exact[["value", "low", "high"]].tolist() == [100, 100, 100]


def test_the_interval_grows_with_every_link() -> None:
    frame = cpstats.index("gdp", places="beijing", base=2020, period="2020..2025").to_frame()
    width = (frame.high - frame.low).tolist()
    assert width == sorted(width)
    assert width[-1] == pytest.approx(127.75 - 127.14, abs=0.01)


def test_growth_is_the_same_whatever_the_base() -> None:
    one, two = (
        cpstats.index("gdp", places="beijing", base=b, period="2020..2024").to_frame().value
        for b in (2020, 2023)
    )
    assert (one / one.shift()).dropna().tolist() == pytest.approx((two / two.shift()).dropna())


def test_a_nominal_index_stays_inside_one_release() -> None:
    frame = cpstats.index(
        "gdp", places="beijing", base=2020, basis="nominal", period="2020..2025"
    ).to_frame()
    rows = frame.set_index("time_period")
    assert rows.value["2024"] == pytest.approx(49670.2 / 38503.6 * 100)
    assert rows.reason["2025"] == "mixed_vintage"


def test_a_missing_rate_ends_the_chain_and_is_named() -> None:
    report = cpstats.index("gdp", base=2021, period="2021..2024")
    rows = report.to_frame().set_index("time_period")
    assert rows.value["2022"] == pytest.approx(101.5)
    assert rows.reason[["2023", "2024"]].tolist() == ["missing_current"] * 2
    assert "2024: Changping: no growth rate for 2023, 2024" in [n.en for n in report.notes]


def test_a_base_that_is_not_positive_gives_no_index(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("indicator,ref_area,time_period,obs_value\nprofit,X,2021,-2\nprofit,X,2022,3\n")
    frame = cpstats.index("profit", base=2021, data=str(path)).to_frame()
    assert set(frame.reason) == {"base_nonpositive"}
