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
            "出口、进口分别为60亿元、90亿元，分别增长5%和6%。",
            ["exports", "imports"] * 2,
        ),
        ("GDP、出口、进口分别增长5%、6%。", ["None", "None"]),  # as many names as numbers, or none
    ],
)
def test_each_number_of_a_list_has_the_name_that_stands_as_far_in_its_own(
    shown: Shown, text: str, subjects: list[str]
) -> None:
    assert shown(text, "indicator") == subjects


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2024年一季度,第一产业增加值20.5亿元,增长3.1%;第二产业增加值60.4亿元,增长7.5%,分别高于全国、全省1.6和2.1个百分点,上拉地区生产总值增速2.2个百分点。",
            ["gdp_primary"] * 2 + ["gdp_secondary"] * 5,
        ),
        (
            "2024年,城、乡居民人均可支配收入分别增长4.2%、6.1%。",
            ["disposable_income_urban", "disposable_income_rural"],
        ),
        (
            "2024年,规模工业增加值增长5.3%,总产值增长4.1%。",
            ["industrial_value_added", "industrial_output"],
        ),
        (
            "2024年,工业增加值增长6.3%,拉动经济增长1.9个百分点,占GDP的比重为28.2%。",
            ["None"] * 3,  # of all industry, as the accounts have it
        ),
    ],
)
def test_what_goes_on_is_of_what_stood_before(shown: Shown, text: str, found: list[str]) -> None:
    assert shown(text, "indicator", published="2025-01-20") == found
