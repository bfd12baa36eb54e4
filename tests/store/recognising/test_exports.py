"""Tables as offices' pages give them for download: own figures in their layouts."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **said: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(**said))
    return [row[:6] for row in found.rows]


WEB = """"Jobs by branch, annual (x 1,000) 1 2"
"Annual"
"Table: 14-10-0001-01"

"Geography","Uplandia","","Lowlandia",""
"Industry","2016","2017","2016","2017"
,"Persons","Persons","Persons","Persons"
"Mining","10.5","11.5","20.5","21.5"
"Fishing","1.5","2.5","3.5","4.5"

"Footnotes:"
"1","Means of twelve months."
"""


def test_places_over_years_a_row_of_units_and_the_scale_of_the_title() -> None:
    found = read(WEB)
    name = "Jobs by branch, annual"
    assert found[0] == [f"{name}, Mining", "Uplandia", "2016", "level", "10.5", "thousand Persons"]
    assert found[-1][:3] == [f"{name}, Fishing", "Lowlandia", "2017"]
    assert found[-1][4:] == ["4.5", "thousand Persons"]
    assert len(found) == 8


def test_a_scale_of_the_title_goes_before_the_unit_of_a_column() -> None:
    text = "Boats (thousands)\nCountry,Indicator,Unit,2016,2017\nKenya,Boats,number,1.5,2.5\nKenya,Share,%,10.5,11.5\n"
    assert {(row[0], row[5]) for row in read(text)} == {
        ("Boats", "thousand number"),
        ("Boats, Share", "%"),
    }


def test_a_second_column_of_the_same_years_is_no_figure() -> None:
    text = "STATISTIC,STATISTIC Label,TLIST(A1),Year,County,UNIT,VALUE\nA1,Goats,2016,2016,Kerry,Thousand,1.5\nA1,Goats,2017,2017,Kerry,Thousand,2.5\n"
    assert [(row[0], row[2], row[4]) for row in read(text)] == [
        ("Goats", "2016", "1.5"),
        ("Goats", "2017", "2.5"),
    ]


def test_figures_that_may_be_years_beside_others_are_figures() -> None:
    text = "Country,Year,Ships (number)\nKenya,2016,1950\nKenya,2017,1960\nKenya,2018,1970\n"
    assert [row[4] for row in read(text)] == ["1950", "1960", "1970"]


def test_days_below_a_word_over_the_columns_are_the_years_that_they_end() -> None:
    text = "Goats (number)\n;Stichtag;Stichtag\nLand;31.12.2016;31.12.2017\nHessen;1288;1293\nBayern;3124;3140\n"
    assert [(row[1], row[2], row[4]) for row in read(text)[:2]] == [
        ("Hessen", "2016", "1288"),
        ("Hessen", "2017", "1293"),
    ]


def test_codes_before_names_in_every_cell_also_numbers() -> None:
    text = (
        "MEASURE: Measure,REGION: Region,FREQ: Frequency,TIME_PERIOD: Time,OBS_VALUE,UNIT_MEASURE: Unit,UNIT_MULT: Multiplier\n"
        "M1: Sales,1: Uplandia,M: Monthly,2016-01,10.5,AUD: Australian Dollars,6: Millions\n"
        "M1: Sales,2: Lowlandia,M: Monthly,2016-01,20.5,AUD: Australian Dollars,6: Millions\n"
    )
    assert [tuple(row[c] for c in (0, 1, 4, 5)) for row in read(text)] == [
        ("Sales", "Uplandia", "10.5", "million Australian Dollars"),
        ("Sales", "Lowlandia", "20.5", "million Australian Dollars"),
    ]


def test_pieces_of_a_label_are_its_year_its_unit_and_its_name() -> None:
    head = '"Kod";"Nazwa";"krowy;mleczne;2016;[szt.]";"krowy;mleczne;2017;[szt.]"\n'
    text = f'{head}"02";"ŚLĄSKIE";"10";"11"\n"04";"OPOLSKIE";"20";"21"\n'
    names = {(row[0], row[2]) for row in read(text)}
    assert {year for _, year in names} == {"2016", "2017"}
    assert all(name.startswith("krowy, mleczne") for name, _ in names)


def test_a_word_for_all_is_no_name_of_what_is_counted() -> None:
    text = '"Kod";"Nazwa";"ogółem;2016;[osoba]";"ogółem;2017;[osoba]"\n"02";"ŚLĄSKIE";"10";"11"\n"04";"OPOLSKIE";"20";"21"\n'
    with pytest.raises(DataError, match="does not name its indicator"):
        read(text)
    assert {(row[0], row[5]) for row in read(text, indicator="People")} == {("People", "persons")}


@pytest.mark.parametrize(
    ("header", "texts", "periods"),
    [
        ("Quarter", ["2016-03", "2016-06", "2017-12"], {"2016-Q1", "2016-Q2", "2017-Q4"}),
        ("Quarter", ["2016-01", "2016-04", "2017-10"], {"2016-Q1", "2016-Q2", "2017-Q4"}),
        ("Qtr", ["Mar-16", "Jun-16", "Dec-17"], {"2016-Q1", "2016-Q2", "2017-Q4"}),
        ("Month", ["2016-03", "2016-06", "2017-12"], {"2016-03", "2016-06", "2017-12"}),
    ],
)
def test_months_under_a_word_for_quarters(header: str, texts: list[str], periods: set[str]) -> None:
    lines = "".join(f"{text},{n}.5\n" for n, text in enumerate(texts))
    assert {row[2] for row in read(f"{header},Sales (kt)\n{lines}", place="Kenya")} == periods


def test_months_under_a_word_for_quarters_that_are_none_are_refused() -> None:
    text = "Quarter,Sales (kt)\n2016-01,1.5\n2016-04,2.5\n2016-08,3.5\n"
    with pytest.raises(DataError, match="stands under a word for quarters"):
        read(text, place="Kenya")


def test_an_interval_of_three_years_from_april_is_refused_as_what_it_is() -> None:
    text = "Country,Period,Births\nKenya,2014-04-01/P3Y,12\nKenya,2017-04-01/P3Y,13\n"
    with pytest.raises(DataError, match="neither whole calendar years nor a year"):
        read(text)


def test_series_of_a_data_bank_with_descriptions_that_begin_with_a_point() -> None:
    text = (
        ".DESC,Kenya: Sales,Nepal: Sales\n.excel_last,17:2,17:2\n.DLM,05/01/17,05/01/17\n.SOURCE,A,B\n"
        ".frequency,Quarterly,Quarterly\n16:4,1.5,2.5\n17:1,3.5,4.5\n17:2,5.5,6.5\n"
    )
    found = read(text)
    assert found[0][:5] == ["Sales", "Kenya", "2016-Q4", "level", "1.5"]
    assert {row[2] for row in found} == {"2016-Q4", "2017-Q1", "2017-Q2"}


def test_the_name_of_an_office_is_no_name_of_what_is_counted() -> None:
    head = "Statistical Office of Uplandia\nBoats in harbours (number)\nDepartamentos,2016,2017\n"
    assert {row[0] for row in read(f"{head}Alto,1,2\nBajo,3,4\n")} == {"Boats in harbours"}


@pytest.mark.parametrize(
    "label",
    [
        "Sales at constant 2010 prices (kt) {}",
        "{} Sales (2010 prices)",
        "Sales (constant 2010 US$), {}",
    ],
)
def test_the_year_of_the_prices_is_not_that_of_the_figures(label: str) -> None:
    head = ",".join(f'"{label.format(year)}"' for year in (2016, 2017))
    assert {row[2] for row in read(f"Country,{head}\nKenya,1.5,2.5\nNepal,3.5,4.5\n")} == {
        "2016",
        "2017",
    }


def test_a_japanese_line_of_the_unit_is_read() -> None:
    text = (
        "表1 県別出荷額,,\n（単位：百万円）,,\n都道府県,2016年,2017年\n北海道,10,11\n青森県,20,21\n"
    )
    assert {row[5] for row in read(text)} == {"百万円"}


def test_units_in_korean_words_are_known() -> None:
    text = "행정구역,2016 (천명),2017 (천명)\n서울특별시,10,11\n부산광역시,20,21\n"
    assert {row[5] for row in read(text, indicator="People")} == {"thousand persons"}


def test_a_number_in_brackets_is_said_to_be_perhaps_negative() -> None:
    with pytest.raises(
        DataError, match=r"may be negative, or a weak estimate: --brackets negative makes it -7\.25"
    ):
        read("Country,2020,2021\nPeru,(7.25),8.5\nChile,3,4\n", indicator="Balance")
