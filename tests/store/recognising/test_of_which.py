"""Parts of what stands before them; names and figures are invented."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def names(text: str, **hints: str) -> dict[str, str]:
    """Return the names that are read, each with its unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {row[0]: row[5] for row in found.rows}


def test_lines_that_say_of_which_have_name_and_unit_of_the_line_above() -> None:
    text = (
        "Item,2021,2022\nFish landed (kt),9,10\nof which: cod,5,6\nof which: eel,2,3\nBoats,41,42\n"
    )
    assert names(text, place="Ost") == {
        "Fish landed": "kt",
        "Fish landed, of which: cod": "kt",
        "Fish landed, of which: eel": "kt",
        "Boats": "",
    }


def test_chinese_lines_have_name_and_unit_of_the_line_above() -> None:
    text = "指标,2021年,2022年\n捕捞量(吨),9,10\n其中：鳕鱼,5,6\n"
    assert names(text, place="浙江") == {"捕捞量": "吨", "捕捞量, 其中:鳕鱼": "吨"}


def test_columns_that_say_of_which_have_name_and_unit_of_the_one_before_them() -> None:
    text = "Land;Jahr;Fang (kt);davon: Aal;davon: Dorsch;Fläche (ha)\nPeru;2021;9;5;4;7\n"
    assert names(text) == {
        "Fang": "kt",
        "Fang, davon: Aal": "kt",
        "Fang, davon: Dorsch": "kt",
        "Fläche": "ha",
    }


def test_a_change_that_is_an_amount_is_of_the_column_before_it_in_its_own_unit() -> None:
    text = "Country,Year,Boats ('000),Change,Change (%)\nPeru,2021,41,2,5.1\n"
    assert names(text) == {"Boats": "%", "Boats, Change": ""}


def test_names_in_the_order_of_letters_are_of_no_line_above() -> None:
    text = "Item,2021,2022\nBoats,41,42\nNets,9,10\nof which: cod,5,6\npiers,2,3\n"
    assert "Nets, of which: cod" not in names(text, place="Ost")


def test_a_sum_so_far_is_of_the_column_before_it_and_in_its_unit() -> None:
    text = "Country,Year,Catch (kt),Cumulative\nPeru,2020,5,5\nPeru,2021,4,9\n"
    assert names(text) == {"Catch": "kt", "Catch, Cumulative": "kt"}


def test_parts_of_a_total_have_its_name() -> None:
    text = "Country,Year,Total huts,of which stone (%)\nPeru,2021,41,2\n"
    assert names(text) == {"Total huts": "", "Total huts, of which stone": "%"}


def test_an_index_in_per_cent_is_of_the_column_before_it() -> None:
    text = "Country,Census year,Huts,Index (%)\nPeru,2011,41,104.5\nChile,2011,52,103.1\n"
    assert names(text) == {"Huts": "", "Huts, Index": "%"}


def test_a_part_stands_below_the_label_over_the_first_of_several_columns() -> None:
    text = "Country,Boats (thousand),of which,,Fires,\n,,iron,wooden,Forest,House\nPeru,9,5,4,2,3\nChile,8,5,3,1,2\n"
    assert names(text, period="2021") == {
        "Boats": "thousand",
        "Boats, of which, iron": "thousand",
        "Boats, of which, wooden": "thousand",
        "Fires, Forest": "",
        "Fires, House": "",  # labels over one column stand in the upper line
    }
    text = "Country,Births,,Area (ha)\n,Male,Female,\nPeru,9,5,4\nChile,8,5,3\n"
    assert names(text, period="2021") == {
        "Births, Male": "",
        "Births, Female": "",
        "Area": "ha",
    }
