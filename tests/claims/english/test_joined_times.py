from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.english.times import english_times
from cpstats.claims.terms.periods import Clock

CLOCK = Clock(date(2024, 7, 20))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Exports grew on average in 2020 and 2021 by 3.1 percent", ["2020", "2021"]),
        ("The rate averaged 3 percent in 2020 and 2021", ["2020/2021"]),
        ("Over 2020 and 2021 output grew at an average annual rate of 4.7 percent", ["2020/2021"]),
        ("On average, 5 percent and 3 percent in 2020 and 2023", ["2020", "2023"]),
        ("first-half GDP was down 3.2 percent in 2020", ["2020-H1", "2020-H1"]),
    ],
)
def test_two_years_of_an_average_are_one_span_and_a_half_has_the_year_behind_it(
    text: str, codes: list[str]
) -> None:
    found = english_times(text, CLOCK, CLOCK.default)
    assert [time.when.code for time in found] == codes
