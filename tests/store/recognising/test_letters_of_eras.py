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


def test_months_beside_halves_are_no_eras() -> None:
    """M01 and S01 of a data bank would be the years 1868 and 1926, with none between."""
    text = "Year,Period,Tents\n2011,M01,4\n2011,M02,5\n2011,S01,6\n2012,M01,7\n2012,S01,8\n"
    assert _periods(text) == ["2011-01", "2011-02", "2011-H1", "2012-01", "2012-H1"]
