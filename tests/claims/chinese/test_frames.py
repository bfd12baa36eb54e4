from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.chinese.frames import spanned, up_to
from cpstats.claims.terms.periods import Clock, months_of

CLOCK = Clock(date(2024, 4, 15))


@pytest.mark.parametrize(
    ("years", "code"),
    [((2021, 2022, 2023), "2021/2023"), ((2023, 2022), "2022/2023"), ((2020, 2023), "2023")],
)
def test_years_that_follow_one_another_are_a_span(years: tuple[int, ...], code: str) -> None:
    assert spanned([months_of(year, 1, 12) for year in years], CLOCK).code == code


def test_the_months_so_far_end_with_the_month_that_was_spoken_of() -> None:
    september = months_of(2023, 9, 9)
    assert up_to(months_of(2023, 1, 9), september) is True
    assert up_to(september, september) is False
