"""Cells beside a table: a note, a legend, a check."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign

HEAD = "Milk output (kt)\nCountry,2016,2017,2018{}\n"


def table(*tails: str) -> str:
    """Return a table with these cells behind the header and the three lines."""
    lines = ("Kenya,10.5,11.5,12.5", "India,20.5,21.5,22.5", "Nepal,30.5,31.5,32.5")
    behind = [f"{line}{tail}\n" for line, tail in zip(lines, tails[1:], strict=True)]
    return HEAD.format(tails[0]) + "".join(behind)


def read(text: str) -> tuple[set[tuple[str, str]], str]:
    (found,) = foreign("t.csv", text.encode())
    return {(row[0], row[2]) for row in found.rows}, " | ".join(m.to("en") for m in found.said)


@pytest.mark.parametrize(
    "tails",
    [
        (",,", ",,Note: farm gate", ",,", ",,"),
        (",,", ",,p = first estimate", ",,e = estimate", ",,r = revised"),
        (",", ",checked in May", ",", ","),
    ],
)
def test_words_beside_a_table_are_left_out_and_said(tails: tuple[str, ...]) -> None:
    found, said = read(table(*tails))
    assert found == {("Milk output", "2016"), ("Milk output", "2017"), ("Milk output", "2018")}
    assert f"column {4 + tails[0].count(',')} left out" in said


def test_a_number_beside_a_table_with_its_word_is_left_out() -> None:
    found, said = read(table(",,,", ",,sum,61.5", ",,,", ",,,"))
    assert found == {("Milk output", "2016"), ("Milk output", "2017"), ("Milk output", "2018")}
    assert "columns 6, 7 left out" in said


def test_a_remark_on_one_line_under_an_unknown_header_is_asked_about() -> None:
    with pytest.raises(DataError, match=r"column 5 .“Hint”. holds words of which it is not known"):
        read(table(",Hint", ",farm gate", ",", ","))


def test_figures_without_a_header_in_most_lines_are_not_left_out() -> None:
    with pytest.raises(DataError):
        read(table(",,", ",,1.5", ",,2.5", ",,3.5"))
