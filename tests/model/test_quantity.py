"""Printed numbers and the intervals they stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.quantity import Quantity, QuantityError, half_up


@pytest.mark.parametrize(
    ("text", "more", "low", "high"),
    [
        ("6.2", {}, "6.15", "6.25"),
        ("5", {"decimals": 1}, "4.95", "5.05"),
        ("2267000", {"decimals": -3}, "2266500", "2267500"),
        ("5.2", {"shift": 4}, "51500", "52500"),  # 万亿元 in 亿元: half is 500
        ("1800", {"bound": "lower"}, "1800", None),
        ("30000", {"bound": "upper"}, None, "30000"),
        ("215", {"bound": "approx"}, "214.5", "215.5"),
        ("1300", {"bound": "approx"}, "1250", "1350"),  # half a unit of the 3
        ("-1.5", {}, "-1.55", "-1.45"),
    ],
)
def test_the_printed_digits_fix_the_interval(
    text: str, more: dict[str, object], low: str | None, high: str | None
) -> None:
    made = Quantity.read(text, **more)  # type: ignore[arg-type]
    assert made.low == (None if low is None else Decimal(low))
    assert made.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    "text", ["", "inf", "nan", "1e400", "1,340.8", "１２", "+5", "5.", ".5", "--1"]
)
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(QuantityError):
        Quantity.read(text)


@given(st.decimals(-(10**9), 10**9, places=2), st.integers(0, 2))
def test_a_number_lies_in_the_interval_of_what_is_printed(number: Decimal, decimals: int) -> None:
    made = Quantity.read(half_up(number, decimals))
    assert made.low is not None
    assert made.high is not None
    assert made.low <= number <= made.high


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.285, 2, "0.29"),  # binary rounding would print 0.28
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.04, 1, "0.0"),
        (1e15, 1, "1000000000000000.0"),
    ],
)
def test_numbers_are_rounded_half_up_on_their_digits(
    value: float, decimals: int, text: str
) -> None:
    assert half_up(value, decimals) == text
