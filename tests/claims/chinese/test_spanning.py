from __future__ import annotations

from datetime import date

from cpstats.claims.chinese import spanning
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.measure import Measure
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock, months_of, years_of

CLOCK = Clock(date(2024, 4, 15))
GROWTH = Measure("growth", "up")


def remembered() -> Memory:
    return Memory(Lexicon({}, {}, {}), CLOCK, "360100", "100000")


def test_growth_over_several_years_is_not_that_of_one() -> None:
    memory = remembered()
    assert (
        spanning.over_years(memory, GROWTH, years_of(2021, 2023, CLOCK), "").name == "span_growth"
    )
    assert spanning.over_years(memory, GROWTH, months_of(2023, 1, 12), "") == GROWTH
    memory.sentence.against = months_of(2020, 1, 12)
    assert spanning.over_years(memory, GROWTH, months_of(2023, 1, 12), "").name == "span_growth"
    memory.sentence.averaging = 2
    assert spanning.over_years(memory, GROWTH, months_of(2023, 1, 12), "").name == "average_growth"


def test_growth_starts_a_year_before_the_span_s_first_or_where_the_clause_says() -> None:
    memory = remembered()
    assert spanning.base(memory, months_of(2023, 1, 6), "growth") == "2022-H1"
    assert spanning.base(memory, years_of(2021, 2023, CLOCK), "span_growth") == "2020"
    memory.sentence.average = 2
    assert spanning.base(memory, months_of(2023, 1, 12), "average_growth") == "2021"


def test_a_goal_without_a_year_is_of_the_year_that_runs() -> None:
    memory = remembered()
    aimed = spanning.aimed(memory, months_of(2023, 1, 12, source="docdate"), "growth", "增长5%")
    assert aimed.code == "2024"
    assert spanning.past(memory, months_of(2023, 1, 12)) is True
    assert spanning.runs(memory, months_of(2024, 1, 12)) is True
