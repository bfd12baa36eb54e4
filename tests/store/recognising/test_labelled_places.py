"""Places within the labels over columns: known ones, and those that only who asks can say."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

LABELS = [
    ("Jobless rate: Overhill", "Jobless rate: Old Dale"),
    ('"Employment, Overhill"', '"Employment, Old Dale"'),
    ("Overhill - Births", "Old Dale - Births"),
    ("Births_Overhill", "Births_Old Dale"),
]


def table(labels: tuple[str, str]) -> bytes:
    return f"Year,{','.join(labels)}\n2019,5,3\n2020,6,4\n".encode()


@pytest.mark.parametrize("labels", LABELS)
def test_names_within_labels_are_proposed_as_places(labels: tuple[str, str]) -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", table(labels))
    assert "cpstats import t.csv --column header=place" in str(caught.value)


@pytest.mark.parametrize("labels", LABELS)
def test_they_are_taken_out_of_the_labels_once_it_is_said(labels: tuple[str, str]) -> None:
    (found,) = foreign("t.csv", table(labels), Hints(columns={"header": "place"}))
    assert [row[1] for row in found.rows] == ["Overhill", "Old Dale"] * 2
    assert len({row[0] for row in found.rows}) == 1
    assert "Overhill" not in found.rows[0][0]


def test_parts_of_what_is_counted_are_no_names() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", table(("Births: men", "Births: women")))
    assert "header=place" not in str(caught.value)


def test_a_code_in_a_label_is_left_out_only_where_it_is_that_of_the_place() -> None:
    text = b"Year,GDP_Peru,GDP_Chile,CPI_Peru,CPI_Chile\n2019,5,3,7,8\n2020,6,4,9,1\n"
    (found,) = foreign("t.csv", text)
    assert {(row[0], row[1]) for row in found.rows} == {
        (name, place) for name in ("GDP", "CPI") for place in ("Peru", "Chile")
    }
