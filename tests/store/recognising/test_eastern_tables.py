"""Tables as offices from Moscow to Hanoi print them; all figures are made up."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.classes_below_places import parts_of_one_place
from cpstats.store.recognising.coverage import look_for_coverage
from cpstats.store.recognising.eras_carried import with_eras_carried
from cpstats.store.recognising.header_words import plain_name, role_of
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.levels_of_places import are_levels
from cpstats.store.recognising.outline import outline_of
from cpstats.store.recognising.periods_of_titles import period_in
from cpstats.store.recognising.places_in_lines import with_places_in_words
from cpstats.store.recognising.recognise import recognise
from cpstats.store.recognising.republic import with_years_before_names
from cpstats.store.recognising.scale_words import with_scales_of_cells, without_scales_of_cells
from cpstats.store.recognising.short_years_of_iran import with_full_years_of_iran
from cpstats.store.recognising.units_at_edge import with_unit_of_edge
from cpstats.store.recognising.units_that_change import changed_unit, look_for_changing_units
from cpstats.store.recognising.wholes_in_their_parts import with_wholes_in_their_parts

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


def test_quarters_glued_to_their_year_and_units_with_per_cent_are_read() -> None:
    text = '통계표명:,염소 생산 및 성장률\n단위:,"십억원, 전년동기비 %"\n,20101/4,20102/4,20103/4\n염소 생산액,5,6,7\n염소 생산 성장률,1.5,2.5,3.5\n'
    found = read(text, NAME, PLACE, PERIOD, VALUE, UNIT, place="Korea")
    assert found[0] == ("염소 생산액", "Korea", "2010-Q1", "5", "billion KRW")
    assert found[3] == ("염소 생산 성장률", "Korea", "2010-Q1", "1.5", "%")


def test_urban_and_rural_together_are_a_class_and_no_place() -> None:
    text = "Kota - Desa,2020,2021\nPerkotaan,5,6\nPedesaan,7,8\nPedesaan + Perkotaan,12,14\n"
    with pytest.raises(QuestionError, match="does not name its place"):
        read(text, indicator="Kambing")
    found = read(text, NAME, PLACE, indicator="Kambing", place="Bali")
    assert found[0] == ("Kambing, Perkotaan", "Bali")


def test_a_line_behind_a_sign_of_notes_is_no_title() -> None:
    text = "※ 매월 말일자 현황,,\n,2024년01월,2024년02월\n행정기관,계,계\n제주특별자치도,5,6\n전라남도,7,8\n"
    with pytest.raises(QuestionError, match=r"does not name its indicator|what is counted"):
        read(text)


def test_the_row_of_a_province_among_its_districts_is_the_province() -> None:
    text = (
        "İl Province,İlçe District,Kedi\nAdana,,9\nAdana,Alt,4\nAdana,Neu,5\nBolu,,8\nBolu,Bad,8\n"
    )
    found = read(text, PLACE, VALUE, period="2021")
    assert found[:3] == [("Adana", "9"), ("Alt", "4"), ("Neu", "5")]
    assert found[3][0] == "Bolu"
    rows = [["State", "District", "2020"], ["Ost", "", "9"], ["Ost", "Ost", "4"]]
    assert with_wholes_in_their_parts(rows, 1) is None
    assert are_levels(["Province"], ["District"])


def test_a_column_of_one_word_hides_no_names_that_come_again() -> None:
    text = "행정구역별,특성별,2015\n부산광역시,계,9\n　중구,계,4\n　동부,계,5\n대구광역시,계,8\n　중구,계,3\n　동부,계,5\n"
    found = read(text, PLACE, VALUE, indicator="염소")
    assert ("중구, 부산광역시", "4") in found
    assert ("동부, 대구광역시", "5") in found


def test_an_index_held_against_the_end_of_a_month_has_the_name_of_the_title() -> None:
    text = "Индексы цен на сено\n,2020,2021\nк концу предыдущего месяца,,\nянварь,101.5,102.5\nфевраль,100.5,101.5\nк декабрю предыдущего года,,\nдекабрь,110.5,111.5\n"
    names = {row[0] for row in read(text, NAME, place="Peru")}
    assert all(name.startswith("Индексы цен на сено, к ") for name in names)


@pytest.mark.parametrize("first", ["KENYA", "Total"])
def test_classes_that_stand_once_below_the_first_place_are_its_parts(first: str) -> None:
    text = f"county,goats\n{first},90\nRural,50\nUrban,40\nMOMBASA,30\nKWALE,35\nLAMU,25\n"
    found = read(text, NAME, PLACE, VALUE, period="2020", place="Kenya" * (first == "Total"))
    assert found[1][0] == "goats, Rural"
    assert found[1][1].casefold() == "kenya"
    assert [row[1] for row in found[3:]] == ["MOMBASA", "KWALE", "LAMU"]
    rows = [["Region", "2020"], *(["Bali", str(n)] for n in (1, 2, 3)), ["Urban", "4"]]
    assert parts_of_one_place(rows, 1) is None


def test_months_counted_from_1911_without_signs_are_read() -> None:
    text = "統計年月,區域別,羊(頭)\n10412,甲區,5\n10501,甲區,6\n10502,甲區,7\n"
    assert [row[0] for row in read(text, PERIOD)] == ["2015-12", "2016-01", "2016-02"]


def test_scales_in_the_cells_go_to_the_header() -> None:
    text = "市,羊,产值\n甲市,2.5万,3亿元\n乙市,1.5万,5000万元\n"
    assert read(text, NAME, VALUE, UNIT, period="2021") == [
        ("羊", "2.5", "万"),
        ("产值", "300000000", "元"),
        ("羊", "1.5", "万"),
        ("产值", "50000000", "元"),
    ]
    mixed = "市,羊,牛\n甲市,2.5万,7\n乙市,9800,8\n丙市,1亿,9\n"
    assert [row[1] for row in with_scales_of_cells([r.split(",") for r in mixed.split()])] == [
        "羊",
        "2.5万",
        "9800",
        "1亿",
    ]
    with pytest.raises(DataError):
        read("市,羊,牛\n甲市,2.5万,7\n乙市,1亿,8\n", period="2021")
    assert without_scales_of_cells([["", "a"], ["b", "7"]]) == [["", "a"], ["b", "7"]]


def test_two_figures_of_a_year_of_iran_are_its_last_ones() -> None:
    assert [row[0] for row in read("سال,گاو (t)\n۹۷,۵\n۹۸,۶\n۹۹,۷\n", PERIOD, place="Iran")] == [
        "2018/19",
        "2019/20",
        "2020/21",
    ]
    with pytest.raises(QuestionError, match="1398") as asked:
        read("استان,98,99\nتهران,5,6\nفارس,7,8\n", indicator="گاو")
    assert "--era persian" in [way.flag for way in asked.value.ways]
    figures = [["استان", "t"], ["تهران", "98"], ["فارس", "99"]]
    assert with_full_years_of_iran(figures) == figures


@pytest.mark.parametrize("years", ["平成27,平成28", "平成27,28", "H27,H28", "2015,2016"])
def test_years_of_eras_under_a_word_for_years_of_accounts_are_such(years: str) -> None:
    one, two = years.split(",")
    text = f"年度,羊（千頭）,牛の増減\n{one},5,6\n{two},7,8\n"
    with pytest.raises(QuestionError, match="FY2015"):
        read(text, place="Japan")
    if years != "平成27,28":
        found = read(text, PERIOD, place="Japan", fiscal="begins")
        assert found[0] == ("2015/16",)


def test_a_year_counted_from_1911_before_a_name_is_one() -> None:
    text = "地區,108年羊數(人),109年羊數(人)\n臺北市,5,6\n新北市,7,8\n"
    assert read(text, NAME, PERIOD)[:2] == [("羊數", "2019"), ("羊數", "2020")]
    simple = [["地区", "108年羊数"], ["甲", "5"]]
    assert with_years_before_names(simple) == simple


def test_the_office_that_keeps_a_list_is_no_part_of_a_name() -> None:
    text = "읍면동,염소,관리기관명,관리기관전화번호\n갑읍,5,을시청,054-111-2222\n병면,6,을시청,054-111-2222\n"
    assert read(text, NAME, PLACE, period="2021") == [("염소", "갑읍"), ("염소", "병면")]
