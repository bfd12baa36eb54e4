"""Exports of the National Bureau of Statistics, byte for byte as they were downloaded.

The expected cells were read in the files by eye, ten or more of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.store.importers import sheets
from cpstats.store.recognising.recognise import recognise

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.recognising.recognised import Recognised

CELLS = {
    "nbs_provincial_gdp_vintage2025.gbk.csv": {
        ("地区生产总值", "北京市", "2024", "level"): "49670.2",
        ("地区生产总值", "北京市", "2006", "level"): "8618.9",
        ("地区生产总值", "天津市", "2023", "level"): "17211.8",
        ("地区生产总值", "河北省", "2020", "level"): "36821.5",
        ("地区生产总值", "山西省", "2022", "level"): "25653.2",
        ("地区生产总值", "内蒙古自治区", "2024", "level"): "26337.0",
        ("地区生产总值", "辽宁省", "2006", "level"): "8489.3",
        ("地区生产总值", "吉林省", "2015", "level"): "10162.9",
        ("地区生产总值", "甘肃省", "2023", "level"): "12345.7",
        ("地区生产总值", "宁夏回族自治区", "2007", "level"): "887.9",
        ("地区生产总值", "新疆维吾尔自治区", "2006", "level"): "2984.5",
    },
    "nbs_provincial_gdp_vintage2018.gbk.csv": {
        ("地区生产总值", "北京市", "2017", "level"): "28014.94",
        ("地区生产总值", "北京市", "2016", "level"): "25669.13",
        ("地区生产总值", "天津市", "2015", "level"): "16538.19",
        ("地区生产总值", "河北省", "2012", "level"): "26575.01",
        ("地区生产总值", "山西省", "2010", "level"): "9200.86",
        ("地区生产总值", "内蒙古自治区", "2017", "level"): "16096.21",
        ("地区生产总值", "辽宁省", "2014", "level"): "28626.58",
        ("地区生产总值", "黑龙江省", "2016", "level"): "15386.09",
        ("地区生产总值", "甘肃省", "2017", "level"): "7459.90",
        ("地区生产总值", "新疆维吾尔自治区", "2001", "level"): "1491.60",
    },
    "nbs_quarterly_gdp_2020q4_2022q1.gbk.csv": {
        ("国内生产总值", "100000", "2022-Q1", "level"): "270177.8",
        ("国内生产总值", "100000", "2021-Q3", "level"): "289919.3",
        ("国内生产总值", "100000", "2021-H1", "level"): "529513.0",
        ("国内生产总值", "100000", "2021-01/2021-09", "level"): "819432.3",
        ("国内生产总值", "100000", "2021", "level"): "1143669.7",
        ("国内生产总值", "100000", "2020", "level"): "1013567.0",
        ("第一产业增加值", "100000", "2021-Q2", "level"): "17139.0",
        ("第一产业增加值", "100000", "2021", "level"): "83085.5",
        ("第二产业增加值", "100000", "2020-Q4", "level"): "113719.2",
        ("第三产业增加值", "100000", "2021-H1", "level"): "294267.4",
        ("工业增加值", "100000", "2021-Q1", "level"): "80867.1",
    },
    "nbs_money_supply_1999_2021.csv": {
        ("货币和准货币(M2)供应量", "100000", "2021-05", "level"): "2275538.07",
        ("货币和准货币(M2)供应量", "100000", "2021-05", "growth"): "8.3",
        ("货币(M1)供应量", "100000", "2021-05", "level"): "616828.32",
        ("货币(M1)供应量", "100000", "2021-05", "growth"): "6.1",
        ("流通中现金(M0)供应量", "100000", "2021-05", "level"): "84177.72",
        ("流通中现金(M0)供应量", "100000", "2021-05", "growth"): "5.6",
        ("货币和准货币(M2)供应量", "100000", "2020-12", "growth"): "10.1",
        ("货币和准货币(M2)供应量", "100000", "2000-03", "level"): "120399.58",
        ("货币和准货币(M2)供应量", "100000", "2000-03", "growth"): "13",
        ("流通中现金(M0)供应量", "100000", "1999-12", "level"): "13455.5",
        ("流通中现金(M0)供应量", "100000", "1999-12", "growth"): "20.1",
    },
}
# figures, notes, title lines: counted in the files
SIZES = {
    "nbs_provincial_gdp_vintage2025.gbk.csv": (31 * 19, 2),
    "nbs_provincial_gdp_vintage2018.gbk.csv": (31 * 25, 2),
    # 10 rows × 6 quarters less the four first quarters that stand twice
    "nbs_quarterly_gdp_2020q4_2022q1.gbk.csv": (10 * 6 - 4, 5),
}


def read(folder: Path, name: str) -> Recognised:
    (sheet,) = sheets(name, (folder / name).read_bytes())
    return recognise(sheet)


@pytest.mark.parametrize("name", CELLS)
def test_an_export_is_read_without_a_flag_and_agrees_with_the_eye(name: str, shared: Path) -> None:
    found = read(shared / "datasets" / "nbs_raw", name)
    cells = {(r[0], r[1], r[2], r[3]): r[4] for r in found.rows}
    assert {key: cells.get(key) for key in CELLS[name]} == CELLS[name]
    assert len(CELLS[name]) >= 10


@pytest.mark.parametrize("name", SIZES)
def test_nothing_is_lost_and_nothing_added(name: str, shared: Path) -> None:
    found = read(shared / "datasets" / "nbs_raw", name)
    assert (len(found.rows), len(found.notes) >= 2) == (SIZES[name][0], True)


def test_title_lines_notes_and_units_are_kept(shared: Path) -> None:
    found = read(shared / "datasets" / "nbs_raw", "nbs_provincial_gdp_vintage2025.gbk.csv")
    assert found.titles["database"] == "分省年度数据"
    assert found.titles["indicator"] == "地区生产总值(亿元)"
    assert {row[5] for row in found.rows} == {"亿元"}
    assert found.notes[-1] == "数据来源：国家统计局"


def test_a_value_says_where_it_stands(shared: Path) -> None:
    name = "nbs_provincial_gdp_vintage2025.gbk.csv"
    found = read(shared / "datasets" / "nbs_raw", name)
    assert found.where(0, "obs_value") == f"{name}:5:2"  # Beijing 2024: line 5, second cell


def test_the_first_minute(shared: Path, tmp_path: Path) -> None:
    import cpstats
    from cpstats.keeping.importing import import_files
    from cpstats.store.package import open_package

    path = shared / "datasets" / "nbs_raw" / "nbs_provincial_gdp_vintage2025.gbk.csv"
    folder = tmp_path / "mydata"
    import_files([str(path)], open_package(), folder=folder)
    frame = cpstats.figures("gdp", places="河北省", data=str(folder), period=2024)
    assert frame.value.tolist() == [47448.1]
    straight = cpstats.figures("gdp", places="河北", data=str(path), period=2024)
    assert straight.value.tolist() == [47448.1]
