"""What is odd about figures: rates of unknown scale, signs that some have, ends that were cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.model.unit import Unit
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised


def read(text: str, **said: object) -> Recognised:
    return recognise(sheets("t.csv", text.encode())[0], Hints(**said))  # type: ignore[arg-type]


def words(found: Recognised) -> list[str]:
    return [str(line) for line in found.said]


@pytest.mark.parametrize(
    "label",
    [
        "产值增速",
        "失业率",
        "女性比例",
        "jobless rate",
        "Tea growth",
        "Unemployment",
        "Share of women",
        "Taux de chômage",
    ],
)
def test_rates_within_one_without_a_sign_are_asked_about(label: str) -> None:
    text = f"地区,年份,{label}\n东乡,2021,0.052\n西乡,2021,-0.0125\n"
    with pytest.raises(DataError, match=r"^t:2:3|^t.csv:2:3: .*0.052 may be 5.2 %.*--unit %"):
        read(text)
    assert [row[4] for row in read(text, unit="%").rows] == ["0.052", "-0.0125"]


@pytest.mark.parametrize(
    "text",
    [
        "地区,年份,产值增速(%)\n东乡,2021,0.5\n西乡,2021,-0.2\n",
        "地区,年份,产值增速\n东乡,2021,0.5\n西乡,2021,3.2\n",
        "地区,年份,产值增速\n东乡,2021,0\n西乡,2021,1\n",
        "地区,年份,产量(吨)\n东乡,2021,0.5\n西乡,2021,0.2\n",
        "地区,年份,产值增速\n东乡,2021,0.5%\n西乡,2021,0.2%\n",
        "产值增速(%)\n地区,2021年\n东乡,0.5\n西乡,0.2\n",
    ],
)
def test_a_sign_or_a_larger_number_says_what_rates_are(text: str) -> None:
    assert read(text).rows[0][4] in ("0.5", "0")


def test_a_per_cent_sign_in_a_cell_is_the_unit() -> None:
    found = read("Region,2021,2022\nOstland,12.5%,13.1%\n", indicator="Jobs")
    assert [row[3:] for row in found.rows] == [["level", "12.5", "%"], ["level", "13.1", "%"]]


def test_a_per_cent_sign_in_a_column_of_another_unit_is_refused() -> None:
    with pytest.raises(DataError, match=r"^t.csv:3:2: “5.2%” is a rate, and “产值” is in 亿元"):
        read("指标：产值(亿元)\n地区,2022年\n东乡,5.2%\n")


def test_a_figure_without_a_sign_beside_one_with_it_is_refused() -> None:
    with pytest.raises(DataError, match=r"^t.csv:2:3: “7” has no per cent sign, 5.2% beside it"):
        read("地区,2022年,2021年\n东乡,5.2%,7\n", indicator="茶")


def test_a_last_number_out_of_line_without_an_end_of_line_may_be_cut_off() -> None:
    lines = "".join(f"东乡,{2015 + n},{1000 + n}\n" for n in range(6))
    said = "the text ends at 8:3 with 10, out of line: it may be cut off"
    assert said in words(read(f"地区,年份,产量(吨)\n{lines}东乡,2021,10"))
    assert said not in words(read(f"地区,年份,产量(吨)\n{lines}东乡,2021,10\n"))
    assert said not in words(read(f"地区,年份,产量(吨)\n{lines}东乡,2021,1010"))


def test_growth_below_its_amounts_may_be_fractions() -> None:
    table = "Item,2019,2020,2021\nHuts,1000,1120,1210\nGrowth rate,,{},{}\n"
    with pytest.raises(QuestionError, match="all lie between -1 and 1"):
        read(table.format("0.12", "0.08"), place="Goa")
    small = table.replace("1120,1210", "1004,1009")
    found = read(small.format("0.4", "0.5"), place="Goa")  # the amounts say that it is per cent
    assert [row[4:6] for row in found.rows if row[3] == "growth"] == [["0.4", "%"], ["0.5", "%"]]


def test_a_last_line_without_all_its_cells_and_an_end_is_cut() -> None:
    table = "Huts in Goa (kt)\nKind,2021,2022\nOak,5,6\nElm,7,8\n"
    said = (
        "the last line, 5, has {} of 3 cells and no end: it is cut, and what it lacks is not read"
    )
    for last, cells in (("Ash,9", 2), ("As", 1)):
        assert said.format(cells) in words(read(table + last, place="Goa"))
    for last in ("Ash,9\n", "Source: own", "Ash,9,5"):
        assert not [text for text in words(read(table + last, place="Goa")) if "it is cut" in text]


def test_two_figures_are_enough_to_be_out_of_line_with() -> None:
    text = "place,year,output (kt)\nAby,2019,1200\nAby,2020,1250\nAby,2021,13"
    assert "the text ends at 4:3 with 13, out of line: it may be cut off" in words(read(text))


def test_whole_numbers_that_never_change_may_be_codes() -> None:
    text = "region,belt,year,output\nOst,5,2021,10.5\nOst,5,2022,11\nWest,8,2021,7\nWest,8,2022,8\n"
    said = "belt is the same in every period for each place: it may be a code"
    assert said in words(read(text))


@pytest.mark.parametrize(
    "labels", [["2007-08", "2008-09"], ["2012-13", "2013-14"], ["2010/11", "2011/12"], ["2013–14"]]
)
def test_years_of_two_calendar_years_are_periods_of_their_own(labels: list[str]) -> None:
    text = f"Region,{','.join(labels)}\nOst{',5' * len(labels)}\n"
    first = int(labels[0][:4])
    codes = [f"{y}/{(y + 1) % 100:02d}" for y in range(first, first + len(labels))]
    assert [row[2] for row in read(text, indicator="Tea").rows] == codes
    down = "".join(f"{label},5\n" for label in labels)
    assert [row[2] for row in read(f"Year,Tea\n{down}", place="Ost").rows] == codes


def test_months_one_after_the_other_are_no_years() -> None:
    found = read("Region,2008-08,2008-09,2008-10\nOst,5,6,7\n", indicator="Tea")
    assert [row[2] for row in found.rows] == ["2008-08", "2008-09", "2008-10"]


def test_dates_six_months_apart_are_no_quarters() -> None:
    found = read("date,Tea\n2021-06-30,5\n2021-12-31,6\n", place="Ost")
    assert [row[2] for row in found.rows] == ["2021-06", "2021-12"]


@pytest.mark.parametrize(
    "text",
    [
        "地区,单位,年份,消费价格指数\n东乡,上年=100,2021,101.5\n",
        "单位：上年=100\n地区,年份,消费价格指数\n东乡,2021,101.5\n",
    ],
)
def test_a_base_in_the_place_of_a_unit_makes_an_index(text: str) -> None:
    assert read(text).rows == [["消费价格", "东乡", "2021", "index", "101.5", "上年=100"]]


def test_two_units_in_one_title_are_none() -> None:
    found = read("单位：万元、人\n县,产值,居民\n东乡,5,6\n", period="2021")
    assert [row[5] for row in found.rows] == ["", ""]
    assert "the title names several units, 万元、人: none is taken (--unit names one)" in words(
        found
    )


def test_two_units_in_words_are_none_either() -> None:
    found = read("Unit: million USD, persons\nItem,2021\nTrade,5\nStaff,6\n", place="Ost")
    assert [row[5] for row in found.rows] == ["", ""]


def test_names_for_which_the_indicator_of_the_user_stands_are_asked_about() -> None:
    text = '"07 Ost",2021,5.5\n"07 Ost",2022,6.5\n"08 West",2021,7.5\n"08 West",2022,8.5\n'
    with pytest.raises(QuestionError, match=r"only column 1 .* differs: “07 Ost” and “08 West”"):
        read(text, indicator="Jobs", place="Norway", unit="person")
    text = ",BOYS,,GIRLS,\n,2021,2022,2021,2022\n0-4,3,4,5,6\n"
    with pytest.raises(QuestionError, match=r"over the columns differs: “BOYS” and “GIRLS”"):
        read(text, indicator="Pupils", place="Ost")
    found = read(text, indicator="Pupils", place="Ost", columns={"header": "name", "1": "name"})
    assert {row[0] for row in found.rows} == {"Pupils, BOYS, 0-4", "Pupils, GIRLS, 0-4"}


def test_a_year_of_accounts_of_a_japanese_era_is_asked_about() -> None:
    text = "年,値\n平成18年度,12.5\n平成19年度,13.5\n"
    with pytest.raises(QuestionError, match=r"平成18年度.*2005/06, 2006/07 or the calendar year"):
        read(text, indicator="生産額", place="日本", unit="百万円")
    found = read(text, indicator="生産額", place="日本", unit="百万円", fiscal="begins")
    assert [row[2] for row in found.rows] == ["2006/07", "2007/08"]


def test_names_over_the_columns_are_places_where_the_indicator_is_said() -> None:
    text = "Year,Ostland,Westland\n2019,100,200\n2020,101,204\n"
    assert [row[:3] for row in read(text, indicator="Tea").rows][1] == ["Tea", "Westland", "2019"]
    with pytest.raises(DataError, match="does not name its place"):
        read(text)
    known = read("产值(亿元)\n年份,东岭县,西河县\n2021,5,6\n")
    assert [row[:2] for row in known.rows] == [["产值", "东岭县"], ["产值", "西河县"]]


def test_names_under_an_unknown_header_are_places_where_the_indicator_is_said() -> None:
    found = read("Municipio,2021\nVilla Alta,5\nVilla Baja,6\n", indicator="people")
    assert [row[:2] for row in found.rows] == [["people", "Villa Alta"], ["people", "Villa Baja"]]


def test_a_label_that_names_no_period_is_named() -> None:
    with pytest.raises(DataError, match=r"^t.csv:2:2: .*“out1940” over column 2 names none"):
        read("State,out1940\nOstland,5\n")
    with pytest.raises(DataError, match=r"^t.csv:2:1: “soon” is no period that is known"):
        read("Year,Region,Tea\nsoon,Ost,5\n")


def test_a_label_that_may_be_a_month_or_a_year_that_spans_two_is_asked_about() -> None:
    text = "Region,2008-09\nOst,5\n"
    with pytest.raises(DataError, match=r"“2008-09” stands alone.*2008/09.*--fiscal begins"):
        read(text, indicator="Tea")
    for word, period in (("begins", "2008/09"), ("calendar", "2008-09")):
        assert [row[2] for row in read(text, indicator="Tea", fiscal=word).rows] == [period]
    months = read("Region,2008-09,2008-10\nOst,5,6\n", indicator="Tea")
    assert [row[2] for row in months.rows] == ["2008-09", "2008-10"]


@pytest.mark.parametrize("label", ["FY2009", "FY 2009", "FY09", "Fiscal year 2009"])
def test_a_fiscal_year_that_names_one_year_is_asked_about(label: str) -> None:
    text = f"Region,{label}\nOst,5\n"
    with pytest.raises(
        DataError, match=rf"“{label}” does not say.*2008/09, 2009/10.*--fiscal ends"
    ):
        read(text, indicator="Tea")
    for word, period in (("ends", "2008/09"), ("begins", "2009/10"), ("calendar", "2009")):
        assert [row[2] for row in read(text, indicator="Tea", fiscal=word).rows] == [period]


def test_a_year_of_accounts_is_the_calendar_year_in_chinese_and_asked_about_in_japanese() -> None:
    found = read("地区,2009年度,2010年度\n东乡,5,6\n", indicator="茶")
    assert [row[2] for row in found.rows] == ["2009", "2010"]
    assert any("a year of accounts is the calendar year" in line for line in words(found))
    with pytest.raises(DataError, match="“2009年度” does not say which months"):
        read("地域,2009年度,2010年度\nみなと,5,6\n", indicator="茶")


TWO_UNKNOWN = "Results of 2020\nTownlet,Plan,Actual\nHof,1,2\nKell,3,4\n"


def test_names_over_the_columns_that_nobody_knows_are_asked_about() -> None:
    with pytest.raises(
        DataError, match=r"^t:2:2|^t.csv:2:2: .*over the columns.*“Plan”.*--column header=place"
    ):
        read(TWO_UNKNOWN)
    for text in (
        "2020年\n指标,城镇,农村\n出生人口,3,1\n",
        "In 2020\nIndicator,Plan,Actual\nBirths,1,2\n",
    ):
        with pytest.raises(DataError, match="--area"):
            read(text)


@pytest.mark.parametrize(
    ("said", "name", "place"),
    [({"header": "place"}, "Hof", "Plan"), ({"Townlet": "place"}, "Plan", "Hof")],
)
def test_what_the_names_over_the_columns_are_can_be_said(
    said: dict[str, str], name: str, place: str
) -> None:
    found = recognise(sheets("t.csv", TWO_UNKNOWN.encode())[0], Hints(columns=said))
    assert found.rows[0][:3] == [name, place, "2020"]


@pytest.mark.parametrize(
    "text",
    [
        "Region,People,Year,Income,Year\nHof,1,2020,5,2021\nKell,2,2020,6,2021\n",
        "Region,Year,People,Year,Income\nHof,2020,1,2021,5\nKell,2020,2,2021,6\n",
    ],
)
def test_figures_beside_years_of_their_own_are_asked_about(text: str) -> None:
    with pytest.raises(
        DataError, match=r"both say when, and not the same.*--column 4=skip --column 5=skip"
    ):
        read(text)
    assert [row[2] for row in read(text.replace("2021", "2020")).rows] == ["2020"] * 4
    one = recognise(sheets("t.csv", text.encode())[0], Hints(columns={"4": "skip", "5": "skip"}))
    assert [(*row[:3], row[4]) for row in one.rows] == [
        ("People", "Hof", "2020", "1"),
        ("People", "Kell", "2020", "2"),
    ]


def test_means_over_a_column_are_figures() -> None:
    rows = read("Region,Mean,Median,Year\nHof,10.5,9,2020\nKell,12,11,2021\n").rows
    assert [(*row[:3], row[4]) for row in rows[:2]] == [
        ("Mean", "Hof", "2020", "10.5"),
        ("Median", "Hof", "2020", "9"),
    ]


@pytest.mark.parametrize("word", ["fraction", "小数"])
def test_rates_that_are_fractions_are_told_by_a_flag(word: str) -> None:
    # 0.0046 of all is 0.46 %; the amount beside it is none
    text = "地区,年份,养老占比,产值\n东乡,2021,0.0046,0.5\n西乡,2021,0.0052,0.6\n"
    found = [(row[0], row[4], row[5]) for row in read(text, unit=word).rows]
    assert found[:2] == [("养老占比", "0.0046", "小数"), ("产值", "0.5", "")]
    assert Unit.parse("小数").shift_to(Unit.parse("%")) == 2


def test_per_cent_is_proposed_only_where_all_are_rates() -> None:
    mixed = "地区,年份,养老占比,产值\n东乡,2021,0.0046,0.5\n西乡,2021,0.0052,0.6\n"
    with pytest.raises(QuestionError) as caught:
        read(mixed)
    assert [way.flag for way in caught.value.ways] == ["--unit fraction"]


def test_one_rate_by_age_has_one_scale() -> None:
    text = "year,age,value\n2021,15,17.9\n2021,49,0.5\n2022,15,18.1\n2022,49,0.4\n"
    found = read(text, indicator="birth rate", place="Ost")
    assert [row[4:6] for row in found.rows] == [
        ["17.9", ""],
        ["0.5", ""],
        ["18.1", ""],
        ["0.4", ""],
    ]


def test_an_index_with_figures_below_nought_is_refused() -> None:
    text = "Month,Prices (previous year=100)\n2021-01,1.5\n2021-02,-0.5\n2021-03,2.5\n"
    with pytest.raises(DataError, match=r"says an index .*, and no index is -0\.5"):
        foreign("a.csv", text.encode(), Hints(place="Peru"))
    real = text.replace("1.5", "101.5").replace("-0.5", "99.5").replace("2.5", "102.5")
    (found,) = foreign("a.csv", real.encode(), Hints(place="Peru"))
    assert {row[3] for row in found.rows} == {"index"}
