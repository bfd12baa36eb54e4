"""Inequality of places, year by year, with everything that must not be measured in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import cpstats
from cpstats.errors import DataError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from cpstats.api.answer import Answer

ROWS = """indicator,ref_area,time_period,obs_value,unit
income,Alder,2020,10.0,元
income,Birch,2020,20.0,元
income,Cedar,2020,30.0,元
income,Alder,2021,12.0,元
income,Birch,2021,20.0,元
people,Alder,2020,30,万人
people,Birch,2020,10,万人
people,Cedar,2020,10,万人
people,Alder,2021,30,万人
people,Birch,2021,10,万人
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    table = tmp_path_factory.mktemp("own") / "t.csv"
    table.write_text(ROWS, encoding="utf-8")
    return {"data": str(table), "builtin": False}


@pytest.fixture(scope="module")
def report(own: dict[str, Any]) -> Answer:
    return cpstats.inequality("income", **own)


def by(frame: pd.DataFrame, measure: str, period: str = "2020") -> Any:
    """Return the row of a measure."""
    return frame[(frame.measure == measure) & (frame.time_period == period)].iloc[0]


def test_every_year_is_a_row_of_one_table(report: Answer) -> None:
    assert len(report.blocks) == 1
    assert len(report.blocks[0].rows) == 2
    frame = report.to_frame()
    # |10−20| + |10−30| + |20−30| = 40 over 3² × 20 places
    assert by(frame, "gini").value == pytest.approx(2 / 9)
    assert by(frame, "gini").n == 3
    assert by(frame, "hoover").value == pytest.approx(1 / 6)  # the last has 10 of 60 too much


def test_weights_make_people_of_places(own: dict[str, Any]) -> None:
    frame = cpstats.inequality("income", weight="people", **own).to_frame()
    # 30 people of 10, 10 of 20, 10 of 30: 800 over 50 is a mean of 16; 3/5 × 6 of 16 is too little
    assert by(frame, "hoover:people").value == pytest.approx(0.6 * 6 / 16)
    assert by(frame, "variation").value != by(frame, "variation:people").value


def test_the_interval_of_a_measure_is_that_of_its_figures(report: Answer) -> None:
    row = by(report.to_frame(), "hoover")
    # highest with 9.95, 19.95, 30.05: (30.05 − mean) / 59.95; lowest with 10.05, 20.05, 29.95
    assert row.high == pytest.approx((30.05 - 59.95 / 3) / 59.95, abs=1e-6)
    assert row.low == pytest.approx((29.95 - 60.05 / 3) / 60.05, abs=1e-6)


def test_who_has_no_figure_is_named(report: Answer) -> None:
    notes = [n.en for n in report.notes]
    assert "2021: no data: Cedar" in notes


def test_groups_and_neighbours_are_read_from_files(tmp_path: Path, own: dict[str, Any]) -> None:
    (tmp_path / "g.csv").write_text("place,group\nAlder,x\nBirch,x\nCedar,y\n")
    (tmp_path / "n.csv").write_text("place,neighbour\nAlder,Birch\nBirch,Cedar\n")
    files = {"groups": str(tmp_path / "g.csv"), "neighbours": str(tmp_path / "n.csv")}
    frame = cpstats.inequality("income", **files, **own).to_frame()
    both = by(frame, "theil_t_between").value + by(frame, "theil_t_within").value
    assert both == pytest.approx(by(frame, "theil_t").value)
    assert by(frame, "moran").reason == "too_few"  # of three places it says nothing


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("place,region\nAlder,x\n", r"g.csv:1: there is no column “group”"),
        ("place,group\nnowhere,x\n", r"g.csv:2: no place is called “nowhere”"),
        ("place,group\nAlder,\n", r"g.csv:2: a line without place or group"),
    ],
)
def test_a_wrong_file_says_which_line(
    tmp_path: Path, own: dict[str, Any], text: str, message: str
) -> None:
    (tmp_path / "g.csv").write_text(text)
    with pytest.raises(DataError, match=message):
        cpstats.inequality("income", groups=str(tmp_path / "g.csv"), **own)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("place,group\nAlder,x\nBirch,x\n", "Cedar has no group"),
        ("place,group\nAlder,x\nBirch,x\nCedar,x\n", "one group"),
    ],
)
def test_groups_that_part_nothing_are_refused(
    tmp_path: Path, own: dict[str, Any], text: str, message: str
) -> None:
    (tmp_path / "g.csv").write_text(text)
    with pytest.raises(UsageError, match=message):
        cpstats.inequality("income", groups=str(tmp_path / "g.csv"), **own)


def test_a_place_that_is_named_gets_its_rank_in_per_cent() -> None:
    report = cpstats.inequality("gdp", among="beijing", places="haidian", period=2022)
    row = by(report.to_frame(), "percentile_rank", "2022")
    assert (row.value, row.ref_area) == (100.0, "110108")
    assert any("is a total" in n.en for n in report.notes)


def test_figures_per_head_that_few_publish_are_computed_and_said(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "indicator,ref_area,time_period,obs_value,unit\n"
        "gdp,Alder,2020,30.0,亿元\ngdp,Birch,2020,20.0,亿元\ngdp,Cedar,2020,60.0,亿元\n"
        "gdp_per_capita,Alder,2020,15000,元\n"
        + "".join(
            f"resident_population,{place},{year},{people},万人\n"
            for year, more in ((2019, 0), (2020, 4))
            for place, people in (("Alder", 28 + more), ("Birch", 8 + more), ("Cedar", 18 + more))
        ),
        encoding="utf-8",
    )
    answer = cpstats.inequality("gdp_per_capita", data=str(table), among="Alder,Birch,Cedar")
    # 30亿 over (28 + 32) / 2 万 is 10,000; 20 over (8 + 12) / 2 is 20,000; 60 over (18 + 22) / 2 is 30,000:
    # |1−2| + |1−3| + |2−3| = 4 over 3² × 2 places
    row = by(answer.to_frame(), "gini")
    assert (row.value, row.n) == (pytest.approx(2 / 9), 3)
    assert any(
        "GDP per capita is computed: Gross domestic product over" in n.en for n in answer.notes
    )


@pytest.mark.parametrize("said", ["x", "x/y", "x/y/z", "/"])
def test_what_is_per_head_of_something_unknown_is_as_published(tmp_path: Path, said: str) -> None:
    (tmp_path / "datapackage.json").write_text(
        '{"resources":[{"name":"indicators","path":"indicators.csv"},{"name":"figures","path":"f.csv"},'
        '{"name":"places","path":"places.csv"},{"name":"sources","path":"sources.csv"}]}'
    )
    (tmp_path / "indicators.csv").write_text(
        f"indicator,name_en,unit,kind,compare,per_head_of\npay,Pay,元,flow,ratio,{said}\n"
    )
    (tmp_path / "places.csv").write_text("ref_area,name_en,parent\nT,Top,\nA,Alder,T\nB,Birch,T\n")
    (tmp_path / "sources.csv").write_text(
        "source,title,release,kind,quality\ns,S,series,official,high\n"
    )
    (tmp_path / "f.csv").write_text(
        "indicator,ref_area,time_period,obs_value,unit,source\npay,A,2020,10,元,s\npay,B,2020,30,元,s\n"
    )
    answer = cpstats.inequality("pay", data=str(tmp_path), builtin=False, among="T")
    assert by(answer.to_frame(), "hoover").value == pytest.approx(0.25)  # 10 of 40 too much
