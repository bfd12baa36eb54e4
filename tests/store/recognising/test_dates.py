"""A column of dates names periods: how far they lie apart says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.dates import is_date, open_day, periods_of_dates
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised


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


def read(text: str, **said: str) -> Recognised:
    return recognise(sheets("Peru.csv", text.encode())[0], Hints(**said))


def test_days_counted_by_a_spreadsheet_are_periods_and_it_is_said() -> None:
    # 44197 is 2021-01-01, 44228 2021-02-01, 44256 2021-03-01
    found = read("Date,Tea (tonnes)\n44197,5.5\n44228,5.7\n44256,6.1\n")
    assert [row[2] for row in found.rows] == ["2021-01", "2021-02", "2021-03"]
    assert any("a spreadsheet counts them: 44197 is 2021-01" in str(line) for line in found.said)


@pytest.mark.parametrize("days", ["44197,44198,44199", "44197,44228", "31000,32000,33000"])
def test_other_numbers_of_five_digits_are_no_days(days: str) -> None:
    assert periods_of_dates(days.split(",")) == {}


def test_a_day_that_may_be_a_month_is_asked_about() -> None:
    text = "day,Tea (tonnes)\n01/05/2022,4.5\n01/06/2022,4.9\n01/07/2022,5.2\n"
    with pytest.raises(QuestionError, match=r"01/07/2022.*the day or the month.*--dates day-first"):
        read(text)
    assert [row[2] for row in read(text, dates="day-first").rows] == [
        "2022-05",
        "2022-06",
        "2022-07",
    ]
    with pytest.raises(DataError, match="is a day"):
        read(text, dates="month-first")


@pytest.mark.parametrize(
    "days",
    [
        "01/11/2022,01/12/2022,01/01/2023",  # on over the year: no days of one January
        "01/10/2022,02/10/2022,13/10/2022",  # above twelve
        "01/01/2021,01/01/2022",  # the same both ways
        "2022-05-01,2022-06-01",
    ],
)
def test_days_that_settle_their_order_are_not_open(days: str) -> None:
    assert open_day(days.split(",")) == ""


@pytest.mark.parametrize(
    ("interval", "period"),
    [("2021-04/P1Y", "2021/22"), ("2021-01/P1Y", "2021"), ("2021-04/P3M", "2021-Q2")],
)
def test_an_interval_may_begin_with_a_month(interval: str, period: str) -> None:
    assert str(period_of(interval)) == period
