"""Intervals of ISO 8601 (8601-1:2019, 5.5): start and length, length and end, start and end."""

from __future__ import annotations

import pytest

from cpstats.model.iso_interval import period_of_interval


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2021-10-01/P12M", "2021/22"),
        ("2021-04-06T00:00:00/P1Y", "2021/22"),
        ("2021-04-06/2022-04-05", "2021/22"),
        ("2021-07-01/2022-06-30", "2021/22"),
        ("2021-07-01/2022-07-01", "2021/22"),
        ("P1Y/2022-06", "2021/22"),  # whether June is counted or not
        ("P1Y/2021-12-31", "2021"),
        ("2021-01/P1Y", "2021"),
        ("P6M/2021-12-31", "2021-H2"),
        ("2021-10/P3M", "2021-Q4"),
        ("P1M/2021-02-28", "2021-02"),
        ("2021-01/P8M", "2021-01/2021-08"),
        ("P5Y/2026-01-01", "2021/2025"),
    ],
)
def test_an_interval_is_its_period(text: str, code: str) -> None:
    assert str(period_of_interval(text)) == code


@pytest.mark.parametrize(
    "text",
    [
        "P1Y/2021-12",  # the year 2021, or the one that ends with November
        "P3M/2021-06",
        "2021-11/P3M",
        "2021-03-15/P1M",
        "2021-07/P2Y",
        "2021-01-01/P0M",
        "2021-01-01/2021-01-31/P1M",
        "2021-13/P1Y",
        "2021",
        "",
    ],
)
def test_what_is_open_or_no_period_is_none(text: str) -> None:
    assert period_of_interval(text) is None
