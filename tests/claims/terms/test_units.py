from __future__ import annotations

import pytest

from cpstats.claims.terms.units import base_of, is_counted, is_percent, is_points


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
