"""Years of Japan by the letter of their era; figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _periods(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode(), Hints(place="Japan", indicator="Huts"), trying=False)
    return [row[2] for row in sorted(found.rows, key=lambda row: int(row[4]))]


def test_letters_of_two_eras_are_years() -> None:
    assert _periods("Item,S63,H1,H2\nTents,1,2,3\n") == ["1988", "1989", "1990"]
    assert _periods("Year,Tents\nH30,1\nR1,2\nR2,3\n") == ["2018", "2019", "2020"]


def test_of_one_era_a_word_for_the_year_says_it() -> None:
    assert _periods("Item,R2年,R3年\nTents,1,2\n") == ["2020", "2021"]
    with pytest.raises(DataError, match="“R2” over column 2"):
        _periods("Item,R2,R3\nTents,1,2\n")
