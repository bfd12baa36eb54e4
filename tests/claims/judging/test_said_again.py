from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.extract import extract
from cpstats.claims.judging.said_again import says_again
from cpstats.store.package import open_package


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("2023年，全市常住人口增加了38.6万人，接近40万人。", True),
        ("2023年，全市常住人口增加了38.6万人，接近900万人。", False),  # the level
        ("2023年，全市常住人口增加了38.6万人，达到40万人。", False),
    ],
)
def test_a_rough_number_says_the_one_before_it_again(text: str, *, again: bool) -> None:
    claims = extract(
        text, catalogue=open_package().catalogue, published=date(2024, 3, 1), place="110000"
    )
    assert says_again(claims[-1], claims) is again
    assert not says_again(claims[0], claims)
