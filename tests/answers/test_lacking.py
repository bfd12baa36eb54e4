"""What has no figure is named, with the periods that have one; one table holds one price basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,price_basis,obs_value,unit\n"


def notes(report: cpstats.Answer, lang: str = "en") -> str:
    return report.to_text("zh" if lang == "zh" else "en")


@pytest.fixture
def quay(tmp_path: Path) -> str:
    path = tmp_path / "quay.csv"
    rows = [f"Catch,Quay,{year},,{value},t" for year, value in ((2015, 10), (2016, 12), (2018, 15))]
    rows += ["Catch,Mole,2015,,0,t", "Catch,Mole,2016,,7,t"]
    path.write_text(HEADER + "\n".join(rows) + "\n")
    return str(path)


def test_a_period_without_a_figure_is_answered_with_the_periods_that_have_one(quay: str) -> None:
    report = cpstats.show("Catch", places="Quay", data=quay, period=2017)
    assert "Catch: no figure for Quay; there are: 2015, 2016, 2018" in notes(report)
    assert "Catch：无数据——Quay；已有：2015年、2016年、2018年" in notes(report, "zh")


def test_growth_names_the_place_that_has_no_figure_at_all(quay: str) -> None:
    report = cpstats.growth("Catch", places=["Quay", "beijing"], data=quay)
    assert "Catch: no figure for Beijing" in notes(report)


def test_a_place_whose_every_span_is_refused_has_a_row_with_the_reason(quay: str) -> None:
    frame = cpstats.growth("Catch", places=["Quay", "Mole"], data=quay).to_frame()
    mole = frame[frame.ref_area == "Mole"]
    assert mole.value.isna().tolist() == [True]
    assert mole.reason.tolist() == ["base_nonpositive"]  # 7 / 0
    assert mole.base_period.tolist() == ["2015"]


@pytest.fixture
def works(tmp_path: Path) -> str:
    path = tmp_path / "works.csv"
    path.write_text(
        HEADER
        + "Works,Ald,2018,current,200,million GBP\nWorks,Ald,2019,current,230,million GBP\n"
        + "Works,Ald,2018,constant:2018,200,million GBP\n"
        + "Works,Ald,2019,constant:2018,210,million GBP\n"
        + "Works,Bay,2018,constant:2018,100,million GBP\n"
        + "Works,Bay,2019,constant:2018,102,million GBP\n"
        + "Works,Coe,2018,current,50,million GBP\nWorks,Coe,2019,current,54,million GBP\n"
    )
    return str(path)


def test_an_index_of_places_is_real_for_all_where_one_has_no_levels_at_current_prices(
    works: str,
) -> None:
    frame = cpstats.index("Works", places=["Ald", "Bay"], data=works).to_frame()
    last = frame[frame.time_period == "2019"].set_index("ref_area")
    assert last.value.to_dict() == pytest.approx({"Ald": 105.0, "Bay": 102.0})  # 210/200, 102/100
    assert set(last.price_basis) == {"constant"}


def test_an_index_that_must_mix_says_of_each_place_which_it_is(works: str) -> None:
    report = cpstats.index("Works", places=["Bay", "Coe"], data=works)
    assert "Bay, real" in report.to_text("en")
    assert "Coe, nominal" in report.to_text("en")
    assert "Coe，名义" in report.to_text("zh")
