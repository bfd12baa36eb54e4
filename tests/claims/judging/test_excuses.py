from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.excuses import abroad_of, zone_of

if TYPE_CHECKING:
    from tests.claims.conftest import Judge

GDP = "gdp 110114 2024 growth 5.2 price_basis=constant"


def test_the_beginning_of_a_text_may_name_a_zone_or_another_country() -> None:
    assert zone_of("东湖高新区2024年工作总结") == "东湖高新区"
    assert zone_of("昌平区2024年工作总结") is None
    assert abroad_of("越南统计总局：2024年全国") == "越南"
    assert abroad_of("国家统计局：2024年全国") is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年，昌平区地区生产总值增长9.9%。", "contradicted"),
        ("东湖高新区：2024年，地区生产总值增长9.9%。", "unverifiable"),
        ("东湖高新区通报。2024年，昌平区地区生产总值增长9.9%。", "contradicted"),  # named itself
        ("2024年，不含红塔集团，昌平区地区生产总值增长9.9%。", "unverifiable"),
        ("2024年，昌平区地区生产总值预计增长9.9%。", "unverifiable"),
    ],
)
def test_what_the_words_set_apart_is_of_something_no_figure_is_of(
    judge: Judge, text: str, verdict: str
) -> None:
    assert [found for _, found, _ in judge(text, GDP)] == [verdict]
