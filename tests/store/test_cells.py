"""What a cell of a foreign table is: missing, a number, a number with a flag, a period."""

from __future__ import annotations

import pytest

from cpstats.store.cells import (
    is_formula,
    is_missing,
    is_number,
    number,
    period_of,
    without_flag,
)


@pytest.mark.parametrize("text", ["", "…", "...", "—", "-", ":", ": c", "空格", "n.a.", "NaN", "x"])
def test_what_says_that_there_is_no_figure(text: str) -> None:
    assert is_missing(text)
    assert number(text) is None


@pytest.mark.parametrize("text", ["0", "0.0", "-1", "5 p", "abc"])
def test_what_does_not(text: str) -> None:
    assert not is_missing(text)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1234.50", "1234.50"),
        ("1,234.5", "1234.5"),
        ("1 234 567", "1234567"),
        ("+3.2", "3.2"),
        ("5.2%", "5.2"),
        ("1.5e3", "1500"),
        ("1,23", None),
        ("1.2.3", None),
        ("=1+1", None),
        ("五", None),
    ],
)
def test_the_digits_of_a_number(text: str, digits: str | None) -> None:
    assert number(text) == digits


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("123.4 p", ("123.4", "p")),
        ("123.4(p)", ("123.4", "p")),
        ("5.2% r", ("5.2%", "r")),
        (": c", (":", "c")),
        ("123.4 bep", ("123.4", "bep")),
        ("123.4p", ("123.4p", "")),  # pence, perhaps
        ("123.4r", ("123.4", "r")),
        ("Q1 2024", ("Q1 2024", "")),
    ],
)
def test_a_flag_stands_behind_a_number(text: str, parts: tuple[str, str]) -> None:
    assert without_flag(text) == parts


def test_a_number_with_a_flag_is_a_number_and_a_formula_is_none() -> None:
    assert is_number("5 p")
    assert not is_number("p")
    assert is_formula("=A1")
    assert is_formula("#REF!")
    assert not is_formula("A=1")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", "2024"),
        ("2024年第一季度", "2024-Q1"),
        ("1850", ""),
        ("49670", ""),
        ("abc", ""),
        ("²", ""),
        ("9" * 5000, ""),
    ],
)
def test_a_bare_number_is_a_period_only_where_it_can_be_a_year(text: str, period: str) -> None:
    assert str(period_of(text) or "") == period


@pytest.mark.parametrize("text", ["2024 II", "2024 ii", "2024 ıı", "2024 İİ"])
def test_a_roman_quarter_in_any_case_also_the_turkish_one(text: str) -> None:
    assert str(period_of(text)) == "2024-Q2"


def test_a_flag_right_behind_a_number_in_groups_is_read() -> None:
    assert without_flag("60,251,049r") == ("60,251,049", "r")
    assert without_flag("2019p") == ("2019p", "")
