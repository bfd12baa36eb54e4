from __future__ import annotations

from datetime import date

from cpstats.claims.english.numbers import spots
from cpstats.claims.english.stretches import Line, Stretch
from cpstats.claims.english.times import english_times
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock

NAMES = Lexicon({}, {}, {})


def stretches(text: str, published: str = "2024-07-20") -> list[Stretch]:
    clock = Clock(date.fromisoformat(published))
    memory = Memory(NAMES, clock, None)
    line = Line(text, english_times(text, clock, clock.default), spots(text))
    return line.stretches(memory, aims=False)


def test_words_of_time_are_no_part_of_what_stands_before_a_number() -> None:
    (one,) = stretches("In the first half of 2024, exports rose by 5 percent in Anhui.")
    assert (one.head.split(), one.behind.strip()) == ([",", "exports", "rose", "by"], "in Anhui.")
    assert one.when.code == "2024-H1"


def test_a_number_that_is_compared_with_has_the_period_behind_it() -> None:
    text = "Exports rose by 5 percent in May, up from 4 percent in April."
    assert [(s.when.code, s.against) for s in stretches(text)] == [
        ("2024-05", False),
        ("2024-04", True),
    ]


def test_a_period_in_front_of_a_bracket_is_of_what_it_holds() -> None:
    found = stretches("The rate was 5 percent, not different from 2016 (4 percent).")
    assert [s.when.code for s in found] == ["2024", "2016"]


def test_the_year_that_runs_is_aimed_at_and_one_that_is_over_is_not() -> None:
    assert [s.status for s in stretches("Exports will grow by 5 percent this year.")] == ["target"]
    assert [s.status for s in stretches("It said the target was met: 5 percent in 2022.")] == [
        "claim"
    ]
    assert [s.status for s in stretches("energy per 10,000 yuan of output")] == ["not_claim"]
