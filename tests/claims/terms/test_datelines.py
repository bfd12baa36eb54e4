from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.terms.datelines import day_of, printed_day


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("来源: 统计局 2024-05-06", date(2024, 5, 6)),
        ("Published: 2024/07/15", date(2024, 7, 15)),
        ("(2024年7月5日)", date(2024, 7, 5)),
        ("北京晚报 2025-08-19", date(2025, 8, 19)),
        ("2024年2月30日", None),
        ("增长5.2%", None),
    ],
)
def test_a_day_in_digits_is_that_of_publication(top: str, day: date | None) -> None:
    assert printed_day(top) == day


def test_there_is_no_thirtieth_of_february() -> None:
    assert (day_of("2024", 2, "29"), day_of("2024", "2", "30")) == (date(2024, 2, 29), None)
