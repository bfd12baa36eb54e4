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


@pytest.mark.parametrize(
    ("published", "verdict"), [("2024-10-22", "unverifiable"), ("2025-02-10", "contradicted")]
)
def test_a_year_that_nobody_names_and_that_runs_is_not_held_against_a_number(
    judge: Judge, published: str, verdict: str
) -> None:
    text = "昌平区地区生产总值增长9.9%。"
    assert [found for _, found, _ in judge(text, GDP, published=published)] == [verdict]


def test_an_amount_on_a_comparable_scope_is_not_that_which_was_collected(judge: Judge) -> None:
    exports = "exports 110114 2024 level 61.2"
    text = "2024年，昌平区出口额{}完成71.5亿元。"
    assert judge(text.format(""), exports)[0][1] == "contradicted"
    assert judge(text.format("(同口径)"), exports)[0][1] == "unverifiable"


def test_a_total_whose_part_bears_the_name_of_its_indicator_may_be_wider(judge: Judge) -> None:
    exports = "exports 110114 2024 growth 9.4"
    text = "2024年，昌平区出口额增长14.6%，其中{}增长9.4%。"
    assert [v for _, v, _ in judge(text.format("出口"), exports)] == ["unverifiable", "confirmed"]
    assert judge(text.format("进口"), exports)[0][1] == "contradicted"


@pytest.mark.parametrize("said", ["今年以来，", "2024年以来，", "2024年，", ""])
def test_months_of_a_running_year_are_not_held_against_the_whole_of_it(
    judge: Judge, said: str
) -> None:
    text = f"{said}昌平区地区生产总值增长{{}}%。"
    assert judge(text.format(9.9), GDP, published="2024-07-20")[0][1] == "unverifiable"
    assert judge(text.format(9.9), GDP, published="2024-12-28")[0][1] == "contradicted"
