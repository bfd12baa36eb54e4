"""Names of months in other languages, and days that are the ends of months."""

from __future__ import annotations

import pytest

from cpstats.store.cells import period_of
from cpstats.store.frequencies import MONTHS, part_of_year
from cpstats.store.recognising.dates import is_date, periods_of_dates


def test_no_word_is_two_months() -> None:
    words = [word for names in MONTHS for word in {*names.split("|")}]
    assert len(words) == len({*words})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ledna 2003", "2003-01"),
        ("Листопад 2020", "2020-11"),
        ("oktoober 2019", "2019-10"),
        ("Φεβρουάριος 2021", "2021-02"),
        ("rugpjūtis 2018", "2018-08"),
        ("grudnia 2010", "2010-12"),
    ],
)
def test_a_month_with_its_year(text: str, code: str) -> None:
    assert str(period_of(text)) == code


def test_vietnamese_numbers_its_months() -> None:
    assert [part_of_year(text) for text in ("Tháng 1", "tháng 12", "tháng 13")] == ["01", "12", ""]


def test_first_and_last_days_of_months_may_stand_in_one_column() -> None:
    days = ["1. leden 2003", "1. červenec 2003", "31. prosinec 2003", "1. leden 2004"]
    assert all(map(is_date, days))
    assert [*map(str, periods_of_dates(days).values())] == [
        "2003-01",
        "2003-07",
        "2003-12",
        "2004-01",
    ]


def test_two_days_of_one_month_are_no_months() -> None:
    assert periods_of_dates(["1. červenec 2003", "31. červenec 2003", "1. leden 2004"]) == {}
