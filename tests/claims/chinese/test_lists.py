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
