"""A refusal quotes what was not understood and says what the file looks like."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Note: figures are provisional.\nSource: the office\n", "(2 lines of text, no number: “Note: figures"),
        ("42\n", "(nothing but one number, “42” in line 1)"),
        ("Milk\n1203\n998\n", "(2 numbers in one column, with nothing beside them: “1203” in line 2)"),
        ("Ward,Saint\nWest,Cedd\n", "(2 lines of words, no number: “Ward”, “Saint”, “West”)"),
        ("Ward,2019\nWest,£5.1\nEast,€7.1\n", "(3 lines: “£5.1” in line 2 is no number)"),
        ("Ward;Tea\nWest;12,5 abc\n", "(2 lines: “12,5 abc” in line 2 is no number)"),
        ("West,12.5,13.5\nEast,8.5,9.1\n", "t.csv:1:2: the table has no header: nothing says what the figures in columns 2, 3 are of, such as “12.5”"),
        ("2019,2020\n12.5,13.1\n9.1,9.2\n", "t.csv:3:1: nothing beside the figures tells this line from line 2"),
        ("Country,2019.25,2019.5\nPeru,4,5\nChad,6,7\n", "t.csv:1:2: the line begins with “Country”, as a header does, and “2019.25” is no period"),
        ("Year,Births\n2018,5\n2019,6b1\n2020,6b2\n2021,6b3\n", "t.csv:3:2: there is no figure in the table: “6b1” is no number"),
    ],
)  # fmt: skip
def test_a_refusal_quotes_a_cell_and_says_what_the_table_looks_like(text: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", text.encode())
    assert said in str(caught.value)


def test_what_a_line_leaves_out_beside_its_answer_is_quoted() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"Ward,2019,2020\nWest,12.5,13..1\nEast,9.1,9.2\n")
    assert str(caught.value).endswith(
        "Read so: cpstats import t.csv --indicator NAME --missing 13..1 (3 figures, the first NAME, West, 2019: 12.5). "
        "That leaves out what else is not understood: t.csv:2:3: obs_value: “13..1” is not a number."
    )


def test_an_answer_that_a_later_one_makes_needless_is_not_proposed() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"x,2019,2020\n1,12.5,13.1\n2,9.1,9.2\n")
    assert "Read so: cpstats import t.csv --column x=place --indicator NAME (4" in str(caught.value)


def test_two_lines_that_read_the_same_are_proposed_once() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"name,2019,2020\nGrimsworth,12.5,13.5\nEastmoor,7.1,7.2\n")
    assert str(caught.value).count("the first NAME, Grimsworth") == 1


def test_a_question_for_place_or_name_quotes_what_stands_beside_the_figures_and_over_them() -> None:
    with pytest.raises(DataError, match="does not name its indicator") as caught:
        foreign("t.csv", b"Provincia,2019,2020,2021,2022\nSalta,1,2,3,4\nJujuy,5,6,7,8\n")
    assert (
        "It is read as: place in column 1 (“Provincia”, “Salta”); “2019”, “2020”, “2021”, … over the figures."
        in str(caught.value)
    )


def test_a_number_with_something_about_it_is_not_proposed_to_be_dropped() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"Ward,2019,2020\nWest,(5.1),6.1\nEast,7.1,8.1\n")
    assert "t.csv:2:2: obs_value: “(5.1)” is not a number" in str(caught.value)
    assert "--missing" not in str(caught.value)


def test_stars_behind_numbers_are_flags_that_are_asked_about() -> None:
    table = b"Ward,2019,2020\nWest,5.1*,6.1\nEast,7.1,8.1**\n"
    with pytest.raises(DataError, match="is not known") as caught:
        foreign("t.csv", table)
    assert "--flag '*=' --flag '**=' --indicator NAME (4 figures" in str(caught.value)
    (found,) = foreign("t.csv", table, Hints(indicator="Tea", flags={"*": "revised", "**": ""}))
    assert [(row[4], row[6]) for row in found.rows] == [
        ("5.1", "revised"),
        ("6.1", ""),
        ("7.1", ""),
        ("8.1", ""),
    ]


def test_two_columns_under_one_header_with_other_figures_are_named() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"Ward,2019,2019\nWest,5.1,6.1\nEast,7.1,8.1\n", Hints(indicator="Tea"))
    assert (
        "columns 2 and 3 have the same header, “2019”, and other figures: “5.1” and “6.1”"
        in str(caught.value)
    )
    assert "cpstats import t.csv --indicator Tea --column 3=skip (2 figures" in str(caught.value)


def test_lines_that_are_not_equally_long_are_no_fault_of_the_program() -> None:
    page = (
        "<html><body><h2>石桥县渔业</h2><table><tr><td>2022年</td></tr>"
        "<tr><td>上半年</td><td>虾产量 (a)</td><td>3.5</td><td>4.25</td></tr></table></body></html>"
    )
    with pytest.raises(DataError) as caught:
        foreign("t.html", page.encode())
    assert "such as “3.5”" in str(caught.value)


def test_an_age_beside_classes_of_age_is_a_name() -> None:
    text = "Year,0,1-4,5-9,10-14\n1955,5.1,18.9,18.8,17.4\n1956,5.2,19.9,19.8,18.4\n1957,5.3,20.9,20.8,19.4\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Nordland"), trying=False)
    assert [row[4] for row in found.rows if row[0] == "0"] == ["5.1", "5.2", "5.3"]
