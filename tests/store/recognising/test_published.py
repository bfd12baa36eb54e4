"""Shapes in which offices publish: what stands over groups of places, places within places, rows that are named in the corner."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import delimited
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError


def rows(text: str, hints: Hints | None = None) -> list[tuple[str, ...]]:
    (found,) = foreign("t.csv", text.encode(), hints or Hints())
    return [tuple(row) for row in found.rows]


GROUPS = """Output per canton,,,
,,,
Canton,2019,2020,2021
"{one}",,,
Ostland,120.5,130.5,131
Westland,40.5,41.5,42
"{two}",,,
Ostland,{figures}
Westland,-1.5,2.5,1.2
"""


def test_what_is_counted_over_groups_of_places_is_no_part_of_their_names() -> None:
    text = GROUPS.format(
        one="In EUR million, at current prices",
        two="Change over previous year in %, at prices of preceding year",
        figures="1.5,8.3,0.4",
    )
    found = rows(text)
    assert {row[1] for row in found} == {"Ostland", "Westland"}
    assert {(row[0], row[3], row[5]) for row in found} == {
        ("Output per canton, at current prices", "level", "EUR million"),
        ("Output per canton, at prices of preceding year", "growth", "%"),
    }


def test_words_over_groups_of_the_same_places_are_part_of_the_name() -> None:
    found = rows(GROUPS.format(one="Big firms", two="Small firms", figures="1.5,8.3,0.4"))
    assert {row[1] for row in found} == {"Ostland", "Westland"}
    assert {row[0] for row in found} == {
        "Output per canton, Big firms",
        "Output per canton, Small firms",
    }


def test_growth_that_a_column_of_words_tells_is_growth() -> None:
    text = 'Region,Measure,2020,2021\nOstland,Output (kt),4,5\nOstland,"{}",7.5,8.5\n'
    found = rows(text.format("Output, change on previous year in %"))
    assert {(row[3], row[5]) for row in found} == {("level", "kt"), ("growth", "%")}


WITHIN = """Circle,{},Voters 2018,Voters 2022
Norfolk,Ale,23183,22266
Norfolk,Bly,31858,30990
Suffolk,Crag,14577,14097
Suffolk,Dun,5110,5029
"""


def test_names_of_one_place_each_are_asked_about_and_read_with_the_answer() -> None:
    text = WITHIN.replace("Circle", "County").format("Spot")
    with pytest.raises(QuestionError) as asked:
        rows(text)
    first, second = asked.value.ways
    assert (first.flag, second.flag) == (
        "--column Spot=place --column County=parent",
        "--column Spot=name",
    )
    found = rows(text, first.answered(Hints()))
    assert ("Voters", "Ale", "2018") in {row[:3] for row in found}


def test_a_header_that_says_names_of_places_needs_no_question() -> None:
    text = WITHIN.replace("Circle", "County").format("Kommunnamn")
    assert {row[1] for row in rows(text)} == {"Ale", "Bly", "Crag", "Dun"}


def test_classes_that_each_place_has_for_itself_are_no_places() -> None:
    text = (
        "County,Sex,Voters 2018,Voters 2022\nNorfolk,Men,1,2\nNorfolk,Women,3,4\nEssex,Total,5,6\n"
    )
    assert {row[1] for row in rows(text)} == {"Norfolk", "Essex"}


def test_codes_of_places_are_left_out_beside_their_names_and_what_these_lie_in() -> None:
    head = "County,No,Spot,Voters 2018\n"
    text = f"{head}Norfolk,001,Ale,4\nNorfolk,002,Bly,5\nEssex,001,Ale,6\nEssex,002,Crag,7\n"
    found = rows(text, Hints(columns={"Spot": "place", "County": "parent"}))
    assert {row[0] for row in found} == {"Voters"}
    assert {row[1] for row in found} == {"Ale (Norfolk)", "Bly", "Ale (Essex)", "Crag"}


CORNER = """"Prices, monthly"

"{}","Norway",,
"Goods and groups","January 2022","February 2022","March 2022"
"All","145.3","146.8","148.9"
"Food","163.9","166.0","167.5"
"""


@pytest.mark.parametrize("word", ["Geography", "Region"])
def test_a_word_for_places_beside_known_ones_is_that_of_its_row(word: str) -> None:
    found = rows(CORNER.format(word))
    assert {row[1] for row in found} == {"Norway"}
    assert {row[0] for row in found} == {"All", "Food"}


def test_quotation_marks_inside_a_note_do_not_stop_a_file() -> None:
    text = 'Region,2020,2021\nA,1,2\n\n1,"See <a href="x, y">here</a>, and "there"."\n'
    (sheet,) = delimited.read("t.csv", text.encode())
    assert sheet.rows[-1][1].startswith("See <a href=")


def test_quotation_marks_without_a_partner_in_a_line_of_figures_are_refused() -> None:
    with pytest.raises(Exception, match="not CSV"):
        delimited.read("t.csv", b'Region,2020,2021\n"A "b" c",1,2\n')


@pytest.mark.parametrize("label", ["2019 Živina", "2019 Število", "2019 Средняя цена", "2019 Ægir"])
def test_a_year_stands_before_words_in_any_letters(label: str) -> None:
    other = label.replace("2019", "2020")
    found = rows(f"Region,{label},{other}\nOstland,1,2\nWestland,3,4\n")
    assert {row[2] for row in found} == {"2019", "2020"}
    assert {row[0] for row in found} == {label[5:]}


GOALS = """Year,REF_AREA,{},Value
2020,Ost,,5.8
2020,West,,5.3
2020,,{},4.9
2020,Ost,{},6.1
2021,Ost,,5.5
"""


def test_a_line_without_a_place_among_names_that_are_written_out_is_of_no_place_above() -> None:
    text = GOALS.format("Sex", "Men", "Men")
    with pytest.raises(QuestionError, match="no place"):
        rows(text, Hints(indicator="Rate"))
    found = rows(text, Hints(indicator="Rate", place="Norway"))
    assert [row[1] for row in found if row[4] == "4.9"] == ["Norway"]


def test_a_name_at_the_head_of_its_group_holds_on_for_the_lines_below() -> None:
    text = "Region,Sex,Year,Jobs\nOst,Men,2020,1\n,Women,2020,2\nWest,Men,2020,3\n,Women,2020,4\n"
    assert [row[1] for row in rows(text)] == ["Ost", "Ost", "West", "West"]


def test_letters_that_tell_lines_apart_are_no_flags() -> None:
    text = "Region,URB,Year,Jobs\nOst,,2020,1\nOst,U,2020,2\nOst,R,2020,3\nWest,,2020,3\nWest,U,2020,4\n"
    assert {row[0] for row in rows(text)} == {"Jobs", "Jobs, U", "Jobs, R"}


DIVIDED = """Region,{},,,{}
,{},{},{},{}
Ost,10,4,6,3
West,20,9,11,8
"""


@pytest.mark.parametrize(
    "words",
    [
        ("Population", "Households", "Total", "Men", "Women", "Total"),
        ("Bevölkerung", "Haushalte", "Insgesamt", "Männer", "Frauen", "Insgesamt"),
    ],
)
def test_classes_below_a_label_over_several_columns_are_of_it(words: tuple[str, ...]) -> None:
    found = rows(DIVIDED.format(*words), Hints(period="2020"))
    whole, other, total, men, women, again = words
    names = {f"{whole}, {total}", f"{whole}, {men}", f"{whole}, {women}", f"{other}, {again}"}
    assert {row[0] for row in found} == names


def test_a_unit_at_the_end_of_a_line_above_the_header_is_of_all_figures() -> None:
    text = "Theme: Prices,,\n,,\n,,{}\nSeries,2021,2020\nRice,13,12\nBread,1.8,1.7\n"
    assert {row[5] for row in rows(text.format("Dollar"), Hints(place="Norway"))} == {"Dollar"}
    assert {row[5] for row in rows(text.format("Hotels"), Hints(place="Norway"))} == {""}


def test_letters_over_columns_are_names_and_no_units() -> None:
    text = "Quarter,C,G,T\n2020Q1,1.5,2.5,3\n2020Q2,1,2,3\n"
    found = rows(text, Hints(place="Norway"))
    assert {(row[0], row[5]) for row in found} == {("C", ""), ("G", ""), ("T", "")}


def test_a_title_that_is_a_period_names_nothing() -> None:
    text = ",,2021年4月,\n地区,总计,学生,女\n东乡,10,4,6\n西乡,20,9,11\n"
    assert not [row for row in rows(text) if "2021" in row[0]]


def test_the_unit_of_a_label_over_classes_is_theirs() -> None:
    text = DIVIDED.format("Population (thousand)", "Huts", "Total", "Men", "Women", "Total")
    found = {row[0]: row[5] for row in rows(text, Hints(period="2020"))}
    assert found.pop("Huts, Total") == ""
    assert set(found.values()) == {"thousand"}


def test_a_formula_that_nobody_computed_is_no_name() -> None:
    with pytest.raises(DataError, match="formula without a value"):
        rows("Region,2020,2021\nOst,1,2\n='Other sheet'!A20,3,4\nWest,5,6\n")


@pytest.mark.parametrize("word", ["Tăng trưởng", "Wzrost", "Output, Crescita"])
def test_fractions_under_a_word_for_growth_are_asked_about(word: str) -> None:
    text = f'Region,"{word} 2020","{word} 2021"\nOst,0.05,0.07\nWest,-0.02,0.03\n'
    with pytest.raises(QuestionError, match="between -1 and 1"):
        rows(text)


@pytest.mark.parametrize("notes", ["", " 1 2", " c 1 2 3", " r 4"])
def test_numbers_of_footnotes_behind_a_title_leave_its_scale(notes: str) -> None:
    text = f'"Output by branch (x 1,000){notes}"\n\nBranch,2020,2021\nMills,21,22\nMines,23,24\n'
    found = rows(text, Hints(place="Norway", unit=""))
    assert {row[0] for row in found} == {"Output by branch, Mills", "Output by branch, Mines"}
    assert {row[5] for row in found} == {"thousand"}


def test_prices_in_a_line_of_a_word_and_what_it_says_come_before_those_of_a_note() -> None:
    head = '"Output (million EUR)"\n"Prices","Chained (2017) euros",,\n\nRegion,2020,2021,2022\nOst,1,2,3\nWest,4,5,6\n'
    (found,) = foreign(
        "t.csv", (head + "\nNote: the table at 2007 constant prices ended.\n").encode()
    )
    at = found.header.index("price_basis")
    assert {row[at] for row in found.rows} == {"constant:2017"}
