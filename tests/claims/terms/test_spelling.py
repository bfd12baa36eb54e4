from __future__ import annotations

import pytest

from cpstats.claims.terms.spelling import name_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("total investments in fixed assets", "the growth rate of investment in fixed assets"),
        ("the city's fixed-asset investment", "fixed assets investment"),
        ("the value-added of the primary industry", "added value of the primary industries"),
        ("year-on-year GDP growth", "GDP"),
        (
            "per capita disposable income of residents",
            "The per-capita disposable income of residents",
        ),
        ("total value of exports", "exports"),
        ("imports into", "imports"),
        ("public spending per head", "per capita public expenditure"),
        ("joblessness", "unemployment"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert name_of(one) == name_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("retail sales", "online retail sales"),
        ("exports", "exports of cars"),
        ("retail sales of consumer goods", "retail sales of consumer goods excluding cars"),
        ("fixed-asset investment", "fixed-asset investment in farming"),
        ("value added of the primary industry", "investment in the primary industry"),
    ],
)
def test_a_part_is_not_the_whole(one: str, other: str) -> None:
    assert name_of(one) != name_of(other)
