from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("展会拉动社会消费品零售总额20亿元。", ["None"]),
        ("新增公园3个，年末公园达12个。", ["None", "parks"]),
        ("扣除房地产开发投资，固定资产投资增长5%。", ["None"]),
        ("固定资产投资增长5%，扣除房地产开发投资后增长9%。", ["fixed_asset_investment", "None"]),
        ("扣除物价因素，居民人均可支配收入增长5%。", ["disposable_income"]),
        (
            "GDP90亿元，在全市9个县中位列第4位。从产业看，一产9亿元、增长3%，三产50亿元。",
            ["gdp", "None", "gdp", "gdp_primary", "gdp_primary", "gdp_tertiary"],
        ),
        ("三次产业结构为5.0:36.0:59.0。", ["gdp_primary", "gdp_secondary", "gdp_tertiary"]),
    ],
)
def test_a_number_is_about_the_noun_before_it_or_what_that_was_divided_into(
    shown: Shown, text: str, subjects: list[str]
) -> None:
    assert shown(text, "indicator") == subjects
