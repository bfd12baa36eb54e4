from __future__ import annotations

import pytest

from cpstats.claims.english.paces import said_pace


@pytest.mark.parametrize(
    ("words", "pace"),
    [
        ("rose year on year by", "growth"),
        ("from a year earlier", "growth"),
        ("quarter-on-quarter", "growth_on_period"),
        ("from the previous month", "growth_on_period"),
        ("y/y and q/q", ""),  # both
        ("rose by", ""),
    ],
)
def test_words_say_what_a_change_is_on(words: str, pace: str) -> None:
    assert said_pace(words) == pace
