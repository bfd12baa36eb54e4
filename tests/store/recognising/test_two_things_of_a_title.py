"""Titles that name two things, each in its own unit, and columns whose name says only that they change; all is invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError


def read(text: str, **hints: str) -> set[tuple[str, ...]]:
    """Return name, place, period, measure, figure and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(map(str, row[:6])) for row in found.rows}


@pytest.mark.parametrize(
    "title",
    [
        "Pasajeros (miles) y variación anual (%)",
        "Viajantes (milhares) e variação (%)",
        "Fahrgäste (1 000) und Veränderung (%)",
        "Пассажиры (тыс.) и изменение (%)",
        "여객 (천명) 및 증감률 (%)",
    ],
)
def test_a_scale_in_a_title_of_two_things_keeps_per_cent_from_the_first(title: str) -> None:
    text = f"{title};;\nPaís;2020;2021\nEspaña;47.332;47.398\nPortugal;10.295;10.298\n"
    assert {row[5] for row in read(text, decimal="comma")} == {""}


@pytest.mark.parametrize(
    "said", ["及增速", "、同比(%)", "及其增长", "和同比增长(%)", "、比上年增长"]
)
def test_growth_that_a_title_names_second_is_of_the_columns_that_say_it(said: str) -> None:
    text = f"各省客运量{said},,\n地区,2021年总量(万人),2021年增速(%)\n河北省,403,6.5\n山西省,225,-9.1\n"
    assert read(text) == {
        ("客运量", "河北省", "2021", "level", "403", "万人"),
        ("客运量", "河北省", "2021", "growth", "6.5", "%"),
        ("客运量", "山西省", "2021", "level", "225", "万人"),
        ("客运量", "山西省", "2021", "growth", "-9.1", "%"),
    }


@pytest.mark.parametrize("word", ["Growth", "growth", "Wachstum", "Crecimiento", "Change"])
def test_a_column_that_says_only_growth_is_of_the_one_before_it(word: str) -> None:
    text = f"Year,Norway,,Sweden,\n,Fares,{word},Fares,{word}\n2020,36,-1.3,54,-2.2\n2021,48,3.9,63,6.1\n"
    assert {row[0] for row in read(text)} == {"Fares", f"Fares, {word}"}


def test_index_over_a_year_is_no_number_of_the_row() -> None:
    text = "Rents\nCountry,Index,,Change,\n,2020,2021,2020,2021\nNorway,120,132,4.1,10.5\nSweden,125,138,4.2,10.1\n"
    found = {(row[1], row[2], row[4]) for row in read(text)}
    assert {("Norway", "2020", "120"), ("Sweden", "2021", "138")} <= found
    assert len(found) == 8


def test_a_year_of_accounts_beside_yen_is_asked_about() -> None:
    text = "出荷額(百万円),,\n国,2020年度,2021年度\n日本,683,830\n韓国,500,600\n"
    with pytest.raises(QuestionError, match="2020年度"):
        read(text)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("수출액 (천 달러)", "thousand dollar"),
        ("Експорт, млн дол. США", "million US dollar"),
        ("Bilety w zł", "zł"),
        ("Tillväxtandel i procent", "procent"),
        ("Osuus, prosenttia", "percent"),
    ],
)
def test_units_in_the_words_of_more_languages(title: str, unit: str) -> None:
    text = f'"{title}",,\nCountry,2020,2021\nNorway,12,13\nSweden,14,15\n'
    assert {row[5] for row in read(text)} == {unit}


@pytest.mark.parametrize(
    ("title", "columns", "units"),
    [
        ("Fares (tickets in thousands, income in EUR)", "Tickets,Income", ["thousands", "EUR"]),
        (
            "Animals (thousand head; hens in millions)",
            "Goats,Hens",
            ["thousand head", "millions"],
        ),
        ("Fares per head (EUR); all fares (million EUR)", "Per head,All", ["EUR", "million EUR"]),
    ],
)
def test_units_of_several_things_in_one_title(title: str, columns: str, units: list[str]) -> None:
    text = f'"{title}",,,\nCountry,{columns},Year\nNorway,120,4.1,2021\nSweden,125,4.2,2021\n'
    said = {row[4]: row[5] for row in read(text)}
    assert [said["120"], said["4.1"]] == units


def test_value_over_years_is_no_word_for_the_only_figures() -> None:
    text = "Fares (tickets in kt, value in EUR)\nCountry,Tickets,,Value,\n,2020,2021,2020,2021\nNorway,20,32,4.1,10.5\nSweden,25,38,4.2,10.1\n"
    assert len(read(text.replace("Fares (tickets in kt, value in EUR)", "Fares"))) == 8


def test_a_known_place_with_a_unit_in_brackets_is_the_place() -> None:
    text = "Fares,,\nCountry,2020,2021\nNorway (million EUR),8.2,8.4\nSweden (EUR),14.1,14.0\n"
    assert {(row[0], row[1], row[5]) for row in read(text)} == {
        ("Fares", "Norway", "million EUR"),
        ("Fares", "Sweden", "EUR"),
    }


def test_a_year_that_ends_in_june_in_brackets_is_no_calendar_year() -> None:
    text = "Fares\nYear (ended 30 June),Kenya,Nepal\n2020,8.2,8.4\n2021,14.1,14.0\n"
    assert {row[2] for row in read(text)} == {"2019/20", "2020/21"}


def test_a_scale_is_none_of_so_many_per_thousand() -> None:
    text = "Unit: 1000,,\nCountry,Boats 2021,Boats per 1000 inhabitants 2021\nNorway,2894,534\nSweden,4987,477\n"
    assert {row[0]: row[5] for row in read(text)} == {
        "Boats": "1000",
        "Boats per 1000 inhabitants": "",
    }


def test_a_number_with_a_bracket_behind_a_title_is_its_footnote() -> None:
    text = "Fares (% of wages) 1),,\nCountry,2020,2021\nNorway,24.1,23.5\nSweden,25.0,25.6\n"
    assert {(row[0], row[5]) for row in read(text)} == {("Fares (% of wages)", "%")}
