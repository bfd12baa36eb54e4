"""A rate and a gap in one sentence say what the benchmark grew; the arithmetic is in test_vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Judge

CITY = "gdp 110000 2024 growth 5.2"
TEXT = "2024年，昌平区地区生产总值增长6.0%，高于全市{}个百分点。"


@pytest.mark.parametrize(
    ("gap", "verdict"),
    [
        (0.8, "confirmed"),  # 6.0 − 5.2 = 0.8 [0.7, 0.9]
        (0.9, "confirmed"),
        (1.1, "unverifiable"),  # which of the two is wrong is not known
    ],
)
def test_a_rate_and_its_gap_stand_or_fall_together(gap: float, verdict: str, judge: Judge) -> None:
    assert [v for _, v, _ in judge(TEXT.format(gap), CITY)] == [verdict, verdict]


def test_both_say_that_the_other_number_went_in(judge: Judge) -> None:
    rate, gap = judge(TEXT.format(0.8), CITY, lang="zh")
    assert rate[2] == "2024年 实际 6.00 % [5.90, 6.10]（首次公布）（结合原文的0.8个百分点）"
    assert gap[2] == "2024年 0.80 百分点 [0.70, 0.90]（首次公布）（结合原文的6.0%）"


def test_the_place_s_own_rate_comes_first(judge: Judge) -> None:
    own = "gdp 110114 2024 growth 6.0"
    rate, gap = judge(TEXT.format(0.8), CITY, own)
    assert rate[2] == "real 6.0 % in 2024 (first), from one source (bulletin)"
    assert gap[2] == "0.80 points [0.70, 0.90] in 2024 (first)"
    assert judge(TEXT.format(1.8), CITY, own)[1][1] == "contradicted"


def test_rates_of_two_bases_are_not_subtracted(judge: Judge) -> None:
    nominal = "gdp 110000 2024 growth 5.2 price_basis=current"
    assert [v for _, v, _ in judge(TEXT.format(0.8), nominal)] == ["unverifiable"] * 2


def test_a_bound_is_no_partner(judge: Judge) -> None:
    text = "2024年，昌平区地区生产总值增长6%以上，高于全市0.8个百分点。"
    assert [v for _, v, _ in judge(text, CITY)] == ["unverifiable"] * 2


def test_another_sentence_is_no_partner(judge: Judge) -> None:
    text = "2024年，昌平区地区生产总值增长6.0%。增速高于全市0.8个百分点。"
    assert [v for _, v, _ in judge(text, CITY)] == ["unverifiable"] * 2
