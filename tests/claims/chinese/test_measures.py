from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("产值120亿元，同比增长5.5%。", ["level None", "growth up"]),
        ("产值下降2.1%、比上月增长0.3%。", ["growth down", "growth_on_period up"]),
        ("产值年均增长6.1%。", ["average_growth up"]),
        ("产值两年平均下降1.2%。", ["average_growth down"]),
        ("产值比2019年同期增长9.9%。", ["span_growth up"]),
        ("增速由5.1%提高到6.3%。", ["growth up", "growth up"]),
        ("占比达到32%，提高1.5个百分点。", ["share None", "share_change up"]),
        ("失业率降至4.9%。", ["share down"]),
        ("增长6.0%，高于全国0.4个百分点。", ["growth up", "growth_gap up"]),
        ("年均增长6.0%，低于全国0.4个百分点。", ["average_growth up", "average_growth_gap down"]),
        ("增长6.0%，比一季度回落0.4个百分点。", ["growth up", "growth_change down"]),
        ("机械化率88%，高于全国平均水平9个百分点。", ["share None", "level_gap up"]),
        ("消费拉动经济增长2.3个百分点。", ["contribution up"]),
        ("比上年增加12万人。", ["change up"]),
        ("财政收入增收15亿元。", ["change up"]),
        ("企业增至45家。", ["level up"]),
        ("总量居全省第3位，增速居全省第1位。", ["rank None", "growth_rank None"]),
        ("产值较2015年翻一番，是2010年的3.2倍。", ["multiple None", "multiple None"]),
        ("利润增长1.5倍。", ["growth up"]),
        ("制造业采购经理指数为50.3%。", ["index None"]),
        ("在上年同期12.0%的高增速基础上，继续增长8.8%。", ["growth up", "growth up"]),
        ("人口自然增长率为-1.2‰。", ["share down"]),
        ("甲材料压减30%、乙材料20%。", ["growth down", "growth down"]),
        ("五年增量超800亿元。", ["change up"]),
        ("固定资产投资比去年同期少了5.6%。", ["growth down"]),
        ("税收比上年多3.2%。", ["growth up"]),
        ("总量较上年同期多出181亿元。", ["change up"]),
        ("五年翻了近一番。", ["multiple None"]),
        ("增长5.1%，去年同期为8.7%。", ["growth up", "growth up"]),
        ("生产指数回落0.6个百分点至51.4%。", ["share_change down", "index down"]),
        ("从环比看，价格上涨0.5%，其中蔬菜上涨3.0%。", ["growth_on_period up"] * 2),
        ("产量比上年增加88万吨（17.6亿斤）。", ["change up", "change up"]),
        ("影响物价上涨约0.30个百分点和约0.24个百分点。", ["contribution up", "contribution up"]),
        ("甲、乙产量分别增长2倍、50.4%。", ["growth up", "growth up"]),
        ("有27个行业增长，增长面达65.9%。", ["level None", "share None"]),
        ("增速比上半年提高0.2个百分点，居全省第6位。", ["growth_change up", "growth_rank None"]),
        (
            "增长6.0%，高于全国0.4个百分点，规模居全省第6位。",
            ["growth up", "growth_gap up", "rank None"],
        ),
        ("城乡居民收入比由上年的2.31缩小为2.25。", ["multiple None", "multiple down"]),
    ],
)
def test_the_words_before_a_number_say_what_it_measures(
    shown: Shown, text: str, measures: list[str]
) -> None:
    assert shown(text, "measure", "direction") == measures


def test_a_gap_says_what_it_is_of_and_against(shown: Shown) -> None:
    text = "地区生产总值增长5.9%，高于全省0.6个百分点，比上半年加快0.2个百分点。"
    assert shown(text, "subtype", "of", "benchmark") == [
        "None None None",
        "vs_benchmark growth 360000",
        "time_change growth None",
    ]


def test_the_price_basis_is_said_or_that_of_the_indicator(shown: Shown) -> None:
    text = "居民人均可支配收入35000元，名义增长5.0%，实际增长4.8%。地区生产总值增长5%。企业实际使用外资增长3%。"
    assert shown(text, "price_basis", "price_basis_from") == [
        "current indicator",
        "current text",
        "constant text",
        "constant indicator",
        "None None",
    ]


def test_a_gap_behind_an_average_is_one_of_averages(shown: Shown) -> None:
    text = "年均增长6.0%，增速低于全国0.4个百分点。"
    assert shown(text, "measure") == ["average_growth", "average_growth_gap"]


def test_a_rise_by_some_times_is_growth(shown: Shown) -> None:
    text = "1998年至2017年，物价累计上涨近7倍。"
    assert shown(text, "measure", "direction", "unit", published="2018-12-01") == [
        "span_growth up 倍"
    ]
