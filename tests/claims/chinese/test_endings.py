from __future__ import annotations

import pytest

from cpstats.claims.chinese.endings import begins_a_word, ends_well


@pytest.mark.parametrize(
    ("text", "unit", "named"),
    [
        ("5个月", "个", True),
        ("5个园区", "个", False),
        ("3家庭农场", "家", True),
        ("3家企业", "家", False),
        ("6台阶", "台", True),
        ("6台设备", "台", False),
        ("8元旦", "元", True),
    ],
)
def test_a_unit_that_begins_a_noun_is_none(text: str, unit: str, named: bool) -> None:  # noqa: FBT001
    assert begins_a_word(unit, text, 2) is named
    assert ends_well(text, 2, unit, "") is not named


def test_a_number_without_a_unit_ends_where_no_letter_follows() -> None:
    assert ends_well("增长5,", 3, "", "")
    assert not ends_well("5G网络", 1, "", "")
    assert ends_well("超过4万亿台阶", 5, "", "万亿")  # a scale may be all there is
