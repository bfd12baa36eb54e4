from __future__ import annotations

import pytest

from cpstats.claims.english.contrasted import held
from cpstats.claims.english.numbers import spots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Output rose 4 percent, after falling 2 percent.", [False, True]),
        ("Output rose 4 percent, its first rise since a 9 percent drop in May.", [False, True]),
        ("Output rose 4 percent, up from 3 percent in May and 2 percent in April.", [False, True, True]),
        ("The rate fell to 4 percent, down from 5 percent in May and from a peak of 8 percent in 2020.", [False, True, True]),
        ("Output rose more than 4 percent.", [False]),
        ("Output rose 4 percent, faster than services at 3 percent.", [False, False]),
        ("Output rose 4 percent and exports 3 percent.", [False, False]),
    ],
)  # fmt: skip
def test_a_number_that_another_is_compared_with_is_held(text: str, found: list[bool]) -> None:
    assert held(text, spots(text)) == found


def test_what_is_looked_after_is_held_against_nothing() -> None:
    letters = "Nurseries looked after 4,505 children, after 3,980 children in 2020."
    assert held(letters, spots(letters)) == [False, True]
