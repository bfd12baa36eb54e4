from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.english.over_years import base_of, is_whole_year
from cpstats.claims.terms.periods import Clock, months_of, years_of

if TYPE_CHECKING:
    from tests.claims.conftest import Judge, Shown


def test_a_rate_over_years_is_an_average_only_where_the_words_say_so(shown: Shown) -> None:
    for words, measure in (
        ("rose 20 percent over 2021-2024", "span_growth"),
        ("rose 5 percent a year over 2021-2024", "average_growth"),
    ):
        assert shown(f"Beijing's GDP {words}.", "measure") == [measure]


def test_the_growth_at_the_end_of_a_year_may_be_that_of_its_last_quarter(judge: Judge) -> None:
    # 5.0 over the year, 4.5 in the last quarter, on the same one of the year before
    rates = ("gdp 110000 2025 growth 5.0", "gdp 110000 2025-Q4 growth 4.5")
    said = "Beijing's GDP growth at the end of 2025 was {} percent."
    assert judge(said.format("5.0"), *rates)[0][1] != "contradicted"
    assert judge(said.format("4.5"), *rates)[0][1] != "contradicted"


def test_a_whole_year_has_all_its_months() -> None:
    assert is_whole_year(months_of(2024, 1, 12))
    assert not is_whole_year(months_of(2024, 1, 9))


def test_growth_starts_a_year_before_and_a_span_before_its_first_year() -> None:
    assert base_of(months_of(2024, 1, 6), "growth") == "2023-H1"
    assert base_of(years_of(2021, 2024, Clock(None)), "average_growth") == "2020"
    assert base_of(months_of(2024, 1, 6), "level") is None
