"""A line is put into a table where its neighbours are; every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.store.edit import with_line
from cpstats.store.files import rows

HEADER = "indicator,ref_area,time_period,measure,obs_value\n"
LINES = [
    "gdp,110000,2020,level,1",
    "gdp,110000,2022,level,2",
    "gdp,110114,2020,level,3",
    "x,1,2020,level,4",
]
TABLE = HEADER + "".join(f"{line}\n" for line in LINES)


def row(line: str) -> dict[str, str]:
    return dict(zip(HEADER.strip().split(","), line.split(","), strict=True))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("gdp,110000,2019,level,0", 2),
        ("gdp,110000,2021,level,0", 3),
        ("gdp,110000,2023,level,0", 4),
        ("gdp,110114,2021,level,0", 5),
        ("gdp,120000,2021,level,0", 5),
        ("gdp,100000,2021,level,0", 2),
        ("y,1,2020,level,0", 6),
    ],
)
def test_a_line_stands_behind_those_that_come_before_it(line: str, number: int) -> None:
    text, found = with_line(TABLE, row(line))
    assert found == number
    expected = TABLE.splitlines()
    expected.insert(number - 1, line)
    assert text.splitlines() == expected


def test_the_line_end_of_the_file_is_kept_and_a_missing_one_is_added() -> None:
    text, _ = with_line(TABLE.replace("\n", "\r\n"), row("y,1,2020,level,0"))
    assert text.endswith("x,1,2020,level,4\r\ny,1,2020,level,0\r\n")
    text, number = with_line(TABLE.rstrip("\n"), row("y,1,2020,level,0"))
    assert text == TABLE + "y,1,2020,level,0\n"
    assert number == 6


def test_a_quoted_cell_with_a_line_break_is_not_cut() -> None:
    table = 'source,note\na,"one\ntwo"\nc,x\n'
    text, number = with_line(
        table, {"source": "b", "note": 'says "no", twice'}, sorted_by=("source",)
    )
    assert text == 'source,note\na,"one\ntwo"\nc,x\nb,"says ""no"", twice"\n'
    assert number == 5


def test_an_empty_table_gets_its_first_line() -> None:
    assert with_line(HEADER, row("y,1,2020,level,0")) == (HEADER + "y,1,2020,level,0\n", 2)


CELL = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=5).filter(
    lambda t: "\r" not in t
)
ROW = st.tuples(CELL.filter(bool), CELL, CELL, CELL, CELL)


@given(st.lists(ROW, max_size=8), ROW)
def test_every_line_is_still_there_and_one_more(
    table: list[tuple[str, ...]], new: tuple[str, ...]
) -> None:
    names = HEADER.strip().split(",")
    text = HEADER
    for cells in [*table]:
        text, _ = with_line(text, dict(zip(names, cells, strict=True)))
    text, number = with_line(text, dict(zip(names, new, strict=True)))
    found = [tuple(r.values()) for r in rows(text, "t")]
    assert sorted(found) == sorted([*table, new])
    assert found[number - 2] == new


def test_a_sign_that_only_some_take_for_the_end_of_a_line_is_none() -> None:
    text = "source,title\na,one\u2028two\nb,x\u0085y\x0cz\nd,w\n"
    made, number = with_line(text, {"source": "c", "title": "new"}, sorted_by=("source",))
    assert (made, number) == (text + "c,new\n", 5)  # it agrees with none: the end
    made, number = with_line(text, {"source": "b", "title": "z"}, sorted_by=("source", "title"))
    assert made == text.replace("d,w", "b,z\nd,w")
    assert number == 4
