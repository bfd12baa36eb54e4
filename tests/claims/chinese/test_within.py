from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "常住人口200万人，其中常住外来人口80万人，户籍120万人。",
            ["resident_population", "migrant_population", "registered_population"],
        ),
        (
            "一般公共预算收入60亿元，增长5%，支出90亿元。",
            ["budget_revenue", "budget_revenue", "budget_expenditure"],
        ),
    ],
)
def test_a_name_that_says_less_is_within_the_one_before_it(
    shown: Shown, text: str, subjects: list[str]
) -> None:
    assert shown(text, "indicator") == subjects


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("房地产开发投资40亿元,其中办公楼完成投资9亿元。", "办公楼投资"),
        ("城镇居民人均可支配收入3.9万元。人均消费支出2.4万元。", "城镇居民人均消费支出"),
        ("居民人均可支配收入3.1万元,城镇居民3.9万元。人均消费支出2万元。", "人均消费支出"),
    ],
)
def test_what_the_one_before_lends_is_of_it_alone(shown: Shown, text: str, surface: str) -> None:
    assert shown(text, "indicator_surface")[-1] == surface


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("跨境电商快速增长，进出口120亿元，增长5%。", ["None", "None"]),
        ("开放水平提高，进出口120亿元，增长5%。", ["trade_total", "trade_total"]),
        ("宏远集团铜材产量增加3万吨，完成工业总产值80亿元。", ["None", "None"]),
        ("铜材产量增加3万吨，完成工业总产值80亿元。", ["None", "industrial_output"]),
        (
            "全年工业增加值增长6.8%，其中规模以上工业增加值增长7.5%。",
            ["None", "industrial_value_added"],
        ),
        ("农产品合计出口151.2亿元，增长15%。", ["None", "None"]),
        ("全部税收收入占GDP比重为9.7%。", ["None"]),
        ("规上工业完成现价工业增加值84.4亿元。", ["industrial_value_added"]),
    ],
)
def test_what_a_firm_or_a_part_has_is_not_the_place_s(
    shown: Shown, text: str, indicators: list[str]
) -> None:
    assert shown(text, "indicator") == indicators
