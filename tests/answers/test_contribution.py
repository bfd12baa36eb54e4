"""Contributions: points, rates, and the check against the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

INDUSTRIES = ["gdp_primary", "gdp_secondary", "gdp_tertiary"]


def test_the_three_industries_add_up_to_beijings_growth() -> None:
    report = cpstats.contribution(INDUSTRIES, of="gdp", places="beijing", period=2024)
    frame = report.to_frame().set_index(["indicator", "measure"])
    points = frame.xs("contribution:gdp", level="measure").value
    # share of 2023 times growth of 2024: 105.5/43760.7 × 1.5, 6525.6/43760.7 × 5.7, 37129.6/… × 5.1
    assert points["gdp_tertiary"] == pytest.approx(37129.6 / 43760.7 * 5.1, abs=1e-6)
    assert points.sum() == pytest.approx(5.18, abs=0.005)
    assert "they agree within rounding" in report.notes[0].en


def test_the_rate_is_points_over_the_growth_of_the_whole() -> None:
    frame = cpstats.contribution(INDUSTRIES, of="gdp", places="beijing", period=2024).to_frame()
    rows = frame[frame.indicator == "gdp_tertiary"].set_index("measure").value
    assert rows["contribution_rate:gdp"] == pytest.approx(rows["contribution:gdp"] / 5.2 * 100)


def test_a_place_contributes_to_its_city() -> None:
    frame = cpstats.contribution("gdp", vs="beijing", period=2022).to_frame().set_index("measure")
    # 1287.0 / 40269.6 × 1.5 = 0.0479; over 0.7 it is 6.8 %
    assert frame.value["contribution"] == pytest.approx(0.0479, abs=5e-5)
    assert frame.value["contribution_rate"] == pytest.approx(6.85, abs=0.005)


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "t.csv"
    lines = {"a": (40.0, 44.0), "b": (60.0, 63.0), "all": (100.0, 107.0), "flat": (1000.0, 1001.0)}
    path.write_text(
        "indicator,ref_area,time_period,obs_value\n"
        + "".join(f"{n},X,{2020 + i},{v}\n" for n, vs in lines.items() for i, v in enumerate(vs))
    )
    return str(path)


def test_nominal_contributions_come_from_levels_of_one_series(table: str) -> None:
    report = cpstats.contribution(["a", "b"], of="all", basis="nominal", data=table, period=2021)
    rows = report.to_frame().set_index(["indicator", "measure"]).value
    assert rows["a", "contribution:all"] == pytest.approx(4.0)
    assert rows["b", "contribution:all"] == pytest.approx(3.0)
    assert rows["a", "contribution_rate:all"] == pytest.approx(4 / 7 * 100)
    assert "they agree within rounding" in report.notes[-1].en


def test_a_whole_that_hardly_grew_has_no_rates(table: str) -> None:
    frame = cpstats.contribution(
        "a", of="flat", basis="nominal", data=table, period=2021
    ).to_frame()
    assert frame[frame.measure == "contribution_rate:flat"].reason.tolist() == ["too_few"]


def test_parts_that_are_not_all_of_the_whole_are_said_not_to_add_up(table: str) -> None:
    report = cpstats.contribution(["a", "flat"], of="all", basis="nominal", data=table, period=2021)
    assert "they differ by more than rounding" in report.notes[-1].en


def test_a_part_that_lies_in_another_one_is_not_added_again(tmp_path: Path) -> None:
    lines = {"T": (100, 110), "A": (60, 66), "A1": (30, 33), "B": (40, 44)}
    (tmp_path / "places.csv").write_text(
        "ref_area,name_en,parent\nT,Top,\nA,Alder,T\nB,Birch,T\nA1,Alder North,A\n"
    )
    (tmp_path / "observations.csv").write_text(
        "indicator,ref_area,time_period,obs_value,unit,source\n"
        + "".join(
            f"sales,{name},{2020 + n},{value},kt,book\n"
            for name, values in lines.items()
            for n, value in enumerate(values)
        )
    )
    (tmp_path / "indicators.csv").write_text(
        "indicator,name_en,unit,kind,compare\nsales,Sales,kt,flow,share\n"
    )
    (tmp_path / "sources.csv").write_text("source,title\nbook,Yearbook\n")
    named = ("indicators", "places", "sources", "observations")
    resources = ",".join(f'{{"name":"{n}","path":"{n}.csv"}}' for n in named)
    (tmp_path / "datapackage.json").write_text(f'{{"resources":[{resources}]}}')
    # (66 − 60) / 100 and (44 − 40) / 100 are 6 and 4 points, together the 10 % of the top; the 3 points of A1
    # are among those of A. The top is what all others lie in: nobody need name it.
    report = cpstats.contribution("sales", basis="nominal", data=str(tmp_path), period=2021)
    rows = report.to_frame()
    points = rows[rows.measure == "contribution"].set_index("ref_area").value
    assert points.to_dict() == pytest.approx({"A": 6.0, "B": 4.0, "A1": 3.0})
    assert any("add up to 10.00 points" in n.en and "agree" in n.en for n in report.notes)
