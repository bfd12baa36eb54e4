"""Quarters, halves and runs of months in words."""

from __future__ import annotations

import pytest

from cpstats.store.cells import period_of
from cpstats.store.frequencies import part_of_year


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("First quarter 2018", "2018-Q1"),
        ("4th quarter of 2018", "2018-Q4"),
        ("2e trimestre 2018", "2018-Q2"),
        ("Jan.-Jun. 2018", "2018-H1"),
        ("octubre a diciembre de 2018", "2018-Q4"),
        ("2018 Jul.-Sep.", "2018-Q3"),
        ("January to May 2018", "2018-01/2018-05"),
        ("Second half 2018", "2018-H2"),
        ("2018 1e kwartaal", "2018-Q1"),
        ("tweede halfjaar 2018", "2018-H2"),
        ("2018 kwartaal 3", "2018-Q3"),
        ("Triwulan IV 2018", "2018-Q4"),
        ("2018年第2四半期", "2018-Q2"),
        ("الربع الثالث 2018", "2018-Q3"),
        ("1ο τρίμηνο 2018", "2018-Q1"),
        ("3r trimestre 2018", "2018-Q3"),
        ("1. tromjesečje 2018", "2018-Q1"),
    ],
)
def test_words_and_a_year_name_a_period(text: str, period: str) -> None:
    assert str(period_of(text)) == period


@pytest.mark.parametrize(
    "text",
    ["Fifth quarter 2018", "Dec.-Feb. 2018", "Feb.-Apr. 2018", "Third half 2018", "Tea 2018"],
)
def test_other_words_name_none(text: str) -> None:
    assert period_of(text) is None


def test_a_run_of_months_alone_is_a_part_of_the_year_where_it_is_one() -> None:
    assert [part_of_year(t) for t in ("Jan-Mar", "Jul.-Dec.", "Feb-Apr", "Jan-Aug")] == [
        "Q1",
        "H2",
        "",
        "",
    ]
