"""Names of several places in one column: by what stands beside them, by the years of their figures. Figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.gazetteer.settled_in_lists import by_neighbours, of_years
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def codes(folder: Path, text: str) -> dict[str, str]:
    table = folder / "t.csv"
    table.write_text(text, encoding="utf-8")
    package = open_package([str(table)])
    return {name: code for (_, name), code in package.catalogue.spelled.items()}


def test_a_district_between_those_of_one_city_is_of_it(tmp_path: Path) -> None:
    rows = [
        "北京市,9",
        "东城区,2",
        "朝阳区,3",
        "丰台区,4",
        "沈阳市,8",
        "沈河区,1",
        "和平区,5",
        "大东区,2",
    ]
    found = codes(tmp_path, "地区,2020年茶叶销量(吨)\n" + "\n".join(rows) + "\n")
    assert (found["朝阳区"], found["和平区"]) == ("110105", "210102")


def test_one_between_two_cities_stays_open(tmp_path: Path) -> None:
    rows = ["东城区,2", "朝阳区,3", "沈河区,1"]
    found = codes(tmp_path, "地区,2020年茶叶销量(吨)\n" + "\n".join(rows) + "\n")
    assert "朝阳区" not in found


def test_a_former_place_is_the_one_of_the_years_of_its_figures(tmp_path: Path) -> None:
    rows = ["济南市,2015,9", "莱芜市,2015,2", "莱芜市,2016,3"]
    found = codes(tmp_path, "城市,年份,茶叶销量(吨)\n" + "\n".join(rows) + "\n")
    assert found["莱芜市"] == "371200"


def test_years_of_both_settle_nothing() -> None:
    both = tuple(place for _, place in register.ranked("莱芜市"))
    assert of_years(both, "1990", "2000") == both
    assert by_neighbours({"莱芜市": both}) == {"莱芜市": both}


def test_what_the_rows_around_settle_is_said_in_one_line(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    rows = [
        "北京市,9",
        "东城区,2",
        "朝阳区,3",
        "丰台区,4",
        "沈阳市,8",
        "沈河区,1",
        "和平区,5",
        "大东区,2",
    ]
    table.write_text("地区,2020年茶叶销量(吨)\n" + "\n".join(rows) + "\n", encoding="utf-8")
    said = [str(line) for line in open_package([str(table)]).recognised]
    (line,) = [line for line in said if "the rows around them" in line]
    assert line.endswith("“朝阳区” (Beijing), “和平区” (Shenyang)")


def test_where_no_name_needs_them_nothing_is_said_of_the_rows_around(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("地区,2020年茶叶销量(吨)\n北京市,9\n天津市,2\n", encoding="utf-8")
    said = [str(line) for line in open_package([str(table)]).recognised]
    assert not any("rows around" in line for line in said)
