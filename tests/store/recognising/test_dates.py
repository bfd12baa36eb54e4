"""A column of dates names periods: how far they lie apart says which."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.dates import is_date, periods_of_dates


@pytest.mark.parametrize(
    ("dates", "periods"),
    [
        (["2024-01-01", "2024-02-01"], ["2024-01", "2024-02"]),
        (["2024-01-31", "2024-02-29"], ["2024-01", "2024-02"]),
        (["1947-01-01", "1947-04-01", "1947-10-01"], ["1947-Q1", "1947-Q2", "1947-Q4"]),
        (["2024/3/31", "2024/6/30"], ["2024-Q1", "2024-Q2"]),
        (["2022-12-31", "2023-12-31"], ["2022", "2023"]),
        (["2023-01-01 00:00:00", "2024-01-01 00:00:00"], ["2023", "2024"]),
        (["2024-05-01"], ["2024-05"]),
    ],
)
def test_dates_at_the_ends_of_months_are_periods(dates: list[str], periods: list[str]) -> None:
    assert [str(p) for p in periods_of_dates(dates).values()] == periods


@pytest.mark.parametrize(
    "dates",
    [
        ["2024-01-02", "2024-01-03"],  # what a spreadsheet makes of 1-2, 1-3
        ["2024-01-01", "2024-01-31"],
        ["2024-01-01", "2024"],
        ["2024-13-01"],
        ["2024-02-30"],
        [],
    ],
)
def test_other_days_are_none(dates: list[str]) -> None:
    assert periods_of_dates(dates) == {}


@pytest.mark.parametrize("text", ["2024-01-02", "1月2日", "2-Jan", "Jan-02"])
def test_what_a_spreadsheet_makes_of_a_range_is_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["2024", "1-2月", "2024-Q1", "1月"])
def test_a_period_is_no_date(text: str) -> None:
    assert not is_date(text)


def test_days_before_months_with_points_are_dates() -> None:
    # three months apart, the last days of quarters
    found = periods_of_dates(["31.03.2019", "30.06.2019"])
    assert [str(p) for p in found.values()] == ["2019-Q1", "2019-Q2"]
