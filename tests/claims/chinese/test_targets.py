from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("今年主要预期目标是：地区生产总值增长5%左右。", "target"),
        ("到2027年，产业规模达到900亿元。", "target"),
        ("力争工业投资增长10%以上。", "target"),
        ("2023年地区生产总值增长5%以上。", "claim"),
        ("实施“0.5毫克行动”。", "not_claim"),
        ("打造15分钟生活圈。", "not_claim"),
        ("总投资10亿元以上项目开工。", "not_claim"),
        ("做强百亿元产业。", "not_claim"),
        ("产值突破百亿元。", "claim"),
    ],
)
def test_goals_thresholds_and_names_are_no_claims(shown: Shown, text: str, status: str) -> None:
    assert shown(text, "status", published="2024-02-01") == [status]


def test_an_average_that_is_aimed_at_is_that_of_the_plan(shown: Shown) -> None:
    text = "主要目标包括：地区生产总值年均增长5%以上，城镇化率达到68%。"
    assert shown(text, "period", "status", published="2026-02-01") == [
        "2026/2030 target",
        "2030 target",
    ]


def test_a_number_that_is_called_a_goal_is_one(shown: Shown) -> None:
    assert shown("确定4.5%左右的增长目标。", "status") == ["target"]
    assert shown("要求完成预期性指标，其中出口增长6%以上。", "status") == ["target"]


def test_funds_that_were_won_are_no_goal(shown: Shown) -> None:
    assert shown("争取中央预算内资金140亿元、增长14%。", "status") == ["claim", "claim"]
    assert shown("争取实现出口140亿元。", "status") == ["target"]


def test_what_is_supposed_asked_or_denied_is_no_claim(shown: Shown) -> None:
    texts = (
        "若2025年GDP增长7%，总量将超500亿元。",
        "2024年GDP真的增长了8%？",
        "2024年GDP增长5%，而不是网传的9%。",
    )
    found = [shown(text, "status", place="110114", published="2025-02-01") for text in texts]
    assert found == [["not_claim"] * 2, ["not_claim"], ["claim", "not_claim"]]


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("预计2025年湖南GDP增长5%左右。", "2025-03-01", "target"),
        ("预计2024年湖南GDP增长5%左右。", "2025-01-15", "claim"),
        ("2025年一季度湖南GDP增长好于预计，达到5%。", "2025-04-20", "claim"),
    ],
)
def test_what_is_expected_of_a_time_to_come_is_no_claim(
    shown: Shown, text: str, published: str, status: str
) -> None:
    assert shown(text, "status", published=published) == [status]


def test_what_a_budget_foresaw_is_no_statement_about_what_was(shown: Shown) -> None:
    text = "大会批准的年初预算为:一般公共预算收入{}万元(税收收入4.7亿元)。"
    assert shown(text.format(76138), "status") == ["target", "target"]
    assert shown("一般公共预算收入完成年初预算的102%。", "status") == ["claim"]
