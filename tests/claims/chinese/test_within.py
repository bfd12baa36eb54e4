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
