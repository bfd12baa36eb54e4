"""Turns of Chinese bulletins that were not read or wrongly held against the data: true ones stand, wrong ones fall."""

from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

PACKAGE = open_package()
ASKED = Asked(published=date(2025, 2, 20), place="110000")

# `show`, levels of the last release: Guangdong 2024 141,488.9, Beijing 49,670.2, Tianjin 17,931.3 (亿元): 141488.9 / 49670.2
# is 2.85, 49670.2 / 17931.3 is 2.77. China had 1,409.67 million residents at the end of 2023. Industry of Changping in 2024:
# 623.2 and 1,181.1 of 1,811.9: 34.4 and 65.2 %. Beijing grew by 5.2 % in 2024, China by 5.0 %.
# Residents at the end of 2024: Beijing 2,183.2, Guangdong 12,780, China 140,828 (10,000): 1.55 and 9.07 %. Tax 2024:
# services of Beijing 42,499.9 of 49,843.1 in 2024 (85.3 %), 37,129.6 of 43,760.7 in 2023 (84.8 %): 0.4 points.
TRUE = [
    ("北京以全国1.55%的人口创造了全国3.7%的GDP。", "1.55%", "confirmed"),
    ("北京以全国1.55%的人口创造了全国3.7%的GDP。", "3.7%", "confirmed"),
    ("2024年，广东以占全国9.1%的常住人口，贡献了全国10.5%的经济总量。", "10.5%", "confirmed"),
    ("2024年，北京经济增长5.2%，总量49843.1亿元。", "49843.1亿元", "depends"),  # by the release
    ("2024年，北京第三产业占全市经济的比重为85.3%。", "85.3%", "confirmed"),
    ("2024年，北京第三产业增加值占GDP比重比上年提高0.4个百分点。", "0.4个百分点", "confirmed"),
    ("2024年，北京经济增速创三年新高达到5.2%。", "5.2%", "confirmed"),
    (
        "以5%的GDP增速实现良好开局。",
        "5%",
        "confirmed",
    ),  # growth to a whole number, no share of output
    ("2024年，北京经济增速跑赢全国5.0%的GDP增速。", "5.0%", "confirmed"),
    (
        "2024年，全市经济平稳增长；全年地区生产总值增长5.2%，好于年初确定的5%左右的预期目标。",
        "5.2%",
        "confirmed",
    ),
    ("研发投入强度从5.9%提高到6.7%。", "6.7%", "unverifiable"),  # two times, not one number twice
    ("2024年广东地区生产总值是北京的2.8倍。", "2.8倍", "confirmed"),
    ("2024年，北京GDP相当于天津的2.77倍。", "2.77倍", "confirmed"),
    ("2023年末全国人口140967万人。", "140967万人", "confirmed"),
    (
        "昌平区2024年二产增加值、三产增加值占地区生产总值比重分别为34.4%和65.2%。",
        "65.2%",
        "confirmed",
    ),
    ("北京2024年经济增速（5.2%）快于全国（5.0%）。", "5.2%", "confirmed"),
    ("2023年北京市、上海市两地常住人口分别为2186万人、2487万人。", "2487万人", "confirmed"),
    ("2024年一至三季度，北京地区生产总值同比增长5.1%。", "5.1%", "confirmed"),
    ("2024年，江苏省地区生产总值在31个省份中排名第2。", "第2", "confirmed"),
    ("2024年，全国31个省（自治区、直辖市）中，江苏省地区生产总值居第2位。", "第2位", "confirmed"),
    ("2024年，四川省地区生产总值居西部12个省份第1位。", "第1位", "unverifiable"),
    # among cities, not provinces: Beijing is the 12th or 13th of those
    ("2024年，北京地区生产总值居全国城市第二位。", "第二位", "unverifiable"),
    # growth that is a multiple of another is held against no level
    ("2024年昌平区地区生产总值增速是全市的2倍。", "2倍", "unverifiable"),
]
FALSE = [
    ("2024年，江苏省地区生产总值在31个省份中排名第3。", "第3"),
    ("2024年，全国31个省（自治区、直辖市）中，江苏省地区生产总值居第1位。", "第1位"),
    ("2024年，北京以全国1.55%的人口创造了全国5.7%的GDP。", "5.7%"),
    ("2024年，北京经济增长5.2%，总量43760.7亿元。", "43760.7亿元"),  # of 2023
    ("2024年，北京第三产业占全市经济的比重为75.3%。", "75.3%"),
    ("2024年广东地区生产总值是北京的4.8倍。", "4.8倍"),
    ("2024年，北京GDP相当于天津的1.27倍。", "1.27倍"),
    ("2023年末全国人口141175万人。", "141175万人"),  # of 2022
    ("昌平区2024年二产增加值、三产增加值占地区生产总值比重分别为34.4%和62.5%。", "62.5%"),
    ("2024年，北京地区生产总值增速高于全国1.2个百分点。", "1.2个百分点"),
    ("2024年一至三季度，北京地区生产总值同比增长6.1%。", "6.1%"),
    # 2,269,487 people on 1 November 2020; by that day's own name, or by the census
    ("2020年11月1日零时，昌平区常住人口为346.9万人。", "346.9万人"),
]


def verdict(text: str, number: str) -> str:
    records = check([of_sentence(text)], PACKAGE, ASKED).records
    return next(str(r["verdict"]) for r in records if r["surface"] == number)


@pytest.mark.parametrize(("text", "number", "expected"), TRUE)
def test_what_is_true_is_confirmed_or_left_open(text: str, number: str, expected: str) -> None:
    assert verdict(text, number) == expected


@pytest.mark.parametrize(("text", "number"), FALSE)
def test_what_is_wrong_is_found(text: str, number: str) -> None:
    assert verdict(text, number) == "contradicted"


def test_a_rate_that_fell_to_the_same_digits_may_have_fallen() -> None:
    found = check([of_sentence("2024年，园区空置率由4.1%降至4.1%。")], PACKAGE, ASKED).records
    assert [r["verdict"] for r in found] == ["unverifiable"] * 2
    found = check([of_sentence("2024年，园区空置率由4.1%降至4.3%。")], PACKAGE, ASKED).records
    assert [r["verdict"] for r in found] == ["inconsistent"] * 2
