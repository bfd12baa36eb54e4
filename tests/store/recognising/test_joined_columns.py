"""Tables that were joined for a page of figures: ranks, frequencies twice, years of a survey, units in brackets; all figures made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError


def read(text: str, **said: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(**said), trying=False)
    return [row[:6] for row in found.rows]


def test_a_rank_beside_amounts_has_no_unit() -> None:
    text = (
        "region,unit,sold_2021,sold_2022,rank_2021,rank_2022\n"
        "Oakham,USD,54.5,57,2,1\nElmet,USD,55,56.5,1,2\n"
    )
    assert {(name, unit) for name, *_, unit in read(text)} == {("sold", "USD"), ("rank", "")}


def test_a_frequency_that_is_said_twice_is_no_place() -> None:
    text = (
        "year_a,freq_a,sold_a,year_b,freq_b,sold_b\n"
        "2020,Annual,5.5,2020,Annual,6.5\n2021,Annual,7.5,2021,Annual,8.5\n"
    )
    assert read(text, place="Peru") == [
        ["sold_a", "Peru", "2020", "level", "5.5", ""],
        ["sold_b", "Peru", "2020", "level", "6.5", ""],
        ["sold_a", "Peru", "2021", "level", "7.5", ""],
        ["sold_b", "Peru", "2021", "level", "8.5", ""],
    ]


def test_years_below_the_word_for_a_survey_are_when_it_was() -> None:
    text = "Survey,County,Huts\n2020,Oakham,5\n2021,Oakham,6\n2020,Elmet,7\n2021,Elmet,8\n"
    assert {(place, year) for _, place, year, *_ in read(text)} == {
        ("Oakham", "2020"), ("Oakham", "2021"), ("Elmet", "2020"), ("Elmet", "2021"),
    }  # fmt: skip


def test_the_word_for_values_of_a_metric_is_no_part_of_the_name() -> None:
    text = "metric,location,year,metric_value\nHuts,Peru,2020,5\nHuts,Chile,2020,6\n"
    assert {name for name, *_ in read(text)} == {"Huts"}


BANK = """Data Source: https://example.org/quickview?KEY=1{2}
,KEY.Q.N{2}
,"Huts sold - {0}, Neither adjusted for seasons"{2}
Collection:,Summed through period (S){2}
Period\\Unit:,[{1} ]{2}
,,obs. status
2023Q2,354.30,Normal value (A)
2023Q1,380.25,Normal value (A)
"""


def test_units_in_square_brackets_beside_their_word_are_units() -> None:
    """The shape of the CSV of the ECB's old warehouse (sdw.ecb.europa.eu, one series)."""
    for after in ("", ","):
        rows = read(BANK.format("Peru", "Millions of Euro", after), place="Peru")
        assert [row[2:] for row in rows] == [
            ["2023-Q2", "level", "354.30", "Millions of Euro"],
            ["2023-Q1", "level", "380.25", "Millions of Euro"],
        ]
        assert rows[0][0].startswith("Huts sold")


def test_what_is_no_unit_that_is_known_stands_behind_the_name() -> None:
    rows = read(BANK.format("Peru", "Domestic currency", ""), place="Peru")
    assert {row[5] for row in rows} == {""}
    assert rows[0][0].startswith("Huts sold")
    assert rows[0][0].endswith("(Domestic currency)")


def test_a_code_of_branches_that_two_names_share_is_no_figure() -> None:
    lines = [
        f"{code},{name},{value},{region}"
        for region in ("Peru", "Chile")
        for code, name, value in (("311.0", "Food", 5), ("339.0", "Other", 6), ("339.0", "Toys", 7))
    ]
    rows = read("\n".join(["NAICS,NAICS_desc,Coal 2020,Region", *lines]) + "\n")
    assert {(name, value) for name, *_, value, _ in rows} == {
        ("Coal, Food", "5"), ("Coal, Other", "6"), ("Coal, Toys", "7"),
    }  # fmt: skip


def test_numbers_of_classes_beside_their_words_are_codes() -> None:
    """The columns of an OECD download: AGE beside Age Group, of which one code is a word; figures made up."""
    head = "Country,AGE,Age Group,Year,Value\n"
    ages = (("1524", "15 to 24"), ("2554", "25 to 54"), ("TOTAL", "Total"))
    lines = [
        f"{place},{code},{age},2020,{n}.5\n"
        for place in ("Peru", "Chile")
        for n, (code, age) in enumerate(ages)
    ]
    rows = read(head + "".join(lines), indicator="Idle")
    assert {name for name, *_ in rows} == {"Idle, 15 to 24", "Idle, 25 to 54", "Idle, Total"}


def test_codes_of_one_form_over_figures_are_first_asked_about_as_places() -> None:
    text = "year,E06000001,E06000002,E06000003\n2020,5,6,7\n2021,6,7,8\n"
    with pytest.raises(QuestionError) as caught:
        foreign("earnings.csv", text.encode(), trying=False)
    assert caught.value.ways[0].pairs == {"header": "place"}


def test_one_year_of_a_json_is_the_year_of_its_figures() -> None:
    text = '{"2018": {"Norway": 5, "Peru": 6}}'
    (found,) = foreign("t.json", text.encode(), Hints(indicator="huts"))
    assert {(row[0], row[1], row[2], row[4]) for row in found.rows} == {
        ("huts", "Norway", "2018", "5"),
        ("huts", "Peru", "2018", "6"),
    }


def test_a_line_that_says_whence_each_column_is_names_none() -> None:
    text = ",Source:,Office (2020),Office (2010)\nYear,Month,Huts (kt),Inns (kt)\n2020,1,5,6\n2020,2,7,8\n"
    assert {(name, when) for name, _, when, *_ in read(text, place="Peru")} == {
        ("Huts", "2020-01"), ("Inns", "2020-01"), ("Huts", "2020-02"), ("Inns", "2020-02"),
    }  # fmt: skip


def test_a_code_of_the_series_divides_no_place() -> None:
    text = "series,area_code,kind,year,Huts\nPE_NEW,PE,new,2020,5\nPE_NEW,PE,new,2021,6\n"
    text += (
        "PE_OLD,PE,old,2020,7\nPE_OLD,PE,old,2021,8\nCL_NEW,CL,new,2020,5\nCL_NEW,CL,new,2021,4\n"
    )
    assert {place for _, place, *_ in read(text)} == {"PE", "CL"}


def test_last_year_s_column_of_a_name_is_of_the_year_before() -> None:
    for text in (
        "Region,Visitors,Visitors previous year\nPeru,5,6\nChile,7,8\n",
        "지역,방문자수,전년도 방문자수\nPeru,5,6\nChile,7,8\n",
        "地区,游客数(万人),上年游客数(万人)\nPeru,5,6\nChile,7,8\n",
    ):
        rows = read(text, period="2023", columns={text[: text.index(",")]: "place"})
        assert {(place, year, value) for _, place, year, _, value, _ in rows} == {
            ("Peru", "2023", "5"), ("Peru", "2022", "6"), ("Chile", "2023", "7"), ("Chile", "2022", "8"),
        }  # fmt: skip
        assert len({name for name, *_ in rows}) == 1


def test_letters_that_words_explain_are_no_flags_and_a_year_with_00_no_figure() -> None:
    """The columns of a download of Serbia's office: year with month 00, and whether a figure is free; figures made up."""
    text = "country;YearMonth;year;good;value;Conf;Confidentiality\n"
    text += "Peru;201900;2019;Tea;5;F;free\nPeru;202000;2020;Tea;6;F;free\nChile;201900;2019;Tea;7;F;free\n"
    (found,) = foreign(
        "t.csv", text.encode(), Hints(columns={"Confidentiality": "skip"}), trying=False
    )
    assert [row[2:5] for row in found.rows] == [
        ["2019", "level", "5"], ["2020", "level", "6"], ["2019", "level", "7"],
    ]  # fmt: skip
    assert "forecast" not in {cell for row in found.rows for cell in row}


def test_quotes_that_a_program_put_around_a_label_are_no_part_of_it() -> None:
    text = 'Country,Year,"""Huts (kt)"""\nPeru,2020,5\nPeru,2021,6\n'
    assert {(name, unit) for name, *_, unit in read(text)} == {("Huts", "kt")}


def test_a_newest_year_without_a_figure_is_no_header() -> None:
    text = "year,indicator,value\n2025,tin,\n2024,tin,38.5\n2023,tin,39.2\n"
    assert [row[:5] for row in read(text, place="Peru")] == [
        ["tin", "Peru", "2024", "level", "38.5"],
        ["tin", "Peru", "2023", "level", "39.2"],
    ]


def test_regions_that_several_countries_share_are_no_places_in_them() -> None:
    head, countries = (
        "region,country,year,huts\n",
        (("South Asia", "India"), ("South Asia", "Nepal"), ("Europe", "Italy")),
    )
    text = head + "".join(
        f"{region},{country},2020,{n}\n" for n, (region, country) in enumerate(countries)
    )
    assert {place for _, place, *_ in read(text)} == {"India", "Nepal", "Italy"}


def test_a_flag_beside_the_one_source_of_all_rows_stays_a_flag() -> None:
    text = "country,year,good,value,x,origin\nPeru,2019,Tea,5,p,Office\nPeru,2020,Tea,6,p,Office\n"
    (found,) = foreign("t.csv", text.encode(), Hints(columns={"origin": "skip"}), trying=False)
    assert [row[6] for row in found.rows] == ["provisional", "provisional"]


def test_dates_and_years_below_a_word_for_values_are_when_it_was_and_values_beside_years_are_figures() -> (
    None
):
    text = "dt,country,huts\n2020-01-01,Peru,5\n2020-02-01,Peru,6\n2020-01-01,Chile,7\n2020-02-01,Chile,8\n"
    assert {when for _, _, when, *_ in read(text)} == {"2020-01", "2020-02"}
    assert {
        when for _, _, when, *_ in read(text.replace("-01-01", "").replace("2020-02-01", "2021"))
    } == {"2020", "2021"}
    text = "country,year,indicator,Value\nPeru,2019,Huts,1950\nPeru,2020,Huts,1980\nChile,2019,Huts,1990\n"
    assert [row[2:5] for row in read(text)] == [
        ["2019", "level", "1950"], ["2020", "level", "1980"], ["2019", "level", "1990"],
    ]  # fmt: skip
