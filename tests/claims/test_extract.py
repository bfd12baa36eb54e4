from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.work import calls

from cpstats.claims.extract import extract
from cpstats.store.package import open_catalogue

if TYPE_CHECKING:
    from tests.claims.conftest import Read

CATALOGUE = open_catalogue()
WORDS = re.findall(
    r"\S+|\n",
    "地区生产总值 出口 居民人均可支配收入 全市 全省 浙江 2023年 上半年 “十四五”期间 同比 增长 下降 分别 高于 占 比重 "
    "5.2% 3个百分点 120亿元 第3位 翻一番 1:2:3 两成 、 ， ； 。 （ ） “ ” \n GDP rose by 3 percent In July .",
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = "".join(words)
    for claim in extract(text, catalogue=CATALOGUE):
        assert text[claim.start : claim.end] == claim.surface
        assert claim.value >= 0
        line = text.split("\n")[claim.line - 1]
        assert line[claim.column - 1 :].startswith(claim.surface)


@settings(max_examples=300)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    extract(text, catalogue=CATALOGUE, place="360100")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x02",
        "\u202e增长５％\u200f",
        "增长1e400%",
        "“““增长5%",
        "（（（增长5%",
        "9" * 5000 + "亿元",
        "增长5%" * 2000,
        "9999年99月99日增长5%",
    ],
)
def test_odd_texts_are_no_fault(text: str) -> None:
    extract(text, catalogue=CATALOGUE, place="no code")


PARAGRAPH = "2023年，全市出口120亿元、增长5.2%，高于全省1.1个百分点；进口增长3%，“两区”项目36个。\n"


@pytest.mark.parametrize(
    "unit",
    [
        PARAGRAPH,
        PARAGRAPH.strip().replace("。", "，"),
        "In July 2023, exports rose by 5.2 percent, ",
        "分别增长5%、",
        "“两区”（",
        "1,111:2",
    ],
)
def test_twenty_times_the_text_takes_at_most_twenty_five_times_the_work(unit: str) -> None:
    def work(text: str) -> int:
        return calls(lambda: extract(text, catalogue=CATALOGUE, place="360100"))

    work(unit)  # what is compiled on first use
    assert work(unit * 600) < 25 * work(unit * 30)


def test_a_bulletin_is_read_whole(read: Read) -> None:
    claims = read(
        "2023年全市实现地区生产总值7203.5亿元，增长3.5%。其中，第一产业增加值250.1亿元；第二产业增加值3100亿元。"
    )
    assert [(c.indicator, c.value, c.unit, c.period, c.group) for c in claims] == [
        ("gdp", 7203.5, "亿元", "2023", "g1"),
        ("gdp", 3.5, "%", "2023", "g1"),
        ("gdp_primary", 250.1, "亿元", "2023", "g1"),
        ("gdp_secondary", 3100.0, "亿元", "2023", "g1"),
    ]
