"""Roman numerals beside years, which may count months or quarters; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.roman_parts import may_be_months


def _periods(text: str) -> list[str]:
    """Return the periods of the figures in their order."""
    hints = Hints(place="Peru", indicator="Huts")
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    return [row[2] for row in sorted(found.rows, key=lambda row: int(row[4]))]


def test_numerals_above_four_make_all_of_them_months() -> None:
    text = "Date;IV-2020;V-2020;VI-2020\nTents;1;2;3\n"
    assert _periods(text) == ["2020-04", "2020-05", "2020-06"]
    down = "Date;Tents\n" + "".join(
        f"{n}. 2019;{i}\n"
        for i, n in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)  # noqa: SIM905
    )
    assert _periods(down) == [f"2019-{n:02d}" for n in range(1, 13)]


def test_four_a_year_are_quarters() -> None:
    text = "Date;III/2020;IV/2020;I/2021\nTents;1;2;3\n"
    assert _periods(text) == ["2020-Q3", "2020-Q4", "2021-Q1"]
    text = "Date;2020-I;2020-II;2020-III;2020-IV\nTents;1;2;3;4\n"
    assert _periods(text) == ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]


def test_the_first_of_a_year_may_be_either_unless_a_word_says_it() -> None:
    text = "Date;I-2020;II-2020;III-2020\nTents;1;2;3\n"
    with pytest.raises(DataError, match="“III-2020” may be a month or a quarter"):
        _periods(text)
    assert _periods(f"Huts by quarter\n{text}") == ["2020-Q1", "2020-Q2", "2020-Q3"]
    named = "Date;I kv. 2020;II kv. 2020;III kv. 2020\nTents;1;2;3\n"
    assert _periods(named) == ["2020-Q1", "2020-Q2", "2020-Q3"]


def test_only_numerals_beside_years_are_open() -> None:
    assert may_be_months(["Zone I", "2020", "II"]) == ""
    assert may_be_months(["I/2020"]) == "I/2020"
