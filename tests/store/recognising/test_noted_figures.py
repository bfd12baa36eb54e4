"""Numbers of notes behind figures: left out where a line below begins with them, and only there."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign

NOTES = "(1) With apprentices.,,\n(2) Estimated from the register.,,\n"


def table(first: str, second: str, notes: str = NOTES) -> str:
    return f"Jobs in Norway (thousand),,\n,2020,2021\nMen,{first},1000.1\nWomen,900.4,{second}\n{notes}"


def values(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode())
    return [row[4] for row in found.rows]


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        ("1003.6(1)", "901.2 (2)", NOTES),
        ("1003.6 1", "901.2 2", "1 With apprentices,,\n2 Estimated from the register,,\n"),
        ("1003.6 1/", "901.2 2)", "1/ With apprentices,,\n2) Estimated from the register,,\n"),
    ],
)
def test_a_number_of_a_note_is_no_part_of_the_figure(first: str, second: str, notes: str) -> None:
    assert values(table(first, second, notes)) == ["1003.6", "1000.1", "900.4", "901.2"]


def test_that_is_said() -> None:
    (found,) = foreign("t.csv", table("1003.6(1)", "901.2").encode())
    assert "numbers of notes are no part of the figures: 1003.6(1)" in [
        line.to("en") for line in found.said
    ]


@pytest.mark.parametrize(
    ("first", "notes"),
    [
        ("1003.6(3)", NOTES),  # of which nothing is said below
        ("45(12)", NOTES),  # a number and its share
        ("1003.6(1)", ""),
        ("1 003 1", "1 With apprentices,,\n"),  # may be a group of thousands
    ],
)
def test_what_no_note_explains_is_no_figure(first: str, notes: str) -> None:
    with pytest.raises(DataError) as caught:
        values(table(first, "901.2", notes))
    assert "is not a number" in str(caught.value) or "flag" in str(caught.value)


def test_large_tables_are_tried_with_the_notes_below_them() -> None:
    rows = "\n".join(f"Ost{n},Town{n},{n}.5" for n in range(600))
    text = f"District,Town,2020\n{rows}\nOst1,Hill,77.5(1)\n(1) Of the register.,,\n"
    with pytest.raises(DataError) as caught:
        foreign("t.csv", text.encode())
    assert "is not a number" not in str(caught.value)
