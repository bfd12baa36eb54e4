from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Read, Shown


def test_a_frame_holds_until_the_next(shown: Shown) -> None:
    text = "1-7月，工业投资增长5%。民间投资增长3%。\n7月份，用电量增长8%。"
    assert shown(text, "period", "period_from", published="2024-08-20") == [
        "2024-01/2024-07 sentence",
        "2024-01/2024-07 context",
        "2024-07 sentence",
    ]


def test_what_comes_together_is_of_the_months_up_to_a_day_that_another_sentence_named(
    shown: Shown,
) -> None:
    text = "截至9月末，常住人口50万人，一般公共预算收入3亿元。一般公共预算支出9亿元，增长2%。"
    assert shown(text, "period", published="2024-10-28") == [
        "2024-09-30",
        "2024-09-30",
        "2024-01/2024-09",
        "2024-01/2024-09",
    ]


def test_silent_texts_of_the_first_months_speak_of_the_year_before(shown: Shown) -> None:
    assert shown("工业投资增长5%。", "period", "period_from", published="2024-02-01") == [
        "2023 docdate"
    ]
    assert shown("工业投资增长5%。", "period", published="2024-09-01") == ["2024"]
    assert shown("工业投资增长5%。", "period", published="") == ["None"]


def test_growth_over_a_span_is_not_that_of_a_year(read: Read) -> None:
    claims = read("过去五年，工业投资增长35%，出口年均增长6%，园区达到12个。", "2026-02-01")
    assert [(c.measure, c.period, c.period_readings, c.base_period) for c in claims] == [
        ("span_growth", "2021/2025", ("2021/2025",), "2020"),
        ("average_growth", "2021/2025", ("2021/2025",), "2020"),
        ("level", "2025", ("2025", "2021/2025"), None),
    ]


def test_a_plan_that_has_not_ended_has_two_readings(read: Read) -> None:
    (claim,) = read("“十四五”期间，出口年均增长6%。", "2025-11-10")
    assert (claim.period, claim.period_readings) == ("2021/2025", ("2021/2024", "2021/2025"))


def test_a_year_compared_with_is_the_base(shown: Shown) -> None:
    text = "1-7月，出口增长9%，比2019年同期增长20%，两年平均增长4%。占比较2015年提高3个百分点。"
    assert shown(text, "period", "base_period", published="2021-08-20") == [
        "2021-01/2021-07 2020-01/2020-07",
        "2021-01/2021-07 2019-01/2019-07",
        "2021-01/2021-07 2019-01/2019-07",
        "2021-01/2021-07 2015",
    ]


def test_from_one_year_to_another_each_number_has_its_own(shown: Shown) -> None:
    text = "地区生产总值由2018年的300亿元提高到520亿元，年均增长9%。"
    assert shown(text, "period", published="2024-02-01") == ["2018", "2023", "2019/2023"]


def test_a_multiple_of_an_earlier_year_is_of_now(shown: Shown) -> None:
    assert shown("2022年，出口额是2012年的2.1倍。", "period", "base_period") == ["2022 2012"]


def test_a_stock_on_a_day_keeps_the_day(read: Read) -> None:
    claims = read("截至2023年底，常住人口480万人。一季度，出口增长5%。")
    assert [c.period_readings for c in claims] == [("2023-12-31", "2023"), ("2024-Q1",)]


def test_a_heading_sets_the_year(shown: Shown) -> None:
    text = (
        "政府工作报告\n一、2023年工作回顾\n工业投资增长5%。\n二、2024年工作安排\n工业投资增长6%。"
    )
    assert shown(text, "period", "status", published="2024-01-20") == ["2023 claim", "2024 target"]


def test_a_period_behind_a_lead_clause_is_that_of_the_sentences_to_come(shown: Shown) -> None:
    text = "从总量看，前三季度工业投资增加18亿元。分行业看，甲行业增长4.7%。"
    assert shown(text, "period", published="2022-10-25") == ["2022-01/2022-09"] * 2
    text = "据统计，今年前2个月出口暂居第二位。从一季度数据来看，出口1.3亿元。"
    assert shown(text, "period", published="2022-04-25") == ["2022-01/2022-02", "2022-Q1"]


def test_a_month_gives_way_to_the_months_up_to_it(shown: Shown) -> None:
    text = "9月份，工业投资增长8.2%；1—9月累计增长7.4%。民间投资增长3%。"
    assert shown(text, "period", published="2024-10-25") == [
        "2024-09",
        "2024-01/2024-09",
        "2024-01/2024-09",
    ]


def test_a_month_holds_for_its_paragraph(shown: Shown) -> None:
    text = "前三季度，工业投资增长8%。\n9月份，用电量增长5%。\n出口增长6%。"
    assert shown(text, "period", published="2024-10-25") == [
        "2024-01/2024-09",
        "2024-09",
        "2024-01/2024-09",
    ]


def test_a_part_of_the_period_after_of_which_is_of_its_sentence(shown: Shown) -> None:
    text = "前三季度，工业投资增长8%。其中，三季度增长9%。出口增长6%。"
    assert shown(text, "period", published="2024-10-25") == [
        "2024-01/2024-09",
        "2024-Q3",
        "2024-01/2024-09",
    ]


def test_an_amount_right_behind_a_base_is_that_of_the_base(shown: Shown) -> None:
    text = "2023年，出口90亿元，比2022年的81亿元增加了9亿元。"
    assert shown(text, "measure", "period", "base_period") == [
        "level 2023 None",
        "level 2022 None",
        "change 2023 2022",
    ]


def test_what_a_clause_compares_with_holds_for_its_sentence(shown: Shown) -> None:
    text = "2020年，全市户数与2010年相比，增加2万户，增长3.5%。"
    assert shown(text, "measure", "base_period") == ["change 2010", "span_growth 2010"]


def test_growth_since_a_year_is_told_of_the_last_year_of_a_span(shown: Shown) -> None:
    text = "“十三五”期间，工业投资比2015年增长43.1%。"
    assert shown(text, "measure", "period", "base_period", published="2021-01-20") == [
        "span_growth 2020 2015"
    ]


def test_a_census_speaks_of_its_day(shown: Shown) -> None:
    text = "现将2020年11月1日零时我市人口的基本情况公布如下：\n全市户数为75万户。"
    assert shown(text, "period", published="2021-06-01") == ["2020-11-01"]


def test_the_end_of_a_year_is_the_state_of_the_whole_sentence(shown: Shown) -> None:
    text = "年末常住人口94.9万人，其中城镇人口41.4万人，乡村人口53.5万人。"
    assert shown(text, "period", published="2023-03-20") == ["2022-12-31"] * 3


def test_the_first_year_of_a_plan_is_no_span(shown: Shown) -> None:
    text = "今年是“十四五”开局之年，出口预期目标增长6%。"
    assert shown(text, "status", "measure", published="2021-01-20") == ["target growth"]


def test_the_whole_year_of_a_goal_is_the_one_that_runs(shown: Shown) -> None:
    text = "力争全年出口突破50亿元。全年出口45亿元。"
    assert shown(text, "status", "period", published="2024-07-28") == [
        "target 2024",
        "claim 2023",
    ]


def test_the_year_of_a_goal_holds_for_its_paragraph(shown: Shown) -> None:
    text = (
        "前三季度，出口增长5%。\n2022年，主要预期目标是：出口增长6%以上。\n"
        "1-10月，出口额达到30亿元，全年预计增长7%。"
    )
    assert shown(text, "period", "status", published="2021-12-20") == [
        "2021-01/2021-09 claim",
        "2022 target",
        "2021-01/2021-10 claim",
        "2021 claim",
    ]


def test_a_paragraph_takes_up_what_the_first_sentence_of_the_last_one_said(shown: Shown) -> None:
    text = (
        "上半年，工业投资增长5%。1-5月，工业利润增长3%。\n民间投资增长2%。\n"
        "今年以来，运行平稳，一季度用电量增长8%。"
    )
    assert shown(text, "period", published="2024-08-20") == [
        "2024-H1",
        "2024-01/2024-05",
        "2024-H1",
        "2024-Q1",
    ]


def test_the_first_year_of_a_span_may_be_its_base(read: Read) -> None:
    text = "1998年至2017年，城镇居民人均可支配收入从261元增长到29080元。"
    assert [claim.period_readings for claim in read(text, "2018-12-01")] == [
        ("1998", "1997"),
        ("2017", "1998/2017"),
    ]


def test_a_census_speaks_of_the_day_it_counted(read: Read) -> None:
    text = "这次普查的标准时点为2016年12月31日。\n全市共有36家农场。\n全市共有12家牧场。"
    assert {claim.period_readings for claim in read(text, "2018-05-10")} == {("2016-12-31", "2016")}
    text = "2018年末，全市共有36家农场。\n全市共有12家牧场。"
    assert [claim.period for claim in read(text, "2019-11-20")] == ["2018-12-31"] * 2


def test_a_census_has_its_day(shown: Shown) -> None:
    text = (
        "根据第七次全国人口普查公报，常住人口为82万人，与2010年第六次全国人口普查的70万人相比，"
        "增长17.1%。户籍人口49万人（2017年底）。"
    )
    assert shown(text, "value", "period", "base_period", published="2024-06-01") == [
        "82.0 2020-11-01 None",
        "70.0 2010-11-01 None",
        "17.1 2020-11-01 2010-11-01",
        "49.0 2017-12-31 None",
    ]


def test_a_rate_with_only_a_place_before_it_is_like_the_last(shown: Shown) -> None:
    text = "上半年，济南工业投资增长18.7%，青岛20%，烟台41.4%；东部地区出口增长3%。"
    assert shown(text, "place", "measure", place="370000", published="2024-08-01") == [
        "370100 growth",
        "370200 growth",
        "370600 growth",
        "None growth",
    ]


def test_a_year_inside_a_clause_carries_on(shown: Shown) -> None:
    text = "常住人口在2021年达到640万人，出口额90亿元，增长3%。"
    assert shown(text, "period") == ["2021", "2021", "2021"]


def test_the_breakdown_behind_the_quarters_is_of_the_whole_again(shown: Shown) -> None:
    text = "前三季度出口增长5%。分季度看，一季度增长6%，二季度增长5%。分产业看，工业投资增长3%。"
    assert shown(text, "period", published="2024-10-20") == [
        "2024-01/2024-09",
        "2024-Q1",
        "2024-Q2",
        "2024-01/2024-09",
    ]


def test_as_many_years_as_numbers_go_with_them(shown: Shown) -> None:
    assert shown("2022年和2023年，出口分别增长5%和6%。", "period") == ["2022", "2023"]
    assert shown("出口增长7%，2022年、2021年分别为5%、6%。", "period") == ["2024", "2022", "2021"]


def test_an_average_over_named_years_is_over_all_of_them(shown: Shown) -> None:
    text = "2022年和2023年，出口平均增长5.6%。"
    assert shown(text, "measure", "period", "base_period") == ["average_growth 2022/2023 2021"]


def test_who_published_what_for_when_says_the_period(shown: Shown) -> None:
    text = "市统计局发布2023年1~7月，出口增长5%，进口增长3%。"
    assert shown(text, "period") == ["2023-01/2023-07"] * 2


def test_the_hour_of_a_count_is_the_state_of_its_year_too(read: Read) -> None:
    (claim,) = read("2020年11月1日零时，全市常住人口6255007，已核实。", "2021-06-10")
    assert claim.period_readings == ("2020-11-01", "2020-11", "2020")


def test_what_a_comparison_begins_from_is_of_its_year(shown: Shown) -> None:
    text = "与2020年相比，产值由181.0亿元增加到226.9亿元。"
    assert shown(text, "period", published="2024-02-10")[0] == "2020"


def test_traditional_respectively_divides_a_list(shown: Shown) -> None:
    text = "2023年，種植業、養殖業產值分別增長6.2%、13.1%。"
    assert len(set(shown(text, "indicator_surface"))) == 2


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("湖南上半年GDP2020年同比下降1.3%。", ["2020-H1"]),
        ("前三季度，湖南GDP增长2.6%（2020年）。", ["2020-01/2020-09"]),
        ("2021年上半年，湖南GDP增长11.7%，好于2020年3.8%的增速。", ["2021-H1", "2020"]),
    ],
)
def test_a_year_behind_the_months_is_theirs(shown: Shown, text: str, periods: list[str]) -> None:
    assert shown(text, "period", published="2024-04-10") == periods


def test_quarters_end_where_a_later_sentence_turns_to_another_subject(shown: Shown) -> None:
    text = (
        "2023年上半年生产总值660亿元，增长5.3%。分季度看，一季度增长5.4%，二季度增长5.2%。"
        "固定资产投资240亿元，增长2.8%。"
    )
    assert shown(text, "period")[-4:] == [
        "2023-Q1",
        "2023-Q2",
        "2023-H1",
        "2023-H1",
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("4月18日,市统计局公布一季度全市经济运行数据。全市实现地区生产总值900亿元。", "2024-Q1"),
        ("记者从前三季度经济形势新闻发布会上获悉,全市出口额80亿元。", "2023-01/2023-09"),
        ("市统计局修改2021年数据口径。全市出口额80亿元。", "2024"),
    ],
)
def test_a_sentence_may_tell_of_which_period_data_are_given(
    shown: Shown, text: str, period: str
) -> None:
    assert shown(text, "period", published="2024-04-25") == [period]


def test_the_whole_year_before_a_goal_that_was_reached_is_the_last(shown: Shown) -> None:
    text = "全年实现税收收入8.4亿元,完成年度目标任务。"
    assert shown(text, "period", published="2024-02-20") == ["2023"]


def test_the_name_of_a_column_sets_no_period(shown: Shown) -> None:
    text = "2023年统计公报\n\n绝对数\n\n比上年增长(%)\n\n全年出口额80亿元。"
    assert shown(text, "period", published="2024-03-20") == ["2023"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("上半年,全县出口额80亿元。2024年以来,全县进口额9亿元。", "2024-H1"),
        ("上半年,全县出口额80亿元。为完成全年目标打下基础。全县进口额9亿元。", "2024-H1"),
        ("2023年,全县出口额80亿元。今年以来,全县进口额9亿元。", "2024"),
    ],
)
def test_a_year_that_runs_is_that_of_the_months_spoken_of(
    shown: Shown, text: str, period: str
) -> None:
    assert shown(text, "period", published="2024-07-25")[-1] == period


@pytest.mark.parametrize(("day", "year"), [("10月19日", "2015"), ("10月22日", "2014")])
def test_a_day_of_the_month_of_a_text_is_of_its_year_once_it_is_over(
    shown: Shown, day: str, year: str
) -> None:
    text = f"截至{day}，全市常住人口50万人。"
    assert shown(text, "period", published="2015-10-20") == [f"{year}-{day[:2]}-{day[3:5]}"]


def test_years_that_only_say_how_long_nothing_was_more_set_no_period(shown: Shown) -> None:
    text = "上半年，出口增长9.1%，为8年来最高增幅。用电量增长4.2%，创近12年新高。进口增长3%。"
    assert shown(text, "period", "measure", published="2021-08-05") == [
        "2021-H1 growth",
        "2021-H1 growth",
        "2021-H1 growth",
    ]


def test_months_up_to_one_are_those_of_what_a_whole_is_divided_into(shown: Shown) -> None:
    text = (
        "4月，公共收入累计完成3亿元。其中：税收2亿元，增长5%；罚没收入1亿元。4月，用电量2万千瓦时。"
    )
    assert shown(text, "period", published="2024-05-16") == [
        *["2024-01/2024-04"] * 4,
        "2024-04",
    ]


def test_the_year_before_is_that_part_of_it_or_the_one_before_the_reported_one(
    shown: Shown,
) -> None:
    text = "1-4月，出口6亿元，比上年减少1亿元。"
    assert shown(text, "base_period", published="2024-05-16")[1] == "2023-01/2023-04"
    told = "2016年统计公报\n全年人均收入28000元，比去年增加3600元。"
    assert shown(told, "period", "base_period", published="2017-05-20")[1] == "2016 2015"
