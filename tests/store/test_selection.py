"""Which figure answers, and what may be divided by what: rules S1 to S9 of docs/data.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.model.question import Policy
from cpstats.store.package import open_package
from cpstats.store.reader import read
from cpstats.store.selection import admit, all_of, figures, over_time, parts_within, within_period

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

HEADER = (
    "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,unit,decimals,"
    "bound,obs_status,vintage,source\n"
)
SOURCES = """source,title,publisher,published,release,url,locator,kind,quality,note
bulletin,Bulletin,Bureau,2023-03-01,document,,,official,high,
yearbook,Yearbook,Bureau,2024-10,series,,,official,high,
news,News,Paper,2024-11-05,document,,,media,medium,
mixed,Collection,Someone,,collection,,,media,medium,
"""
VINTAGES = """vintage,order,series,released,name_zh,name_en,note
new,2,yes,2024-10,新,new,
old,1,yes,2020-01,旧,old,
first,0,no,,首次,first,
"""


def package(tmp_path: Path, *lines: str) -> pd.DataFrame:
    """Return the frame of a package whose lines are `area,period,value,bound,status,vintage,source`."""
    (tmp_path / "sources.csv").write_text(SOURCES)
    (tmp_path / "vintages.csv").write_text(VINTAGES)
    (tmp_path / "figures.csv").write_text(HEADER + "".join(_line(line) for line in lines))
    (tmp_path / "datapackage.json").write_text(
        '{"resources": [{"name": "sources", "path": "sources.csv"},'
        '{"name": "vintages", "path": "vintages.csv"}, {"name": "f", "path": "figures.csv"}]}'
    )
    frame = read(open_package([str(tmp_path)], builtin=True), indicators={"gdp"})
    return frame[frame["own"]].reset_index(drop=True)


def _line(line: str) -> str:
    area, period, value, bound, status, vintage, source = line.split(",")
    return f"gdp,{area},{period},level,current,,{value},亿元,,{bound},{status},{vintage},{source}\n"


def chosen(frame: pd.DataFrame, **policy: str) -> list[float]:
    return figures(admit(frame, Policy(**policy)).frame)["value"].tolist()  # type: ignore[arg-type]


def test_a_series_vintage_stands_before_an_unlabelled_figure_and_that_before_the_first(
    tmp_path: Path,
) -> None:
    lines = [
        "110114,2022,1,,,first,bulletin",
        "110114,2022,2,,,,news",
        "110114,2022,3,,,old,yearbook",
    ]
    assert chosen(package(tmp_path, *lines)) == [3]
    assert chosen(package(tmp_path, *lines[:2])) == [2]
    assert chosen(package(tmp_path, *lines, "110114,2022,4,,,new,mixed")) == [4]


def test_a_forecast_and_a_bound_give_way_to_what_is_exact(tmp_path: Path) -> None:
    bound = "110114,2022,1300,lower,,,news"
    forecast = "110114,2022,1400,,forecast,new,yearbook"
    assert chosen(package(tmp_path, bound, forecast)) == [1300]
    assert chosen(package(tmp_path, bound, forecast, "110114,2022,1340.8,,,first,bulletin")) == [
        1340.8
    ]


def test_status_then_kind_then_date_decide_within_a_vintage(tmp_path: Path) -> None:
    final = "110114,2022,1,,final,,news"
    revised = "110114,2022,2,,revised,,yearbook"
    official = "110114,2022,3,,,,bulletin"
    media = "110114,2022,4,,,,news"
    assert chosen(package(tmp_path, revised, final)) == [1]
    assert chosen(package(tmp_path, media, official)) == [3]  # official, though older


def test_as_of_counts_a_partial_date_as_its_last_day_and_leaves_undated_figures_out(
    tmp_path: Path,
) -> None:
    frame = package(
        tmp_path,
        "110114,2022,1,,,,bulletin",
        "110114,2022,2,,,,yearbook",
        "110114,2022,3,,,,mixed",
    )
    early, late = (admit(frame, Policy(as_of=day)) for day in ("2024-10-30", "2024-10-31"))
    assert early.frame["value"].tolist() == [1]
    assert sorted(late.frame["value"]) == [1, 2]
    assert late.undated == 1


def test_levels_are_divided_over_time_only_within_one_series(tmp_path: Path) -> None:
    frame = admit(
        package(
            tmp_path,
            "110114,2021,10,,,old,yearbook",
            "110114,2022,11,,,old,yearbook",
            "110114,2022,21,,,new,news",
            "110114,2023,22,,,new,news",
        ),
        Policy(),
    ).frame
    assert sorted(over_time(frame, ["2021", "2022"])["value"]) == [10, 11]
    assert sorted(over_time(frame, ["2022", "2023"])["value"]) == [21, 22]
    assert over_time(frame, ["2021", "2023"]).empty


def test_first_announcements_are_never_divided_over_time(tmp_path: Path) -> None:
    frame = admit(
        package(tmp_path, "110114,2021,10,,,first,bulletin", "110114,2022,11,,,first,bulletin"),
        Policy(),
    ).frame
    assert over_time(frame, ["2021", "2022"]).empty


@pytest.mark.parametrize(("source", "rows"), [("yearbook", 2), ("mixed", 0)])
def test_one_source_is_a_series_unless_it_is_a_collection(
    tmp_path: Path, source: str, rows: int
) -> None:
    lines = [f"110114,2021,10,,,,{source}", f"110114,2022,11,,,,{source}"]
    frame = admit(package(tmp_path, *lines), Policy()).frame
    assert len(over_time(frame, ["2021", "2022"])) == rows


def test_within_a_period_first_announcements_may_stand_together(tmp_path: Path) -> None:
    lines = ["110114,2022,10,,,first,bulletin", "110000,2022,100,,,first,news"]
    frame = admit(package(tmp_path, *lines, "110000,2022,120,,,new,yearbook"), Policy()).frame
    assert sorted(within_period(frame, ["110114", "110000"])["value"]) == [10, 100]


def test_a_bounded_figure_enters_no_ratio(tmp_path: Path) -> None:
    lines = ["110114,2022,10,lower,,first,bulletin", "110000,2022,100,,,first,news"]
    frame = admit(package(tmp_path, *lines), Policy()).frame
    assert within_period(frame, ["110114", "110000"]).empty


def test_a_base_without_which_no_release_counts(tmp_path: Path) -> None:
    frame = admit(
        package(
            tmp_path,
            "110114,2020,9,,,old,yearbook",
            "110114,2022,21,,,new,news",
            "110114,2023,22,,,new,news",
        ),
        Policy(),
    ).frame
    periods = ["2020", "2022", "2023"]
    assert sorted(over_time(frame, periods, every=False)["value"]) == [21, 22]
    assert over_time(frame, periods, every=False, base="2020")["value"].tolist() == [9]


def test_several_series_need_one_release_for_all() -> None:
    frame = admit(
        read(open_package(), indicators={"gdp"}, places={"110000", "100000"}), Policy()
    ).frame
    levels = frame[frame["measure"] == "level"]
    cells = [("gdp", area, year) for area in ("110000", "100000") for year in ("2022", "2023")]
    assert set(all_of(levels, cells)["vintage"]) == {"census5"}
    assert all_of(levels, [*cells, ("gdp", "110000", "2025")]).empty


def test_parts_and_whole_of_a_place_need_one_release() -> None:
    wanted = ("gdp", "gdp_tertiary")
    frame = admit(read(open_package(), indicators=set(wanted), places={"110000"}), Policy()).frame
    levels = frame[frame["measure"] == "level"]
    found = parts_within(levels, wanted)
    year = found[found["time_period"] == "2024"].set_index("indicator")["value"].to_dict()
    assert year == {"gdp": 49843.1, "gdp_tertiary": 42499.9}  # the bulletin of 2024
