from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Judge, Read

INCOMES = (
    "disposable_income_urban 110114 2022 level 60000",
    "disposable_income_rural 110114 2022 level 30000",
    "disposable_income_urban 110114 2023 level 63000",
    "disposable_income_rural 110114 2023 level 35000",
)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # 63000 / 35000 = 1.8, 60000 / 30000 = 2
        ("2023年，昌平区城镇居民人均可支配收入是农村居民的1.8倍。", ["confirmed"]),
        ("2023年，昌平区城镇居民人均可支配收入是农村居民的2.6倍。", ["contradicted"]),
        ("2023年昌平区城乡居民收入比由上年的2.00缩小到1.80。", ["confirmed", "confirmed"]),
        ("2023年昌平区城乡居民人均可支配收入之比为1.95。", ["contradicted"]),
        ("2023年昌平区城乡收入比1.8:1，比上年缩小0.2。", ["confirmed"]),
    ],
)
def test_one_indicator_over_another_is_looked_up(
    judge: Judge, text: str, verdicts: list[str]
) -> None:
    assert [verdict for _, verdict, _ in judge(text, *INCOMES)] == verdicts


BUDGET = ("budget_revenue 110114 2023 level 80", "tax_revenue 110114 2023 level 60")


def test_a_share_of_another_indicator_is_looked_up(judge: Judge) -> None:
    text = "2023年，昌平区税收收入60亿元，占一般公共预算收入的{}%；占全市一般公共预算收入的3%。"
    right, wrong = judge(text.format("75.0"), *BUDGET), judge(text.format("57.0"), *BUDGET)
    assert [v for _, v, _ in right] == ["confirmed", "confirmed", "unverifiable"]
    assert [v for _, v, _ in wrong] == ["confirmed", "contradicted", "unverifiable"]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("第三产业增加值是第二产业增加值的1.5倍。", "gdp_secondary"),
        ("进口额相当于出口额的2倍。", "exports"),
        ("出口额是2015年的2倍。", None),
        ("城镇居民收入比农村居民多2.1万元。", None),
        ("城镇化率是出口额的2倍。", None),
    ],
)
def test_only_two_indicators_of_one_unit_are_divided(
    read: Read, text: str, over: str | None
) -> None:
    assert read(text)[0].over == over
