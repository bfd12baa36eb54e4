from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.terms.numerals import arabic, chinese, decimals, last_digit, number

DIGITS = "零一二三四五六七八九"


def spelled(value: int) -> str:
    """Spell a number below 10^12 as a bulletin does, without the 零 between."""
    for name, size in (("亿", 10**8), ("万", 10**4)):
        if value >= size:
            rest = spelled(value % size) if value % size else ""
            return spelled(value // size) + name + rest
    text = ""
    for name, size in (("千", 1000), ("百", 100), ("十", 10)):
        if value >= size:
            text += DIGITS[value // size] + name
            value %= size
    return text + (DIGITS[value] if value else "")


@given(st.integers(1, 10**12 - 1))
def test_a_spelled_number_is_read_back(value: int) -> None:
    assert chinese(spelled(value)) == value


@given(st.integers(0, 10**15))
def test_thousands_may_be_grouped(value: int) -> None:
    assert arabic(f"{value:,}") == arabic(str(value)) == Decimal(value)


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert number(text) is None or isinstance(number(text), Decimal)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("两万", 20000),
        ("三百二十", 320),
        ("百亿", 10**10),
        ("一万亿", 10**12),
        ("二〇二四", 2024),
        ("", None),
        ("多", None),
        ("一" * 40, None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese(text) == value


@pytest.mark.parametrize("text", ["", "1,23", "12,3456", "９", "9" * 31, "1e400"])
def test_what_is_no_arabic_number(text: str) -> None:
    assert arabic(text) is None


def test_the_last_digits_say_how_exact_a_number_is() -> None:
    assert [decimals(t) for t in ("1,234.50", "7", "0.3")] == [2, 0, 1]
    assert [last_digit(t) for t in ("1200", "1,500", "3.40", "0", "7")] == [2, 2, -1, 0, 0]
