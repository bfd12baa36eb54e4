"""Which figure answers, and what may be divided by what: rules S1 to S9 of docs/data.md."""

from __future__ import annotations

import contextlib
import csv
import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import pandas as pd
import pytest

from cpstats.cli.app import main
from cpstats.model.columns import CELL
from cpstats.model.quantity import half_up
from cpstats.model.question import Policy
from cpstats.store import loading, selection
from cpstats.store.package import open_package
from cpstats.store.selection import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADER = (
    "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,unit,decimals,"
    "bound,obs_status,vintage,source"
)
SOURCES = """source,title,publisher,published,release,url,locator,kind,quality,note
bulletin,Bulletin,Bureau,2023-03-01,document,,,official,high,
later,Bulletin,Bureau,2024-03-01,document,,,official,high,
archive,Archive,Library,2019,document,,,media,high,
blog_a,Blog,Somebody,2024-11-05,document,,,media,medium,
blog_b,Blog,Somebody,2024-11-05,document,,,media,medium,
yearbook,Yearbook,Bureau,2024-10,series,,,official,high,
news,News,Paper,2024-11-05,document,,,media,medium,
mixed,Collection,Someone,,collection,,,media,medium,
"""
VINTAGES = """vintage,order,series,released,name_zh,name_en,note
new,2,yes,2024-10,新,new,
old,1,yes,2020-01,旧,old,
first,0,no,,首次,first,
"""


CATALOGUE = {
    "sources": SOURCES,
    "vintages": VINTAGES,
    "indicators": """indicator,name_en,unit,kind,compare,growth_basis
gdp,GDP,亿元,flow,share,constant
sales,Sales,亿元,flow,share,constant
""",
    "places": """ref_area,name_en,slug,parent
110000,Beijing,beijing,
110114,Changping,changping,110000
""",
}
YEARS = ("2021", "2022")


def write(folder: Path, lines: Sequence[str]) -> Path:
    """Write a package of whole lines, with the catalogue above."""
    for name, text in (CATALOGUE | {"figures": "\n".join([HEADER, *lines, ""])}).items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    resources = [{"name": name, "path": f"{name}.csv"} for name in (*CATALOGUE, "figures")]
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}))
    return folder


def observations(folder: Path, *lines: str) -> pd.DataFrame:
    """Return the frame of a package of whole lines."""
    return read(open_package([str(write(folder, lines))], builtin=False))


def package(folder: Path, *lines: str) -> pd.DataFrame:
    """Return the frame of GDP levels: `area,period,value,bound,status,vintage,source`."""
    return observations(folder, *map(_line, lines))


def _line(line: str) -> str:
    area, period, value, bound, status, vintage, source = line.split(",")
    return f"gdp,{area},{period},level,current,,{value},亿元,,{bound},{status},{vintage},{source}"


class Admitted(NamedTuple):
    frame: pd.DataFrame
    undated: int


def read(*given: Any, **more: Any) -> pd.DataFrame:
    return pd.DataFrame(loading.read(*given, **more))


def admit(frame: pd.DataFrame, policy: Policy) -> Admitted:
    admitted = selection.admit(frame.to_dict("list"), policy)
    return Admitted(pd.DataFrame(admitted.rows.columns), admitted.undated)


def figures(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figure of each cell (S4) of an admitted frame."""
    return frame.drop_duplicates(list(CELL))


def together(
    frame: pd.DataFrame, rule: selection.Rule, key: str | list[str], wanted: Sequence[Any]
) -> pd.DataFrame:
    """Return of each series the levels that have one tag; `key` tells its cells apart."""
    rows = Rows({str(c): frame[c].tolist() for c in frame})
    keys = [key] if isinstance(key, str) else key
    series = [c for c in ("indicator", "ref_area", "time_period") if c not in keys]
    numbered = frame.assign(row=range(len(frame)))
    groups = [found for _, found in numbered.groupby(series)] if series else [numbered]
    kept: list[int] = []
    for group in groups:
        cells = group.groupby(key)["row"].agg(list)
        needed = [cells.get(cell, []) for cell in wanted]
        kept += selection.together(rows, needed, rule, alike="indicator" not in keys) or ()
    return frame.iloc[kept]


def over_time(frame: pd.DataFrame, periods: Sequence[str]) -> pd.DataFrame:
    return together(frame, selection.over_time, "time_period", periods)


def most_over_time(frame: pd.DataFrame, *given: Sequence[str]) -> pd.DataFrame:
    rows = Rows({str(c): frame[c].tolist() for c in frame})
    return frame.iloc[selection.most_over_time(rows, range(len(frame)), *given)]


def within_period(frame: pd.DataFrame, places: Sequence[str]) -> pd.DataFrame:
    return together(frame, selection.within_period, "ref_area", places)


def parts_within(frame: pd.DataFrame, indicators: Sequence[str]) -> pd.DataFrame:
    return together(frame, selection.within_period, "indicator", indicators)


def all_of(frame: pd.DataFrame, cells: Sequence[tuple[str, str, str]]) -> pd.DataFrame:
    key = ["indicator", "ref_area", "time_period"]
    return together(frame, selection.over_time, key, cells)


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


def test_a_release_that_was_continued_is_no_date_of_what_came_later(tmp_path: Path) -> None:
    # `old` came out in January 2020: what it says of 2019 was known then. Its figures of 2024 were not;
    # the date of their source counts, and where there is none the figure has no date.
    frame = package(
        tmp_path,
        "110114,2019,1,,,old,mixed",
        "110114,2024,2,,,old,mixed",
        "110114,2024,3,,,old,yearbook",
    )
    before, after = (admit(frame, Policy(as_of=day)) for day in ("2024-10-30", "2099-01-01"))
    assert before.frame["value"].tolist() == [1]
    assert sorted(after.frame["value"]) == [1, 3]
    assert before.undated == after.undated == 1


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
    assert sorted(most_over_time(frame, periods)["value"]) == [21, 22]
    assert most_over_time(frame, periods, ["2020"])["value"].tolist() == [9]


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


# S1


def test_the_basis_that_was_not_said_and_the_one_that_is_assumed_are_one_cell(
    tmp_path: Path,
) -> None:
    said = "gdp,110114,2022,growth,constant,,1.5,%,,,,first,bulletin"
    unsaid = "gdp,110114,2022,growth,,,1.6,%,,,,,news"
    frame = observations(tmp_path, said, unsaid)
    assert frame["price_basis"].tolist() == ["constant", "constant"]
    assert chosen(frame) == [1.6]  # without a vintage, before `first`


@pytest.mark.parametrize(
    "other",
    [
        "gdp,110114,2023,level,current,,2,亿元,,,,,news",
        "gdp,110000,2022,level,current,,2,亿元,,,,,news",
        "gdp,110114,2022,level,constant:2015,,2,亿元,,,,,news",
        "gdp,110114,2022,total,current,,2,亿元,,,,,news",
        "gdp,110114,2022,share,,110000,2,%,,,,,news",
        "gdp,110114,2022-H1,level,current,,2,亿元,,,,,news",
    ],
)
def test_another_quantity_is_another_cell(tmp_path: Path, other: str) -> None:
    one = "gdp,110114,2022,level,current,,1,亿元,,,,,news"
    assert sorted(chosen(observations(tmp_path, one, other))) == [1, 2]


def test_two_spellings_of_a_period_are_one_cell(tmp_path: Path) -> None:
    frame = package(tmp_path, "110114,2022-01/2022-06,1,,,,news", "110114,2022-H1,2,,,,yearbook")
    assert chosen(frame) == [2]  # official


# S2, S3


def test_an_exact_figure_of_another_stands_before_a_bound_and_a_forecast_of_ones_own(
    tmp_path: Path,
) -> None:
    built_in = read(open_package(), indicators={"gdp"}, places={"110114"})
    own = package(
        tmp_path,
        "110114,2022,1400,,forecast,new,yearbook",
        "110114,2021,1200,lower,,new,yearbook",
        "110114,2020,1100,,,,news",
    )
    frame = pd.concat([built_in, own], ignore_index=True)
    best = figures(admit(frame, Policy()).frame)
    level = best[best["measure"] == "level"].set_index("time_period")["value"]
    # docs/data.md: 1287.0 and 1340.8 in 2021 and 2022; 2020 is 1147.5 there, but one's own is exact
    assert level[["2020", "2021", "2022"]].tolist() == [1100, 1287.0, 1340.8]


def test_about_gives_way_to_what_is_exact(tmp_path: Path) -> None:
    about = "110114,2022,1300,approx,,new,yearbook"
    assert chosen(package(tmp_path, about, "110114,2022,1340.8,,,first,news")) == [1340.8]


@pytest.mark.parametrize(
    ("policy", "values"),
    [
        ({}, [1, 2, 3]),
        ({"source": "news"}, [2, 3]),
        ({"vintage": "first"}, [1, 2]),
        ({"source": "news", "vintage": "first"}, [2]),
        ({"vintage": "old"}, []),
    ],
)
def test_source_and_vintage_admit_only_what_they_name(
    tmp_path: Path, policy: dict[str, str], values: list[float]
) -> None:
    frame = package(
        tmp_path,
        "110114,2021,1,,,first,bulletin",
        "110114,2022,2,,,first,news",
        "110114,2023,3,,,new,news",
    )
    assert sorted(chosen(frame, **policy)) == values


def test_a_figure_is_known_from_the_earlier_of_its_source_and_its_vintage(tmp_path: Path) -> None:
    frame = package(
        tmp_path,
        "110114,2020,1,,,old,news",  # news 2024-11-05, old 2020-01
        "110114,2021,2,,,new,bulletin",  # bulletin 2023-03-01, new 2024-10
        "110114,2022,3,,,new,mixed",  # undated; new 2024-10
        "110114,2023,4,,,first,mixed",  # neither
    )
    assert frame["known"].tolist() == ["2020-01-31", "2023-03-01", "2024-10-31", ""]


# S4


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (",,new,news", ",,old,bulletin"),  # the higher order, whatever the source
        (",,old,news", ",final,,bulletin"),  # a series, whatever the status
        (",final,,news", ",revised,,bulletin"),
        (",revised,,news", ",,,bulletin"),
        (",,,news", ",provisional,,bulletin"),
        (",,,yearbook", ",,,bulletin"),  # both official: the newer one
        (",,,bulletin", ",,,news"),  # official, though older
        (",,,news", ",,,mixed"),  # media and medium both: the dated one is newer
        (",,,blog_a", ",,,blog_b"),  # all the same: by id
        (",,,archive", ",,,news"),  # not official both, but of high quality, though older
    ],
)
def test_the_order_of_preference_is_that_of_the_rule(
    tmp_path: Path, better: str, worse: str
) -> None:
    best, other = f"110114,2022,1,{better}", f"110114,2022,2,{worse}"
    assert chosen(package(tmp_path, best, other)) == [1]
    assert chosen(package(tmp_path, other, best)) == [1]


def test_ones_own_figure_stands_before_every_vintage() -> None:
    frame = read(
        open_package(
            ["-"],
            stdin="indicator,ref_area,time_period,obs_value,unit\ngdp,110000,2024,1,亿元\n".encode(),
        ),
        indicators={"gdp"},
        places={"110000"},
    )
    assert chosen(frame[(frame["time_period"] == "2024") & (frame["measure"] == "level")]) == [1]


def test_the_built_in_figures_are_those_of_the_table_of_answers() -> None:
    frame = read(open_package(), indicators={"gdp"}, places={"110114", "110000"})
    best = figures(admit(frame, Policy()).frame)
    levels = best[best["measure"] == "level"].set_index(["ref_area", "time_period"])
    # docs/data.md: Beijing 2020 is 36102.6 (first), 35943.3 (census4), 38503.6 (census5)
    asked = [("110000", "2020"), ("110000", "2024"), ("110000", "2025"), ("110114", "2024")]
    assert [(levels["value"][key], levels["vintage"][key]) for key in asked] == [
        (38503.6, "census5"),
        (49670.2, "census5"),
        (52073.4, "first"),
        (1811.9, "first"),
    ]


# S5


def test_of_two_series_that_cover_the_span_the_newer_one_is_divided(tmp_path: Path) -> None:
    old = [f"110114,{y},1,,,old,yearbook" for y in YEARS]
    new = [f"110114,{y},2,,,new,news" for y in YEARS]
    frame = admit(package(tmp_path, *old, *new), Policy()).frame
    assert over_time(frame, YEARS)["value"].tolist() == [2, 2]


def test_of_two_series_that_have_both_ends_the_newer_one_is_fitted_though_the_older_has_more(
    tmp_path: Path,
) -> None:
    three = ["2019", "2020", "2021"]
    old = [f"110114,{y},1,,,old,yearbook" for y in three]
    new = [f"110114,{y},2,,,new,news" for y in (three[0], three[2])]
    frame = admit(package(tmp_path, *old, *new), Policy()).frame
    assert most_over_time(frame, three)["value"].tolist() == [1, 1, 1]
    assert most_over_time(frame, three, [three[0], three[2]])["value"].tolist() == [2, 2]


def test_ones_own_levels_are_divided_before_a_newer_series_and_the_last_given_before_the_first(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder, vintage, value in zip(folders, ("new", "old"), (1, 2), strict=True):
        folder.mkdir()
        write(folder, [_line(f"110114,{y},{value},,,{vintage},yearbook") for y in YEARS])

    def divided(*order: Path) -> list[float]:
        frame = read(open_package(list(map(str, order)), builtin=False))
        return over_time(admit(frame, Policy()).frame, YEARS)["value"].tolist()

    assert divided(folders[0], folders[1]) == [2, 2]
    assert divided(folders[1], folders[0]) == [1, 1]


def test_a_series_stands_before_a_source_and_a_source_before_what_is_final(tmp_path: Path) -> None:
    series = [f"110114,{y},1,,,old,yearbook" for y in YEARS]
    source = [f"110114,{y},2,,,,news" for y in YEARS]
    final = ["110114,2021,3,,final,,bulletin", "110114,2022,3,,final,,mixed"]

    def divided(*lines: str) -> list[float]:
        frame = admit(package(tmp_path, *lines), Policy()).frame
        return over_time(frame, YEARS)["value"].tolist()

    assert divided(*final, *source, *series) == [1, 1]
    assert divided(*final, *source) == [2, 2]
    assert divided(*final) == [3, 3]
    assert divided(final[0], source[1]) == []


def test_a_first_announcement_is_not_divided_over_time_even_if_it_was_called_final(
    tmp_path: Path,
) -> None:
    lines = [f"110114,{y},1,,final,first,bulletin" for y in YEARS]
    frame = admit(package(tmp_path, *lines), Policy()).frame
    assert over_time(frame, YEARS).empty


@pytest.mark.parametrize("spoilt", ["lower,", "approx,", ",forecast"])
def test_a_bound_or_a_forecast_is_not_divided_over_time(tmp_path: Path, spoilt: str) -> None:
    lines = ["110114,2021,1,,,new,yearbook", f"110114,2022,2,{spoilt},new,yearbook"]
    frame = admit(package(tmp_path, *lines), Policy()).frame
    assert over_time(frame, YEARS).empty


def test_every_place_has_a_release_of_its_own(tmp_path: Path) -> None:
    lines = [f"110114,{y},1,,,old,yearbook" for y in YEARS]
    lines += [f"110000,{y},2,,,new,yearbook" for y in YEARS]
    frame = admit(package(tmp_path, *lines), Policy()).frame
    assert dict(over_time(frame, YEARS).groupby("ref_area")["vintage"].first()) == {
        "110000": "new",
        "110114": "old",
    }


@pytest.mark.parametrize(
    ("periods", "vintage", "levels"),
    [
        # docs/data.md: 2016→2017 is +10.15 % in census5, +9.14 % in before-census4
        (("2016", "2017"), "", {"2016": 28438.7, "2017": 31325.9}),
        (("2016", "2017"), "before-census4", {"2016": 25669.13, "2017": 28014.94}),
        (("2020", "2025"), "", {}),  # mixed_vintage
        (("2023", "2024"), "first", {}),  # first is not a series
    ],
)
def test_levels_of_beijing_are_divided_as_the_table_of_answers_says(
    periods: tuple[str, str], vintage: str, levels: dict[str, float]
) -> None:
    frame = read(open_package(), indicators={"gdp"}, places={"110000"})
    admitted = admit(frame[frame["measure"] == "level"], Policy(vintage=vintage)).frame
    found = over_time(admitted, periods).set_index("time_period")["value"]
    assert found.sort_index().to_dict() == levels


def test_no_two_years_of_changping_are_divided() -> None:
    frame = read(open_package(), indicators={"gdp"}, places={"110114"})
    levels = admit(frame[frame["measure"] == "level"], Policy()).frame
    years = ("2017", "2018", "2019", "2020", "2021", "2022", "2024")
    found = [over_time(levels, [a, b]) for a in years for b in years if a < b]
    assert [f["value"].tolist() for f in found] == [[]] * 21  # 7 · 6 / 2


def test_two_censuses_of_changping_are_divided_because_both_are_final() -> None:
    frame = read(open_package(), indicators={"resident_population"}, places={"110114"})
    levels = admit(frame[frame["measure"] == "level"], Policy()).frame
    found = over_time(levels, ["2010-11", "2020-11"])
    # docs/data.md: the censuses counted 166.1 and 226.9 万人
    assert [half_up(v, 1) for v in sorted(found["value"])] == ["166.1", "226.9"]


# S6


def test_within_a_period_a_series_stands_before_a_source_and_that_before_the_first(
    tmp_path: Path,
) -> None:
    places = ("110114", "110000")
    series = ["110114,2022,1,,,old,news", "110000,2022,1,,,old,yearbook"]
    source = [f"{place},2022,2,,,,mixed" for place in places]  # a collection will do here
    first = ["110114,2022,3,,,first,bulletin", "110000,2022,3,,,first,later"]
    final = ["110114,2022,4,,final,,blog_a", "110000,2022,4,,final,,blog_b"]

    def divided(*lines: str) -> list[float]:
        frame = admit(package(tmp_path, *lines), Policy()).frame
        return within_period(frame, places)["value"].tolist()

    assert divided(*final, *first, *source, *series) == [1, 1]
    assert divided(*final, *first, *source) == [2, 2]
    assert divided(*final, *first) == [3, 3]
    assert divided(*final) == [4, 4]
    assert divided(final[0], first[1]) == []


def test_the_share_of_2024_is_made_of_first_announcements_though_the_city_was_revised() -> None:
    frame = read(open_package(), indicators={"gdp"}, places={"110114", "110000"})
    levels = frame[(frame["measure"] == "level") & (frame["time_period"] == "2024")]
    found = within_period(admit(levels, Policy()).frame, ("110114", "110000"))
    by_place = found.set_index("ref_area")
    # docs/data.md: the share is 3.64 %; 1811.9 / 49843.1 = 3.6352 %
    assert by_place["value"].to_dict() == {"110114": 1811.9, "110000": 49843.1}
    assert set(by_place["vintage"]) == {"first"}


# S7 to S9 through the program: two rates, two releases, one published average


RATES = [
    "sales,110114,2021,growth,constant,,10.0,%,,,,,yearbook",
    "sales,110114,2022,growth,,,21.0,%,,,,,bulletin",
]
LEVELS = [
    "sales,110114,2020,level,current,,100,亿元,,,,new,yearbook",
    "sales,110114,2021,level,current,,125,亿元,,,,first,bulletin",
]


class Growth(Protocol):
    """Prints `growth` of an invented package; the rows and the notes."""

    def __call__(
        self, lines: Sequence[str], *arguments: str
    ) -> tuple[list[dict[str, str]], str]: ...


@pytest.fixture
def growth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Growth:
    """Return a function that runs `cpstats growth` in this process."""

    def run(lines: Sequence[str], *arguments: str) -> tuple[list[dict[str, str]], str]:
        folder = write(tmp_path, lines)
        asked = ["growth", "sales", "-p", "changping", "--data", str(folder), "--no-builtin"]
        monkeypatch.setattr(sys, "argv", ["cpstats", *asked, "-F", "csv", *arguments])
        with contextlib.suppress(SystemExit):
            main()
        told = capsys.readouterr()
        return list(csv.DictReader(told.out.splitlines())), told.err

    return run


def said(row: dict[str, str], *names: str) -> list[str]:
    return [row[name] for name in names]


def test_published_rates_are_chained_across_releases_and_both_are_named(growth: Growth) -> None:
    rows, _ = growth(RATES, "--from", "2020", "--to", "2022")
    # √(1.10 · 1.21) = 1.1536897; low √(1.0995 · 1.2095), high √(1.1005 · 1.2105)
    assert [said(r, "method", "value", "low", "high", "n", "source", "reason") for r in rows] == [
        ["chained", "15.3689732987", "15.3189164881", "15.41903006", "2", "yearbook|bulletin", ""]
    ]


def test_a_missing_year_leaves_the_chain_empty_and_is_named(growth: Growth) -> None:
    rows, notes = growth(RATES, "--from", "2020", "--to", "2023", "--basis", "real")
    assert [said(r, "value", "reason") for r in rows] == [["", "missing_current"]]
    assert "2023" in notes.splitlines()[0]


def test_an_index_stands_where_a_growth_is_missing(growth: Growth) -> None:
    index = "sales,110114,2022,index,constant,,121.0,上年=100,,,,,bulletin"
    rows, _ = growth([RATES[0], index], "--from", "2020", "--to", "2022")
    assert said(rows[0], "value", "reason") == ["15.3689732987", ""]


@pytest.mark.parametrize(
    ("published", "last", "readings"),
    [
        # before 2023 had ended, 2021/2023 may stand for 2021/2022
        ("2023-03-01", "2022", [["2021/2022", "chained"], ["2021/2023", "published"]]),
        ("2024-03-01", "2022", [["2021/2022", "chained"]]),
        ("2024-03-01", "2023", [["2021/2023", "chained"], ["2021/2023", "published"]]),
    ],
)
def test_a_span_stands_for_itself_and_for_the_span_known_when_it_was_published(
    growth: Growth, published: str, last: str, readings: list[list[str]]
) -> None:
    source = "bulletin" if published == "2023-03-01" else "later"
    average = f"sales,110114,2021/2023,average_growth,constant,,15.4,%,,,,,{source}"
    rates = [*RATES, "sales,110114,2023,growth,constant,,15.0,%,,,,,yearbook"]
    rows, _ = growth([*rates, average], "--from", "2020", "--to", last)
    assert [said(r, "time_period", "method") for r in rows] == readings


def test_the_newest_release_that_has_a_growth_gives_it(growth: Growth) -> None:
    rates = [
        f"sales,110114,2022,growth,constant,,{value},%,,,,{vintage},yearbook"
        for value, vintage in ((7, "first"), (6, "old"), (5, "new"))
    ]
    levels = [
        f"sales,110114,{year},level,current,,{value},亿元,,,,{vintage},yearbook"
        for vintage, base, now in (("old", 100, 110), ("new", 100, 120), ("first", 100, 130))
        for year, value in ((2021, base), (2022, now))
    ]
    asked = ("--period", "2022", "--basis")
    rows, _ = growth([*rates, *levels], *asked, "real")
    assert [said(r, "value", "vintage") for r in rows] == [["5", "new"]]
    rows, _ = growth(rates[:2], *asked, "real")
    assert [said(r, "value", "vintage") for r in rows] == [["6", "old"]]
    rows, _ = growth(levels, *asked, "nominal")
    assert [said(r, "value", "vintage") for r in rows] == [["20", "new"]]


def test_two_releases_give_no_ratio_unless_mixing_is_allowed_and_then_the_reason_stays(
    growth: Growth,
) -> None:
    asked = ("--from", "2020", "--to", "2021", "--basis", "nominal")
    names = ("value", "low", "high", "vintage", "source", "reason")
    rows, _ = growth(LEVELS, *asked)
    assert [said(r, *names) for r in rows] == [["", "", "", "", "", "mixed_vintage"]]
    rows, _ = growth(LEVELS, *asked, "--allow-mixed")
    # 125/100 = 1.25; 124.5/100.5 = 1.23880597, 125.5/99.5 = 1.26130653
    assert [said(r, *names) for r in rows] == [
        ["25", "23.8805970149", "26.1306532663", "new|first", "yearbook|bulletin", "mixed_vintage"]
    ]
