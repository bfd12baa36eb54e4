from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Read, Shown


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("全市地区生产总值7200亿元，增长5.1%，增速居全省第二位。", "gdp gdp gdp_growth_rank"),
        ("固定资产投资（不含农户）增长6%。", "fixed_asset_investment"),
        (
            "一般公共预算收入300亿元，其中税收收入210亿元，增长3%。",
            "budget_revenue tax_revenue tax_revenue",
        ),
        ("进出口总额90亿元，其中出口60亿元、增长4%。", "trade_total exports exports"),
        ("占总人口比重（城镇化率）为61.2%，提高0.9个百分点。", "urbanisation urbanisation"),
        ("居民消费价格同比上涨0.4%，环比下降0.1%。", "cpi cpi"),
        ("社会消费品零售总额90亿元。限额以上消费品零售额增长1.3%。", "retail_sales None"),
        (
            "固定资产投资增长1.9%。分产业看，第一产业下降8.3%，第二产业增长5%，第三产业下降3%。",
            "fixed_asset_investment None None None",
        ),
        (
            "地区生产总值90亿元。分产业看，第一产业下降8.3%，第二产业增长5%，第三产业下降3%。",
            "gdp gdp_primary gdp_secondary gdp_tertiary",
        ),
        ("第一产业实现增加值72亿元，增长3.8%。", "gdp_primary gdp_primary"),
        (
            "产业结构进一步优化，由6.9:55.9:37.2演变为6.7:55.1:38.2。",
            "gdp_primary gdp_secondary gdp_tertiary gdp_primary gdp_secondary gdp_tertiary",
        ),
        ("常住人口480万，城镇调查失业率5.0%。", "resident_population unemployment"),
        ("总人口31.5万，常住人口22.8万。", "registered_population resident_population"),
        (
            "一、二、三产业增加值分别为12亿元、45亿元和60亿元，分别增长2%、4%、6%。",
            "gdp_primary gdp_secondary gdp_tertiary gdp_primary gdp_secondary gdp_tertiary",
        ),
        (
            "第一、第二、第三产业增加值占GDP的比重分别为6%、40%、54%。",
            "gdp_primary gdp_secondary gdp_tertiary",
        ),
        (
            "城镇、农村居民人均可支配收入45000元、21000元，比2015年增长60%、80%。",
            " ".join(["disposable_income_urban disposable_income_rural"] * 2),
        ),
        (
            "三次产业结构由5：45：50调整为4：44：52。",
            "gdp_primary gdp_secondary gdp_tertiary gdp_primary gdp_secondary gdp_tertiary",
        ),
        ("人均GDP81000元，按年平均汇率计算为11500美元。", "gdp_per_capita gdp_per_capita"),
        (
            "一般公共预算收入22.4亿元，完成年度预算的53.6%，增长4.1%。",
            "budget_revenue None budget_revenue",
        ),
        ("地区生产总值完成900亿元，按可比价计算，增长6.4%。", "gdp gdp"),
        ("进出口总额破90亿元，破产企业30家。", "trade_total None"),
        ("全社会研究与试验发展（R&D）经费投入30亿元，增长6%。", "rnd_spending rnd_spending"),
        (
            "可吸入颗粒物PM2.5平均浓度为36微克/立方米，可吸入颗粒物浓度为60微克/立方米。",
            "pm25 None",
        ),
        ("从GDP总量来看，南昌稳居全省第一，为7300亿元。", "gdp gdp"),
        ("全市常住人口与第六次全国人口普查相比，增加25万人。", "resident_population"),
    ],
)
def test_an_indicator_is_named_and_carried_on(shown: Shown, text: str, indicators: str) -> None:
    assert shown(text, "indicator") == indicators.split()


@pytest.mark.parametrize(
    "text",
    [
        "高技术产业增加值增长9.1%。",
        "第三产业对GDP增长的贡献率为69%。",
        "规模以上工业企业利润增长3.2%。",
        "单位GDP能耗下降2.4%。",
        "GDP能耗下降2.4%。",
        "新产品销售收入增长11%。",
        "第一产业投资下降5.0%。",
        "对东盟进出口增长8.2%。",
        "民营企业出口增长8.2%。",
        "全部工业增加值900亿元。",
        "工业增加值占地区生产总值比重提高到31%。",
        "财政收入增长3%。",
        "金融业实现税收20亿元。",
        "电子产业完成规模以上工业增加值20亿元。",
        "民营经济增长8%。",
        "人均地区生产总值能耗下降1%。",
        "地区生产总值增长5.0%，工业投资增势良好，增长20%。"[15:],
        "税收贡献增长5%。",
    ],
)
def test_a_longer_noun_or_a_vague_word_names_no_indicator(read: Read, text: str) -> None:
    assert [claim.indicator for claim in read(text)] == [None]


def test_a_new_noun_ends_what_was_carried(shown: Shown) -> None:
    text = "地区生产总值增长5.0%，旅游收入120亿元，增长20%，两年平均增长8%。"
    assert shown(text, "indicator", "indicator_surface") == [
        "gdp 地区生产总值",
        "None 旅游收入",
        "None 旅游收入",
        "None 旅游收入",
    ]


def test_a_unit_that_does_not_fit_leaves_the_number_unnamed(shown: Shown) -> None:
    assert shown("地区生产总值项目35个。社会消费品零售总额35家。", "indicator") == ["None", "None"]


def test_the_noun_behind_a_counter_is_the_subject(shown: Shown) -> None:
    text = "新建36个社区服务站，引进8家研发机构。"
    assert shown(text, "indicator_surface") == ["社区服务站", "研发机构"]


def test_a_list_gives_each_number_its_name(shown: Shown) -> None:
    text = (
        "城乡居民人均可支配收入分别为42000元、21000元，分别增长4.5%和6.8%，排名分别为第2位、第5位。"
    )
    urban, rural = "disposable_income_urban", "disposable_income_rural"
    assert shown(text, "value", "indicator") == [
        f"42000.0 {urban}",
        f"21000.0 {rural}",
        f"4.5 {urban}",
        f"6.8 {rural}",
        f"2.0 {urban}",
        f"5.0 {rural}",
    ]


def test_a_shared_noun_belongs_to_each_head_of_a_list(shown: Shown) -> None:
    text = "城镇和农村居民人均可支配收入分别增长4.1%、6.3%。机械、纺织、电子等产业增加值分别增长5%、2%、9%。"
    assert shown(text, "indicator", "indicator_surface") == [
        "disposable_income_urban 城镇居民人均可支配收入",
        "disposable_income_rural 农村居民人均可支配收入",
        "None 机械",
        "None 纺织",
        "None 电子等产业增加值",
    ]


def test_numbers_without_names_of_their_own_take_up_those_before(shown: Shown) -> None:
    text = "接待游客120万人次、旅游收入9亿元，分别增长11%、15%。"
    assert shown(text, "value", "indicator_surface") == [
        "120.0 接待游客",
        "9.0 旅游收入",
        "11.0 接待游客",
        "15.0 旅游收入",
    ]


def test_a_list_that_does_not_match_is_ambiguous(read: Read) -> None:
    claims = read("税收收入、一般公共预算收入分别增长3%、4%和5%。")
    assert [(c.indicator, bool(c.ambiguous)) for c in claims] == [(None, True)] * 3


def test_the_three_industries_of_a_ratio_are_named(shown: Shown) -> None:
    assert shown("三次产业结构为7.9:41.3:50.8。", "indicator", "measure") == [
        "gdp_primary share",
        "gdp_secondary share",
        "gdp_tertiary share",
    ]


def test_a_number_in_brackets_does_not_change_the_subject(shown: Shown) -> None:
    text = "进出口总额90亿元（其中出口60亿元），增长4%。"
    assert shown(text, "indicator") == ["trade_total", "exports", "trade_total"]


def test_the_growth_behind_the_amount_of_all_industry_is_its_own(shown: Shown) -> None:
    assert shown("工业增加值400亿元，增长5.1%。", "indicator") == ["None", "None"]
    assert shown("工业增加值增长5.1%。", "indicator") == ["industrial_value_added"]


def test_a_threshold_has_no_indicator(shown: Shown) -> None:
    text = "固定资产投资中，500万元以上项目1286个。"
    assert shown(text, "status", "indicator")[0] == "not_claim None"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("经济总量突破3000亿元，经济增速居全省第2位。", ["gdp", "gdp_growth_rank"]),
        ("规模以上工业完成总产值90亿元，完成增加值20亿元。", ["industrial_output", "industrial_value_added"]),
        ("城镇居民人均可支配收入5万元，人均消费支出3万元。", ["disposable_income_urban", "None"]),
        ("服务业合同利用外资5亿美元、实际利用外资3亿美元。", ["None", "None"]),
        ("第二、第三产业占地区生产总值的比重分别下降2.16和1.66个百分点。", ["gdp_secondary", "gdp_tertiary"]),
        ("年度地区生产总值达到1000亿元，年度增量100亿元。", ["gdp", "gdp"]),
        ("固定资产投资年均超过30%。", ["fixed_asset_investment"]),
    ],
)  # fmt: skip
def test_a_subject_within_what_was_spoken_of(read: Read, text: str, indicators: list[str]) -> None:
    assert [str(claim.indicator) for claim in read(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("限额以上单位实现消费品零售额20亿元，当月实现消费品零售额3亿元。", ["None", "None"]),
        ("招商引资到位固定资产投资15亿元。", ["None"]),
        ("市场也投了票——社会消费品零售总额164亿元。", ["retail_sales"]),
        ("年内城镇登记失业率保持在1.5%左右。", ["unemployment_registered"]),
    ],
)
def test_what_stands_before_a_name(read: Read, text: str, indicators: list[str]) -> None:
    assert [str(claim.indicator) for claim in read(text)] == indicators


def test_a_price_index_of_a_few_per_cent_is_its_rise(shown: Shown) -> None:
    text = "居民消费价格指数控制在3.5%以内，居民消费价格指数为102.1%。"
    assert shown(text, "indicator", "measure") == ["cpi growth", "cpi index"]


def test_what_drags_down_contributes(shown: Shown) -> None:
    text = "农产品加工业产值下降3.3%，下拉规上工业产值增速1.1个百分点。"
    assert shown(text, "measure", "direction") == ["growth down", "contribution down"]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("第三产业拉动GDP增长3.1个百分点。", ["gdp_tertiary"]),
        ("第二产业增长6.2%，拉动经济增长2.3个百分点。", ["gdp_secondary", "gdp_secondary"]),
        ("最终消费支出拉动GDP增长4.3个百分点。", ["None"]),
        ("R&D经费投入占GDP比重达2.1%。", ["rnd_intensity"]),
    ],
)
def test_what_drives_output_is_what_the_points_are_of(
    shown: Shown, text: str, indicators: list[str]
) -> None:
    assert shown(text, "indicator") == indicators
