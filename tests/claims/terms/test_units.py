from __future__ import annotations

import re

import pytest

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.units import (
    POWER,
    base_of,
    is_counted,
    is_percent,
    is_points,
    unit_at,
    unit_of,
)
from cpstats.model.unit import Unit


@pytest.mark.parametrize("unit", ["%", "‰", "成", "fraction", "percent"])
def test_parts_of_a_whole(unit: str) -> None:
    assert is_percent(unit)


def test_points_are_no_percent() -> None:
    assert [is_points(u) for u in ("个百分点", "percentage points", "%")] == [True, True, False]
    assert not is_percent("个百分点")


def test_only_things_counted_one_by_one_are_exact() -> None:
    assert [is_counted(u) for u in ("家", "余家", "万家", "米", "亿元")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_base_of_a_unit() -> None:
    assert [base_of(u) for u in ("亿美元", "万人", "平方千米", "款")] == [
        "美元",
        "人",
        "平方公里",
        None,
    ]


@pytest.mark.parametrize(
    "printed",
    ["亿元", "欧元", "款", "标准箱", "平方米", "吨标准煤", "kWh", "km2", "个百分点", "℃", "元/平方米", "公斤/亩", "吨标准煤/万元"],
)  # fmt: skip
def test_a_unit_of_the_table_is_read_behind_a_number(printed: str) -> None:
    power = re.match(f"{POWER}?", plain(printed))
    assert power
    assert power.group() + unit_at(plain(printed), power.end()) == plain(printed)


@pytest.mark.parametrize("printed", ["年", "月", "度", "级", "m", "t", "million"])
def test_words_that_are_more_often_something_else_are_not(printed: str) -> None:
    assert unit_at(printed, 0) != printed


def test_pounds_are_those_of_the_figures_and_dollars_else_the_american_ones() -> None:
    sterling, canadian = Unit.parse("百万英镑"), Unit.parse("million Canadian dollars")
    assert unit_of("million pounds", sterling).shift_to(sterling) == 0
    assert unit_of("billion dollars", canadian).shift_to(canadian) == 3
    assert unit_of("dollars", sterling).code == "USD"
