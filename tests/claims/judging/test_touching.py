from __future__ import annotations

from typing import Any

import pytest

from cpstats.claims.judging.touching import compare, touch
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.printed import printed
from cpstats.model.figure import Figure
from cpstats.model.text import same


def figure(value: float | None, half: float | None = 0.05, **given: Any) -> Figure:
    low, high = (None, None) if half is None or value is None else (value - half, value + half)
    made = {"low": low, "high": high, "unit": "亿元"} | given
    return Figure(indicator="gdp", ref_area="1", time_period="2024", value=value, **made)


def said(value: float, **given: Any) -> Claim:
    made = {"value": value, "value_text": f"{value:g}", "unit": "亿元", "half_width": 0.5} | given
    return Claim(0, 1, f"{value:g}亿元", "", 1, 1, **made)


def outcome(claim: Claim, found: Figure) -> str:
    number = printed(claim, "亿元")
    assert number is not None
    return compare(claim, number, found)


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ((4.8, 5.0), (5.0, 5.1), True),
        ((4.8, 5.0), (5.0001, 5.1), False),
        ((None, 5.0), (4.9, None), True),
        ((None, 4.8), (4.9, None), False),
        ((None, None), (1.0, 1.0), True),
        ((0.1 + 0.2, 1.0), (0.0, 0.3), True),  # 0.30000000000000004 is 0.3
    ],
)
def test_closed_intervals_touch_at_an_end(a: Any, b: Any, meet: bool) -> None:  # noqa: FBT001
    assert touch(a, b) is meet
    assert touch(b, a) is meet


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (1811.9, "confirmed"),
        (1812.3, "confirmed"),
        (1812.55, "near"),
        (1812.9, "near"),
        (1813.1, "contradicted"),
    ],
)
def test_a_level_is_confirmed_nearly_or_not(value: float, found: str) -> None:
    # 1812 is 1811.5 to 1812.5 if rounded, up to 1813 if cut off
    assert outcome(said(1812.0), figure(value)) == found


def test_equal_digits_that_differ_in_the_last_share_an_end_only() -> None:
    assert outcome(said(1812.0), figure(1813.0, 0.5)) == "near"
    # what is computed may end where the printed number begins: closed on both sides
    by_formula = figure(1813.0, 0.5, formula=same("906.5 × 2"))
    assert outcome(said(1812.0), by_formula) == "confirmed"
    assert outcome(said(1812.0, half_width=0.0), figure(1811.95)) == "confirmed"


def test_a_number_of_unknown_digits_is_itself() -> None:
    assert outcome(said(1812.0), figure(1812.4, None)) == "confirmed"


def test_bounds_that_hold_from_far_are_no_confirmation() -> None:
    over = said(1800.0, bound="more_than", half_width=0.0)
    assert outcome(over, figure(1811.9)) == "confirmed"
    assert outcome(over, figure(5000.0)) == "far"
    assert outcome(over, figure(1700.0)) == "contradicted"
    nearly = said(1900.0, bound="less_than", half_width=0.0)
    assert outcome(nearly, figure(1811.9)) == "confirmed"
    assert outcome(nearly, figure(1000.0)) == "far"


@pytest.mark.parametrize(
    ("bound", "claim", "found"),
    [
        ("lower", said(1800.0, bound="more_than"), "confirmed"),
        ("lower", said(1900.0, bound="more_than"), "silent"),
        ("lower", said(1850.0), "silent"),
        ("lower", said(1500.0), "contradicted"),
        ("upper", said(1800.0, bound="less_than"), "confirmed"),
        ("upper", said(1900.0), "contradicted"),
        ("approx", said(1800.0, bound="approx"), "confirmed"),
        ("approx", said(2500.0), "silent"),
    ],
)
def test_a_figure_that_is_a_bound_decides_little(bound: str, claim: Claim, found: str) -> None:
    ends = {"lower": (1800.0, None), "upper": (None, 1800.0), "approx": (1750.0, 1850.0)}[bound]
    made = figure(1800.0, None, low=ends[0], high=ends[1], bound=bound)
    assert outcome(claim, made) == found


def test_an_empty_figure_is_not_compared() -> None:
    with pytest.raises(ValueError, match="an empty figure says nothing"):
        outcome(said(1812.0), figure(None))
