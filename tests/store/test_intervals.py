"""Printed digits become floats with their rounding intervals, exactly."""

from __future__ import annotations

from decimal import Decimal
from math import inf, isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.quantity import Quantity
from cpstats.store.intervals import DECIMALS, NUMBER, with_interval


@pytest.mark.parametrize(
    ("text", "decimals", "shift", "number"),
    [
        ("6.2", "", 0, (6.2, 6.15, 6.25, 1)),  # docs/data.md: 6.2 is [6.15, 6.25]
        ("1.3", "", 0, (1.3, 1.25, 1.35, 1)),  # and 1.3 is [1.25, 1.35]
        ("6.20", "", 0, (6.2, 6.195, 6.205, 2)),
        ("5", "", 0, (5.0, 4.5, 5.5, 0)),
        ("5", "1", 0, (5.0, 4.95, 5.05, 1)),
        ("-0.1", "", 0, (-0.1, -0.15, -0.05, 1)),
        ("0", "", 0, (0.0, -0.5, 0.5, 0)),
        ("2267000", "-3", -4, (226.7, 226.65, 226.75, 1)),  # 人 -> 万人, thousands meant
        ("183.37", "", 1, (1833.7, 1833.65, 1833.75, 1)),  # 十亿元 -> 亿元
        ("1.81", "", 4, (18100.0, 18050.0, 18150.0, -2)),  # 万亿元 -> 亿元
        ("18119000", "", -4, (1811.9, 1811.89995, 1811.90005, 4)),  # 万元 -> 亿元
        ("12.30", "1", 0, (12.3, 12.25, 12.35, 1)),  # a padded zero is no digit
    ],
)
def test_the_digits_fix_the_interval_unless_decimals_say_what_was_meant(
    text: str, decimals: str, shift: int, number: tuple[float, float, float, int]
) -> None:
    assert with_interval(text, decimals, "", shift) == number


def test_a_bound_is_open_at_one_end() -> None:
    value, low, high, decimals = with_interval("1800", "", "lower", 0)
    assert (value, low, isnan(high), decimals) == (1800.0, 1800.0, True, 0)
    value, low, high, decimals = with_interval("1800", "", "upper", 0)
    assert (value, isnan(low), high, decimals) == (1800.0, True, 1800.0, 0)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("215", (214.5, 215.5)),
        ("1800", (1750.0, 1850.0)),  # half a unit of the last digit that is not 0: ± 50
        ("2.50", (2.45, 2.55)),
    ],
)
def test_about_is_half_a_unit_of_the_last_digit_that_is_not_0(
    text: str, ends: tuple[float, float]
) -> None:
    assert with_interval(text, "", "approx", 0)[1:3] == ends


def test_a_number_beyond_the_floats_is_infinite() -> None:
    assert with_interval("9" * 310, "", "", 0)[0] == inf
    assert with_interval("-" + "9" * 310, "", "", 0)[0] == -inf


NO_NUMBERS = """+1 .5 5. 1e3 1e400 inf -inf nan NaN 1,340.8 --1 0x10 1_000 −1 １２ ٣ 1.2.3 5%"""


@pytest.mark.parametrize("text", ["", " ", "1 340", "1\n", *NO_NUMBERS.split()])
def test_only_digits_with_one_point_are_a_number(text: str) -> None:
    assert NUMBER(text) is None


@pytest.mark.parametrize("text", ["0", "-0", "12", "-1.50", "007", "0.0"])
def test_digits_with_one_point_at_most_are_a_number(text: str) -> None:
    assert NUMBER(text) is not None


def test_decimals_are_a_small_whole_number_or_empty() -> None:
    assert [bool(DECIMALS(t)) for t in ("", "0", "1", "-3", "12")] == [True] * 5
    assert [bool(DECIMALS(t)) for t in ("one", "1.0", "+1", "123", " 1", "２")] == [False] * 6


DIGITS = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", fullmatch=True)
MEANT = st.sampled_from(["", "-3", "0", "1", "4"])


@given(DIGITS, MEANT, st.sampled_from(["", "approx"]), st.integers(-8, 8))
def test_the_integers_say_the_same_as_the_decimals(
    text: str, decimals: str, bound: str, shift: int
) -> None:
    meant = int(decimals) if decimals else None
    exact = Quantity.read(text, decimals=meant, bound=bound, shift=shift)
    ends = (exact.value, exact.low or Decimal(0), exact.high or Decimal(0))
    assert with_interval(text, decimals, bound, shift) == (*map(float, ends), exact.decimals)
