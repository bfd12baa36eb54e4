from __future__ import annotations

import pytest

from cpstats.claims.english.bounds import bound_of, ranged
from cpstats.claims.english.numbers import spots


@pytest.mark.parametrize(
    ("head", "after", "bound"),
    [
        ("topped ", "", "more_than"),
        ("no less than ", "", "at_least"),
        ("not exceeding ", "", "at_most"),
        ("growth picked up to ", "", "exact"),
        ("nearly a ", "", "less_than"),
        ("", " or more", "at_least"),
        ("rose by ", "", "exact"),
    ],
)
def test_words_bound_a_number(head: str, after: str, bound: str) -> None:
    assert bound_of(head, after) == bound


def test_a_range_has_two_ends() -> None:
    text = "between 5 percent and 6 percent"
    assert [ranged(text, spot) for spot in spots(text)] == ["at_least", "at_most"]


def test_almost_half_of_an_earlier_level_comes_from_above() -> None:
    text = "almost half that of 2017"
    assert [ranged(text, spot) for spot in spots(text)] == ["approx"]
