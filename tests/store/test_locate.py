"""A bad cell becomes `file:line:column`, counted in characters from 1."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.store.locate import at

# Line 1 is the header; columns of the cells of “昌平,1,2” are 1, 4 and 6.
TEXT = "a,b,c\n昌平,1,2\nx,3,4\n"


@pytest.mark.parametrize(
    ("row", "column", "where"),
    [
        (-1, 0, "t:1:1"),
        (-1, 2, "t:1:5"),
        (0, 0, "t:2:1"),
        (0, 1, "t:2:4"),
        (1, 2, "t:3:5"),
    ],
)
def test_lines_and_columns_count_from_1_and_the_header_is_row_minus_1(
    row: int, column: int, where: str
) -> None:
    assert at(TEXT, row, column, "t") == where


def test_blank_lines_are_lines_but_not_records() -> None:
    assert at("a,b\n\n\r\n1,2\n\n3,4\n", 1, 1, "t") == "t:6:3"


def test_a_blank_first_line_is_not_the_header() -> None:
    assert at("\na,b\n1,2\n", -1, 1, "t") == "t:2:3"
    assert at("\na,b\n1,2\n", 0, 0, "t") == "t:3:1"


def test_a_cell_in_quotation_marks_may_hold_commas_and_lines() -> None:
    assert at('a,b\n"1,\n2",3\n4,5\n', 0, 1, "t") == "t:3:4"
    assert at('a,b\n"1,\n2",3\n4,5\n', 1, 0, "t") == "t:4:1"


def test_a_doubled_quotation_mark_does_not_end_the_cell() -> None:
    assert at('a,b\n"say ""x"", y",3\n', 0, 1, "t") == "t:2:16"


def test_a_quotation_mark_inside_a_bare_cell_is_a_sign_like_any_other() -> None:
    assert at('a,b\n5" pipe,1\nx,2\n', 1, 1, "t") == "t:3:3"


def test_a_cell_behind_the_last_one_is_the_last_one() -> None:
    assert at(TEXT, 0, 9, "t") == "t:2:6"


def test_a_last_line_without_line_end_is_found() -> None:
    assert at("a,b\n1,2", 0, 1, "t") == "t:2:3"


def test_a_record_that_is_not_there_is_the_file() -> None:
    assert at(TEXT, 7, 0, "t") == "t"


CELL = st.text(st.sampled_from('a昌,"\n '), max_size=4)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=4), st.data())
def test_a_cell_written_by_the_csv_module_begins_where_it_is_said_to(
    table: list[list[str]], data: st.DataObject
) -> None:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows(table)
    text = written.getvalue()
    row = data.draw(st.integers(0, len(table) - 1))
    column = data.draw(st.integers(0, 1))
    line, start = map(int, at(text, row - 1, column, "t").split(":")[1:])
    rest = "".join(text.splitlines(keepends=True)[line - 1 :])[start - 1 :]
    cells = next(csv.reader(StringIO(rest))) or [""]
    assert cells[0] == table[row][column]
