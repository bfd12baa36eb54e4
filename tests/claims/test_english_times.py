from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.english_times import english_times
from cpstats.claims.periods import Clock


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In July 2023", "2023-07"),
        ("From January to August", "2024-01/2024-08"),
        ("in the first half of 2024", "2024-H1"),
        ("in the first three quarters", "2023-01/2023-09"),
        ("in the third quarter of 2022", "2022-Q3"),
        ("Q2 2024", "2024-Q2"),
        ("by the end of 2023", "2023-12-31"),
        ("during the 13th Five-Year Plan period", "2016/2020"),
        ("in 2021", "2021"),
        ("from 2016 to 2020", "2016/2020"),
        ("In December", "2023-12"),
    ],
)
def test_english_times_name_periods(text: str, code: str) -> None:
    clock = Clock(date(2024, 9, 10))
    assert [time.when.code for time in english_times(text, clock, clock.default)] == [code]


@pytest.mark.parametrize("text", ["it may rise", "the march of time", "2,024 firms", "2024 yuan"])
def test_what_is_no_time(text: str) -> None:
    clock = Clock(None)
    assert english_times(text, clock, clock.default) == []
