from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.chinese.numbers import _KINDS, quantities
from cpstats.claims.terms.letters import plain

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def seen(text: str) -> list[str]:
    letters = plain(text)
    return [
        f"{letters[s.start : s.end]} {s.value.normalize():f} {s.unit}"
        for s in quantities(letters, [])
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成12.5亿元、增长3.4%", ["12.5亿元 12.5 亿元", "3.4% 3.4 %"]),
        ("增长３．５％", ["3.5% 3.5 %"]),
        ("同比-2.1%", ["-2.1% -2.1 %"]),
        ("办件360余万件，近5万户", ["360余万件 360 万件", "5万户 5 万户"]),
        ("28,774.4亿元", ["28,774.4亿元 28774.4 亿元"]),
        ("18.20 亿元", ["18.20 亿元 18.2 亿元"]),
        ("高0.3个、0.2个百分点", ["0.3个 0.3 个百分点", "0.2个百分点 0.2 个百分点"]),
        ("超三成，七成以上", ["三成 3 成", "七成 7 成"]),
        ("相距三十公里", ["三十公里 30 公里"]),
        ("突破两万亿元", ["两万亿元 2 万亿元"]),
        ("利润翻两番，收入翻一番", ["翻两番 4 倍", "翻一番 2 倍"]),
        ("是十年前的2.6倍", ["2.6倍 2.6 倍"]),
        ("增长一倍", ["一倍 1 倍"]),
        (
            "三分之二，约占全省1/5",
            ["三分之二 0.6666666666666666666666666667 fraction", "1/5 0.2 fraction"],
        ),
        ("百分之十二", ["百分之十二 12 %"]),
        ("结构为8.1:40.2:51.7", ["8.1 8.1 %", "40.2 40.2 %", "51.7 51.7 %"]),
        ("收入比为2.31:1", ["2.31:1 2.31 :1"]),
        ("增速居全省第2位，总量排名第五", ["第2位 2 位", "第五 5 位"]),
        ("位居首位，进入前十名", ["首位 1 位", "前十名 10 位"]),
        ("连续16年增长", ["连续16年 16 年"]),
        ("指数为101.4。", ["101.4 101.4 "]),
        ("辖9镇6乡", ["9镇 9 镇", "6乡 6 乡"]),
        ("11个地市，16个小时", ["11个 11 个", "16个小时 16 小时"]),
        ("出口25亿元人民币", ["25亿元人民币 25 亿元"]),
    ],
)
def test_quantities_are_found_with_value_and_unit(text: str, found: list[str]) -> None:
    assert seen(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "12345热线",
        "“1+6+N”体系",
        "G60科创走廊",
        "PM2.5",
        "5A级景区",
        "第一产业",
        "第三批",
        "三个方面",
        "一个时期",
        "18号文件",
        "3个月",
        "前5个月",
        "1e400",
        "首位度",
        "2022-04-21 16:20:31",
        "16:20:00来源",
        "7" * 400 + "亿元",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert seen(text) == []


def test_a_numeral_without_digits_is_loose() -> None:
    assert [(s.unit, s.loose) for s in quantities("百亿元产业,突破十亿元", [])] == [
        ("亿元", True),
        ("亿元", False),
    ]


@given(st.text("0123456789.,:/%亿万千百十一二第前位名成番翻倍个元年分之连续指数为 -"))
def test_quantities_never_overlap(text: str) -> None:
    spots = quantities(text, [])
    assert all(a.end <= b.start for a, b in pairwise(spots))


def test_months_and_quarters_in_a_row_are_counted(shown: Shown) -> None:
    assert shown("用电量连续5个月回升、连续七个季度增长。", "surface") == [
        "连续5个月",
        "连续七个季度",
    ]


def test_a_step_is_no_unit(shown: Shown) -> None:
    assert shown("产值迈上5万亿台阶。", "surface", "unit") == ["5万亿 万亿"]


def test_steps_that_were_passed_are_bounds(shown: Shown) -> None:
    text = "产值连续迈上4万亿、5万亿两个台阶。"
    assert shown(text, "surface", "bound") == ["4万亿 more_than", "5万亿 more_than"]


def test_a_place_may_stand_between_numbers_of_one_unit(shown: Shown) -> None:
    text = "高于全国0.7、全省2.3个百分点，三次产业比例为6.0︰64.3︰29.7。"
    assert shown(text, "value", "unit") == [
        "0.7 个百分点",
        "2.3 个百分点",
        "6.0 %",
        "64.3 %",
        "29.7 %",
    ]


WORDS = st.lists(
    st.sampled_from(
        [
            "第3位",
            "前2名",
            "首位",
            "列首",
            "榜首",
            "翻一番",
            "翻了两倍",
            "增长一倍",
            "1:2:3",
            "三分之一",
            "百分之五",
            "占1/3",
            "连续5年",
            "三成",
            "占一半",
            "过半",
            "指数为51",
            "2.1:1",
            "收入比为2.22",
            "倍差2.1",
            "人口123456",
            "户数23456",
            "5%",
            "二十米",
            "百亿元",
            "和",
            ",",
            "的",
            "为",
        ]
    ),
    max_size=8,
).map("".join)


@given(WORDS)
def test_a_kind_of_number_never_lacks_the_words_it_is_known_by(text: str) -> None:
    for words, find in _KINDS:
        assert not words or not find(text) or any(word in text for word in words)


def test_a_ratio_may_stand_behind_a_colon() -> None:
    assert [one.split()[0] for one in seen("三次产业结构比为:9.5:44:46.5")] == ["9.5", "44", "46.5"]
