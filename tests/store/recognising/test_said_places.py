"""A line above a table says what place it is of."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_doubts import read

from cpstats.errors import DataError
from cpstats.store.recognising.said_places import is_called_so


@pytest.mark.parametrize("word", ["District", "Province", "Country", "Gemeinde", "Ville", "City"])
def test_a_word_for_a_place_before_a_name_says_that_it_is_one(word: str) -> None:
    found = read(f"{word}: Quellmoor\nYear,Milk (t)\n2020,5\n2021,6\n")
    assert {row[1] for row in found.rows} == {"Quellmoor"}


@pytest.mark.parametrize(
    "line", ["District: Total", "Country: All of them", "City: 3 to 5", "Land: Arable"]
)
def test_what_is_not_written_as_a_name_is_asked(line: str) -> None:
    with pytest.raises(DataError):
        read(f"{line}\nYear,Milk (t)\n2020,5\n2021,6\n")


def test_a_name_has_capitals_and_is_no_total() -> None:
    names = ("Quellmoor", "Isle of Moor", "land under crops", "Total", "3")
    assert [is_called_so(name) for name in names] == [True, True, False, False, False]
