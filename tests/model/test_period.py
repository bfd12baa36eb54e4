"""Periods: every form of docs/data.md, and the spellings of bulletins."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.period import Freq, Period, PeriodError, annual, fiscal, readings, span

YEARS = st.integers(1900, 2100)
PERIODS = st.one_of(
    st.builds(annual, YEARS),
    st.builds(lambda y, s: Period(Freq.HALF, y, s), YEARS, st.integers(1, 2)),
    st.builds(lambda y, s: Period(Freq.QUARTER, y, s), YEARS, st.integers(1, 4)),
    st.builds(lambda y, s: Period(Freq.MONTH, y, s), YEARS, st.integers(1, 12)),
    st.builds(
        lambda y, s: Period(Freq.YTD, y, s), YEARS, st.sampled_from([2, 4, 5, 7, 8, 9, 10, 11])
    ),
    st.builds(lambda y, n: span(y, y + n), YEARS, st.integers(1, 30)),
    st.builds(lambda y: Period(Freq.OPEN, y), YEARS),
    st.builds(fiscal, YEARS),
)

SPELLINGS = {
    "2024": "2024",
    "２０２４年": "2024",
    "2024年度": "2024",
    "2024-H1": "2024-H1",
    "2024年上半年": "2024-H1",
    "2024年下半年": "2024-H2",
    "H1 2024": "2024-H1",
    "2024-Q1": "2024-Q1",
    "2024年第一季度": "2024-Q1",
    "2024年1季度": "2024-Q1",
    "2024年四季度": "2024-Q4",
    "2024年7-12月": "2024-H2",
    "2024年10-12月": "2024-Q4",
    "2024年2季度": "2024-Q2",
    "2024年3季度": "2024-Q3",
    "2024年4季度": "2024-Q4",
    "Q3 2024": "2024-Q3",
    "2024-08": "2024-08",
    "2024年8月": "2024-08",
    "2024年08月": "2024-08",
    "2024M08": "2024-08",
    "Aug 2024": "2024-08",
    "2024-01/2024-08": "2024-01/2024-08",
    "2024年1-8月": "2024-01/2024-08",
    "2024年1—8月": "2024-01/2024-08",
    "2024年1-2月": "2024-01/2024-02",
    "2024年前三季度": "2024-01/2024-09",
    "2024年1-3月": "2024-Q1",
    "2024年1-6月": "2024-H1",
    "2024年1-12月": "2024",
    "2024-01/2024-03": "2024-Q1",
    "2024-01/2024-06": "2024-H1",
    "2024-01/2024-12": "2024",
    "2024-01/2024-01": "2024-01",
    "2024-04/2024-06": "2024-Q2",
    "2021/2024": "2021/2024",
    "2021-2025年": "2021/2025",
    "2021—2025年": "2021/2025",
    "2021年至2025年": "2021/2025",
    "../2025": "../2025",
}


@pytest.mark.parametrize(("text", "code"), SPELLINGS.items())
def test_a_spelling_is_one_period(text: str, code: str) -> None:
    assert str(Period.parse(text)) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1-9月", "2024-01/2024-09"),
        ("上半年", "2024-H1"),
        ("一季度", "2024-Q1"),
        ("全年", "2024"),
        ("8月", "2024-08"),
    ],
)
def test_a_form_without_a_year_needs_one(text: str, code: str) -> None:
    assert str(Period.parse(text, year=2024)) == code
    with pytest.raises(PeriodError, match="the year is missing"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("2024-Q4", "2025-Q1"),
        ("2024-12", "2025-01"),
        ("2024-H1", "2024-H2"),
        ("2024", "2025"),
        ("2024-01/2024-05", "2025-01/2025-05"),
        ("2021/2025", "2026/2030"),
    ],
)
def test_the_next_period_crosses_the_year(code: str, after: str) -> None:
    assert str(Period.parse(code).next()) == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("soon", "its form is not known"),
        ("2024-13", "there are twelve months"),
        ("2024-00", "there are twelve months"),
        ("2024年3—13月", "there are twelve months"),
        ("0000", "there is no year 0"),
        ("0000/2020", "there is no year 0"),
        ("../0000", "there is no year 0"),
        ("0000-01/0000-02", "there is no year 0"),
        ("2024-Q5", "its form is not known"),
        ("2025/2021", "it ends before it begins"),
        ("2024-05/2024-02", "it ends before it begins"),
        ("2023-01/2024-08", "months are cumulated within one year"),
        ("2024-02/2024-08", "months are cumulated from January, or make a quarter or a half"),
    ],
)
def test_what_is_no_period_says_why(text: str, reason: str) -> None:
    with pytest.raises(PeriodError) as caught:
        Period.parse(text)
    assert str(caught.value) == reason


@given(PERIODS)
def test_a_code_reads_back_as_its_period(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(PERIODS)
def test_labels_of_both_languages_read_back(period: Period) -> None:
    assert Period.parse(period.label("zh")) == period
    assert Period.parse(period.label("en")) == period


@given(PERIODS, PERIODS, PERIODS)
def test_the_order_is_total(a: Period, b: Period, c: Period) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    if a < b < c:
        assert a < c


def test_periods_are_sorted_by_their_end_the_longer_first() -> None:
    codes = ["2024-12", "2024-Q4", "2024", "2023", "2021/2024", "2024-H2"]
    found = [str(p) for p in sorted(Period.parse(c) for c in codes)]
    assert found == ["2023", "2021/2024", "2024", "2024-H2", "2024-Q4", "2024-12"]


@given(PERIODS)
def test_the_year_before_has_the_same_part_of_the_year(period: Period) -> None:
    before = period.year_before()
    assert (before.freq, before.sub, before.year) == (period.freq, period.sub, period.year - 1)
    assert before.year_before(-1) == period


def test_the_previous_period_crosses_the_year() -> None:
    steps = {"2024-Q1": "2023-Q4", "2024-01": "2023-12", "2024-H1": "2023-H2", "2024": "2023"}
    assert {c: str(Period.parse(c).previous()) for c in steps} == steps
    assert str(Period.parse("2021/2025").previous()) == "2016/2020"


@given(st.sampled_from(["2024", "2024-H1", "2024-Q3", "2024-11"]), st.integers(1, 40))
def test_ordinals_count_the_periods(code: str, steps: int) -> None:
    here = there = Period.parse(code)
    for _ in range(steps):
        there = there.previous()
    assert here.ordinal - there.ordinal == steps


def test_first_and_last_day() -> None:
    days = {
        "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
        "2024-H2": (date(2024, 7, 1), date(2024, 12, 31)),
        "2021/2025": (date(2021, 1, 1), date(2025, 12, 31)),
        "2024-01/2024-08": (date(2024, 1, 1), date(2024, 8, 31)),
        "2008/09": (date(2008, 7, 1), date(2009, 6, 30)),
    }
    assert {c: (Period.parse(c).first_day, Period.parse(c).last_day) for c in days} == days


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 12, 22), ["2021/2025", "2021/2024"]),  # S8: 2025 was not over
        (date(2026, 2, 2), ["2021/2025"]),
        (None, ["2021/2025"]),
    ],
)
def test_a_span_that_was_not_over_has_two_readings(day: date | None, found: list[str]) -> None:
    assert [str(p) for p in readings(Period.parse("2021/2025"), day)] == found


@pytest.mark.parametrize(
    ("code", "day", "found"),
    [
        ("2021/2025", date(2025, 12, 31), ["2021/2025", "2021/2024"]),  # on its last day
        ("2021/2025", date(2026, 1, 1), ["2021/2025"]),
        ("2022/2024", date(2024, 6, 1), ["2022/2024", "2022/2023"]),
        ("2023/2024", date(2024, 6, 1), ["2023/2024"]),  # one year is no span
        ("2024", date(2024, 6, 1), ["2024"]),
    ],
)
def test_what_is_left_of_a_span_is_one(code: str, day: date, found: list[str]) -> None:
    assert [str(p) for p in readings(Period.parse(code), day)] == found


def test_months_are_those_that_it_covers() -> None:
    codes = [
        "2024",
        "2023/24",
        "2024-H1",
        "2024-Q2",
        "2024-08",
        "2024-01/2024-08",
        "2021/2025",
        "../2025",
    ]
    assert [Period.parse(code).months for code in codes] == [12, 12, 6, 3, 1, 8, 60, 0]


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
def test_months_end_with_the_last_day_that_the_calendar_has(year: int) -> None:
    last = [Period.parse(f"{year}-{month:02d}").last_day for month in range(1, 13)]
    assert last == [date(year, m, calendar.monthrange(year, m)[1]) for m in range(1, 13)]
