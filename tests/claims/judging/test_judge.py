"""Every verdict with its reason, on invented figures.

The numbers beside a case are worked out by hand: 6.2 stands for 6.15 to 6.25, bounds for one side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Judge

GDP = "gdp 110114 2024 level 1811.9"
CENSUS = "gdp 110114 2024 level 1900.1 vintage=census source=yearbook"
ONE = ", from one source (bulletin)"
RATES = tuple(
    f"gdp 110000 {year} growth {rate}"
    for year, rate in ((2021, 8.5), (2022, 0.7), (2023, 5.2), (2024, 5.2))
)


def test_a_published_figure_confirms(judge: Judge) -> None:
    assert judge("2024年，昌平区地区生产总值1811.9亿元。", GDP) == [
        ("1811.9亿元", "confirmed", f"181.19 billion yuan in 2024 (first){ONE}")
    ]
    assert judge("2024年，昌平区地区生产总值1811.9亿元。", GDP, lang="zh") == [
        ("1811.9亿元", "confirmed", "2024年 1,811.9 亿元（首次公布），仅一个来源（bulletin）")
    ]


def test_two_sources_are_no_single_one(judge: Judge) -> None:
    again = f"{GDP} source=paper"
    assert judge("2024年，昌平区地区生产总值1811.9亿元。", GDP, again) == [
        ("1811.9亿元", "confirmed", "181.19 billion yuan in 2024 (first)")
    ]


def test_another_unit_of_the_same_kind_is_converted(judge: Judge) -> None:
    # 0.18万亿元 is 0.175 to 0.185 trillion: 1,750 to 1,850 亿元
    assert [v for _, v, _ in judge("2024年，昌平区地区生产总值0.18万亿元。", GDP)] == ["confirmed"]


def test_a_figure_that_cannot_be_rounded_to_the_number_contradicts(judge: Judge) -> None:
    assert judge("2024年，昌平区地区生产总值1911.9亿元。", GDP) == [
        ("1911.9亿元", "contradicted", "the data say 181.19 billion yuan in 2024 (first)")
    ]
    assert judge("2024年，昌平区地区生产总值1911.9亿元。", GDP, lang="zh") == [
        ("1911.9亿元", "contradicted", "数据为2024年 1,811.9 亿元（首次公布）")
    ]


@pytest.mark.parametrize(
    ("title", "verdict"),
    [("北京经济技术开发区经济运行情况", "unverifiable"), ("经济运行情况", "contradicted")],
)
def test_a_text_about_a_development_zone(title: str, verdict: str, judge: Judge) -> None:
    figure = "gdp 110000 2024 growth 5.2"
    text = f"{title}\n2024年，地区生产总值增长9.3%，快于全市平均。\n全市地区生产总值增长7.0%。"
    found = judge(text, figure, place="110000")
    assert [v for _, v, _ in found] == [verdict, "contradicted"]
    if verdict == "unverifiable":
        assert found[0][2] == "it may be about 北京经济技术开发区, of which there are no data"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2024年，昌平区地区生产总值", "the data say 181.19 billion yuan in 2024 (first)"),
        (
            "2024年，不含某某集团，昌平区地区生产总值",
            "the text leaves a part out, and only the whole is known",
        ),
        (
            "2024年，昌平区地区生产总值预计达到",
            "the text gives an estimate made before the figures that are known",
        ),
    ],
)
def test_what_the_words_set_apart_is_not_contradicted(
    words: str, reason: str, judge: Judge
) -> None:
    verdict = "contradicted" if reason.startswith("the data say") else "unverifiable"
    assert judge(f"{words}1911.9亿元。", GDP) == [("1911.9亿元", verdict, reason)]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("5.2%", "confirmed"),
        ("5.3%", "depends"),  # 5.25 to 5.35 and 5.15 to 5.25 share nothing but an end
        ("5.1%", "depends"),
        ("5.4%", "contradicted"),
        ("4.9%", "contradicted"),
        ("5%", "confirmed"),  # by its digits 4.5 to 5.5
    ],
)
def test_published_roundings_must_share_more_than_an_end(
    said: str, verdict: str, judge: Judge
) -> None:
    figure = "gdp 110114 2024 growth 5.2"
    assert [v for _, v, _ in judge(f"2024年，昌平区地区生产总值增长{said}。", figure)] == [verdict]


def test_what_was_revised_later_depends_and_both_releases_are_named(judge: Judge) -> None:
    assert judge("2024年，昌平区地区生产总值1811.9亿元。", GDP, CENSUS) == [
        (
            "1811.9亿元",
            "depends",
            "confirmed by 181.19 billion yuan in 2024 (first); contradicted by 190.01 billion yuan in 2024 (census)",
        )
    ]
    assert judge("2024年，昌平区地区生产总值1900亿元。", GDP, CENSUS, lang="zh") == [
        (
            "1900亿元",
            "depends",
            "相符：2024年 1,900.1 亿元（普查后修订）；不符：2024年 1,811.9 亿元（首次公布）",
        )
    ]


def test_what_no_release_says_is_contradicted_by_all(judge: Judge) -> None:
    # a text of 2027 may quote any release; first and last are known, and 1600 is neither
    found = judge("2024年，昌平区地区生产总值1600亿元。", GDP, CENSUS, published="2027-03-01")
    assert found == [
        (
            "1600亿元",
            "contradicted",
            "the data say 190.01 billion yuan in 2024 (census), 181.19 billion yuan in 2024 (first)",
        )
    ]


def test_a_later_text_may_quote_a_release_that_is_not_in_the_data(judge: Judge) -> None:
    late = {"published": "2027-03-01"}
    assert judge("2024年，昌平区地区生产总值1855亿元。", GDP, **late) == [
        (
            "1855亿元",
            "unverifiable",
            "the text may quote a release that is not in the data, which say 181.19 billion yuan in 2024 (first)",
        )
    ]
    assert judge("2024年，昌平区地区生产总值1855亿元。", GDP, lang="zh", **late)[0][2] == (
        "原文可能引用数据中没有的版本；数据为2024年 1,811.9 亿元（首次公布）"
    )


def test_a_text_without_a_day_may_be_as_late_as_the_newest_source(judge: Judge) -> None:
    # the yearbook is of March 2026: final figures of 2022 were out, those of 2024 were not
    old = "gdp 110114 2022 growth 1.5 source=bulletin2023"
    new = "gdp 110114 2024 growth 5.2"
    text = "{}年，昌平区地区生产总值增长{}%。"
    assert [v for _, v, _ in judge(text.format(2022, 1.8), old, published="")] == ["unverifiable"]
    assert [v for _, v, _ in judge(text.format(2024, 5.5), new, published="")] == ["contradicted"]
    assert [v for _, v, _ in judge(text.format(2022, 3.5), old, published="")] == ["contradicted"]


def test_what_is_far_off_is_about_something_else(judge: Judge) -> None:
    # 26.4 is a seventieth: no misprint of 1811.9; 181.19 is a tenth of it, one of 亿 and 万
    assert judge("2024年，昌平区地区生产总值26.4亿元。", GDP) == [
        (
            "26.4亿元",
            "unverifiable",
            (
                "so far from the data that it is probably about something else; "
                "they say 181.19 billion yuan in 2024 (first)"
            ),
        )
    ]
    assert [v for _, v, _ in judge("2024年，昌平区地区生产总值181.2亿元。", GDP)] == [
        "contradicted"
    ]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("突破1800亿元", "confirmed"),  # 1811.9 is above
        ("超过1900亿元", "contradicted"),
        ("不到1900亿元", "confirmed"),
        ("不到1800亿元", "contradicted"),
        ("近1900亿元", "confirmed"),  # within a tenth below
        ("近2500亿元", "unverifiable"),  # below it, but nobody says 近
        ("1800余亿元", "confirmed"),  # below 1900
        ("1700余亿元", "unverifiable"),  # 1811.9 would be 1800余
        ("1800亿元以上", "confirmed"),
        ("约1800亿元", "confirmed"),  # 1750 to 1850
        ("约1900亿元", "depends"),  # 1850 to 1950; with “about” taken twice as wide, 1800 to 2000
        ("突破800亿元", "unverifiable"),  # more than twice as much: 800 is not what was passed
    ],
)
def test_bounds_are_one_sided(said: str, verdict: str, judge: Judge) -> None:
    assert [v for _, v, _ in judge(f"2024年，昌平区地区生产总值{said}。", GDP)] == [verdict]


def test_a_bound_that_holds_from_far_says_so(judge: Judge) -> None:
    assert judge("2024年，昌平区地区生产总值突破800亿元。", GDP)[0][2] == (
        "the bound holds, but is far from the figure: 181.19 billion yuan in 2024 (first)"
    )


def test_a_level_cut_off_instead_of_rounded_fits_by_that_convention_only(judge: Judge) -> None:
    # 1811 stands for 1810.5 to 1811.5; cut off it may be up to 1812
    assert judge("2024年，昌平区地区生产总值1811亿元。", GDP) == [
        (
            "1811亿元",
            "depends",
            "fits only if cut off or rounded more coarsely: 181.19 billion yuan in 2024 (first)",
        )
    ]
    assert judge("2024年，昌平区地区生产总值1811亿元。", GDP, lang="zh")[0][2] == (
        "仅在截尾或更粗的舍入下相符：2024年 1,811.9 亿元（首次公布）"
    )


def test_five_among_one_decimal_rates_is_five_point_nought(judge: Judge) -> None:
    text = "2024年，昌平区地区生产总值增长5%，出口增长4.8%，社会消费品零售总额增长3.1%。"
    figure = "gdp 110114 2024 growth {}"
    verdicts = {rate: judge(text, figure.format(rate))[0][1] for rate in ("5.0", "5.2", "5.6")}
    # 5.0 as the others are written; 4.5 to 5.5 by its own digits; never 5.6
    assert verdicts == {"5.0": "confirmed", "5.2": "depends", "5.6": "contradicted"}


def test_a_published_bound_decides_only_the_same_words(judge: Judge) -> None:
    bound = "gdp 110114 2024 level 1800 bound=lower"
    assert judge("2024年，昌平区地区生产总值突破1800亿元。", bound)[0][1:] == (
        "confirmed",
        f"over 180 billion yuan in 2024 (first){ONE}",
    )
    assert judge("2024年，昌平区地区生产总值1850亿元。", bound)[0][1:] == (
        "unverifiable",
        "only a bound or a rough figure is known: over 180 billion yuan in 2024 (first)",
    )
    assert [v for _, v, _ in judge("2024年，昌平区地区生产总值1500亿元。", bound)] == [
        "contradicted"
    ]


def test_readings_of_a_plan_period_are_held_against_each(judge: Judge) -> None:
    # 8.5, 0.7, 5.2, 5.2 make 4.86 [4.81, 4.91] a year (METHODS 3, by hand in docs/data.md); with
    # 5.4 for 2025 it would be 4.97 [4.92, 5.02]. A text of December 2025 may mean either.
    text = "“十四五”期间，北京市地区生产总值年均增长{}。"
    published = {"published": "2025-12-22", "place": "110000"}
    last = "gdp 110000 2025 growth 5.4 source=yearbook"
    assert judge(text.format("4.9%"), *RATES, **published) == [
        (
            "4.9%",
            "confirmed",
            "real 4.86 % [4.81, 4.91] in 2021–2024 (first)",
        )
    ]
    assert judge(text.format("4.87%"), *RATES, last, **published)[0][1:] == (
        "confirmed",
        "real 4.86 % [4.81, 4.91] in 2021–2024 (first)",
    )
    told = "gdp 110000 2021/2025 average_growth 6.2 source=paper"
    assert judge(text.format("6.2%"), told, **published)[0][2] == (
        "read as 2021–2024: real 6.2 % in 2021–2025 (first), from one source (paper)"
    )
    assert judge(text.format("6.9%"), *RATES, **published)[0][1:] == (
        "unverifiable",
        "the data say real 4.86 % [4.81, 4.91] in 2021–2024 (first), but the text may mean 2021–2025",
    )
    assert judge(text.format("6.9%"), *RATES, last, **published)[0][1:] == (
        "contradicted",
        (
            "the data say real 4.86 % [4.81, 4.91] in 2021–2024 (first), "
            "real 4.97 % [4.92, 5.02] in 2021–2025 (first)"
        ),
    )


def test_chained_first_rates_refute_nothing_that_a_revision_explains(judge: Judge) -> None:
    # 5.2 is within half a point of 4.86
    found = judge(
        "“十四五”期间，北京市地区生产总值年均增长5.2%。",
        *RATES,
        published="2025-12-22",
        place="110000",
    )
    assert found == [
        (
            "5.2%",
            "unverifiable",
            (
                "chained first rates say otherwise, but those may have been revised: "
                "real 4.86 % [4.81, 4.91] in 2021–2024 (first)"
            ),
        )
    ]


def test_an_average_between_two_years_may_begin_behind_the_first_of_them(judge: Judge) -> None:
    # 1.085 × 1.007 × 1.052 × 1.052 = 1.2092, fourth root: 4.86 %; without the first year
    # 1.007 × 1.052 × 1.052 = 1.1145, cube root: 3.68 %
    whole, later, neither = (
        judge(
            f"From 2021 to 2024 GDP of Beijing grew by an average of {said} percent a year.", *RATES
        )
        for said in ("4.9", "3.7", "4.5")
    )
    assert [v for _, v, _ in whole] == ["confirmed"]
    assert [(v, "since 2021" in why) for _, v, why in later] == [("depends", True)]
    assert [v for _, v, _ in neither] == ["unverifiable"]


def test_a_rate_and_its_gap_are_held_against_the_benchmark_together(judge: Judge) -> None:
    # 6.2 − 4.86 = 1.34 [1.24, 1.44] meets 1.3 [1.25, 1.35]; 4.86 + 1.3 = 6.16 [6.06, 6.26] meets 6.2
    found = judge(
        "“十四五”期间，昌平区地区生产总值年均增长6.2%，高于全市1.3个百分点。",
        *RATES,
        published="2025-12-22",
    )
    assert found == [
        (
            "6.2%",
            "confirmed",
            ("real 6.16 % [6.06, 6.26] in 2021–2024 (first) (with the text's own 1.3个百分点)"),
        ),
        (
            "1.3个百分点",
            "confirmed",
            ("1.34 points [1.24, 1.44] in 2021–2024 (first) (with the text's own 6.2%)"),
        ),
    ]


def test_a_wrong_gap_beside_a_rate_contradicts_neither_alone(judge: Judge) -> None:
    # 6.2 − 4.86 is no 2.3, but which of the two is wrong the data cannot say
    found = judge(
        "“十四五”期间，昌平区地区生产总值年均增长6.2%，高于全市2.3个百分点。",
        *RATES,
        published="2025-12-22",
    )
    assert [v for _, v, _ in found] == ["unverifiable", "unverifiable"]


def test_a_published_gap_and_a_computed_one_are_both_looked_at(judge: Judge) -> None:
    text = "2024年，昌平区地区生产总值增速高于全市0.8个百分点。"
    told = "gdp 110114 2024 growth_gap 0.8 vs=110000"
    rates = ("gdp 110114 2024 growth 6.0", "gdp 110000 2024 growth 5.2")
    assert judge(text, told)[0][1:] == ("confirmed", f"0.8 points in 2024 (first){ONE}")
    # 6.0 − 5.2 = 0.8 [0.7, 0.9]
    assert judge(text, *rates)[0][1:] == ("confirmed", "0.80 points [0.70, 0.90] in 2024 (first)")
    assert [v for _, v, _ in judge(text.replace("0.8", "1.8"), *rates)] == ["contradicted"]
    assert [v for _, v, _ in judge(text.replace("高于", "低于"), *rates)] == ["contradicted"]


def test_nominal_levels_never_contradict_a_real_rate(judge: Judge) -> None:
    # 1811.9 / 1750.0 is +3.5 % in money
    levels = tuple(
        f"gdp 110114 {year} level {value} vintage=census source=yearbook"
        for year, value in ((2023, 1750.0), (2024, 1811.9))
    )
    assert judge("2024年，昌平区地区生产总值增长6.1%。", *levels)[0][1:] == (
        "unverifiable",
        "only nominal levels are known, and they cannot prove a real rate",
    )
    assert judge("2024年，昌平区地区生产总值增长6.1%。", *levels, lang="zh")[0][2] == (
        "只有现价水平值，不能据以核实实际增速"
    )
    assert judge("2024年，昌平区地区生产总值名义增长3.5%。", *levels)[0][1:] == (
        "confirmed",
        "nominal 3.54 % [3.53, 3.54] in 2024 (census)",  # 3.5371, ±0.006
    )
    assert [v for _, v, _ in judge("2024年，昌平区地区生产总值名义增长6.1%。", *levels)] == [
        "contradicted"
    ]


def test_investment_is_never_judged_from_levels(judge: Judge) -> None:
    levels = tuple(
        f"fixed_asset_investment 110114 {year} level {value} vintage=census source=yearbook"
        for year, value in ((2023, 500.0), (2024, 550.0))
    )
    for rate in ("10%", "5.1%"):
        assert judge(f"2024年，昌平区固定资产投资增长{rate}。", *levels)[0][1:] == (
            "unverifiable",
            "its growth is published on a comparable scope, which levels do not have",
        )
    assert judge("2024年，昌平区固定资产投资增长5.1%。", *levels, lang="zh")[0][2] == (
        "该指标的增速按可比口径计算，不能由水平值核实"
    )


def test_levels_may_confirm_a_rate_of_retail_sales_but_not_refute_it(judge: Judge) -> None:
    # 525 / 500 is +5 %; published growth of retail sales is on a comparable scope
    levels = tuple(
        f"retail_sales 110114 {year} level {value} vintage=census source=yearbook"
        for year, value in ((2023, 500.0), (2024, 525.0))
    )
    assert [v for _, v, _ in judge("2024年，昌平区社会消费品零售总额增长5.0%。", *levels)] == [
        "confirmed"
    ]
    assert judge("2024年，昌平区社会消费品零售总额增长3.1%。", *levels)[0][1:] == (
        "unverifiable",
        (
            "levels need not have the scope of a published rate: "
            "nominal 5.00 % [4.98, 5.02] in 2024 (census)"
        ),
    )


def test_unmarked_income_growth_may_be_real_or_nominal(judge: Judge) -> None:
    both = (
        "disposable_income 110114 2024 growth 4.5 price_basis=current",
        "disposable_income 110114 2024 growth 4.1 price_basis=constant",
    )
    text = "2024年，昌平区居民人均可支配收入{}增长{}%。"
    assert judge(text.format("", 4.5), *both)[0][1] == "confirmed"
    assert judge(text.format("", 4.1), *both)[0][1:] == (
        "depends",
        "confirmed by real 4.1 % in 2024 (first); contradicted by nominal 4.5 % in 2024 (first)",
    )
    assert judge(text.format("名义", 4.1), *both)[0][1] == "contradicted"
    assert judge(text.format("实际", 4.5), *both)[0][1] == "contradicted"
    assert judge(text.format("", 4.1), both[1])[0][1:] == (
        "depends",
        "confirmed by real 4.1 % in 2024 (first)",
    )


def test_no_release_with_both_years_is_said(judge: Judge) -> None:
    levels = (
        "exports 110114 2023 level 100.0 vintage=first source=bulletin2023",
        "exports 110114 2024 level 110.0 vintage=census source=yearbook",
    )
    assert judge("2024年，昌平区出口增长10%。", *levels)[0][1:] == (
        "unverifiable",
        "no one release has the figures that would have to be compared",
    )
    assert (
        judge("2024年，昌平区出口增长10%。", *levels, lang="zh")[0][2] == "没有同一版本的可比数据"
    )


def test_no_figure_is_said_with_indicator_place_and_period(judge: Judge) -> None:
    assert judge("2023年，昌平区地区生产总值1700亿元。", GDP)[0][1:] == (
        "unverifiable",
        "no figure: Gross domestic product, Changping, 2023",
    )
    assert judge("2023年，昌平区地区生产总值1700亿元。", GDP, lang="zh")[0][2] == (
        "没有数据：昌平区地区生产总值，2023年"
    )


def test_a_unit_of_another_kind_cannot_be_compared(judge: Judge) -> None:
    figure = "fdi_utilised 110114 2024 level 2.5"
    assert judge("2024年，昌平区实际使用外资18亿元。", figure)[0][1:] == (
        "unverifiable",
        "the unit is not that of the indicator's figures",
    )
    assert judge("2024年，昌平区实际使用外资18亿元。", figure, lang="zh")[0][2] == (
        "单位与该指标的数据不同"
    )
    assert judge("2024年，昌平区实际使用外资2.5亿美元。", figure)[0][1] == "confirmed"


def test_an_unknown_indicator_stays_unknown(judge: Judge) -> None:
    assert judge("2024年，昌平区软件业收入300亿元。", GDP)[0][1:] == (
        "unverifiable",
        "“软件业收入” is no indicator of the catalogue",
    )
    assert (
        judge("2024年，昌平区软件业收入300亿元。", GDP, lang="zh")[0][2] == "目录中没有“软件业收入”"
    )


def test_place_and_period_must_be_known(judge: Judge) -> None:
    other = "gdp 110000 2024 level 49843.1"
    assert judge("地区生产总值1811.9亿元。", GDP, other, published="", place=None)[0][1:] == (
        "unverifiable",
        "the place is not clear (--place)",
    )
    assert judge("昌平区地区生产总值1811.9亿元。", GDP, published="")[0][1:] == (
        "unverifiable",
        "the period is not clear (--published)",
    )
    assert judge("2024年，顺义区地区生产总值1811.9亿元。", GDP)[0][1:] == (
        "unverifiable",
        "no data on the place 110113",
    )


def test_lists_that_do_not_fit_are_ambiguous(judge: Judge) -> None:
    text = "2024年，昌平区出口、社会消费品零售总额分别增长5.1%、6.2%和7.3%。"
    found = judge(text, "exports 110114 2024 growth 9.9")
    assert {v for _, v, _ in found} == {"unverifiable"}
    assert found[0][2].startswith("the list is ambiguous: ")


def test_targets_and_what_is_no_statistic_are_not_checked(judge: Judge) -> None:
    assert judge("2026年，昌平区地区生产总值增长6%左右的目标。", GDP)[0][1:] == (
        "not_checked",
        "a target, not a claim about what was",
    )
    assert judge("“十五五”时期，力争地区生产总值年均增长6%。", GDP, lang="zh")[0][1:] == (
        "not_checked",
        "目标，不是对已发生情况的陈述",
    )
    assert judge("开展“0.1微克行动”。", GDP)[0][1:] == (
        "not_checked",
        "no statistical claim",
    )


def test_ranks_need_every_place(judge: Judge) -> None:
    text = "2024年，昌平区地区生产总值居全市第{}位。"
    pool = (GDP, "gdp 110108 2024 level 12000.5")
    assert judge(text.format(2), *pool)[0][1:] == ("confirmed", "2 in 2024 (first)")
    assert judge(text.format(1), *pool)[0][1:] == ("contradicted", "the data say 2 in 2024 (first)")
    assert judge(text.format(1), GDP)[0][1:] == (
        "unverifiable",
        "no figure: Gross domestic product, Changping, 2024",
    )


def test_ranks_made_of_several_releases_refute_nothing(judge: Judge) -> None:
    pool = (GDP, "gdp 110108 2024 level 12000.5 vintage= source=paper")
    assert judge("2024年，昌平区地区生产总值居全市第1位。", *pool)[0][1:] == (
        "unverifiable",
        "only figures of different releases are known: 2 in 2024 (first)",
    )


def test_a_published_rank_is_held_against_the_rank(judge: Judge) -> None:
    rank = "exports_growth_rank 110114 2024 level 1 unit=位"
    text = "2024年，昌平区出口增速居全市第{}位。"
    assert judge(text.format(1), rank)[0][1] == "confirmed"
    assert judge(text.format(3), rank)[0][1] == "contradicted"


def test_shares_of_the_city_and_of_gdp(judge: Judge) -> None:
    # 1811.9 / 49843.1 is 3.635 %; 7.6 / 1811.9 is 0.419 %
    city = "gdp 110000 2024 level 49843.1"
    part = "gdp_tertiary 110114 2024 level 1181.1"
    assert judge("2024年，昌平区地区生产总值占全市的比重为3.6%。", GDP, city)[0][1:] == (
        "confirmed",
        "3.64 % in 2024 (first)",
    )
    assert (
        judge("2024年，昌平区地区生产总值占全市的比重为4.6%。", GDP, city)[0][1] == "contradicted"
    )
    # 1181.1 / 1811.9 is 65.19 %
    share = "2024年，昌平区第三产业增加值占地区生产总值的比重为{}%。"
    assert judge(share.format("65.2"), GDP, part)[0][1] == "confirmed"
    assert judge(share.format("56.2"), GDP, part)[0][1] == "contradicted"


def test_a_share_of_something_unnamed_cannot_be_looked_up(judge: Judge) -> None:
    assert judge("2024年，昌平区出口占全部贸易额的比重为65.2%。", GDP)[0][1] == "unverifiable"


def test_rates_that_are_levels_and_their_changes(judge: Judge) -> None:
    rates = ("unemployment 110000 2024 level 4.1", "unemployment 110000 2023 level 4.4")
    text = "2024年，北京市城镇调查失业率为{}%，比上年{}{}个百分点。"
    # 4.1 − 4.4 = −0.3 [−0.4, −0.2]
    assert [v for _, v, _ in judge(text.format(4.1, "下降", 0.3), *rates)] == ["confirmed"] * 2
    assert [v for _, v, _ in judge(text.format(4.1, "上升", 0.3), *rates)] == [
        "confirmed",
        "contradicted",
    ]
    assert [v for _, v, _ in judge(text.format(5.1, "下降", 1.3), *rates)] == ["contradicted"] * 2


def test_a_fall_that_narrows_is_a_rise_of_growth(judge: Judge) -> None:
    # −3.2 − (−6.6) = 3.4
    rates = ("gdp 110000 2024-H1 growth -3.2", "gdp 110000 2024-Q1 growth -6.6")
    found = judge(
        "2024年上半年，北京市地区生产总值同比下降3.2%，降幅比一季度收窄3.4个百分点。", *rates
    )
    assert [v for _, v, _ in found] == ["confirmed", "confirmed"]


def test_a_rate_that_has_slowed_to_a_number_is_above_zero(judge: Judge) -> None:
    rates = ("gdp 110000 2024-H1 growth 5.4", "gdp 110000 2024-Q1 growth 6.0")
    found = judge("2024年，北京市GDP增速由一季度的6.0%回落到上半年的5.4%。", *rates)
    assert [v for _, v, _ in found] == ["confirmed", "confirmed"]


def test_growth_over_a_span_and_multiples(judge: Judge) -> None:
    # 1.052 × 1.052 = 1.1067; levels 1811.9 / 906.0 = 2.0
    rates = ("gdp 110000 2023 growth 5.2", "gdp 110000 2024 growth 5.2")
    text = "2024年，北京市地区生产总值比2022年增长{}%。"
    assert judge(text.format(10.7), *rates)[0][1] == "confirmed"
    assert judge(text.format(20.7), *rates)[0][1] == "contradicted"
    levels = tuple(
        f"exports 110114 {year} level {value} vintage=census source=yearbook"
        for year, value in ((2014, 90.0), (2024, 180.0))
    )
    assert judge("2024年，昌平区出口比2014年翻一番。", *levels)[0][1] == "confirmed"
    assert judge("2024年，昌平区出口是2014年的3.1倍。", *levels)[0][1] == "contradicted"


def test_changes_of_levels(judge: Judge) -> None:
    levels = tuple(
        f"resident_population 110114 {year} level {value} vintage=census source=yearbook"
        for year, value in ((2023, 226.8), (2024, 227.0))
    )
    # 227.0 − 226.8 = 0.2 [0.1, 0.3]
    text = "2024年末，昌平区常住人口227.0万人，比上年末{}{}万人。"
    assert [v for _, v, _ in judge(text.format("增加", 0.2), *levels)] == ["confirmed"] * 2
    assert [v for _, v, _ in judge(text.format("减少", 0.2), *levels)][1] != "confirmed"


def test_a_number_without_a_year_is_also_held_against_the_years_beside(judge: Judge) -> None:
    now = "gdp 110114 2025 level 1900.0 source=yearbook"
    text = "昌平区地区生产总值{}亿元。"
    assert judge(text.format(1811.9), GDP, now, published="2025-12-30")[0][1:] == (
        "depends",
        "confirmed by 181.19 billion yuan in 2024 (first); contradicted by 190.00 billion yuan in 2025 (first)",
    )
    assert judge(text.format(1811.9), GDP, published="2025-04-10")[0][1:] == (
        "depends",
        "confirmed by 181.19 billion yuan in 2024 (first)",
    )
    assert judge(text.format(1600.5), GDP, now, published="2025-12-30")[0][1] == "contradicted"
    said = "2025年，昌平区地区生产总值1811.9亿元。"
    assert judge(said, GDP, now, published="2025-12-30")[0][1] == "contradicted"


def test_a_count_may_be_what_was_added_to_a_stock(judge: Judge) -> None:
    stock = "parks 110114 2024 level 49 vintage="
    assert judge("2024年，昌平区建成公园12个。", stock)[0][1:] == (
        "unverifiable",
        "it may be what was added in the period; the data have the total, 49 in 2024",
    )
    assert judge("2024年，昌平区公园累计12个。", stock)[0][1] == "contradicted"
    assert judge("2024年，昌平区公园60个。", stock)[0][1] == "contradicted"


def test_a_level_at_the_prices_of_a_year_is_not_held_against_current_ones(judge: Judge) -> None:
    assert judge("按2020年价格计算，2024年昌平区地区生产总值为1655亿元。", GDP)[0][1:] == (
        "unverifiable",
        "the level may be at the prices of another year, and only current prices are known",
    )


def test_what_was_passed_within_a_span(judge: Judge) -> None:
    years = tuple(f"gdp 110114 {year} level {v}" for year, v in zip(
        range(2021, 2026), (1287.0, 1340.8, 1700.0, 1811.9, 1900.0), strict=True))  # fmt: skip
    text = "“十四五”期间，昌平区地区生产总值突破{}亿元。"
    assert judge(text.format(1800), *years, published="2026-03-22")[0][1] == "confirmed"
    assert judge(text.format(2800), *years, published="2026-03-22")[0][1] == "contradicted"
    told = "gdp 110114 2021/2025 milestone 1800 bound=lower unit=亿元"
    assert judge(text.format(1800), told, published="2026-03-22")[0][1] == "confirmed"


def test_a_source_of_the_texts_day_may_be_the_text_and_that_is_said(judge: Judge) -> None:
    # the bulletin appeared on the day of the text, about its place
    text = "2024年，昌平区地区生产总值1811.9亿元。"
    assert judge(text, GDP, published="2025-03-01")[0][1:] == (
        "confirmed",
        "181.19 billion yuan in 2024 (first), from bulletin of the same day, which may be this text",
    )
    assert judge(text, GDP, exclude=("bulletin",), lang="zh")[0][1:] == (
        "unverifiable",
        "仅此文提供该数（bulletin）",
    )
    other = f"{GDP} source=paper"
    assert judge(text, GDP, other, published="2025-03-01")[0][2] == (
        "181.19 billion yuan in 2024 (first)"
    )


def test_the_figure_of_another_year_or_place_is_said_to_be_that(judge: Judge) -> None:
    before = "gdp 110114 2023 level 1750.3 source=bulletin2023"
    city = "gdp 110000 2024 level 49843.1"
    text = "2024年，昌平区地区生产总值{}亿元。"
    told = "the data say 181.19 billion yuan in 2024 (first); it is the figure of "
    assert judge(text.format(1750.3), GDP, before, city)[0][1:] == ("contradicted", f"{told}2023")
    # so far off that it would be about something else, were it not Beijing's to the digit
    assert judge(text.format(49843.1), GDP, before, city)[0][1:] == (
        "contradicted",
        f"{told}Beijing",
    )


def test_a_place_that_the_sentence_does_not_say_is_open(judge: Judge) -> None:
    # 1.1 is the city's; whether the text speaks of it is not said
    rates = ("gdp 110114 2024 growth 6.0", "gdp 110000 2024 growth 1.1")
    found = judge("2024年，地区生产总值增长1.1%。", *rates)
    assert found[0][1:] == (
        "depends",
        (
            "confirmed by real 1.1 % in 2024 (first); contradicted by real 6.0 % in 2024 (first)"
            " (if the text means Beijing)"
        ),
    )
    assert judge("2024年，全区地区生产总值增长1.1%。", *rates)[0][1] == "contradicted"


def test_words_that_are_not_understood_accuse_nobody(judge: Judge) -> None:
    figure = "gdp 110114 2024 growth 6.0"
    assert judge("2024年，昌平区辖内央企地区生产总值增长1.1%。", figure)[0][1] == "unverifiable"
    assert judge("2024年，昌平区地区生产总值增长1.1%。", figure)[0][1] == "contradicted"


def test_the_rate_of_an_amount_that_is_of_something_else_is_not_accused(judge: Judge) -> None:
    figures = (GDP, "gdp 110114 2024 growth 6.0")
    found = judge("2024年，昌平区地区生产总值26.4亿元，增长1.1%。", *figures)
    assert [v for _, v, _ in found] == ["unverifiable", "unverifiable"]


@pytest.mark.parametrize(
    "text",
    [
        "2020—2024年，北京市地区生产总值年均增长{}%。",
        "From 2020 to 2024, Beijing's GDP grew by {}% a year on average.",
    ],
)
def test_a_span_has_the_base_before_it_or_its_first_year(judge: Judge, text: str) -> None:
    # from 2020 (level to level) 1.085 × 1.007 × 1.052 × 1.052 is 4.86 a year; with 1.2 for 2020 4.12
    first = "gdp 110000 2020 growth 1.2"
    given = {"place": "110000"}
    assert judge(text.format(4.9), first, *RATES, **given)[0][1] == "depends"
    assert judge(text.format(4.1), first, *RATES, **given)[0][1] == "confirmed"
    assert judge(text.format(7.9), first, *RATES, **given)[0][1] == "contradicted"


def test_nothing_known_at_all_is_said(judge: Judge) -> None:
    assert judge("2024年，昌平区公园12个。")[0][1:] == (
        "unverifiable",
        "no figure: Parks, Changping, 2024",
    )
    assert judge("2024年，昌平区软件业收入12亿元。")[0][1] == "unverifiable"


# Sentences of news and bulletins that were once called false: each number here is that of the data.
@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (  # what the national bureau says is not the city's, though the city is named behind
            "国家统计局数据显示，2024年地区生产总值增长5.0%；北京市同期增长5.2%。",
            ("gdp 100000 2024 growth 5.0", "gdp 110000 2024 growth 5.2"),
        ),
        (
            "2024年末，昌平区常住人口227.0万人，约占全市2183.2万人的十分之一。",
            ("resident_population 110114 2024 level 227.0", "resident_population 110000 2024 level 2183.2"),
        ),
        (
            "据第五次经济普查修订，2024年昌平区地区生产总值为1900.1亿元，比初步核算数1811.9亿元多。",
            (GDP,),
        ),
        (
            "Consumer inflation in Beijing eased from 1.8 percent in 2022 to 0.4 percent in 2023.",
            ("cpi 110000 2022 growth 1.8", "cpi 110000 2023 growth 0.4"),
        ),
        (
            "GDP growth in Beijing slowed to 0.7 percent in 2022 from 8.5 percent in 2021, then recovered to 5.2 percent.",
            RATES,
        ),
        (
            "Beijing's GDP grew 5.2 percent in 2024, faster than services at 4.9 percent.",
            (*RATES, "gdp_tertiary 110000 2024 growth 4.9"),
        ),
    ],
)  # fmt: skip
def test_a_true_sentence_is_never_accused(
    text: str, figures: tuple[str, ...], judge: Judge
) -> None:
    verdicts = [verdict for _, verdict, _ in judge(text, *figures)]
    assert verdicts
    assert not {"contradicted", "inconsistent"} & {*verdicts}


def test_a_year_beside_the_months_of_another_may_mean_the_same_months(judge: Judge) -> None:
    text = "2020年上半年昌平区GDP下降3.2%，2021年增长13.4%。"
    rates = ("gdp 110114 2020-H1 growth -3.2", "gdp 110114 2021 growth 8.5")
    half = "gdp 110114 2021-H1 growth 13.4"
    assert [v for _, v, _ in judge(text, *rates)] == ["confirmed", "contradicted"]
    assert [v for _, v, _ in judge(text, *rates, half)] == ["confirmed", "depends"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年昌平区出口降幅收窄至2.7%。", "confirmed"),
        ("2024年昌平区出口降幅收窄2.7个百分点。", "unverifiable"),
        ("2024年昌平区出口增速回落至2.7%。", "contradicted"),
        ("Changping's decline in exports narrowed to 2.7 percent in 2024.", "confirmed"),
    ],
)
def test_a_fall_that_narrows_to_a_rate_is_a_fall(text: str, verdict: str, judge: Judge) -> None:
    assert judge(text, "exports 110114 2024 growth -2.7 price_basis=current")[0][1] == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("52.4", "confirmed"), ("52.1", "unverifiable"), ("45.8", "contradicted")],
)
def test_a_state_on_a_day_is_held_against_a_table_s_year_only_where_it_is_far_off(
    judge: Judge, said: str, verdict: str
) -> None:
    text = f"现将2020年11月1日零时全区人口情况公布如下：\n全区常住人口为{said}万人。"
    figure = "resident_population 110114 2020 level 52.4"
    assert judge(text, figure, published="2021-06-01")[-1][1] == verdict
