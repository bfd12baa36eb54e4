"""Shares and their change, with everything that must not be divided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats
from cpstats.errors import UsageError
from cpstats.model.text import Text

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value,bound\n"


def test_the_change_is_taken_of_unrounded_shares_of_one_series(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        HEADER + "part,X,2021,20.0,\nall,X,2021,100.0,\npart,X,2022,26.0,\nall,X,2022,120.0,\n"
    )
    frame = cpstats.share("part", of="all", data=str(path), period="2021..2022").to_frame()
    rows = frame.set_index(["measure", "time_period"])
    assert rows.value["share:all", "2022"] == pytest.approx(21.6667, abs=1e-4)  # 26 / 120
    assert rows.value["share_change:all", "2022"] == pytest.approx(1.6667, abs=1e-4)
    assert rows.base_period["share_change:all", "2022"] == "2021"
    assert rows.reason["share_change:all", "2021"] == "missing_base"


def test_a_bound_has_no_share(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "part,X,2021,20,lower\nall,X,2021,100,\n")
    frame = cpstats.share("part", of="all", data=str(path), period="2021").to_frame()
    assert frame[frame.measure == "share:all"].reason.tolist() == ["bound_only"]


def test_first_announcements_have_a_share_but_no_change_of_it() -> None:
    report = cpstats.share("gdp", vs="beijing", period="2021..2022")
    frame = report.to_frame()
    assert frame[frame.measure == "share_change"].reason.tolist() == ["mixed_vintage"] * 2
    assert any("No change of share" in n.en for n in report.notes)


def test_many_places_of_one_period_stand_in_one_table() -> None:
    report = cpstats.share("gdp", places="children:beijing", vs="beijing", period=2022)
    assert len(report.blocks) == 1
    rows = report.blocks[0].rows
    assert len(rows) == 17  # 16 districts, and the city once below a rule
    assert (rows[-1][0].text, report.blocks[0].ruled) == (Text("Beijing", "北京市"), {16})


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"of": "gdp"}, "“gdp” cannot be a part of itself"),
        ({"places": "beijing", "vs": "beijing"}, "a place cannot be a part of itself"),
    ],
)
def test_nothing_is_a_part_of_itself(arguments: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        cpstats.share("gdp", **arguments)


def test_what_a_change_is_on_is_said_where_years_are_left_out(tmp_path: Path) -> None:
    lines = [
        f"Hay,{p},{y},{n + y - 2015},kt"
        for y in range(2015, 2022)
        for p, n in (("A", 10), ("Land", 50))
    ]
    path = tmp_path / "hay.csv"
    path.write_text("\n".join(["indicator,ref_area,time_period,obs_value,unit", *lines]))
    given = {"places": "A", "vs": "Land", "data": str(path), "builtin": False}
    said = "The change is on the year before."
    assert said in [n.en for n in cpstats.share("Hay", period="2016,2021", **given).notes]
    assert said not in [n.en for n in cpstats.share("Hay", period="2016..2018", **given).notes]
