from __future__ import annotations

from cpstats.claims.english.goals import of_goals, opens
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock


def read(*lines: str) -> list[bool]:
    """Return of each paragraph whether its numbers are goals."""
    memory = Memory(Lexicon({}, {}, {}), Clock(None), None)
    found = []
    for line in lines:
        opens(memory, line, first=True)
        found.append(of_goals(memory, line, first=True))
    return found


def test_bullets_below_a_heading_are_goals() -> None:
    lines = (
        "Main targets for 2024:",
        "-- GDP growth of 5 percent",
        "-- CPI of 3 percent",
        "Exports rose.",
    )
    assert read(*lines) == [False, True, True, False]


def test_a_paragraph_right_below_a_title_of_work_to_do_is_one_of_goals() -> None:
    assert read("II. Major Work in 2013", "Exports grow by 8 percent.", "Exports grew.") == [
        False,
        True,
        False,
    ]


def test_a_heading_may_begin_with_the_first_goal() -> None:
    assert read("MAJOR TARGETS FOR 2018: GDP growth of 6.5 percent") == [True]


def test_results_that_follow_are_no_goals() -> None:
    assert read("The main results are as follows:", "- GDP grew by 5 percent") == [False, False]
