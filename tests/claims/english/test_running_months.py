from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.running_months import running, twelve_before, twelve_months

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_so_many_months_up_to_one_may_begin_in_the_year_before() -> None:
    assert running(12, 2024, 3).readings == ("2023-04/2024-03", "2024-03")
    assert running(3, 2024, 2).readings == ("2023-12/2024-02",)
    assert running(3, 2024, 6).readings == ("2024-Q2",)
    assert running(12, 2024, 12).readings == ("2024", "2024-12")


def test_a_year_that_need_not_begin_in_january_is_no_calendar_year() -> None:
    # FY2024 begins or ends in 2024, nobody says which
    assert twelve_months("2024").readings == ("2023/24", "2024/25")


def test_a_year_with_both_of_its_years_is_that_of_tables_and_has_one_before_it() -> None:
    year = twelve_months("2023", ends=True)
    assert year.code == "2023/24"
    before = twelve_before(year)
    assert before is not None
    assert before.code == "2022/23"
    assert twelve_before(twelve_months("2024")) is None


def test_the_previous_year_of_such_a_year_is_the_one_before_it(shown: Shown) -> None:
    text = "Hunan's GDP rose 6.5 percent in 2023-24, up from 4.2 percent in the previous year and 5 percent in 2021-22."
    assert shown(text, "period") == ["2023/24", "2022/23", "2021/22"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Exports during July-March (2021-22) were 17 billion dollars compared to 15 billion dollars during July-March (2020-21).",
            ["2021-07/2022-03", "2020-07/2021-03"],
        ),
        ("Exports were 17 billion dollars in July to September 2021-22.", ["2021-Q3"]),
        ("Exports were 17 billion dollars in January-March 2021/22.", ["2022-Q1"]),
        ("Exports were 17 billion dollars in April-June 2021-22.", ["None"]),  # of which year?
        (
            "Exports rose 13 percent during the first three quarters of the current fiscal year.",
            ["None"],
        ),
        (
            "Exports were 3 billion dollars in January to July 2021 relative to 2 billion dollars in the similar 2020 period.",
            ["2021-01/2021-07", "2020-01/2020-07"],
        ),
        ("Exports rose 2 percent in the quarter ended June 2021.", ["2021-Q2"]),
        (
            "In the period from September 2020 to August 2021 exports were 3 billion dollars.",
            ["2020-09/2021-08"],
        ),
        ("Exports rose 2 percent in the first half of April.", ["2022-04"]),  # which still runs
        ("Exports were 3 billion dollars at the end of the third quarter 2021.", ["2021-Q3"]),
        (
            "The inflation rate was 2.26 percent in March 2021, shedding 1.19 percentage points on the February 2021 rate of 3.45 percent.",
            ["2021-03", "2021-03", "2021-02"],
        ),
        (
            "Exports were 3 billion dollars in May 2021 compared to 2 billion dollars in May 2020. The jobless rate was 4 percent, up from 3 percent a month earlier.",
            ["2021-05", "2020-05", "2021-05", "2021-04"],
        ),
        (
            "Exports of the first half of 2021 were up. Exports for the 2021 review period were 3 billion dollars.",
            ["2021-H1"],
        ),
    ],
)
def test_months_of_a_fiscal_year_and_of_a_like_period(
    shown: Shown, text: str, periods: list[str]
) -> None:
    assert shown(text, "period", published="2022-04-10", place="PK") == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "The jobless rate in China was 6.9 percent for December 2013 to February 2014, down from 7.9 percent a year earlier.",
            ["2013-12/2014-02", "2012-12/2013-02"],
        ),
        (
            "In June 2019 exports of China were 20 billion dollars. Year-to-date, exports increased 5 billion dollars.",
            ["2019-06", "2019-H1"],
        ),
        (
            "Exports of China rose from May 2013 to May 2014 by 5 percent.",
            ["2014-05"],
        ),
    ],
)
def test_months_of_two_years_and_of_the_year_so_far(
    shown: Shown, text: str, periods: list[str]
) -> None:
    assert shown(text, "period", published="2019-08-02", place="100000") == periods
