"""What lines above a table say without a colon, and names that look like units. The figures are made up."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

BLOCK = "Hens by single year of age\nSea Birds Office\n\ndate,{year},\ngender,{sex},\n\nAge,Norway,Peru\nAll ages,{a},{b}\nAge 0,7,8\n\n\n"


def test_words_and_values_above_tables_below_one_another_tell_them_apart() -> None:
    text = BLOCK.format(year=2020, sex="Total", a=11, b=12)
    text += BLOCK.format(year=2020, sex="Male", a=5, b=6)
    found = {(r[0], r[1], r[2]): r[4] for r in rows(text)}
    assert found["Hens by single year of age, Male, All ages", "Peru", "2020"] == "6"
    assert found["Hens by single year of age, Total, All ages", "Norway", "2020"] == "11"
    assert len(found) == 8


def test_one_table_has_such_a_word_in_its_name() -> None:
    found = rows(BLOCK.format(year=2019, sex="Female", a=5, b=6))
    assert {r[0] for r in found} == {
        "Hens by single year of age, Female, All ages",
        "Hens by single year of age, Female, Age 0",
    }
    assert {r[2] for r in found} == {"2019"}


@pytest.mark.parametrize("word", ["Geography", "Location"])
def test_a_line_of_any_word_for_places_names_a_known_one(word: str) -> None:
    text = "Tea\n{}: {}\n\nSort,2019,2020\nGreen,1,2\nBlack,3,4\n"
    assert {r[1] for r in rows(text.format(word, "Norway"))} == {"Norway"}


def test_ages_are_no_units_also_where_they_are_ten_or_a_hundred() -> None:
    text = "Year,Age,Value\n2021,2 years,5\n2021,10 years,6\n2021,100 years,7\n"
    found = rows(text, indicator="Hens", place="Norway")
    assert [(r[0], r[4], r[5]) for r in found] == [
        ("Hens, 2 years", "5", ""),
        ("Hens, 10 years", "6", ""),
        ("Hens, 100 years", "7", ""),
    ]


LONG = (
    "Area,Element Code,Element,Item,Year,Unit,Value\n"
    "Peru,108,Imports,Hens,2019,Head,5\nPeru,108,Imports,Hens,2020,Head,6\n"
    "Peru,110,Imports,Hens,2019,{unit},7\nPeru,110,Imports,Hens,2020,{unit},8\n"
)


def test_what_is_counted_in_another_unit_is_no_second_figure_of_one_key() -> None:
    assert [r[5] for r in rows(LONG.format(unit="tonnes"))] == ["Head", "Head", "tonnes", "tonnes"]
    assert "only column 2 (“Element Code”) differs" in refused(LONG.format(unit="Head"))


def test_a_sentence_over_both_columns_of_a_table_is_a_title() -> None:
    title = "Tabela 12 - Galinhas residentes estimadas"
    text = f"{title},{title}\nMunicípio,Ano\nMunicípio,2024\nOld Dale,7\nNew Dale,8\nLow Dale,9\n"
    assert [(r[1], r[2], r[4]) for r in rows(text)] == [
        ("Old Dale", "2024", "7"),
        ("New Dale", "2024", "8"),
        ("Low Dale", "2024", "9"),
    ]


BALANCE = (
    "t-01,Balance of huts 1961-1965,,,\n,Huts on,Components of change,,\n,1 January 2,Built 3,Natural,Moved 6\n"
    ",,,change 3,Moved 6\n,,,,Moved 6\n1961,2515,74,17,...\n1962,2533,75,24,...\n"
    "1963 7,2554,78,25,381\n1964,2575,79,26,-34\n1965,2594,80,27,-36\n"
)


def test_labels_that_go_on_in_a_line_and_ends_of_merged_cells_are_a_header() -> None:
    found = rows(BALANCE, place="Norway")
    assert len(found) == 18
    assert [(r[2], r[4]) for r in found if r[0].endswith("Built 3")] == [
        ("1961", "74"),
        ("1962", "75"),
        ("1963", "78"),
        ("1964", "79"),
        ("1965", "80"),
    ]
    assert [r[4] for r in found if r[0].endswith("Moved 6")] == ["381", "-34", "-36"]


CODED = (
    "ITTER,Territory,TIPO_DATO,Data type,SEX1,Gender,TIME,Value\n"
    "PE,Peru,HEN_R,hen rate,1,males,2019,7.5\nPE,Peru,HEN_R,hen rate,2,females,2019,6.5\n"
    "NO,Norway,HEN_R,hen rate,1,males,2019,5.5\nNO,Norway,HEN_R,hen rate,2,females,2019,4.5\n"
)


def test_names_behind_codes_of_indicators_are_the_indicators() -> None:
    assert [(r[0], r[1], r[4]) for r in rows(CODED)] == [
        ("hen rate, males", "Peru", "7.5"),
        ("hen rate, females", "Peru", "6.5"),
        ("hen rate, males", "Norway", "5.5"),
        ("hen rate, females", "Norway", "4.5"),
    ]


def test_an_index_that_a_title_names_is_in_the_names_of_its_parts_also_where_the_base_stands_over_them() -> (
    None
):
    text = "{}, monthly\nRegion: Norway\n\nSort,2019-01,2019-02\n,2015=100,2015=100\nAll hens,101,102\nFood 5,103,104\n"
    found = rows(text.format("Hen Price Index"))
    assert {r[0] for r in found} == {
        "Hen Price Index, monthly, All hens(2015=100)",
        "Hen Price Index, monthly, Food 5(2015=100)",
    }
