"""The order of places, on tables written by the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

HEADER = "indicator,ref_area,time_period,obs_value\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "t.csv"
    rows = {
        "A": (30.1, 30.0),
        "B": (20.0, 25.0),
        "C": (20.0, 26.0),
        "D": (10.0, 31.0),
    }
    lines = [f"sales,{p},{2022 + i},{v}\n" for p, vs in rows.items() for i, v in enumerate(vs)]
    path.write_text(HEADER + "".join(lines))
    return str(path)


def test_ties_share_a_rank_and_the_next_one_is_left_out(table: str) -> None:
    frame = cpstats.rank("sales", data=table, period=2022).to_frame()
    now = frame[frame.measure == "rank"].set_index("ref_area").value
    assert now.to_dict() == {"A": 1, "B": 2, "C": 2, "D": 4}


def test_dense_ranking_leaves_no_rank_out(table: str) -> None:
    frame = cpstats.rank("sales", data=table, period=2022, ties="dense").to_frame()
    assert frame[frame.measure == "rank"].set_index("ref_area").value["D"] == 3


def test_the_lowest_may_be_first(table: str) -> None:
    frame = cpstats.rank("sales", data=table, period=2022, descending=False).to_frame()
    assert frame[frame.measure == "rank"].set_index("ref_area").value["D"] == 1


def test_the_change_of_rank_is_taken_within_one_release(table: str) -> None:
    frame = cpstats.rank("sales", data=table, period=2023).to_frame()
    change = frame[frame.measure == "rank_change"].set_index("ref_area")
    # 2022: A 1, B and C 2, D 4; 2023: D 1, A 2, C 3, B 4
    assert change.value.to_dict() == {"A": -1, "B": -2, "C": -1, "D": 3}
    assert set(change.base_period) == {"2022"}


def test_an_order_inside_rounding_is_an_interval(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "sales,A,2022,12\nsales,B,2022,12.4\nsales,C,2022,20\n")
    frame = cpstats.rank("sales", data=str(path), period=2022).to_frame().set_index("ref_area")
    # 12 is [11.5, 12.5], 12.4 is [12.35, 12.45]: either may be second
    assert frame.loc["A", ["value", "low", "high"]].tolist() == [3, 2, 3]
    assert frame.loc["B", ["value", "low", "high"]].tolist() == [2, 2, 3]
    assert frame.loc["C", ["value", "low", "high"]].tolist() == [1, 1, 1]


def test_a_place_without_a_figure_is_named_and_not_ranked(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "sales,A,2022,12\nsales,B,2022,13\nsales,C,2021,20\n")
    report = cpstats.rank("sales", data=str(path), period=2022)
    frame = report.to_frame().set_index("ref_area")
    assert frame.reason["C"] == "missing_current"
    assert frame.n["A"] == 2
    assert report.notes[0].en == "2022: no data: C"


def test_releases_that_had_to_be_mixed_are_said_in_every_row() -> None:
    report = cpstats.rank("gdp", among="beijing", period=2024)
    frame = report.to_frame()
    assert set(frame.reason) == {"mixed_vintage"}
    assert "no one release has every place" in report.notes[0].en


def test_growth_is_ranked_by_published_rates_of_one_basis() -> None:
    frame = cpstats.rank("gdp", among="beijing", by="growth", period=2024).to_frame()
    found = frame[frame.value.notna()].sort_values("value")
    # published: 海淀 6.0, 大兴 5.2, 朝阳 5.0, 房山 4.5
    assert found.ref_area.tolist() == ["110108", "110115", "110105", "110111"]
    assert set(found.measure) == {"growth_rank"}


def test_a_place_that_is_not_ranked_has_no_rank() -> None:
    with pytest.raises(UsageError, match="“China” is none of the places that are ranked"):
        cpstats.rank("gdp", among="beijing", places="china")


def test_one_place_has_no_rank() -> None:
    with pytest.raises(UsageError, match="no place lies under “Changping”"):
        cpstats.rank("gdp", among="changping")
    with pytest.raises(UsageError, match="a rank needs two places"):
        cpstats.rank("gdp", places="china")


def ranks(frame: pd.DataFrame, period: str = "2022") -> dict[str, float]:
    """Return the ranks of a period by place."""
    rows = frame[(frame.measure == "rank") & (frame.time_period == period)]
    return {str(k): float(v) for k, v in rows.set_index("ref_area").value.items()}


def test_a_place_that_is_named_chooses_a_row_and_not_the_group(table: str) -> None:
    every = cpstats.rank("sales", data=table, period=2022)
    one = cpstats.rank("sales", data=table, period=2022, places=["D", "B"])
    assert ranks(every.to_frame()) == {"A": 1, "B": 2, "C": 2, "D": 4}
    assert ranks(one.to_frame()) == {"B": 2, "D": 4}
    assert set(one.to_frame().n) == {4}
    assert one.title.en == every.title.en == "sales · rank among 4 places (A, B, C, D)"
    assert one.title.zh == "sales · 位次，4个地区（A、B、C、D）"


def test_places_that_have_parents_elsewhere_are_ranked_in_the_table_they_stand_in(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "sales,南京市,2022,7\nsales,北京市,2022,9\nsales,苏州市,2022,8\n")
    for more in ({}, {"places": "苏州市"}, {"places": "苏州市", "builtin": False}):
        frame = cpstats.rank("sales", data=str(path), period=2022, **more).to_frame()
        assert ranks(frame)["320500"] == 2
        assert set(frame.n) == {3}


def test_a_whole_of_the_table_or_a_benchmark_does_not_compete(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = {"北京市": 900.5, "朝阳区": 300.1, "海淀区": 310.2, "昌平区": 50.3}
    path.write_text(HEADER + "".join(f"sales,{p},2022,{v}\n" for p, v in rows.items()))
    report = cpstats.rank("sales", data=str(path), period=2022)
    assert ranks(report.to_frame()) == {"110108": 1, "110105": 2, "110114": 3}
    assert set(report.to_frame().counterpart_area) == {"110000"}
    assert report.title.en == "sales · rank among 3 of the 16 places of Beijing"
    assert "Beijing is not ranked" in report.notes[0].en
    beside = cpstats.rank("sales", data=str(path), period=2022, vs="海淀区")
    assert ranks(beside.to_frame()) == {"110105": 1, "110114": 2}
    with pytest.raises(UsageError, match="“Beijing” contains places that are ranked"):
        cpstats.rank("sales", data=str(path), places="beijing")


def test_the_sum_of_the_others_is_their_total_and_not_ranked(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = {"Both": 90.4, "Left": 50.3, "Right": 40.1}  # 50.3 + 40.1 = 90.4
    path.write_text(HEADER + "".join(f"sales,{p},2022,{v}\n" for p, v in rows.items()))
    report = cpstats.rank("sales", data=str(path), period=2022)
    assert ranks(report.to_frame()) == {"Left": 1, "Right": 2}
    assert report.notes[0].en == (
        "Both equals the sum of the others in 2022: it is their total and is not ranked"
    )


def test_the_rank_of_a_sum_is_refused_by_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = {"Both": 90.4, "Left": 50.3, "Right": 40.1}  # 50.3 + 40.1 = 90.4
    path.write_text(HEADER + "".join(f"sales,{p},2022,{v}\n" for p, v in rows.items()))
    with pytest.raises(UsageError, match="“Both” equals the sum of others in 2022: as their total"):
        cpstats.rank("sales", data=str(path), period=2022, places="Both")


def test_a_sum_that_may_be_chance_is_ranked_and_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "sales,A,2022,5\nsales,B,2022,3\nsales,C,2022,2\n")
    report = cpstats.rank("sales", data=str(path), period=2022)
    assert ranks(report.to_frame()) == {"A": 1, "B": 2, "C": 3}
    assert "A equals the sum of the others in 2022, perhaps by chance" in report.notes[0].en


def test_a_rank_holds_one_price_basis(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "indicator,ref_area,time_period,price_basis,obs_value,unit\n"
        "gdp,Ash,2022,constant:2020,80.5,亿元\n"
        "gdp,Elm,2022,current,60.1,亿元\n"
        "gdp,Oak,2022,current,70.2,亿元\n"
    )
    report = cpstats.rank("gdp", data=str(path), period=2022)
    frame = report.to_frame().set_index("ref_area")
    assert ranks(report.to_frame())["Oak"] == 1
    assert ranks(report.to_frame())["Elm"] == 2
    assert frame.reason["Ash"] == "mixed_price_basis"
    assert report.notes[0].en == "2022: only on another price basis: Ash"


def test_levels_at_the_prices_of_one_year_are_ranked_and_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "indicator,ref_area,time_period,price_basis,obs_value,unit\n"
        "gdp,Ash,2022,constant:2020,80.5,亿元\n"
        "gdp,Elm,2022,constant:2020,60.1,亿元\n"
    )
    report = cpstats.rank("gdp", data=str(path), period=2022)
    assert ranks(report.to_frame()) == {"Ash": 1, "Elm": 2}
    assert set(report.to_frame().reason) == {""}
    level = report.blocks[0].columns[2]
    assert (level.header.en, level.unit) == ("level at prices of 2020", "亿元")


def test_a_sum_of_its_neighbours_is_said_and_not_ranked(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    # 180.1 + 120.1 = 300.2, 200.3 + 130.1 = 330.4; East stands beside their sum
    levels = {
        "North": (300.2, 330.4),
        "Up": (180.1, 200.3),
        "Down": (120.1, 130.1),
        "East": (90.3, 90.7),
    }
    lines = [f"sales,{p},{2021 + i},{v}\n" for p, vs in levels.items() for i, v in enumerate(vs)]
    path.write_text(HEADER + "".join(lines))
    report = cpstats.rank("sales", data=str(path), period=2022)
    frame = report.to_frame()
    ranks = frame[frame.measure == "rank"].set_index("ref_area").value.to_dict()
    assert ranks == {"Up": 1, "Down": 2, "East": 3}
    assert any("North equals the sum of Up, Down in 2021, 2022" in n.en for n in report.notes)
