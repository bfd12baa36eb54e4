from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_a_place_before_the_indicator_is_that_of_the_claim(shown: Shown) -> None:
    text = "全省地区生产总值增长5.0%，南昌市增长6.1%。全国居民消费价格上涨0.2%。"
    assert shown(text, "place") == ["360000", "360100", "100000"]


def test_a_place_compared_with_is_the_benchmark(shown: Shown) -> None:
    text = "固定资产投资增长6.0%，高于全国、全省2.1个和1.0个百分点。"
    assert shown(text, "place", "benchmark") == [
        "360100 None",
        "360100 100000",
        "360100 360000",
    ]


def test_the_pool_of_a_rank_is_not_its_place(shown: Shown) -> None:
    text = "地区生产总值增长7.0%，增速在全省排第2位，总量占全省12%。"
    assert shown(text, "place") == ["360100", "360100", "360100"]


def test_places_of_the_clause_before_go_with_a_list_that_names_none(shown: Shown) -> None:
    text = "江苏、浙江分列二、四位，GDP分别增长5.8%、5.5%；湖南、江西紧随其后，GDP分别为5万亿元、3万亿元。"
    assert shown(text, "place", "indicator")[-4:] == [
        "320000 gdp",
        "330000 gdp",
        "430000 gdp",
        "360000 gdp",
    ]


def test_places_of_a_list_go_with_their_numbers(shown: Shown) -> None:
    text = "江苏、浙江地区生产总值分别增长5.8%、5.5%。"
    assert shown(text, "place", "indicator") == ["320000 gdp", "330000 gdp"]


def test_the_growth_of_another_place_is_its_own(shown: Shown) -> None:
    text = "固定资产投资增长6.0%，高于全国3.5%的增速。"
    assert shown(text, "place", "benchmark") == ["360100 None", "100000 None"]


def test_an_institution_is_no_place(shown: Shown) -> None:
    assert shown("北京大学新建实验室12个。", "place") == ["360100"]


def test_without_a_place_none_is_invented(shown: Shown) -> None:
    assert shown("全市地区生产总值增长5%。", "place", place=None) == ["None"]


def test_several_benchmarks_are_no_places_of_their_own(shown: Shown) -> None:
    text = "出口增长4.2%，增速分别高于全国、全省1.2个、0.5个百分点。"
    assert shown(text, "place", "benchmark") == [
        "360100 None",
        "360100 100000",
        "360100 360000",
    ]


def test_a_part_of_the_texts_place_holds_for_its_sentence(shown: Shown) -> None:
    text = "张家界入境游客增长32.5%。铺排落实重点项目304个。"
    assert shown(text, "place", place="430000") == ["430800", "430000"]


def test_the_province_of_an_institution_is_meant_by_all_the_province(shown: Shown) -> None:
    text = "江苏省统计局分析称，全省出口增长3%。"
    assert shown(text, "place", place="100000") == ["320000"]


def test_a_place_is_not_compared_with_itself(shown: Shown) -> None:
    text = "第一产业增长4.7%，高于全市经济增速0.5个百分点。"
    assert shown(text, "place", "benchmark") == ["360100 None", "360100 None"]


def test_a_former_name_is_no_place_where_a_word_goes_on(shown: Shown) -> None:
    assert shown("新建县域医疗中心50个。", "place") == ["360100"]  # newly built, in the counties
    assert shown("2010年新建县地区生产总值150亿元。", "place") == ["360122"]  # its code to 2014


def test_a_place_right_before_a_number_has_it(shown: Shown) -> None:
    text = "上半年，南昌出口增速5.6%、武汉5.5%、长沙4.7%。"
    assert shown(text, "place") == ["360100", "420100", "430100"]


def test_what_is_behind_a_comparison_is_the_others_own_number(shown: Shown) -> None:
    text = "出口额90亿元，仅次于武汉的120亿元，高于全省平均的40亿元。"
    assert shown(text, "place") == ["360100", "420100", "360000"]


def test_so_much_more_than_another_place_is_a_gap(shown: Shown) -> None:
    assert shown("出口额比武汉少30亿元。", "measure", "benchmark") == ["level_gap 420100"]


def test_a_number_in_the_brackets_of_a_place_is_its_own(shown: Shown) -> None:
    text = "南昌（90亿元）上半年出口额低于武汉（120亿元）。"
    assert shown(text, "place", "indicator", "period") == [
        "360100 exports 2023-H1",
        "420100 exports 2023-H1",
    ]


def test_the_domestic_product_is_the_nations_unless_a_place_stands_before_it(shown: Shown) -> None:
    text = "国内生产总值增长5.0%，地区生产总值增长6.2%。2023年南昌市国内生产总值增长3.5%。"
    assert shown(text, "place") == ["100000", "360100", "360100"]


def test_all_the_county_that_nobody_names_is_no_known_place(shown: Shown) -> None:
    assert shown("全县地区生产总值增长4%。", "place") == ["None"]
    assert shown("全县地区生产总值增长4%。", "place", place="100000") == ["None"]


def test_another_country_is_a_place_and_all_the_nation_then_is_that(shown: Shown) -> None:
    assert shown("韩国地区生产总值增长2%。", "place") == ["KR"]
    assert shown("全国失业率2.8%。", "place", place="KR") == ["KR"]
    assert shown("对韩国出口增长2%。", "indicator", "place") == ["None 360100"]


def test_a_slogan_names_no_place(shown: Shown) -> None:
    assert shown("推进中国式现代化，地区生产总值增长2%。", "place") == ["360100"]


def test_a_second_list_takes_up_the_places_of_the_first(shown: Shown) -> None:
    text = "南昌、武汉、长沙出口额分别为90亿元、120亿元和80亿元，分别增长5%、6%和7%。"
    assert shown(text, "place") == ["360100", "420100", "430100"] * 2


def test_a_list_without_names_takes_up_the_places_of_the_numbers_before_it(shown: Shown) -> None:
    text = "武汉出口额120亿元、长沙80亿元，分别增长6%和7%。"
    assert shown(text, "place") == ["420100", "430100"] * 2


def test_what_stayed_as_it_was_is_said_of_the_place_that_it_is(shown: Shown) -> None:
    text = "南昌市常住人口减少3万人，浙江省与上年持平，为6500万人。"
    assert shown(text, "place") == ["360100", "330000"]


def test_a_bracket_behind_the_mean_that_is_compared_with_has_its_number(shown: Shown) -> None:
    text = "全市出口额增幅比全省平均增幅(7.31%)高2.5个百分点,比全国增速(5.9%)高3.9个百分点。"
    assert shown(text, "value", "place")[::2] == ["7.31 360000", "5.9 100000"]


def test_parts_of_a_city_without_a_code_are_none_of_its_figures(shown: Shown) -> None:
    text = "南昌市区人均地区生产总值5.5万元；县域生产总值694亿元，人均地区生产总值3.6万元。"
    assert shown(text, "place") == ["None", "None", "None"]
    county = "县域生产总值突破300亿元，增长5%。"
    assert shown(county, "place", place="360121") == ["360121", "360121"]


def test_a_city_right_under_its_province_is_all_of_the_city(shown: Shown) -> None:
    assert shown("全市工业投资增长9%。", "place", place="429005") == ["429005"]
