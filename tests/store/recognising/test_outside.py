"""What stands around a table: names of files and sheets, titles, and places within labels."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def rows(text: str, name: str = "t.csv", **said: str) -> list[list[str]]:
    (found,) = foreign(name, text.encode(), Hints(**said))
    return found.rows


def refused(text: str, name: str = "t.csv") -> str:
    with pytest.raises(DataError) as caught:
        rows(text, name)
    return str(caught.value)


def said(text: str, name: str) -> str:
    (found,) = foreign(name, text.encode())
    return " | ".join(line.to("en") for line in found.said)


SERIES = "Year,Births,Deaths\n2019,5,3\n2020,6,4\n"


def test_the_place_in_the_name_of_a_file_is_taken_and_said() -> None:
    assert {row[1] for row in rows(SERIES, "vital_norway.csv")} == {"norway"}
    assert "the place is taken from the file: norway" in said(SERIES, "vital_norway.csv")


def test_the_one_place_of_a_title_is_taken_and_said() -> None:
    titled = f"Vital events in Chile since 2019\n\n{SERIES}"
    assert {row[1] for row in rows(titled)} == {"Chile"}
    assert "the place is taken from the title: Chile" in said(titled, "t.csv")


@pytest.mark.parametrize("name", ["exports_from_peru.csv", "series.csv"])
def test_what_is_elsewhere_is_asked_for_with_the_line_that_reads_it(
    name: str,
) -> None:
    assert refused(SERIES, name).endswith(
        f"Read so: cpstats import {name} --area PLACE (4 figures, the first Births, PLACE, 2019: 5)."
    )


def test_names_that_may_be_places_are_not_put_into_the_place_of_the_file() -> None:
    text = "Year,Upland,Lowland\n2019,5,3\n2020,6,4\n"
    assert "if the names beside or above the figures are places" in refused(text, "norway.csv")


def test_the_name_of_a_file_says_what_is_counted_where_nothing_else_does() -> None:
    text = "Country,2019,2020\nPeru,5,3\nChile,6,4\n"
    assert {row[0] for row in rows(text, "energy_consumption.csv")} == {"energy consumption"}
    assert "the table does not name its indicator" in refused(text, "final2.csv")


def test_the_unit_in_brackets_of_the_name_of_a_file_is_the_unit() -> None:
    text = "Country,2019,2020\nPeru,5,3\nChile,6,4\n"
    assert [row[5] for row in rows(text, "trade volume (%).csv")] == ["%"] * 4


def test_places_within_labels_are_the_places_of_their_columns() -> None:
    text = "Year,Prices_Norway,Prices_Peru,Wages_Peru\n2019,1,2,3\n2020,4,5,6\n"
    assert [row[:2] for row in rows(text)][:3] == [
        ["Prices", "Norway"],
        ["Prices", "Peru"],
        ["Wages", "Peru"],
    ]


def test_codes_beside_places_in_labels_are_no_names() -> None:
    text = "Year,Peru - PER,Far Isles (Kingdom of) - FAR,Chile - CHL\n2019,1,2,3\n2020,4,5,6\n"
    found = rows(text, indicator="Output")
    assert [row[1] for row in found[:3]] == ["Peru", "Far Isles (Kingdom of)", "Chile"]


def test_years_with_a_letter_before_them_are_years() -> None:
    text = "Country,X2018,X2019,X2020\nPeru,5,3,1\nChile,6,4,2\n"
    assert {row[2] for row in rows(text, indicator="Output")} == {"2018", "2019", "2020"}


def test_old_years_that_rise_to_ours_are_years() -> None:
    text = ",,,\nCountry,1820,1870,1950\nPeru,5,3,1\nChile,6,4,2\n"
    assert {row[2] for row in rows(text, indicator="Output")} == {"1820", "1870", "1950"}


def test_a_year_and_a_part_behind_it_are_quarters_where_none_is_above_four() -> None:
    text = "Date,Output\n" + "".join(f"{y} 0{q},{q}\n" for y in (2019, 2020) for q in (1, 2, 3, 4))
    assert [row[2] for row in rows(text, place="Peru")][3:5] == ["2019-Q4", "2020-Q1"]


def test_two_header_rows_with_letters_of_europe_are_joined() -> None:
    text = "Yıl,Genel,Genel,Diğer,Diğer\nYıl,Erkek,Kadın,Erkek,Kadın\n2019,1,2,3,4\n2020,5,6,7,8\n"
    assert [row[0] for row in rows(text, place="Peru")][:4] == [
        "Genel, Erkek",
        "Genel, Kadın",
        "Diğer, Erkek",
        "Diğer, Kadın",
    ]


def test_a_header_in_two_languages_is_what_both_say() -> None:
    text = "Bölge - Region,Yıllar - Years,Yıllar - Years\nBölge - Region,2019,2020\nPeru,5,3\nChile,6,4\n"
    assert {row[2] for row in rows(text, indicator="Output")} == {"2019", "2020"}


def test_a_line_of_the_table_that_begins_like_a_note_is_no_note() -> None:
    text = "Country,Code,2019,2020\nPeru,PER,5,3\nNote,NOT,6,4\nChile,CHL,7,8\n"
    assert len(rows(text, indicator="Output")) == 6


def test_lines_in_quotation_marks_as_a_whole_are_read() -> None:
    text = '"Item,""2019"",""2020"""\n"""Tea, green"",5,3"\n"""Rice"",6,4"\n'
    assert [row[0] for row in rows(text, place="Peru")] == ["Tea, green"] * 2 + ["Rice"] * 2


def test_the_quarter_beside_dates_says_nothing_more() -> None:
    dates = [(y, 3 * q, q) for y in (2019, 2020) for q in (1, 2, 3, 4)]
    lines = "".join(f"{y}-{m:02}-01,{y},{q},{y + q}\n" for y, m, q in dates)
    found = rows("date,year,quarter,output\n" + lines, place="Peru")
    assert [row[2] for row in found][:2] == ["2019-Q1", "2019-Q2"]


def test_rows_that_are_counted_from_nought_under_no_header_are_left_out() -> None:
    text = ",country,year,jobs\n0,Peru,2019,5\n1,Peru,2020,6\n2,Chile,2019,7\n"
    assert [row[0] for row in rows(text)] == ["jobs"] * 3


def test_several_questions_are_asked_at_once() -> None:
    text = "Year;Births\n2019;1,234\n2020;2,345\n"
    assert (
        "Read so: cpstats import t.csv --decimal comma --area PLACE (2 figures, the first Births, "
        "PLACE, 2019: 1.234); cpstats import t.csv --decimal point --area PLACE (2 figures, the "
        "first Births, PLACE, 2019: 1234)."
    ) in refused(text)


def test_what_stands_in_the_way_behind_a_question_is_said_with_it() -> None:
    text = "Year,Births\n2019,5\n2020,=B2*2\n"
    assert "Then: t.csv:3:2: obs_value: “=B2*2”" in refused(text)


def test_a_word_before_a_row_of_years_that_comes_again_is_part_of_the_names_below_it() -> None:
    text = "Tea,2018,2019,2020\nArea,1,2,3\nYield,4,5,6\nRice,2018,2019,2020\nArea,7,8,9\nYield,1,1,1\n"
    assert [row[0] for row in rows(text, place="Peru")][::3] == [
        "Area, Tea",
        "Yield, Tea",
        "Area, Rice",
        "Yield, Rice",
    ]


def test_tables_below_one_another_with_the_same_names_are_told_apart_by_their_titles() -> None:
    text = (
        "Turnover of firms\n\n,2018,2019,2020\nPrivate,1,2,3\nState,4,5,6\n\n"
        "Wages of firms\n\n,2018,2019,2020\nPrivate,7,8,9\nState,1,1,1\n"
    )
    assert [row[0] for row in rows(text, place="Peru")][::3] == [
        "Private, Turnover of firms",
        "State, Turnover of firms",
        "Private, Wages of firms",
        "State, Wages of firms",
    ]


def test_months_in_two_languages_and_the_whole_year_among_them_are_periods() -> None:
    text = ",2019,2019,2020,2020\nAylar - Months,Births (n),Deaths (n),Births (n),Deaths (n)\n"
    text += "Toplam - Total,3,3,3,3\nOcak - January,1,2,1,2\nŞubat - February,2,1,2,1\n"
    found = rows(text, place="Peru")
    assert [row[2] for row in found] == [
        *["2019", "2019", "2020", "2020"],
        *["2019-01", "2019-01", "2020-01", "2020-01"],
        *["2019-02", "2019-02", "2020-02", "2020-02"],
    ]


def test_labels_that_say_what_is_counted_are_no_places() -> None:
    text = "Wing,Births (n),Deaths (n)\nEast,5,3\nWest,6,4\n"
    assert "does not name its place" in refused("Output in 2019\n\n" + text)


def test_letters_of_a_province_before_more_letters_are_no_place() -> None:
    """GD, as which Guangdong is known, begins GDP指数: the name was P指数."""
    text = "地区,2001年,2002年\n河北省,105,106\n山西省,107,108\n"
    assert {row[0] for row in rows(text, "GDP指数.csv")} == {"GDP指数"}
    assert {row[0].partition(" ")[0] for row in rows(text, "人均GDP.csv")} == {"人均GDP"}


@pytest.mark.parametrize(
    ("name", "kind"), [("rural_births_KEN.csv", "rural births"), ("KEN-births.csv", "births")]
)
def test_the_code_of_a_country_in_the_name_of_a_file_is_its_place(name: str, kind: str) -> None:
    text = "date,value\n2001-01-01,41.5\n2002-01-01,42.5\n"
    assert {(row[0].partition(" (")[0], row[1]) for row in rows(text, name)} == {(kind, "KEN")}
    assert "does not name its place" in refused(text, name.upper())
    assert "does not name its place" in refused(text, "CPI_births.csv")


def test_a_province_of_china_in_an_english_title_is_the_place() -> None:
    text = "Huts built, Hebei\nYear,Huts (kt)\n2021,5\n2022,6\n"
    (found,) = foreign("t.csv", text.encode())
    assert {row[1] for row in found.rows} == {"Hebei"}
    assert any("taken from the title: Hebei" in str(line) for line in found.said)
