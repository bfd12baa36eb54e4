from __future__ import annotations

import pytest

from cpstats.claims.chinese.bounds import bound_of
from cpstats.claims.chinese.numbers import quantities
from cpstats.claims.terms.rounding import half_width


@pytest.mark.parametrize(
    ("text", "bound", "half"),
    [
        ("产量12.5万吨", "exact", 0.05),
        ("产量1200万吨", "exact", 0.5),
        ("总量突破1200亿元", "more_than", 0.0),
        ("总量破1200亿元", "more_than", 0.0),
        ("占比超过六成", "more_than", 0.0),
        ("办件360余万件", "more_than", 0.0),
        ("总量迈上3000亿元台阶", "at_least", 0.0),
        ("增长6%以上", "at_least", 0.0),
        ("不低于30%", "at_least", 0.0),
        ("近40万辆", "less_than", 0.0),
        ("不到15分钟", "less_than", 0.0),
        ("降至35微克/立方米之下", "less_than", 0.0),
        ("不超过5%", "at_most", 0.0),
        ("控制在3%以内", "at_most", 0.0),
        ("排名前十位", "at_most", 0.0),
        ("增长6.5%左右", "approx", 0.05),
        ("约1200亿元", "approx", 50.0),
        ("约占全市1/4", "approx", 0.01),
        ("建成35家", "exact", 0.0),
        ("3.5万家", "exact", 0.05),
        ("居第3位", "exact", 0.0),
    ],
)
def test_the_words_beside_a_number_bound_it(text: str, bound: str, half: float) -> None:
    (spot,) = quantities(text, [])
    found = bound_of(spot, text[: spot.start], text[spot.end :])
    assert (found, half_width(spot, found)) == (bound, half)
