from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.english.earlier import (
    compared_before,
    in_one_bracket,
    is_in_bracket,
    is_older,
    is_past,
    is_record,
    opens_bracket,
    previous,
)
from cpstats.claims.english.times import english_times
from cpstats.claims.terms.periods import Clock, When, months_of


@pytest.mark.parametrize(
    ("months", "code"),
    [((2024, 1, 12), "2023"), ((2024, 4, 6), "2024-Q1"), ((2024, 1, 3), "2023-Q4"), ((2024, 1, 7), "2024-H1")],
)  # fmt: skip
def test_a_number_without_a_time_of_its_own_is_compared_with_the_period_before(
    months: tuple[int, int, int], code: str
) -> None:
    assert previous(months_of(*months)).code == code


def test_words_of_time_behind_than_are_only_compared_with() -> None:
    for words, past in (
        ("GDP was higher than in 2023", True),
        ("compared with 2023", True),
        ("slightly lower than the year 2023", True),
        ("when compared 2023", True),
        ("from the pace recorded in 2023", True),
        ("after rising in 2023", True),
        ("a fall in 2023", False),
        ("steady in 2023", False),
    ):
        assert is_past(words, words.index("2023")) is past


def test_since_when_something_is_the_most_is_no_period() -> None:
    assert is_record("the fastest growth since 2019")
    assert is_record("the smallest rise since the period ending May 2021")
    assert is_record("fell 2.7 percent, a smaller drop than in 2022")
    assert not is_record("rose 20 percent since 2019")


@pytest.mark.parametrize(
    ("said", "code"),
    [("a year later", "2022"), ("Three years later", "2024"), ("2 years later", "2023")],
)
def test_so_many_years_later_is_on_the_year_spoken_of(said: str, code: str) -> None:
    found = english_times(
        f"In 2021 it was 5 percent; {said} it was 4.", Clock(date(2025, 1, 5)), When()
    )
    assert [time.when.code for time in found] == ["2021", code]


def test_later_than_what_nobody_said_is_no_period() -> None:
    assert english_times("A year later it was 4 percent.", Clock(date(2025, 1, 5)), When()) == []


def test_what_a_time_was_compared_with_before_may_be_meant_again_and_so_may_the_year_before() -> (
    None
):
    year, old = months_of(2024, 1, 12), months_of(2020, 1, 12)
    assert compared_before(year, {}).code == "2023"
    again = compared_before(year, {"2024": old})
    assert (again.code, again.source, set(again.readings)) == ("2020", "context", {"2020", "2023"})
    assert compared_before(year, {"2024": months_of(2023, 1, 12)}) == previous(year)


def test_brackets_hold_words_of_time_together_with_their_numbers() -> None:
    text = "to 2,655 (3,920 in 2019)"
    assert is_in_bracket(text, 8, text.index("2019"))
    assert in_one_bracket(text, text.index("3,920"), text.index("2019"))
    assert not in_one_bracket(text, text.index("2,655"), text.index("2019"))
    after, than = "After the rebound of 2021 (+5.0%)", "more than in 2021 (+5.0%)"
    assert opens_bracket(after, (21, 25), after.index("5.0"))
    assert not opens_bracket(than, (13, 17), than.index("5.0"))


def test_a_year_before_the_one_in_force_is_older() -> None:
    assert is_older(months_of(2020, 1, 12), months_of(2024, 1, 12))
    assert not is_older(months_of(2024, 1, 3), months_of(2024, 1, 12))
