from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_a_heading_gives_the_period_of_its_section(shown: Shown) -> None:
    text = (
        "一、2022年工作回顾\n\n地区生产总值增长4.1%。\n\n二、2024年主要目标\n\n地区生产总值增长5%。"
    )
    assert shown(text, "period", "status") == ["2022 claim", "2024 target"]


def test_what_local_governments_have_is_not_all_that_a_nation_has(shown: Shown) -> None:
    text = "全国一般公共预算支出72815亿元,其中地方一般公共预算支出64098亿元。"
    assert shown(text, "indicator") == ["budget_expenditure", "None"]
    text = "全省地方一般公共预算支出6409.8亿元。"
    assert shown(text, "indicator") == ["budget_expenditure"]
