from __future__ import annotations

from cpstats.claims.english.comparing import comparison
from cpstats.claims.terms.comparison import Comparison


def test_records_rows_and_first_times_are_read() -> None:
    assert comparison("fell to ", ", the lowest in four years.", "down") == Comparison(
        "record", up=False, years=4
    )
    assert comparison("grew ", ", the 12th straight year of growth.", "up") == Comparison(
        "row", up=True, years=12
    )
    assert comparison("reached ", ", topping it for the first time.", None) == Comparison("first")
    assert comparison("grew ", " in the year.", "up") is None
