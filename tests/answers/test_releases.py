"""Several own files are several releases: one question, one release, in the order they are given."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from cpstats.answers.derivation import derive
from cpstats.answers.growth import growth
from cpstats.answers.index import index
from cpstats.answers.overview import overview
from cpstats.answers.revisions import revisions
from cpstats.answers.settings import Settings
from cpstats.answers.show import show
from cpstats.model.period import annual
from cpstats.model.question import Policy, Question
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package

HEAD = "indicator,ref_area,time_period,obs_value,unit\n"
HOPS = Question(indicators=("Hops",), places=("Elmby",))
# the older release, and the newer that begins a year later
SPRING = {2018: 400, 2019: 440, 2020: 484, 2021: 500}
AUTUMN = {2019: 450, 2020: 504, 2021: 540, 2022: 600}


def written(folder: Path, name: str, levels: dict[int, int], place: str = "Elmby") -> str:
    path = folder / name
    lines = (f"Hops,{place},{year},{value},t\n" for year, value in levels.items())
    path.write_text(HEAD + "".join(lines), "utf-8")
    return str(path)


def values(report: object, measure: str) -> dict[str, float | None]:
    rows = report.rows  # type: ignore[attr-defined]
    return {r["time_period"]: r["value"] for r in rows if r["measure"] == measure}


def average(package: Package, base: int, end: int) -> tuple[float | None, str]:
    (figure,) = growth(HOPS, package, ends=(annual(base), annual(end))).figures
    return figure.value, figure.vintage


@pytest.fixture(params=[("a.csv", "z.csv"), ("z.csv", "a.csv")])
def both(tmp_path: Path, request: pytest.FixtureRequest) -> Package:
    """Spring, then autumn, under either pair of names."""
    older, newer = request.param
    names = [written(tmp_path, older, SPRING), written(tmp_path, newer, AUTUMN)]
    return open_package(names, builtin=False)


def test_the_file_that_is_given_last_is_the_newest_whatever_it_is_called(both: Package) -> None:
    assert values(show(HOPS, both), "level") == {
        "2018": 400, "2019": 450, "2020": 504, "2021": 540, "2022": 600,
    }  # fmt: skip
    newest = both.releases[-1]
    levels = [f for f in show(HOPS, both).figures if f.measure == "level"]
    assert [f.vintage for f in levels].count(newest) == 4


def test_growth_index_and_derived_growth_are_of_the_same_release(both: Package) -> None:
    # autumn covers 2019 to 2021: (540/450)^(1/2) - 1 = 9.54451 %; spring alone has 2018
    assert average(both, 2019, 2021) == (pytest.approx(9.5445115), both.releases[1])
    assert average(both, 2018, 2020) == (pytest.approx(10.0), both.releases[0])
    made = values(index(HOPS, both, base=annual(2019)), "index")
    # autumn: 504/450, 540/450, 600/450; 2018 stands in spring only: 400/440
    assert made == {
        "2018": pytest.approx(90.909091), "2019": 100.0, "2020": 112.0, "2021": 120.0,
        "2022": pytest.approx(133.33333),
    }  # fmt: skip
    yearly = values(derive("growth", HOPS, both, Settings()), "growth")
    assert yearly["2020"] == pytest.approx(12.0)  # 504/450
    assert yearly["2019"] == pytest.approx(10.0)  # 440/400
    assert yearly["2021"] == pytest.approx(100 * 540 / 504 - 100)


def test_an_index_says_that_its_numbers_are_of_several_releases(both: Package) -> None:
    (note,) = index(HOPS, both, base=annual(2019)).notes
    assert "several stand here" in note.en
    narrow = Question(
        indicators=("Hops",), places=("Elmby",), policy=Policy(vintage=both.releases[0])
    )
    assert index(narrow, both, base=annual(2019)).notes == ()


def test_where_releases_meet_there_is_a_break_and_nothing_is_divided_across_it(
    tmp_path: Path,
) -> None:
    early, late = {2018: 400, 2019: 440}, {2020: 504, 2021: 540}
    package = open_package(
        [written(tmp_path, "b.csv", early), written(tmp_path, "a.csv", late)], builtin=False
    )
    report = show(HOPS, package)
    (block,) = report.blocks
    assert [row[4].text.en for row in block.rows if row[4].text] == [
        "b.csv", "b.csv", "‖ a.csv", "a.csv",
    ]  # fmt: skip
    yearly = derive("growth", HOPS, package, Settings()).figures
    assert [(f.time_period, f.reason) for f in yearly if f.value is None][-1] == (
        "2020",
        "mixed_vintage",
    )


def test_revisions_run_from_the_older_to_the_newer_and_a_repeated_value_is_in_both(
    tmp_path: Path,
) -> None:
    old, new = {2019: 440, 2020: 484}, {2019: 440, 2020: 506}
    package = open_package(
        [written(tmp_path, "y.csv", old), written(tmp_path, "x.csv", new)], builtin=False
    )
    report = revisions(HOPS, package)
    assert values(report, "revision")["2020"] == pytest.approx(100 * 506 / 484 - 100)
    # 506/440 = 15 %, 484/440 = 10 %
    assert values(report, "growth_revision") == {"2020": pytest.approx(5.0)}
    assert not any("one release only" in note.en for note in report.notes)


def test_a_column_vintage_tells_the_releases_of_one_file_apart(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = [(v, y, n) for v, levels in (("v10", AUTUMN), ("v9", SPRING)) for y, n in levels.items()]
    lines = "".join(f"Hops,Elmby,{year},{value},t,{v}\n" for v, year, value in rows)
    path.write_text(HEAD.replace("unit", "unit,vintage") + lines, "utf-8")
    package = open_package([str(path)], builtin=False)
    assert package.releases == ("v9", "v10")  # by their numbers, though v10 stands first
    assert average(package, 2019, 2021)[1] == "v10"
    assert average(package, 2018, 2020)[1] == "v9"


def test_a_folder_called_like_a_vintage_is_a_release_of_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    names = [written(tmp_path / "one", "census5", SPRING), written(tmp_path / "two", "x", AUTUMN)]
    assert open_package(names).releases == ("census5 (1)", "x")
    twice = [written(tmp_path / name, "same.csv", SPRING) for name in ("one", "two")]
    assert open_package(twice).releases == tuple(twice)


def test_places_of_two_files_have_no_release_in_common_and_that_is_the_reason(
    tmp_path: Path,
) -> None:
    names = [
        written(tmp_path, "a.csv", {2019: 90}),
        written(tmp_path, "b.csv", {2019: 30}, place="Oakby"),
    ]
    question = Question(places=("Elmby",), benchmark="Oakby")
    (note,) = overview(question, open_package(names, builtin=False)).notes
    assert note.to("en").startswith(
        "Elmby: no one release has both figures: Hops (`compare INDICATOR --a"
    )
    allowed = Question(places=("Elmby",), benchmark="Oakby", policy=Policy(allow_mixed=True))
    (pair,) = pairwise(overview(allowed, open_package(names, builtin=False)).figures[:2])
    assert [f.value for f in pair] == [90, 30]


def test_a_figure_whose_place_was_assumed_displaces_no_published_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("数据库：年度数据\n指标,2022年,2031年\n地区生产总值(亿元),1,2\n", "utf-8")
    question = Question(indicators=("gdp",), places=("100000",))
    levels = {f.time_period: f for f in show(question, open_package([str(path)])).figures
              if f.measure == "level"}  # fmt: skip
    assert not levels["2022"].own
    assert 1 in {other.value for other in levels["2022"].others}  # it is told beside the published
    assert (levels["2031"].own, levels["2031"].value) == (True, 2)
