"""What columns hold: by their headers in any language, by their cells, by one another."""

from __future__ import annotations

import csv
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.column_kinds import Column
from cpstats.store.recognising.header_words import TABLE, loose_role_of, role_of
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise
from cpstats.store.recognising.roles import Roles
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.store.recognising.recognised import Recognised


def read(text: str, **said: object) -> Recognised:
    return recognise(sheets("t.csv", text.encode())[0], Hints(**said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("地区", "place"),
        ("Country Name", "place"),
        ("geo\\TIME_PERIOD", "place"),
        ("areanm", "place"),
        ("Municipio", "place"),
        ("المنطقة", "place"),
        ("السنة", "time"),
        ("ปี พ.ศ.", "time"),
        ("행정구역(시군구)별", "place"),
        ("시도별(1)", "place"),
        ("성별(1)", "name"),
        ("鄉鎮市區", "place"),
        ("State/UT", "place"),
        ("구별되는", ""),
        ("指标", "indicator"),
        ("行业", "indicator"),
        ("行业代码", "code"),
        ("Country Code", "code"),
        ("Area Code (M49)", "code"),
        ("Code M49", "code"),
        ("ISO num", "code"),
        ("State FIPS", "code"),
        ("NUTS 3", "code"),
        ("GSS code", "code"),
        ("CNAE 2009", "code"),
        ("İl", "place"),
        ("область", "place"),
        ("Kabupaten", "place"),
        ("Area (km2)", ""),
        ("年份", "time"),
        ("時間軸(年)", "time"),
        ("Quarter", "part"),
        ("单位", "unit"),
        ("SCALAR_FACTOR", "scale"),
        ("Flags", "status"),
        ("备注", "other"),
        ("地区生产总值(亿元)", ""),
    ],
)
def test_a_header_is_known_by_its_words(header: str, role: str) -> None:
    assert role_of(header) == role


def test_a_header_in_two_languages_is_known_over_words() -> None:
    assert loose_role_of("地区 Region") == "place"
    assert loose_role_of("Country/Series-specific Notes") == "other"


def test_the_extent_of_land_is_no_column_of_places() -> None:
    found = read("Province,Year,Area\nUpper Vale,2019,51\nLower Vale,2019,62\n")
    assert [row[:2] + row[4:5] for row in found.rows] == [
        ["Area", "Upper Vale", "51"],
        ["Area", "Lower Vale", "62"],
    ]


def test_a_scale_in_a_column_is_part_of_the_unit() -> None:
    text = "Area,Year,Item,UOM,SCALAR_FACTOR,VALUE\nUpper Vale,2019,Jobs,Persons,thousands,5.5\n"
    assert read(text).rows == [["Jobs", "Upper Vale", "2019", "level", "5.5", "thousand Persons"]]


def test_a_classification_with_commas_says_nothing_of_the_decimal_mark() -> None:
    text = 'Region,NAICS,Year,Output\nVale,"52,53",2019,5.5\nVale,11,2019,6.5\n'
    assert [row[4] for row in read(text).rows] == ["5.5", "6.5"]


def test_districts_beside_their_province_are_the_places() -> None:
    text = "Province,District,Year,Tea (t)\nVale,Ham,2019,5\nVale,Elm,2019,6\nHill,Oak,2019,7\n"
    assert [row[1] for row in read(text).rows] == ["Ham", "Elm", "Oak"]


def test_figures_that_only_a_column_left_out_tells_apart_are_refused_by_its_name() -> None:
    text = "Region,Year,Note,Tea\nVale,2019,first,5\nVale,2019,second,6\n"
    with pytest.raises(DataError, match=r"^t.csv:3:4: .*only column 3 .“Note”. differs"):
        read(text)
    assert {row[0] for row in read(text, columns={"Note": "name"}).rows} == {
        "Tea, first",
        "Tea, second",
    }


def test_a_year_over_its_quarters_and_months_across_with_the_year_in_a_column() -> None:
    over = read("Region,2018,,2019,\n,Q1,Q2,Q1,Q2\nVale,1,2,3,4\n", indicator="Tea")
    assert [row[2] for row in over.rows] == ["2018-Q1", "2018-Q2", "2019-Q1", "2019-Q2"]
    across = read("Year,Jan,Feb\n2018,1,2\n2019,3,4\n", indicator="Tea", place="Vale")
    assert [row[2] for row in across.rows] == ["2018-01", "2018-02", "2019-01", "2019-02"]


def test_a_quarter_without_a_year_is_never_the_year_that_is_said() -> None:
    found = read("Region,Q1,Q2\nVale,1,2\n", indicator="Tea", period="2018")
    assert [row[2] for row in found.rows] == ["2018-Q1", "2018-Q2"]


def test_a_rank_and_a_mean_beside_the_years_are_left_out_and_said() -> None:
    found = read("指标：茶(吨)\n地区,2018年,2019年,位次,年均增速(%)\n上湾县,5,6,1,9.5\n")
    assert [row[2] for row in found.rows] == ["2018", "2019"]
    said = " ".join(map(str, found.said))
    assert "column 4 left out" in said
    assert "column 5 (“年均增速(%)”) is of no single period: left out" in said


def test_a_block_of_series_has_unit_frequency_and_place_in_rows_of_its_own() -> None:
    text = (
        "Title,Tea,Price\nRegion,Vale,Vale\nFrequency,Quarterly,Monthly\nUnit,t,%\n"
        "Series ID,11,12\n2019-03-31,5,1.5\n2019-06-30,6,1.25\n"
    )
    assert [row[:3] + row[4:] for row in read(text).rows] == [
        ["Tea", "Vale", "2019-Q1", "5", "t"],
        ["Price", "Vale", "2019-03", "1.5", "%"],
        ["Tea", "Vale", "2019-Q2", "6", "t"],
        ["Price", "Vale", "2019-06", "1.25", "%"],
    ]


def test_tables_side_by_side_are_read_one_after_the_other() -> None:
    text = "2019年各县茶产量(吨)\n地区,总量,增速(%),地区,总量,增速(%)\n上湾县,5,1.5,下湾县,6,2.5\n"
    assert [row[1:5] for row in read(text).rows] == [
        ["上湾县", "2019", "level", "5"],
        ["上湾县", "2019", "growth", "1.5"],
        ["下湾县", "2019", "level", "6"],
        ["下湾县", "2019", "growth", "2.5"],
    ]


def test_a_table_that_goes_on_under_another_header_keeps_its_titles() -> None:
    text = "各县指标(2019年)\n单位:吨\n县,茶,米\n上湾县,5,6\n续表\n县,麦,豆\n上湾县,7,8\n"
    found = read(text)
    assert [row[0] for row in found.rows] == ["茶", "米", "麦", "豆"]
    assert {(row[2], row[5]) for row in found.rows} == {("2019", "吨")}


def test_years_before_the_first_figure_are_no_titles() -> None:
    found = read(",茶\n2018,\n2019,\n2020,5\n2021,6\n", place="上湾县")
    assert [row[:3] for row in found.rows] == [["茶", "上湾县", "2020"], ["茶", "上湾县", "2021"]]


def test_a_title_that_says_the_indicator_names_it_before_its_parts() -> None:
    found = read("指标：茶产量(吨)\n地区,类型,2019年,2020年\n上湾县,绿茶,5,6\n上湾县,红茶,7,8\n")
    assert {(row[0], row[5]) for row in found.rows} == {
        ("茶产量, 绿茶", "吨"),
        ("茶产量, 红茶", "吨"),
    }


def test_a_word_over_the_periods_is_no_name_of_the_figures() -> None:
    text = "Counted boats\nRegião;Ano\n;2018;2019\nVale;5;6\n"
    assert {row[0] for row in read(text, indicator="Boats").rows} == {"Boats"}
    assert {row[0] for row in read(text).rows} == {"Counted boats"}


def test_a_code_before_a_name_is_no_number_with_a_flag() -> None:
    found = read("region,contents,2018,2019\n0301 Vale,Boats,5,6\n1103 Hill,Boats,7,8\n")
    assert [row[:2] for row in found.rows[::2]] == [["Boats", "0301 Vale"], ["Boats", "1103 Hill"]]


def test_marks_behind_periods_are_left_out_and_said() -> None:
    found = read("Region,2017-18,2018-19 (P)\nVale,5,6\n", indicator="Boats")
    assert [row[2] for row in found.rows] == ["2017/18", "2018/19"]
    marked = read("Region,2018,2019*\nVale,5,6\n", indicator="Boats")
    assert [row[2] for row in marked.rows] == ["2018", "2019"]
    assert "marks behind periods are left out" in [str(line) for line in marked.said]


@pytest.mark.parametrize("codes", [("NOR", "SWE"), ("NO", "SE", "DK")])
def test_codes_of_countries_alone_are_the_places(codes: tuple[str, ...]) -> None:
    text = "iso_a,year,rent\n" + "".join(f"{code},2020,{n}\n" for n, code in enumerate(codes))
    text = text.replace("iso_a", f"iso{len(codes[0])}")
    assert [row[1] for row in read(text).rows] == [*codes]


def test_days_without_a_sign_between_are_the_ends_of_months() -> None:
    assert [row[2] for row in read("Date,region,rent\n20200131,Hof,1\n20200229,Hof,2\n").rows] == [
        "2020-01",
        "2020-02",
    ]


def test_quarters_of_a_short_year() -> None:
    assert [row[2] for row in read("Period,region,rent\n20Q1,Hof,1\n20Q2,Hof,2\n").rows] == [
        "2020-Q1",
        "2020-Q2",
    ]


def test_a_header_that_speaks_of_iso_makes_codes_of_countries_the_places() -> None:
    found = read("countryiso3code,date,Tea (tonnes)\nKEN,2020,2.5\nUGA,2020,3.5\n")
    assert [(row[1], row[4]) for row in found.rows] == [("KEN", "2.5"), ("UGA", "3.5")]


def test_a_code_beside_settles_a_name_that_several_places_have() -> None:
    # 朝阳区 is 110105 in Beijing and 220104 in Changchun
    text = "代码,地区,2021年产值（亿元）\n110105,  朝阳区,5\n220104,  朝阳区,7\n999999,鼓楼区,9\n"
    assert [row[1] for row in read(text).rows] == ["110105", "220104", "鼓楼区"]


def test_notes_about_another_column_are_left_out() -> None:
    text = (
        "Year,Economy,Tea (tonnes),Tea (tonnes) Footnote,Tea (tonnes) Missing value\n"
        "2020,Kenya,5,,\n2021,Kenya,6,Estimated,\n2020,Uganda,7,,\n2021,Uganda,8,,None\n"
    )
    assert {row[0] for row in read(text).rows} == {"Tea"}
    across = "Economy,Flow,2020,2020 Footnote,2021,2021 Footnote\nKenya,Exports (tonnes),5,,6,Low\nUganda,Exports (tonnes),7,,8,\n"
    assert [row[:3] for row in read(across).rows[:2]] == [
        ["Exports", "Kenya", "2020"],
        ["Exports", "Kenya", "2021"],
    ]


class Counted(list[Column]):
    """Columns that count how often one of them is looked at on the way through all."""

    looks = 0

    def __iter__(self) -> Iterator[Column]:
        for column in super().__iter__():
            self.looks += 1
            yield column


def test_of_twice_as_many_columns_each_is_looked_at_as_often() -> None:
    def looks(width: int) -> int:
        cells = [[f"h{n} Footnote" for n in range(width)], [f"so {n}x" for n in range(width)]]
        sheet = Sheet("t", tuple(map(tuple, cells)), (1, 2))
        roles = Roles(sheet, cells, (range(1), range(1, 2)), Hints(), range(1))
        roles.columns = Counted(roles.columns)
        with suppress(DataError):
            roles.assigned()
        return roles.columns.looks

    assert 0 < looks(400) == 2 * looks(200)


def test_lines_with_a_colon_above_each_table_are_of_that_table() -> None:
    def block(name: str, first: str) -> str:
        return f"Series Id:,X{first}\nSeries title:,{name}\nArea:,Peru\n\nYear,Jan,Feb\n2021,{first},6.5\n2022,7.5,8.5\n\n"

    found = read(block("Tea sold", "5.5") + block("Rice sold", "9.5"))
    assert [row[:3] + row[4:5] for row in found.rows if row[2] == "2021-01"] == [
        ["Tea sold", "Peru", "2021-01", "5.5"],
        ["Rice sold", "Peru", "2021-01", "9.5"],
    ]


@pytest.mark.parametrize("header", ["世界排名", "World Rank", "全国位次"])
def test_a_rank_under_any_header_is_left_out(header: str) -> None:
    found = read(f"{header},国家,2021年人口(万人)\n2,印度,5\n1,中国,7\n3,巴西,3\n")
    assert {row[0] for row in found.rows} == {"人口"}


def test_of_two_columns_with_one_code_each_both_name_the_figures() -> None:
    text = "LOCATION,INDICATOR,MEASURE,TIME,Value\nAUS,QTEA,PC_CHG,2020,5.5\nAUS,QTEA,PC_CHG,2021,6.5\n"
    assert {row[0] for row in read(text).rows} == {"QTEA, PC_CHG"}


def test_numbers_of_one_length_that_begin_with_zero_are_codes() -> None:
    # 01 to 03 tell the rows apart, as "overall" does
    text = "date,tea,division\n2020-01-01,5.5,overall\n2020-02-01,5.6,overall\n" + "".join(
        f"2020-0{m}-01,{n}.5,0{n}\n" for n in (1, 2, 3) for m in (1, 2)
    )
    assert [row[0] for row in read(text, place="Peru").rows[::2]] == [
        "tea, overall",
        "tea, 01",
        "tea, 02",
        "tea, 03",
    ]


def test_lines_without_a_place_before_all_others_are_of_the_place_that_is_said() -> None:
    text = "Sexo,Región,Periodo,Leche\nA,,2020,9\nA,,2021,8\nA,Norte,2020,5\nA,Norte,2021,6\n"
    with pytest.raises(QuestionError, match=r"figures and no .*--area"):
        read(text)
    assert [row[1] for row in read(text, place="Peru").rows] == ["Peru", "Peru", "Norte", "Norte"]


def test_total_over_the_only_figures_is_no_name_and_a_national_total_no_place() -> None:
    text = (
        "Sexo;Comunidades;Periodo;Total\nAmbos;Total Nacional;2020;5,5\nAmbos;01 Norte;2020;6,5\n"
    )
    with pytest.raises(QuestionError, match=r"Total Nacional.*stands for a place"):
        read(text, indicator="Paro")
    found = read(text, place="Spain", indicator="Paro")
    assert [row[:2] for row in found.rows] == [
        ["Paro, Ambos", "Spain"],
        ["Paro, Ambos", "01 Norte"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "全国,5,6\n北海道,1,2\n東京都,3,4\n",
        "全國,5,6\n新北市,1,2\n臺北市,3,4\n",
        "全国,5,6\nうち東部,1,2\n",
    ],
)
def test_the_whole_nation_is_china_only_in_its_own_letters(rows: str) -> None:
    head = "地域,2020年,2021年\n"
    with pytest.raises(QuestionError, match="stands for a place that the table does not name"):
        read(head + rows, indicator="人口")
    own = read("地区,2020年,2021年\n全国,5,6\n河北省,1,2\n", indicator="人口")
    assert own.rows[0][1] in ("全国", "100000")


def test_a_line_above_with_the_unit_at_its_end_is_no_header() -> None:
    title = "出生數按性別分,,,,\n,,按登記日期統計,,單位：人\n"
    text = title + "年別,年別,計,男,女\n民國108年,2019,30,16,14\n民國109年,2020,28,15,13\n"
    found = read(text, place="Peru")
    names = [f"出生數按性別分, {part}" for part in ("計", "男", "女")]
    assert [(row[0], row[5]) for row in found.rows[:3]] == [(name, "人") for name in names]


@pytest.mark.parametrize("header", ["Year,Health,Education,Sector", "Year,Education,Health,Sector"])
def test_a_word_for_a_class_over_figures_is_their_name(header: str) -> None:
    # education is a class where it tells rows apart, and an industry among others
    found = read(header + "\n2019,40,31,7\n2020,43,39,8\n2021,47,36,9\n", place="Peru")
    assert {row[0] for row in found.rows} == {"Health", "Education", "Sector"}


@pytest.mark.parametrize("codes", ["1122", "0123"])
def test_codes_of_a_class_come_again_or_follow_one_another(codes: str) -> None:
    text = "Year,Education,Tea\n" + "".join(
        f"{2019 + (n % 2 if codes == '1122' else 0)},{c},{n}.5\n" for n, c in enumerate(codes)
    )
    assert {row[0] for row in read(text, place="Peru").rows} == {f"Tea, {c}" for c in codes}


def test_whole_numbers_before_years_may_be_codes_of_places() -> None:
    with pytest.raises(QuestionError) as caught:
        read("CIR,2019,2020\n11001,2,3\n11002,4,5\n", place="Peru")
    assert [way.flag for way in caught.value.ways] == ["--column CIR=place", "--column CIR=skip"]


def test_dots_before_a_name_indent_it() -> None:
    found = read("Area,2019,2020\nPeru,9,8\n.Norte,4,5\n..Sur,5,3\n", indicator="Tea")
    assert [row[1] for row in found.rows[::2]] == ["Peru", "Norte", "Sur"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Year,Federal,State,Local\n2019,40,31,7\n2020,43,39,8\n", {"Federal", "State", "Local"}),
        ("Year,State,Local\n2019,40,31\n2020,43,39\n", {"State", "Local"}),
        ("Country,Year,Age,Tea\nPeru,2019,31,7\nPeru,2020,32,8\nChile,2019,31,9\n", {"Age", "Tea"}),
    ],
)
def test_numbers_that_tell_no_rows_apart_are_figures(text: str, names: set[str]) -> None:
    assert {row[0] for row in read(text, place="" if "Country" in text else "Peru").rows} == names


def test_numbers_that_tell_rows_apart_are_codes() -> None:
    found = read("Year,State,Tea\n2019,36,7\n2019,48,8\n2020,36,9\n2020,48,9\n")
    assert {row[1] for row in found.rows} == {"36", "48"}


def test_codes_of_known_places_stay_places_though_each_has_a_period_of_its_own() -> None:
    found = read("ref_area,Year,Tea\n130723,2019,7\n320100,2020,8\n")
    assert {row[1] for row in found.rows} == {"130723", "320100"}


def test_a_line_below_the_title_that_names_the_unit_is_not_dropped() -> None:
    head = "Tea by state\nReal sales (Millions of chained 2012 dollars)\nOffice of Tea\nArea,2019\n"
    found = read(head + "Norte,5\nSur,6\n")
    assert found.rows[0][0].startswith("Tea by state, Real sales")
    assert found.rows[0][5:] == ["Millions of dollars", "constant:2012"]


def test_the_work_grows_with_the_columns_not_with_their_square() -> None:
    def calls(columns: int) -> int:
        seen = 0

        def count(*_: object) -> None:
            nonlocal seen
            seen += 1

        names = ",".join(f"v{i}" for i in range(columns))
        text = f"Area,Year,{names}\nPeru,2020{',1' * columns}\n"
        sys.setprofile(count)
        try:
            read(text)
        finally:
            sys.setprofile(None)
        return seen

    calls(400)  # what is loaded, or kept, once
    assert calls(400) < 2.2 * calls(200)


def test_numbers_with_a_zero_before_them_are_codes_though_not_all_are_as_long() -> None:
    text = "dp,town,id,year,Catch\n00,Sum,00,2021,9\n05,Elm,05001,2021,4\n05,Elm,05001,2022,6\n08,Oak,08003,2021,5\n"
    found = read(text, columns={"town": "place"})
    assert {row[0] for row in found.rows} == {"Catch"}
    assert sorted(row[4] for row in found.rows) == ["4", "5", "6", "9"]


def test_single_years_of_age_among_groups_are_parts_of_the_name() -> None:
    found = read(
        "Edad,2021,2022\nTodas,9,8\n0-1,5,4\n0,2,3\n1,3,1\n2 y más,4,4\n",
        indicator="Boats",
        place="Ost",
    )
    assert [row[0] for row in found.rows][::2] == [
        "Boats, Todas",
        "Boats, 0-1",
        "Boats, 0",
        "Boats, 1",
        "Boats, 2 y más",
    ]


def test_years_of_a_projection_go_beyond_the_century() -> None:
    years = [*map(str, range(2098, 2103))]
    text = f"Age,{','.join(years)}\n0,5,6,7,8,9\n1,4,4,3,3,2\n"
    found = read(text, indicator="Boats", place="Ost")
    assert {row[2] for row in found.rows} == {*years}


def test_a_row_without_any_figure_yet_is_no_header() -> None:
    found = read(
        "code,kind,period,A,B\n01,big,2021 Q1,NA,NA\n01.2,small,2021 Q1,4,5\n01,big,2021 Q2,6,8\n01.2,small,2021 Q2,7,9\n",
        place="Ost",
    )
    assert sorted(row[4] for row in found.rows) == ["4", "5", "6", "7", "8", "9"]


def test_an_empty_column_before_the_periods_is_nothing() -> None:
    found = read(
        'Back to contents,,\n,1.6 Catch,\n,,"Hake (16+, millions)"\n,2021Q1,5\n,2021Q2,6\n',
        place="Ost",
    )
    assert [(row[0], row[2], row[5]) for row in found.rows] == [
        ("Hake (16+)", "2021-Q1", "millions"),
        ("Hake (16+)", "2021-Q2", "millions"),
    ]


def test_a_name_that_is_written_once_holds_beside_the_parts_of_another() -> None:
    found = read(
        "Household size,Type,2021,2022\nOne,man,5,6\n,woman,7,8\nTwo,couple,4,3\n", place="Ost"
    )
    assert len(found.rows) == 6
    assert len({row[0] for row in found.rows}) == 3


def test_numbers_beside_a_column_of_values_are_codes_where_they_tell_lines_apart() -> None:
    text = "Data,Codi,Nom,Valor,GRUP,SEXE\n2021-01-01,1,Elm,7,1,1\n2021-01-01,1,Elm,8,1,2\n2021-01-01,2,Oak,9,2,1\n2021-01-01,1,Elm,5,2,1\n"
    found = read(text, columns={"Nom": "place"}, indicator="Boats")
    assert sorted((row[0], row[1], row[4]) for row in found.rows) == [
        ("Boats, 1, 1", "Elm", "7"),
        ("Boats, 1, 2", "Elm", "8"),
        ("Boats, 2, 1", "Elm", "5"),
        ("Boats, 2, 1", "Oak", "9"),
    ]


def test_a_size_beside_a_column_of_values_stays_a_figure() -> None:
    text = "Region,Year,value,n\nElm,2021,7.5,120\nOak,2021,8.5,130\nElm,2022,6.5,140\n"
    with pytest.raises(QuestionError, match="over the columns differs: “value” and “n”"):
        read(text, indicator="Boats")
    found = read(text, indicator="Boats", columns={"header": "name"})
    assert [row[0] for row in found.rows] == ["Boats", "Boats, n"] * 3


def test_months_of_which_each_row_has_one_are_the_time_also_behind_a_figure() -> None:
    months = ["Jan-95", "Feb-95", "Mar-95", "Apr-95", "May-95", "Jun-95"]
    lines = [f"{n % 4},{month},{100 + n}.5" for n, month in enumerate(months)]
    found = read("\n".join(["seq,when,rate", *lines]), place="Norway", indicator="")
    assert [row[2] for row in found.rows if row[0] == "rate"] == [
        f"1995-0{month}" for month in range(1, 7)
    ]


def test_a_column_that_counts_rows_from_nought_is_left_out_only_before_times() -> None:
    months = [f"2001-0{n}" for n in range(1, 8)]
    text = "\n".join(["seq,when,rate", *(f"{n},{m},{n}.5" for n, m in enumerate(months))])
    assert {row[0] for row in read(text, place="Norway").rows} == {"rate"}
    ages = "\n".join(["age,heads 2019", *(f"{n},{n + 40}" for n in range(7))])
    assert "heads, 0" in {row[0] for row in read(ages, place="Norway").rows}


def test_yes_and_no_of_a_program_beside_the_figures_is_left_out_where_it_tells_nothing_apart() -> (
    None
):
    lines = [f"2001-0{n},{n}.5,{n == 2}" for n in range(1, 8)]
    found = read("\n".join(["when,rate,joined", *lines]), place="Norway")
    assert len(found.rows) == 7
    assert {row[0] for row in found.rows} == {"rate"}


def test_periods_with_an_underscore_are_read_and_a_year_with_two_digits_is_none() -> None:
    found = read("sort,2019_Q3,2020_Q3\nHops,5,6\n", place="Norway", indicator="")
    assert [row[2] for row in found.rows] == ["2019-Q3", "2020-Q3"]
    assert period_of("2019_Sep") == period_of("2019-09")
    assert period_of("2008_09") is None


def test_years_under_the_span_from_the_first_to_the_last_of_them_are_the_time() -> None:
    text = "Measure,Country,2003-2005,Value\nJobless,Chile,2003,5.5\nJobless,Chile,2005,6.5\n"
    assert [row[:3] for row in read(text).rows] == [
        ["Jobless", "Chile", "2003"],
        ["Jobless", "Chile", "2005"],
    ]


def test_numbers_of_rows_that_a_program_wrote_are_left_out_also_with_gaps() -> None:
    rows = [f"{n},Ostmark,{2001 + k},{k}.5" for k, n in enumerate((3, 4, 7, 8, 9, 12))]
    found = read("\n".join([",Region,Year,tea", *rows]))
    assert {row[0] for row in found.rows} == {"tea"}


def test_marital_status_is_no_place_whatever_its_words_say() -> None:
    assert loose_role_of("Estado civil de la madre") == "name"
    assert loose_role_of("Estado de residencia") == "place"


def test_entity_names_places_only_where_a_place_stands_below_it() -> None:
    ages = "Entity,Year,heads\n1-4 years,2015,5\n5-9 years,2015,6\n"
    found = read(ages, place="Norway")
    assert [row[:2] for row in found.rows] == [
        ["heads, 1-4 years", "Norway"],
        ["heads, 5-9 years", "Norway"],
    ]
    with pytest.raises(DataError, match="does not name its place"):
        read(ages)
    places = read("Entity,Year,heads\nNorway,2015,5\nFar Isles,2015,6\n")
    assert [row[1] for row in places.rows] == ["Norway", "Far Isles"]


def test_an_index_with_its_base_is_what_figures_are_of() -> None:
    assert role_of("Index (2002-3 = 100)") == ""
    found = read(
        "Year,Category,Index (2010 = 100)\n2012,Tea,100.5\n2013,Tea,97.9\n", place="Norway"
    )
    assert [row[4] for row in found.rows] == ["100.5", "97.9"]


@pytest.mark.parametrize("classes", [("1 to 2", "3 to 5"), ("1-2", "3-5"), ("narrow", "wide")])
def test_classes_are_part_of_a_name_that_the_user_said(classes: tuple[str, str]) -> None:
    one, two = classes
    text = f"Region,Gauge,2019,2020\nElm,{one},4,5\nElm,{two},6,7\nFen,{one},8,9\nFen,{two},3,2\n"
    rows = read(text, indicator="Tracks").rows
    assert [(row[0], row[1], row[4]) for row in rows[:4:2]] == [
        (f"Tracks, {one}", "Elm", "4"),
        (f"Tracks, {two}", "Elm", "6"),
    ]


def test_words_that_tell_no_rows_apart_are_no_part_of_a_name_that_the_user_said() -> None:
    text = "Region,Remark,2019,2020\nElm,old,4,5\nFen,new,8,9\nMoor,old,3,2\n"
    assert {row[0] for row in read(text, indicator="Tracks").rows} == {"Tracks"}


@pytest.mark.parametrize("word", ["SIC", "Code NAF", "CNAE", "NOGA code", "ISIC Rev. 4"])
def test_numbers_of_branches_beside_their_names_are_their_codes(word: str) -> None:
    text = f"Country,{word},Branch,Year,Jobs\nKenya,10,Food,2016,50\nKenya,11,Drinks,2016,60\n"
    assert [(row[0], row[4]) for row in read(text).rows] == [
        ("Jobs, Food", "50"),
        ("Jobs, Drinks", "60"),
    ]


def test_numbers_of_branches_without_names_are_a_part_of_the_name() -> None:
    text = "Country,ISIC,Year,Jobs\nKenya,10,2016,50\nKenya,11,2016,60\n"
    assert [row[0] for row in read(text).rows] == ["Jobs, 10", "Jobs, 11"]


def test_letters_of_branches_are_no_flags() -> None:
    text = "Country,SIC code,Branch,Year,Jobs\nKenya,A,Farms,2016,50\nKenya,B,Mines,2016,60\n"
    assert [(row[0], *row[6:7]) for row in read(text).rows] == [
        ("Jobs, Farms",),
        ("Jobs, Mines",),
    ]


def test_codes_of_places_without_names_are_the_places() -> None:
    text = "NUTS 2,Year,Jobs\nDE11,2016,50\nDE12,2016,60\n"
    assert {row[1] for row in read(text).rows} == {"DE11", "DE12"}
    counties = "County FIPS,Year,Jobs\n01001,2016,50\n01003,2016,60\n"
    assert {row[1] for row in read(counties).rows} == {"01001", "01003"}


def test_each_line_of_the_words_has_a_role_and_words() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert {len(row) for row in csv.reader(file)} == {2}


def test_two_columns_of_parts_of_a_year_without_the_year_are_asked_about() -> None:
    text = "Series,REF_AREA,TIME_PERIOD,Time,Value\nTea,Peru,First quarter,3,5\n"
    with pytest.raises(DataError):
        read(text)


COUNTIES = """SUMLEV,REGION,DIVISION,STATE,COUNTY,STNAME,CTYNAME,2010,2011
40,3,6,1,0,Ostland,Ostland,47,48
50,3,6,1,1,Ostland,Hill County,5,6
50,3,6,1,3,Ostland,Lake County,42,42
40,3,6,2,0,Westland,Westland,31,33
50,3,6,2,1,Westland,Lake County,20,21
50,3,6,2,3,Westland,Mill County,11,12
40,4,7,3,0,Nordland,Nordland,3,3
50,4,7,3,1,Nordland,Ford County,3,3
"""


def test_numbers_before_names_of_places_under_words_for_these_are_their_codes() -> None:
    found = read(COUNTIES, indicator="Jobs", columns={"STNAME": "parent"})
    assert [row[1] for row in found.rows[::2]][:3] == [
        "Ostland",
        "Hill County",
        "Lake County (Ostland)",
    ]
    assert [row[4] for row in found.rows[:4]] == ["47", "48", "5", "6"]


def test_kinds_of_places_beside_them_are_no_part_of_the_name() -> None:
    text = (
        "Variant,Name,Type,2019,2020\nMedium,Norway,Country/Area,5,6\nMedium,Peru,Country/Area,7,8\n"
        "Medium,Poor lands,Income Group,9,10\nMedium,The North,Development Group,11,12\nMedium,Hills,Subregion,1,2\n"
    )
    found = read(text, indicator="Jobs")
    assert {row[0] for row in found.rows} == {"Jobs, Medium"}
    assert {row[1] for row in found.rows} >= {"Norway", "Peru"}


def test_the_finest_of_several_columns_of_places_counts() -> None:
    text = (
        "ConstituencyName,RegionNationName,CountryName,Year,Pay\nHill West,South,United Kingdom,2024,5\n"
        "Hill East,South,United Kingdom,2024,6\nLake,North,United Kingdom,2024,7\n"
    )
    assert [row[1] for row in read(text).rows] == ["Hill West", "Hill East", "Lake"]


def test_columns_of_codes_and_texts_by_their_endings_in_czech() -> None:
    text = (
        "idhod,hodnota,stapro_kod,zbozi_cis,zbozi_kod,zbozi_txt,mesic,rok\n"
        "7001,105.2,6134,6000,01,Chleb,5,2018\n7002,106.5,6134,6000,02,Mleko,5,2018\n7003,107.5,6134,6000,01,Chleb,6,2018\n"
    )
    found = read(text, place="Elmby")
    assert [(row[0], row[2], row[4]) for row in found.rows] == [
        ("Chleb", "2018-05", "105.2"),
        ("Mleko", "2018-05", "106.5"),
        ("Chleb", "2018-06", "107.5"),
    ]


def test_a_country_named_after_its_states_is_a_place() -> None:
    found = read("Country,Year,Rye (t)\nUnited States,2020,100\nUnited States,2021,110\n")
    assert [line[1] for line in found.rows] == ["United States", "United States"]


@pytest.mark.parametrize("codes", ["FRA,COD,PER,DEU", "NO,ID,SE,FI,DE"])
def test_codes_of_countries_over_figures_are_places_also_where_they_are_words_of_headers(
    codes: str,
) -> None:
    """COD is a code in Spanish, ID an identity and NO a number: their columns were left out."""
    many = codes.count(",") + 1
    lines = [f"{y}," + ",".join(str(40 + 3 * n + y % 7) for n in range(many)) for y in (2001, 2002)]
    text = f"Exports of rye (t)\nYear,{codes}\n" + "\n".join(lines) + "\n"
    found = read(text, columns={"header": "place"})
    assert len(found.rows) == 2 * many
    assert {row[1] for row in found.rows} == {*codes.split(",")}
