from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Judge


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2023年昌平区地区生产总值下降5.2%。", "数据为2023年 实际 5.2 %（首次公布）；正负相反"),
        (
            "2023年昌平区公园49个，出口8.4亿元。",
            "数据为2023年 84 亿元（首次公布）；此数是其十分之一",
        ),
        ("2023年昌平区出口8400亿元。", "数据为2023年 84 亿元（首次公布）；此数是其100倍"),
        ("2023年昌平区出口48亿元。", "数据为2023年 84 亿元（首次公布）"),
    ],
)
def test_a_contradiction_says_that_only_the_sign_or_the_decimal_point_is_wrong(
    judge: Judge, text: str, why: str
) -> None:
    figures = ("gdp 110114 2023 growth 5.2 price_basis=constant", "exports 110114 2023 level 84")
    found = judge(text, *figures, lang="zh")
    assert found[-1][1:] == ("contradicted", why)


def test_a_decimal_point_is_told_in_english(judge: Judge) -> None:
    (found,) = judge("2023年昌平区出口840亿元。", "exports 110114 2023 level 84")
    assert found[2].endswith("; it is 10 times as much")
