from __future__ import annotations

from cpstats.claims.english.memory import Memory, base_of
from cpstats.claims.english.places import Gazetteer
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.periods import Clock, months_of, years_of

CLOCK = Clock(None)


def test_growth_starts_a_year_before_and_a_span_before_its_first_year() -> None:
    assert base_of(months_of(2024, 1, 6), "growth") == "2023-H1"
    assert base_of(years_of(2021, 2024, CLOCK), "average_growth") == "2020"
    assert base_of(months_of(2024, 1, 6), "level") is None


def test_the_nation_of_a_text_about_a_place_by_its_code_is_known_from_the_beginning() -> None:
    nations = [Memory(Lexicon({}, {}, {}), Gazetteer({}), CLOCK, here).nation
               for here in ("360100", "VN", None)]  # fmt: skip
    assert nations == ["100000", "", None]
