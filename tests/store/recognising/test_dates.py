"""A column of dates names periods: how far they lie apart says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.dates import is_date, open_day, periods_of_dates
from cpstats.store.recognising.foreign import foreign
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


@pytest.mark.parametrize(
    ("labels", "periods"),
    [
        (["1861--1870", "1871--1880"], ["1861/1870", "1871/1880"]),
        (["1991 to 1995", "1996 to 2000"], ["1991/1995", "1996/2000"]),
        (["на 1.01.2001", "на 1.01.2002"], ["2001", "2002"]),
        (["As at 30 June 2019", "As at 30 June 2020"], ["2019", "2020"]),
        (["stan na 31.12.2015", "stan na 31.12.2016"], ["2015", "2016"]),
        (["au 1er janvier 2008", "au 1er janvier 2009"], ["2008", "2009"]),
        (["Tuesday, January 1, 2019", "Friday, February 1, 2019"], ["2019-01", "2019-02"]),
        (["2018年末", "2019年末"], ["2018", "2019"]),
        (["2018 г.", "2019 г."], ["2018", "2019"]),
        (["Year ended 31 March 2018", "Year ended 31 March 2019"], ["2017/18", "2018/19"]),
        (["1H18", "2H18"], ["2018-H1", "2018-H2"]),
        (["S1 2018", "S2 2018"], ["2018-H1", "2018-H2"]),
        (["11.2018", "12.2018"], ["2018-11", "2018-12"]),
        (["11/2018", "12/2018"], ["2018-11", "2018-12"]),
        (["II kw. 2018", "III kw. 2018"], ["2018-Q2", "2018-Q3"]),
        (["平成29年4～6月", "平成29年7～9月"], ["2017-Q2", "2017-Q3"]),
        (["2018-04-01T00:00:00+02:00", "2018-05-01T00:00:00+02:00"], ["2018-04", "2018-05"]),
        # midnight in winter and in summer, one hour and two before that of universal time
        (["2018-02-28T23:00:00Z", "2018-03-31T22:00:00Z"], ["2018-03", "2018-04"]),
        (["2018-03-01T05:00Z", "2018-04-01T04:00Z"], ["2018-03", "2018-04"]),
    ],
)
def test_periods_stand_beside_or_above_the_figures(labels: list[str], periods: list[str]) -> None:
    down = "Date,Tea (t)\n" + "".join(f'"{label}",{n}.5\n' for n, label in enumerate(labels, 3))
    assert [row[2] for row in read(down, place="Valeland").rows] == periods
    across = ",".join(f'"{label}"' for label in labels)
    found = read(f"Country,{across}\nChile,3.5,4.5\nPeru,5.5,6.5\n", indicator="Tea", unit="t")
    assert [row[2] for row in found.rows[:2]] == periods


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        ("43831,43862,43891", ["2020-01", "2020-02", "2020-03"]),
        ("20200331,20200630,20200930", ["2020-Q1", "2020-Q2", "2020-Q3"]),
    ],
)
def test_days_of_digits_may_stand_across(days: str, periods: list[str]) -> None:
    text = f"Country,{days}\nChile,3.5,4.5,6.5\nPeru,5.5,6.5,7.5\n"
    assert [row[2] for row in read(text, indicator="Tea", unit="t").rows[:3]] == periods


def test_the_last_hour_of_a_month_without_a_zone_is_asked_about() -> None:
    text = "Date,Tea (t)\n2018-03-31 23:00,4.5\n2018-04-30 23:00,4.9\n"
    with pytest.raises(QuestionError, match=r"names no time zone.*--dates next-day"):
        read(text, place="Valeland")
    for said, periods in (
        ("same-day", ["2018-03", "2018-04"]),
        ("next-day", ["2018-04", "2018-05"]),
    ):
        found = read(text, place="Valeland", dates=said)
        assert [row[2] for row in found.rows] == periods


def test_figures_by_the_week_are_refused_as_such() -> None:
    with pytest.raises(DataError, match="counts weeks"):
        read("When,Tea (t)\n2018W07,4.5\n2018W08,4.9\n", place="Valeland")


@pytest.mark.parametrize(
    ("labels", "first", "last"),
    [
        (["Jan-48", "Feb-48", "Mar-48"], "1948-01", "1948-03"),
        (["Ene12", "Feb12", "Mar12"], "2012-01", "2012-03"),
        (["1Q59", "2Q59", "3Q59"], "1959-Q1", "1959-Q3"),
        (["Nov-29", "Dic-29"], "2029-11", "2029-12"),
    ],
)
def test_years_of_two_digits_are_those_that_spreadsheets_mean(
    labels: list[str], first: str, last: str
) -> None:
    rows = "".join(f"{label},{n}\n" for n, label in enumerate(labels, start=5))
    (found,) = foreign(
        "t.csv", f"地区：智利\n时间,铁矿石（吨）\n{rows}".encode(), Hints(), trying=False
    )
    assert [found.rows[0][2], found.rows[-1][2]] == [first, last]


def test_days_with_years_of_two_digits_go_back_before_1969() -> None:
    text = "地区：智利\n时间,铁矿石（吨）\n1/1/48,5\n1/1/49,6\n1/1/50,7\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert [row[2] for row in found.rows] == ["1948", "1949", "1950"]
