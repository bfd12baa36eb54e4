"""Comparisons without a number in Chinese: what is read, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.chinese.outright import unnumbered
from cpstats.claims.terms.comparison import Comparison
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.terms.sentences import sentences
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim

CATALOGUE = open_package().catalogue


def read(text: str, here: str | None = None) -> list[Claim]:
    return [
        claim
        for sentence in sentences(text, plain(text))
        for claim in unnumbered(sentence, here, lexicon(CATALOGUE), CATALOGUE)
    ]


def test_place_indicator_year_and_the_other_place_are_said() -> None:
    (claim,) = read("2023年，上海市地区生产总值增速略低于全国平均水平。")
    assert (claim.place, claim.indicator, claim.period) == ("310000", "gdp", "2023")
    assert (claim.measure, claim.benchmark, claim.surface) == (
        "growth",
        "100000",
        "略低于全国平均水平",
    )
    assert claim.is_unnumbered
    assert claim.compared is not None
    assert not claim.compared.up


def test_the_year_before_and_what_is_level() -> None:
    (faster,) = read("2023年，全市居民人均可支配收入增速比上年明显加快。", "310000")
    assert (faster.place, faster.benchmark) == ("310000", None)
    (level,) = read("2023年，上海经济增速与全国持平。")
    assert level.compared is not None
    assert level.compared.even


@pytest.mark.parametrize(
    "text",
    [
        "2023年，上海市地区生产总值增速高于全国0.2个百分点。",  # its number says it
        "2023年上半年，上海市地区生产总值增速高于全国。",  # a part of the year
        "2023年，上海市力争地区生产总值增速高于全国。",
        "若2023年上海市地区生产总值增速高于全国。",
        "2023年，上海市地区生产总值增速高于全国？",
        "2023年，上海市地区生产总值增速高于全国的说法没有根据。",
        "2023年，上海市嘉定片区地区生产总值增速高于全国。",
        "上海市地区生产总值增速高于全国。",  # of no year
        "2023年，上海市地区生产总值高于上年。",  # a level: releases may be mixed
        "2023年，上海市地区生产总值增速高于预期。",
    ],
)
def test_what_may_mean_something_else_is_not_read(text: str) -> None:
    assert read(text) == []


def test_the_most_of_all_years_or_since_one_is_read_without_a_number() -> None:
    (claim,) = read("2023年，上海市地区生产总值再创历史新高。")
    assert (claim.place, claim.indicator, claim.period) == ("310000", "gdp", "2023")
    assert (claim.measure, claim.surface) == ("level", "再创历史新高")
    assert claim.compared == Comparison("record", up=True)
    (claim,) = read("2023年，上海市地区生产总值增速为2019年以来最低。")
    assert claim.compared == Comparison("record", up=False, since=2019)
    assert claim.measure == "growth"
    # what goes on with a number is of that, and a place of others has none of its own
    assert read("2023年，上海市地区生产总值创历史新高，达4.7万亿元。") == []
    assert read("2023年，上海市新能源汽车产量创历史新高。") == []
