from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("民营经济增加值90亿元，其中，第一产业增加值10亿元。", ["None", "None"]),
        ("绿色产业增加值90亿元。其中，第一产业增加值10亿元，增长3%。", ["None"] * 3),
        ("第三产业增加值90亿元。其中，第一产业增加值10亿元。", ["gdp_tertiary", "gdp_primary"]),
        ("按常住人口计算人均地区生产总值74000元。", ["gdp_per_capita"]),
        (
            "GDP90亿元。分产业看，第一产业增加值9亿元。分季度看，一季度增长5%；从环比看，增长1%。",
            ["gdp", "gdp_primary", "gdp", "gdp"],
        ),
        (
            "GDP90亿元。\n分产业看，第二产业增加值9亿元。\n分季度看，一季度增长5%。",
            ["gdp", "gdp_secondary", "None"],
        ),
        (
            "GDP90亿元。\n分产业看，第二产业增加值9亿元。分季度看，一季度增长5%。",
            ["gdp", "gdp_secondary", "gdp"],
        ),
        (
            "GDP90亿元，增长6%。\n分季度看，一季度增长7%，二季度增长5%。",
            ["gdp"] * 4,
        ),
        (
            "常住人口增加3万人，仍是全省第一人口大县，城镇化率45%。",
            ["resident_population", "urbanisation"],
        ),
        ("常住人口60万人，仍是全省第一人口大县，比上年增加3万人。", ["resident_population"] * 2),
    ],
)
def test_what_was_spoken_of_holds_until_the_text_turns_to_something_else(
    shown: Shown, text: str, subjects: list[str]
) -> None:
    assert shown(text, "indicator") == subjects


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("茶叶产量5万吨。", "2023"),
        ("食品制造业增长8.9%。", "2023"),
        ("居民消费价格上涨0.1%。", "2023"),
        ("贷款余额增长8.9%。", "2023-12-31"),
        ("登记企业5万家。", "2023-12-31"),
    ],
)
def test_what_comes_together_over_a_year_is_not_of_its_last_day(
    shown: Shown, text: str, period: str
) -> None:
    assert shown(f"2023年末，全市常住人口60万人。{text}", "period")[1] == period


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("外资企业进出口560.4亿元,同比下降2.1%。其中,出口369.2亿元。", "None"),
        ("货物进出口560.4亿元,同比下降2.1%。其中,出口369.2亿元。", "exports"),
    ],
)
def test_parts_of_what_some_firms_have_are_theirs(shown: Shown, text: str, indicator: str) -> None:
    assert shown(text, "indicator")[-1] == indicator


def test_people_in_town_who_are_a_part_of_the_registered_are_told(shown: Shown) -> None:
    text = "户籍人口80.2万人,其中城镇人口21.7万人。常住人口70.1万人,其中城镇人口35.2万人。"
    assert shown(text, "unexplained") == ["None", "城镇人口", "None", "None"]
