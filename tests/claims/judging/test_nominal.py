from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.nominal import is_nominal

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "nominal"),
    [
        ("园区税收由10亿元增加到12亿元，增长20%。", True),
        ("工业增加值由10亿元增加到12亿元，增长20%。", False),  # grows at constant prices
        ("GDP由10亿元增加到12亿元，增长20%。", False),
        ("GDP由10亿元增加到12亿元，名义增长20%。", False),  # the amounts are not said to be nominal
        ("园区税收由10亿元增加到12亿元，按可比口径增长20%。", False),
        ("园区税收由10亿元增加到12亿元，扣除价格因素增长20%。", False),
    ],
)
def test_a_rate_is_that_of_the_amounts_unless_prices_or_scope_may_stand_between(
    read: Read, catalogue: Catalogue, text: str, *, nominal: bool
) -> None:
    assert is_nominal(read(text), catalogue) is nominal
