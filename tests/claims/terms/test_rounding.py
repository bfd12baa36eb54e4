from __future__ import annotations

from decimal import Decimal

import pytest

from cpstats.claims.terms.rounding import half_width
from cpstats.claims.terms.spot import Spot


@pytest.mark.parametrize(
    ("text", "unit", "bound", "half"),
    [
        ("5.2", "%", "exact", 0.05),
        ("5", "%", "exact", 0.5),
        ("1811.94", "亿元", "exact", 0.005),
        ("12", "家", "exact", 0.0),  # things are counted one by one
        ("1.5", "万家", "exact", 0.05),
        ("1200", "亿元", "approx", 50.0),  # about: half of the last digit that is no nought
        ("5.2", "%", "at_least", 0.0),  # a threshold is a line
    ],
)
def test_a_number_is_as_exact_as_half_of_its_last_digit(
    text: str, unit: str, bound: str, half: float
) -> None:
    assert half_width(Spot(0, 1, Decimal(text), text, unit), bound) == half


def test_a_rank_is_exact() -> None:
    assert half_width(Spot(0, 1, Decimal(3), "3", "位", "rank"), "exact") == 0.0
