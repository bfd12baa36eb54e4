"""Sheets named by years, totals, sums among neighbours, proposals: as a stranger's tables have them (invented)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.report import Report

    Sheets = dict[str, list[list[object]]]


def imported(folder: Path, text: str, **hints: object) -> Report:
    (folder / "t.csv").write_text(text, "utf-8")
    said = Hints(**hints)  # type: ignore[arg-type]
    return import_files(
        [str(folder / "t.csv")], open_package(), folder=folder / "p", hints=said, force=True
    )


def workbook(folder: Path, sheets: Sheets) -> Report:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "t.xlsx")
    return import_files([str(folder / "t.xlsx")], open_package(), folder=folder / "p", force=True)


def rows(folder: Path, *columns: str) -> list[tuple[str, ...]]:
    with (folder / "p" / "observations.csv").open(encoding="utf-8", newline="") as lines:
        return sorted(tuple(row[c] for c in columns) for row in csv.DictReader(lines))


def parents(folder: Path) -> dict[str, str]:
    places = open_package([str(folder / "p")], builtin=False).catalogue.places
    return {p.ref_area: p.parent for p in places.values()}


def said(report: Report) -> str:
    return " ".join(note.en for note in report.notes)


def test_a_sheet_whose_name_is_a_year_is_of_that_year(tmp_path: Path) -> None:
    def sheet(value: int) -> list[list[object]]:
        return [["District", "Kilns (persons)"], ["Near", value], ["Far", 3]]

    report = workbook(tmp_path, {"2020": sheet(7), "2021": sheet(8)})
    assert rows(tmp_path, "ref_area", "time_period", "obs_value") == [
        ("Far", "2020", "3"),
        ("Far", "2021", "3"),
        ("Near", "2020", "7"),
        ("Near", "2021", "8"),
    ]
    assert "the period is taken from the name of the sheet: 2021" in said(report)


def test_months_over_the_columns_are_of_the_year_that_names_the_sheet(tmp_path: Path) -> None:
    workbook(tmp_path, {"2021": [["Kilns lit"], ["District", "Jan", "Feb"], ["Near", 7, 8]]})
    assert rows(tmp_path, "time_period", "obs_value") == [("2021-01", "7"), ("2021-02", "8")]


def test_the_tables_of_one_sheet_are_counted_together(tmp_path: Path) -> None:
    def table(title: str) -> list[list[object]]:
        return [[title], ["District", 2020, 2021], ["Near", 7, 8], ["Far", 3, 4], []]

    report = workbook(tmp_path, {"Both": [*table("Kilns (t)"), *table("Ovens (t)")]})
    assert "8 figures, 2 places, 2 indicators, 2020 to 2021" in said(report)


def test_a_name_told_apart_by_units_is_counted_as_what_it_became(tmp_path: Path) -> None:
    text = "Country,Indicator,Unit,2019\nPeru,Ore,million USD,4\nPeru,Ore,USD per person,75\n"
    assert "2 figures, 1 place, 2 indicators" in said(imported(tmp_path, text))


def test_foreign_money_per_person_makes_a_package_that_opens_alone(tmp_path: Path) -> None:
    # once written under gdp, whose unit is 亿元: the package could not be opened without the built-in data
    imported(tmp_path, "Country,Indicator,Unit,2019\nPeru,GDP,USD per person,7500\n")
    assert parents(tmp_path) == {"PE": ""}
    assert [name for (name,) in rows(tmp_path, "indicator")] == ["GDP(USD)"]


def test_a_row_of_the_total_holds_the_places_of_the_table(tmp_path: Path) -> None:
    # 13 + 10 is not 24: no sum tells it, the word does
    text = "地区,2020年\n合计,24\n上坝县,13\n下坝县,10\n"
    report = imported(tmp_path, text, indicator="砖", unit="吨", place="坝上")
    assert parents(tmp_path) == {"坝上": "", "上坝县": "坝上", "下坝县": "坝上"}
    assert "places lie in 坝上" in said(report)


def test_an_area_does_not_make_names_of_the_places_beside_its_total(tmp_path: Path) -> None:
    text = "指标：砖(吨)\n年份,合计,上坝县,下坝县\n2020,23,13,10\n"
    imported(tmp_path, text, place="坝上")
    assert rows(tmp_path, "indicator", "ref_area") == [
        ("砖", p) for p in ("上坝县", "下坝县", "坝上")
    ]


def test_classes_beside_a_total_stay_names_under_that_of_the_title(tmp_path: Path) -> None:
    imported(tmp_path, "指标：砖(吨)\n年份,合计,青,红\n2020,23,13,10\n", place="坝上")
    names = [name for (name,) in rows(tmp_path, "indicator")]
    assert names == ["砖, 合计", "砖, 红", "砖, 青"]


def test_world_is_an_aggregate_also_beside_a_place_that_was_said(tmp_path: Path) -> None:
    text = "Country,2020\nWorld,90\nFrance,7\nItaly,4\n"
    report = imported(tmp_path, text, indicator="bricks", place="France")
    assert "aggregates, not ranked with the others: World" in said(report)


# 300.2 = 180.1 + 120.1, 330.4 = 200.3 + 130.1; 500.5 = 300.2 + 200.3, 540.1 = 330.4 + 209.7
TREE = (
    "Area,2021,2022\nRealm,500.5,540.1\nNorth,300.2,330.4\nUp,180.1,200.3\nDown,120.1,130.1\n"
    "East,200.3,209.7\n"
)


def test_a_sum_of_the_places_below_it_is_said_with_the_line_that_settles_it(tmp_path: Path) -> None:
    report = imported(tmp_path, TREE, indicator="bricks", unit="t")
    assert "North is the sum of Up, Down (bricks, 2021–2022)" in said(report)
    assert "cpstats place Up Down --parent North --data DIR" in said(report)
    assert "Realm is the sum of North, East" in said(report)


def test_one_digit_more_in_one_year_makes_it_no_sum(tmp_path: Path) -> None:
    report = imported(tmp_path, TREE.replace("330.4", "331.4"), indicator="bricks", unit="t")
    assert "is the sum" not in said(report)


def test_words_that_tell_no_figures_apart_are_asked_about(tmp_path: Path) -> None:
    text = "country,winner,year,value\nPeru,Ana,2019,12\nChile,Eva,2019,15\nPeru,Luz,2020,13\n"
    with pytest.raises(DataError, match="what they tell apart") as raised:
        imported(tmp_path, text)
    lines = str(raised.value).split("cpstats import")[1:]
    assert lines
    assert all(line.count("--column winner=") == 1 for line in lines)
    assert "--column winner=skip --indicator NAME" in lines[0]


def test_years_of_taiwan_over_two_columns_and_a_unit_behind_the_title(tmp_path: Path) -> None:
    text = "各縣磚產量（單位：噸）\n縣市別,109年,110年\n甲縣,7,8\n乙縣,3,4\n"
    report = imported(tmp_path, text)
    assert {when for (when,) in rows(tmp_path, "time_period")} == {"2020", "2021"}
    assert "109年 to 110年 are counted from 1911" in said(report)


def test_a_unit_inside_the_brackets_of_a_title_leaves_the_rest_of_them(tmp_path: Path) -> None:
    text = "各县砖产值（按2020年不变价计算，单位：万元）\n地区,2021年,2022年\n甲县,7,8\n乙县,3,4\n"
    imported(tmp_path, text)
    found = rows(tmp_path, "indicator", "price_basis", "unit")
    assert set(found) == {("砖产值(按2020年不变价计算)", "constant:2020", "万元")}
