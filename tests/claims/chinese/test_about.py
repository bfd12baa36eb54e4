from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "居民人均可支配收入6万元，城镇、农村分别为7万元和4万元。",
            ["disposable_income", "disposable_income_urban", "disposable_income_rural"],
        ),
        (
            "常住人口200万人，其中常住外来人口80万人，户籍120万人。",
            ["resident_population", "migrant_population", "registered_population"],
        ),
        (
            "一般公共预算收入60亿元，增长5%，支出90亿元。",
            ["budget_revenue", "budget_revenue", "budget_expenditure"],
        ),
        ("展会拉动社会消费品零售总额20亿元。", ["None"]),
        ("民营经济增加值90亿元，其中，第一产业增加值10亿元。", ["None", "None"]),
        (
            "GDP90亿元。分产业看，第一产业增加值9亿元。分季度看，一季度增长5%；从环比看，增长1%。",
            ["gdp", "gdp_primary", "gdp", "gdp"],
        ),
        (
            "GDP90亿元。\n分产业看，第二产业增加值9亿元。\n分季度看，一季度增长5%。",
            ["gdp", "gdp_secondary", "None"],
        ),
        (
            "GDP90亿元。\n分产业看，第二产业增加值9亿元。分季度看，一季度增长5%。",
            ["gdp", "gdp_secondary", "gdp"],
        ),
        (
            "常住人口增加3万人，仍是全省第一人口大县，城镇化率45%。",
            ["resident_population", "urbanisation"],
        ),
        ("常住人口60万人，仍是全省第一人口大县，比上年增加3万人。", ["resident_population"] * 2),
        ("新增公园3个，年末公园达12个。", ["None", "parks"]),
        ("扣除房地产开发投资，固定资产投资增长5%。", ["None"]),
        ("固定资产投资增长5%，扣除房地产开发投资后增长9%。", ["fixed_asset_investment", "None"]),
        ("扣除物价因素，居民人均可支配收入增长5%。", ["disposable_income"]),
        (
            "GDP90亿元，在全市9个县中位列第4位。从产业看，一产9亿元、增长3%，三产50亿元。",
            ["gdp", "None", "None", "gdp_primary", "gdp_primary", "gdp_tertiary"],
        ),
        ("三次产业结构为5.0:36.0:59.0。", ["gdp_primary", "gdp_secondary", "gdp_tertiary"]),
    ],
)
def test_a_number_is_about_the_noun_before_it_or_what_that_was_divided_into(
    shown: Shown, text: str, subjects: list[str]
) -> None:
    assert shown(text, "indicator") == subjects
