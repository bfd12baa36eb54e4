from __future__ import annotations

from cpstats.claims.english.running_months import running, twelve_months


def test_so_many_months_up_to_one_may_begin_in_the_year_before() -> None:
    assert running(12, 2024, 3).readings == ("2023-04/2024-03", "2024-03")
    assert running(3, 2024, 2).readings == ("2023-12/2024-02",)
    assert running(3, 2024, 6).readings == ("2024-Q2",)
    assert running(12, 2024, 12).readings == ("2024", "2024-12")


def test_a_year_that_need_not_begin_in_january_is_no_calendar_year() -> None:
    assert twelve_months("2024").readings == ("FY2024",)
