"""Columns that say one thing of all figures, and figures that are none of a column's kind."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign


def names(text: str) -> set[str]:
    (found,) = foreign("t.csv", text.encode())
    return {row[0] for row in found.rows}


def refused(text: str) -> str:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", text.encode())
    return str(caught.value)


@pytest.mark.parametrize(("places", "times"), [("GEO", "TIME"), ("REF_AREA", "TIME_PERIOD")])
def test_what_a_cube_says_of_all_is_part_of_the_name(places: str, times: str) -> None:
    text = f'{times},{places},N_ITEM,S_ADJ,Value\n2020,Peru,Output,Adjusted,"5"\n2020,Chile,Output,Adjusted,"6"\n'
    assert names(text) == {"Output, Adjusted"}


def test_a_word_for_how_often_is_no_name() -> None:
    assert names("Country,Spells,Year,Jobs\nPeru,rok,2020,5\nChile,rok,2020,6\n") == {"Jobs"}


def test_figures_called_values_of_something_are_no_codes() -> None:
    text = "Country,Year,Export value,Value\nPeru,2020,100,50\nChile,2020,90,40\n"
    (found,) = foreign("t.csv", text.encode())
    assert [(r[0], r[4]) for r in found.rows[:2]] == [("Export value", "100"), ("Value", "50")]


def test_single_letters_under_a_word_for_codes_are_no_places() -> None:
    said = refused('"Label";"Foundings";"Codes"\n"2020-01";"106";"A"\n"2020-02";"115";"P"\n')
    assert "Codes=place" not in said
    assert "--area PLACE" in said


def test_codes_of_states_behind_towns_are_no_units() -> None:
    text = "Yield\nmun,2019,2020\nAlta Vista (MS),450,460\nArimo (MG),789,778\nCabo (MS),24,25\n"
    (found,) = foreign("t.csv", text.encode())
    assert {row[5] for row in found.rows} == {""}


def test_a_header_for_states_is_one_for_places() -> None:
    (found,) = foreign("t.csv", b"Yield\nUF,2020,2021\nMS,5,6\nMG,7,8\nSP,7,8\n")
    assert [row[1] for row in found.rows[::2]] == ["MS", "MG", "SP"]


def test_a_base_below_years_is_that_of_an_index() -> None:
    text = "Price index of goods in Peru,,\nProducts,2020,2021\n,2002=100,\nAll,137.5,141.5\nFood,153.5,157.5\n"
    (found,) = foreign("t.csv", text.encode())
    assert {row[5] for row in found.rows} == {"2002年=100"}


@pytest.mark.parametrize("word", ["Change %", "Veränd. in %"])
def test_a_change_beside_months_of_years_is_left_out(word: str) -> None:
    text = f"Nights in Norway,,,\nMonth,2020,2021,{word}\nJanuary,100,110,10\nFebruary,90,99,10\n"
    (found,) = foreign("t.csv", text.encode())
    assert [r[2] for r in found.rows] == ["2020-01", "2021-01", "2020-02", "2021-02"]
    assert any(f"“{word}”" in line.to("en") for line in found.said)


def test_months_by_roman_numerals() -> None:
    heads = "I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII"
    text = f"Nights in Norway in 2020,,,,,,,,,,,,\nIndustry,{heads}\nHotels,1,2,3,4,5,6,7,8,9,10,11,12\nCamps,2,3,4,5,6,7,8,9,10,11,12,13\n"
    (found,) = foreign("t.csv", text.encode())
    assert [r[2] for r in found.rows[:12]] == [f"2020-{n:02d}" for n in range(1, 13)]


@pytest.mark.parametrize("word", ["Okresy", "District"])
def test_a_word_for_how_often_is_no_place_either(word: str) -> None:
    text = f"Country;{word};Year;Jobs\nPeru;rok;2020;5\nChile;rok;2020;6\n"
    (found,) = foreign("t.csv", text.encode())
    assert [(row[0], row[1]) for row in found.rows] == [("Jobs", "Peru"), ("Jobs", "Chile")]
