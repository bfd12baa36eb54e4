from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.times import english_times
from cpstats.claims.terms.periods import Clock
from cpstats.store.package import open_catalogue

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In July 2023", "2023-07"),
        ("grew in Q1FY22", None),
        ("grew in 2011/2012 Q1", None),
        ("since the beginning of the year prices rose", None),
        ("in the June 2024 quarter", "2024-Q2"),
        ("in the year to the June 2024 quarter", "2024-Q2"),
        ("in the June quarter of 2023", "2023-Q2"),
        ("in Q4 2021-22 it rose", None),
        ("in the second quarter of fiscal 2023", None),
        ("in the first half of 2022-23", None),
        ("From January to August", "2024-01/2024-08"),
        ("in the first half of 2024", "2024-H1"),
        ("in the first three quarters", "2023-01/2023-09"),
        ("in the third quarter of 2022", "2022-Q3"),
        ("Q2 2024", "2024-Q2"),
        ("by the end of 2023", "2023-12-31"),
        ("during the 13th Five-Year Plan period", "2016/2020"),
        ("in 2021", "2021"),
        ("two years ago", "2022"),
        ("4 years earlier", "2020"),
        ("in mid-2021", "2021"),
        ("fell from 90 tonnes in 2013 to 32 tonnes", "2013"),
        ("From 2021 to 2022 the rate", "2022"),
        ("the nine months through September 2023", "2023-01/2023-09"),
        ("in the six months to June", "2024-H1"),
        ("from 2016 to 2020", "2016/2020"),
        ("In December", "2023-12"),
        ("the first 10 months of last year", "2023-01/2023-10"),
        ("the January-May period", "2024-01/2024-05"),
        ("first-quarter exports", "2024-Q1"),
        ("in the nine-month period", "2023-01/2023-09"),
        ("in the past eight months", "2024-01/2024-08"),
        ("in the past three months", "2024-06/2024-08"),
        ("of the preceding quarter of N35 million", "2024-Q1"),
        ("in H1 2022", "2022-H1"),
        ("the first half of this year", "2024-H1"),
        ("full-year exports", "2024"),
        ("over the past five years", "2020/2024"),
        ("since 2012", "2012/2024"),
        ("2016-20", "2016/2020"),
        ("as of June 30, 2020", "2020-06-30"),
        ("by the end of June", "2024-06-30"),
        ("last month", "2024-08"),
        ("on 2 May 2021", None),
        ("HEFEI, March 14 --", None),
    ],
)
def test_english_times_name_periods(text: str, code: str | None) -> None:
    clock = Clock(date(2024, 9, 10), spans=open_catalogue().spans)
    assert [time.when.code for time in english_times(text, clock, clock.default)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "under the Harbour Pilots Act 1998",
        "it may rise",
        "the march of time",
        "2,024 firms",
        "2024 yuan",
    ],
)
def test_what_is_no_time(text: str) -> None:
    clock = Clock(None)
    assert english_times(text, clock, clock.default) == []


def test_what_is_compared_with_is_of_the_months_before() -> None:
    clock = Clock(date(2024, 9, 10))
    text = "In May 2024, up from the same period last year and from the previous quarter"
    found = english_times(text, clock, clock.default)
    assert [(time.when.code, time.compared) for time in found] == [
        ("2024-05", False),
        ("2023-05", False),
    ]
    text = "In the first quarter of 2024, up from the previous quarter, and from a year earlier"
    found = english_times(text, clock, clock.default)
    assert [(time.when.code, time.compared) for time in found] == [
        ("2024-Q1", False),
        ("2023-Q4", False),
        ("2023-Q1", True),
    ]


def test_a_year_to_come_is_future() -> None:
    clock = Clock(date(2024, 9, 10))
    assert [t.when.future for t in english_times("By 2030", clock, clock.default)] == [True]


def test_a_count_behind_the_first_months_is_of_months_too(shown: Shown) -> None:
    text = "Over the first ten months of 2023 Beijing's fixed-asset investment was up 7.8 percent, slowing from 9.0 percent over the first nine and 14.1 percent over the first six."
    assert shown(text, "period") == ["2023-01/2023-10", "2023-01/2023-09", "2023-H1"]


def test_the_last_year_is_the_twelve_months_before_and_no_calendar_year() -> None:
    clock = Clock(date(2024, 9, 10))
    assert english_times("prices rose over the last year", clock, clock.default) == []
    assert [t.when.code for t in english_times("prices rose last year", clock, clock.default)] == [
        "2023"
    ]
