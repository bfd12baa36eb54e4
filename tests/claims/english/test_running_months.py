from __future__ import annotations

from typing import TYPE_CHECKING

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
