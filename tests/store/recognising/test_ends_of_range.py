"""Columns beside an estimate that say within what it lies (invented figures)."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(**hints))  # type: ignore[arg-type]
    return [[row[0], row[1], row[4], row[5]] for row in found.rows]


def test_bounds_have_the_name_and_the_unit_of_what_they_stand_beside() -> None:
    text = "Country,Year,Sleepers (%),95% CI lower,95% CI upper,Beds (persons)\nPeru,2019,40.5,39.5,41.5,70\n"
    assert read(text) == [
        ["Sleepers", "Peru", "40.5", "%"],
        ["Sleepers, 95% CI lower", "Peru", "39.5", "%"],
        ["Sleepers, 95% CI upper", "Peru", "41.5", "%"],
        ["Beds", "Peru", "70", "persons"],
    ]


def test_beside_a_value_without_a_name_the_indicator_is_asked_for() -> None:
    text = "Country,Year,Value,Low,High\nPeru,2019,40.5,39.5,41.5\n"
    with pytest.raises(DataError, match="does not name its indicator"):
        read(text)
    names = [name for name, *_ in read(text, indicator="Sleepers")]
    assert names == ["Sleepers", "Sleepers, Low", "Sleepers, High"]


def test_bounds_of_a_name_in_a_column_stand_behind_it() -> None:
    text = "Indicator,Country,Year,mean,min,max\nSleepers,Peru,2019,40.5,39.5,41.5\n"
    assert [name for name, *_ in read(text)] == ["Sleepers", "Sleepers, min", "Sleepers, max"]


def test_classes_are_no_bounds() -> None:
    text = "Country,Year,Low,Middle,High\nPeru,2019,4,5,6\n"
    assert [name for name, *_ in read(text)] == ["Low", "Middle", "High"]
