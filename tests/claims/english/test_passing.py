from __future__ import annotations

from cpstats.claims.english.passing import without_asides


def test_words_that_say_something_again_or_hold_against_a_time_name_nothing() -> None:
    for head, left in (
        ("the area fell, i.e. by ", "the area fell,  by"),
        ("the area fell, that is by ", "the area fell,  by"),
        ("21 fewer than         (", "21          ("),
        ("better than the median estimate of growth of ", "better than  of growth of"),
    ):
        assert without_asides(head).split() == left.split()
