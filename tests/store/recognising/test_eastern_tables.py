"""Tables as offices from Moscow to Hanoi print them; all figures are made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.coverage import look_for_coverage
from cpstats.store.recognising.eras_carried import with_eras_carried
from cpstats.store.recognising.header_words import plain_name, role_of
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outline import outline_of
from cpstats.store.recognising.periods_of_titles import period_in
from cpstats.store.recognising.places_in_lines import with_places_in_words
from cpstats.store.recognising.recognise import recognise
from cpstats.store.recognising.units_at_edge import with_unit_of_edge
from cpstats.store.recognising.units_that_change import changed_unit, look_for_changing_units

NAME, PLACE, PERIOD, MEASURE, VALUE, UNIT, STATUS = range(7)
PAY = "Средняя плата за сушку сена\nв целом по хозяйствам\n\nрублей (до 1997г. – тыс. рублей)\nгод,плата\n1995,0.5\n1996,0.6\n1997,0.8\n1998,0.9\n"


def read(text: str, *wanted: int, **said: object) -> list[tuple[str, ...]]:
    (sheet,) = sheets("t.csv", text.encode(), Hints(**said))
    rows = recognise(sheet, Hints(**said)).rows
    return [tuple(row[c] for c in wanted) for row in rows]


def test_a_unit_that_changes_with_the_years_is_asked_about() -> None:
    with pytest.raises(QuestionError, match=r"until 1997 it is “тыс\. рублей”") as asked:
        read(PAY)
    assert [way.flag for way in asked.value.ways] == ["--unit 'рублей'"]
    assert read(PAY, PERIOD, VALUE, UNIT, unit="рублей", place="Peru")[0] == (
        "1995",
        "0.5",
        "ruble",
    )


def test_a_unit_that_changes_is_looked_for_with_the_spans() -> None:
    (sheet,) = sheets("t.csv", PAY.encode(), Hints())
    outline = outline_of(sheet, sheet.rows, Hints())
    for look in (look_for_coverage, look_for_changing_units):
        with pytest.raises(QuestionError):
            look(sheet, outline, Hints())
        look(sheet, outline, Hints(unit="рублей"))


def test_words_until_a_year_that_are_no_unit_are_none() -> None:
    assert changed_unit("Hay (t), until 1997 without the islands") is None
    assert changed_unit("Hay (kt, before 1997: million t)") == ("kt", "1997", "million t")


def test_a_unit_at_the_edge_of_the_title_is_that_of_all_columns() -> None:
    text = '表4　河川延長の見通し,,,"（1,000km）"\n年次,,高位,\n,,本流,支流\n平成 27,2015,10,20\n28,2016,11,21\n29,2017,12,22\n'
    found = read(text, NAME, PERIOD, VALUE, UNIT, place="Japan")
    assert found[:2] == [
        ("高位, 本流", "2015", "10", "1000km"),
        ("高位, 支流", "2015", "20", "1000km"),
    ]
    assert {row[3] for row in found} == {"1000km"}
    assert with_unit_of_edge([["年", "", "(t)"], ["", "甲", "乙"], ["2015", "1", "2"]], 2) is None


def test_an_era_is_carried_down_a_column() -> None:
    rows = [["年", "値"], ["昭和63", "5"], ["平成元", "6"], ["2", "7"]]
    assert [r[0] for r in with_eras_carried(rows, 1) or []][1:] == [
        "昭和63年",
        "平成元年",
        "平成2年",
    ]
    assert with_eras_carried([*rows, ["1", "8"]], 1) is None
    assert read("年次,羊(頭)\n平成 29,50\n30,60\n令和元,70\n2,80\n", PERIOD, place="Japan") == [
        ("2017",),
        ("2018",),
        ("2019",),
        ("2020",),
    ]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Сведения о сене за январь-декабрь 2015 года", "2015"),
        ("Сведения о сене за январь - декабрь 2015 г.", "2015"),
        ("Сведения о сене в январе-марте 2015 г.", "2015-Q1"),
        ("Сведения о сене в мае 2015 г.", "2015-05"),
        ("2015年4月～6月の羊", "2015-Q2"),
        ("2015년 1~9월 양", "2015-01/2015-09"),
        ("Số cừu tháng 1-6 năm 2015", "2015-H1"),
    ],
)
def test_months_of_a_title_are_read_whole(title: str, period: str) -> None:
    assert str(period_in([[title]])) == period


@pytest.mark.parametrize("counted", ["код графы,1,2,3", "А,1,2,3", "甲,1,2,3"])
def test_a_row_that_counts_the_columns_is_no_place(counted: str) -> None:
    text = f"Сено за 2015 год\nрегион,сено (т),солома (т),зерно (т)\n{counted}\nОмская область,5,6,7\nТомская область,8,9,4\n"
    assert {row[0] for row in read(text, PLACE)} == {"Омская область", "Томская область"}


def test_codes_and_names_of_places_of_indonesia_and_vietnam_are_known() -> None:
    assert role_of("kode_kabupaten_kota") == role_of("kode_kecamatan") == "code"
    assert role_of("nama_kabupaten_kota") == role_of("province_en") == "place"
    assert plain_name("nama provinsi") == "provinsi"
    assert role_of("ships_en") == ""
    text = "kode_provinsi,nama_provinsi,kode_kabupaten_kota,nama_kabupaten_kota,sapi,satuan,tahun\n32,JAWA BARAT,3201,KABUPATEN BOGOR,5,EKOR,2018\n32,JAWA BARAT,3202,KABUPATEN GARUT,6,EKOR,2018\n"
    assert read(text, NAME, PLACE, VALUE) == [
        ("sapi", "KABUPATEN BOGOR", "5"),
        ("sapi", "KABUPATEN GARUT", "6"),
    ]


def test_an_index_on_the_same_month_of_the_year_before_keeps_its_name_whole() -> None:
    for text in ("Hay Price Index (The same month last year=100)", "Hay Price Index"):
        assert label_of(text).name == "Hay Price Index"
    middle = label_of("Hay Price Indices (The same month last year=100) Oats")
    assert (middle.name, middle.measure, middle.unit) == (
        "Hay Price Indices Oats",
        "index",
        "上年=100",
    )


def test_places_with_lines_for_blanks_are_places() -> None:
    text = "id,goats\nqing_hai,5\nyun_nan,6\nhe_bei,7\ngansu,8\n"
    assert [row[0] for row in read(text, PLACE, period="2020")] == [
        "Qinghai",
        "Yunnan",
        "Hebei",
        "Gansu",
    ]
    others = [["id", "goats"], ["red_goats", "5"], ["old_goats", "6"], ["new_goats", "7"]]
    assert with_places_in_words(others, 1) is None
