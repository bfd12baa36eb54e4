"""Kinds of tables that offices of Asia and Africa publish; all figures are made up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import of_sheets
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise
from cpstats.store.recognising.recognised import HEADER

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised

SHOWN = [
    HEADER.index(kind) for kind in ("indicator", "ref_area", "time_period", "obs_value", "unit")
]


def read(text: str, name: str = "t.csv", **said: object) -> Recognised:
    return recognise(sheets(name, text.encode())[0], Hints(**said))  # type: ignore[arg-type]


def figures(text: str, name: str = "t.csv", **said: object) -> list[tuple[str, ...]]:
    return [tuple(row[c] for c in SHOWN) for row in read(text, name, **said).rows]


def test_places_said_again_in_another_language_are_no_indicators() -> None:
    text = (
        "Орто айлык баа,Средняя месячная цена,Average monthly price,,\n"
        ",,,,\n(сом),(сомов),(soms),,\n,,,,\n"
        "Аталышы,Наименование,Items,2016,2017\n"
        "Нур облусу,Нурская область,Nur oblast,1270,1866\n"
        "Ала облусу,Алинская область,Ala oblast,1266,1658\n"
        "Кара облусу,Карская область,Kara oblast,1366,1758\n"
    )
    made = figures(text)
    assert len(made) == 6
    assert {(name, unit) for name, _, _, _, unit in made} == {
        ("Орто айлык баа Средняя месячная цена Average monthly price", "soms")
    }
    assert made[0][1:4] == ("Нур облусу", "2016", "1270")


def test_a_title_beside_its_unit_stands_above_the_header() -> None:
    text = (
        "98年度銷售額村里統計表,單位：金額(千元)\n"
        "鄉鎮市區,村里,家數,銷售總額,中位數\n"
        "東河區,大同里,27,7821,42\n"
        "東河區,富裕里,46,9284,39\n"
        "東河區,合計,73,17105,41\n"
        "南河區,新興里,36,6284,49\n"
        "南河區,合計,36,6284,49\n"
    )
    made = figures(text, period="2009")  # 村里 lie in 鄉鎮市區
    assert ("家數", "大同里", "2009", "27", "") in made
    assert ("銷售總額", "大同里", "2009", "7821", "千元") in made
    assert ("中位數", "富裕里", "2009", "39", "千元") in made  # a column of figures, no summary
    assert ("銷售總額", "東河區", "2009", "17105", "千元") in made


def test_villages_of_one_name_lie_in_their_districts() -> None:
    text = "年度,區域別,村里名稱,戶數\n2014,東河鄉,大同村,21\n2014,南河鄉,大同村,22\n2014,南河鄉,富裕村,23\n"
    assert {row[1]: row[3] for row in figures(text)} == {
        "大同村 (東河鄉)": "21",
        "大同村 (南河鄉)": "22",
        "富裕村": "23",
    }


def test_of_two_columns_of_places_the_parent_that_is_proposed_has_fewer_names() -> None:
    text = "Area,Place,2020\nOst Region,Hill District,1\nOst Region,Dale District,2\nWest Region,Hill District,3\n"
    with pytest.raises(QuestionError, match="two columns hold places") as asked:
        read(text + "West Region,Moor District,4\n", indicator="Tea")
    assert [str(way.flag) for way in asked.value.ways] == [
        "--column Area=parent",
        "--column Place=skip",
    ]


def test_lines_of_comment_are_no_header() -> None:
    text = (
        "# - http://www.example.org/tea.pdf\n#\nyear,month,tea\n"
        "2019,Jan,3.7\n2019,Feb,3.1\n2020,Jan,1.7\n2020,Feb,1.1\n"
    )
    assert [row[:4] for row in figures(text, place="Peru")][:3] == [
        ("tea", "Peru", "2019-01", "3.7"),
        ("tea", "Peru", "2019-02", "3.1"),
        ("tea", "Peru", "2020-01", "1.7"),
    ]


def test_a_sign_for_what_is_missing_is_no_unit() -> None:
    text = (
        "Table,Unit,2010,2011\nBalance,..,-33.2,-61.5\nSales,million USD,5004,6536\n"
        "Purchases,million USD,5037,6598\n"
    )
    made = figures(text, place="Peru", columns={"Table": "indicator"})
    assert ("Balance", "Peru", "2010", "-33.2", "") in made
    assert ("Purchases", "Peru", "2011", "6598", "million USD") in made


def test_a_year_with_a_status_stands_behind_a_name_with_its_unit() -> None:
    text = (
        '"Geolocation","Tea per head (in kg) 2015","Tea per head (in kg) 2021p","Coffee (%) 2015","Coffee (%) 2021p"\n'
        '"NORTHLAND 1/, 2/",47,71,13.5,8\n"..Hill Region (HR) 1/, b/",88,78,1,1.5\n'
        '"....1st District b/",68,58,2.5,1\n"....Abra 2/",58,48,3.5,2\n'
    )
    found = read(text)
    made = [tuple(row[c] for c in SHOWN) for row in found.rows]
    assert ("Tea per head", "NORTHLAND", "2015", "47", "kg") in made
    assert ("Coffee", "1st District", "2021", "1", "%") in made
    assert {row[1] for row in made} == {"NORTHLAND", "Hill Region (HR)", "1st District", "Abra"}
    status = found.header.index("obs_status")
    assert {row[status] for row in found.rows if row[SHOWN[2]] == "2021"} == {"provisional"}


def test_a_unit_over_the_last_years_is_that_of_all() -> None:
    text = (
        "Milk_XX,,,,\n,,,,\n,,,,тонн на начало года\nRegions_XX,2018,2019,2020,2021\n"
        "Peru,40,41,42,43\nHill_region,10,11,12,13\nDale_region,30,30,30,30\n"
    )
    made = figures(text)
    assert {row[0] for row in made} <= {"Milk_XX", "Milk_XX тонн на начало года"}
    text = text.replace("тонн на начало года", "tonnes, at end of year")
    made = figures(text)
    assert len({row[0] for row in made}) == 1
    assert ("Hill_region", "2021", "13") in [row[1:4] for row in made]


def test_names_that_are_units_too_keep_their_figures_apart() -> None:
    text = "month,m2,m2_yoy,m1,qm,qm_yoy\n2020.8,78.4,8.2,33.6,39.5,3.3\n2020.7,77.1,8.1,32.6,38.5,3.1\n"
    made = figures(text, place="Peru")
    assert ("M2", "Peru", "2020-08", "78.4", "") in made
    assert ("QM", "Peru", "2020-07", "38.5", "") in made


def test_a_unit_in_lenticular_brackets() -> None:
    made = figures(
        "調査年,地域,B12_就業者数【人】\n2020年,丘県 東市,63\n2015年,丘県 東市,61\n2020年,丘県 西市,3\n"
    )
    assert made[0][0] == "B12_就業者数"
    assert made[0][4] == "人"


def test_codes_kept_as_text_stand_beside_their_names() -> None:
    text = (
        "C행정구역별,행정구역별,C연령별,연령별,시점,인구 (명)\n"
        "'00,전국,'00,계,2010,479\n'00,전국,'05,0 - 4세,2010,22\n"
        "'11,서울특별시,'00,계,2010,96\n'11,서울특별시,'05,0 - 4세,2010,4\n"
    )
    made = figures(text)
    assert [row[0] for row in made] == ["인구, 계", "인구, 0 - 4세"] * 2
    assert made[3][1:4] == ("서울특별시", "2010", "4")


def test_names_that_a_country_ends_are_its_parts() -> None:
    text = "Tahun,2010,2011\nOST,1.7,2.1\nHILL,5.4,4.1\nDALE,4.9,3.8\nWEST HILL,-4.9,3.9\nPERU,5.1,4.2\n"
    made = figures(text, "tea growth.csv")
    assert {row[1] for row in made} == {"OST", "HILL", "DALE", "WEST HILL", "PERU"}
    assert len({row[0] for row in made}) == 1


def test_a_year_of_three_digits_below_a_word_for_it_is_counted_from_1911() -> None:
    made = figures("資料年度,區域別,戶數\n104,新東市,21\n104,新西市,22\n")
    assert made == [("戶數", "新東市", "2015", "21", ""), ("戶數", "新西市", "2015", "22", "")]


def test_the_last_day_of_a_year_beside_months_is_the_year() -> None:
    made = figures(
        "Date,Janvier,Mars\n2001-12-31,5.8,5.5\n2002-12-31,5.0,4.5\n",
        place="Peru",
        indicator="Rate",
    )
    assert [row[2:4] for row in made] == [
        ("2001-01", "5.8"),
        ("2001-03", "5.5"),
        ("2002-01", "5.0"),
        ("2002-03", "4.5"),
    ]


def test_na_is_missing() -> None:
    made = figures("Series,2020,2021\nTea,na,5\nRice,4,6\n", place="Peru")
    assert [row[2:4] for row in made if row[0] == "Tea"] == [("2021", "5")]


@pytest.mark.parametrize("label", ["人均(千克)", "每人(千克)"])
def test_per_head_is_of_what_the_title_names(label: str) -> None:
    text = (
        f"茶叶产量（2022年）,,单位：万吨\n市别,总量,{label}\n石家庄市,45.2,402\n唐山市,33.2,302\n"
    )
    made = figures(text)
    assert ("茶叶产量", "石家庄市", "2022", "45.2", "万吨") in made
    assert (f"茶叶产量, {label[:2]}", "唐山市", "2022", "302", "千克") in made


def test_per_head_has_no_unit_of_the_total() -> None:
    text = "茶叶产量（2022年）,,单位：万吨\n市别,总量,人均\n石家庄市,45.2,402\n唐山市,33.2,302\n"
    assert ("茶叶产量, 人均", "唐山市", "2022", "302", "") in figures(text)


BLOCKS = (
    "행정구역별,연령별,시점,인구 (명)\n"
    "서울특별시,계,2019,40\n서울특별시,0 - 4세,2019,4\n"
    "종로구,계,2019,15\n종로구,0 - 4세,2019,1\n중구,계,2019,25\n중구,0 - 4세,2019,3\n"
    "부산광역시,계,2019,60\n부산광역시,0 - 4세,2019,6\n"
    "중구,계,2019,35\n중구,0 - 4세,2019,2\n"
)


def test_districts_of_one_name_are_told_apart_by_the_city_above_beside_other_words() -> None:
    made = figures(BLOCKS)
    assert ("인구, 계", "중구, 서울특별시", "2019", "25") in [row[:4] for row in made]
    assert ("인구, 0 - 4세", "중구, 부산광역시", "2019", "2") in [row[:4] for row in made]
    assert "종로구" in {row[1] for row in made}


def test_blocks_of_other_years_need_no_city() -> None:
    lines = BLOCKS.replace("2019", "2020").splitlines(keepends=True)
    made = figures(BLOCKS.rpartition("부산")[0].rpartition("부산")[0] + "".join(lines[5:7]))
    assert {row[1] for row in made} == {"서울특별시", "종로구", "중구"}


def test_a_sheet_that_lists_the_series_of_another_is_left_out_and_that_is_said() -> None:
    series = "指标,茶叶产量_当期,稻谷产量_当期,牛奶产量_当期\n地区,全国,全国,全国\n频度,月,月,月\n单位,万吨,万吨,万吨\n2020-01,1.5,2.5,3.5\n2020-02,4.5,5.5,6.5\n"
    listed = (
        "指标名称,地区编码,开始时间,更新时间\n茶叶产量_当期,000000,1990-01,2020-04-20\n"
        "稻谷产量_当期,000000,1991-01,2020-04-20\n牛奶产量_当期,000000,1992-01,2020-04-20\n"
    )
    made = [
        replace(sheets("t.csv", text.encode())[0], name=f"t.xlsx[{tab}]")
        for tab, text in (("A", series), ("B", listed))
    ]
    found = of_sheets("t.xlsx", made)
    assert [len(one.rows) for one in found] == [6]
    assert any("left out" in str(message) for message in found[0].said)
    weights = listed.replace("000000", "1.5")
    with pytest.raises(DataError):
        of_sheets(
            "t.xlsx", [made[0], replace(sheets("t.csv", weights.encode())[0], name="t.xlsx[B]")]
        )
