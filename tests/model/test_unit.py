"""Units: conversion is exact, by powers of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.quantity import Quantity
from cpstats.model.unit import Unit, UnitError

if TYPE_CHECKING:
    from decimal import Decimal


@pytest.mark.parametrize(
    ("one", "other", "shift"),
    [
        ("万亿元", "亿元", 4),
        ("十亿元", "亿元", 1),
        ("百万元", "亿元", -2),
        ("万元", "元", 4),
        ("人", "万人", -4),
        ("百万人", "万人", 2),
        ("billion yuan", "亿元", 1),
        ("100 million yuan", "亿元", 0),
        ("10,000 persons", "万人", 0),
        ("％", "%", 0),
    ],
)
def test_a_unit_is_turned_into_another_by_a_power_of_ten(one: str, other: str, shift: int) -> None:
    assert Unit.parse(one).shift_to(Unit.parse(other)) == shift


@pytest.mark.parametrize(("one", "other"), [("亿元", "万人"), ("%", "百分点"), ("亿元", "亿美元")])
def test_different_things_are_not_converted(one: str, other: str) -> None:
    with pytest.raises(UnitError, match="measure different things"):
        Unit.parse(one).shift_to(Unit.parse(other))


def test_percentage_points_are_not_per_cent() -> None:
    assert Unit.parse("个百分点").base == Unit.parse("percentage points").base == "百分点"


def test_an_unknown_unit_is_an_error_or_stands_for_itself() -> None:
    with pytest.raises(UnitError, match="“bushel” is no known unit"):
        Unit.parse("bushel")
    carried = Unit.of("bushel")
    assert (carried.base, carried.kind, carried.label("zh")) == ("bushel", "", "bushel")


@given(
    st.decimals(-1_000_000, 1_000_000, places=3),
    st.sampled_from(["元", "万元", "百万元", "亿元", "十亿元", "万亿元"]),
    st.sampled_from(["元", "万元", "百万元", "亿元", "十亿元", "万亿元"]),
)
def test_there_and_back_is_the_same_number(number: Decimal, one: str, other: str) -> None:
    shift = Unit.parse(one).shift_to(Unit.parse(other))
    there = Quantity.read(f"{number:f}", shift=shift)
    assert there.value.scaleb(-shift) == number
