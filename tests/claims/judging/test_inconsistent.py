"""What the numbers of one text say about one another; what the data have decided stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.inconsistent import clashes as inside

if TYPE_CHECKING:
    from tests.claims.conftest import Judge, Read

    from cpstats.model.catalogue import Catalogue

NANCHANG = "2023年，南昌市"


def clashes(judge: Judge, text: str, *figures: str) -> list[tuple[str, str]]:
    """Return the inconsistent numbers of a text of April 2024 about Nanchang, with the reason."""
    found = judge(text, *figures, published="2024-04-15", place="360100")
    head = "the text contradicts itself, "
    return [(said, why.removeprefix(head)) for said, v, why in found if v == "inconsistent"]


def test_parts_that_do_not_add_up(judge: Judge) -> None:
    # 100.1 + 300.2 + 500.3 = 900.6 [900.45, 900.75]
    text = (
        f"{NANCHANG}地区生产总值{{}}亿元，其中第一产业增加值100.1亿元，"
        "第二产业增加值300.2亿元，第三产业增加值500.3亿元。"
    )
    assert clashes(judge, text.format(900.6)) == []
    assert clashes(judge, text.format(900.8)) == []  # 900.75 is an end of both
    listed = "950.6亿元, 100.1亿元, 300.2亿元, 500.3亿元"
    assert clashes(judge, text.format(950.6)) == [
        (said, f"parts and total: {listed}")
        for said in ("950.6亿元", "100.1亿元", "300.2亿元", "500.3亿元")
    ]


def test_parts_of_which_one_is_missing_say_nothing(judge: Judge) -> None:
    text = (
        f"{NANCHANG}地区生产总值950.6亿元，其中第一产业增加值100.1亿元，第二产业增加值300.2亿元。"
    )
    assert clashes(judge, text) == []


def test_shares_that_are_not_those_of_the_amounts(judge: Judge) -> None:
    # 100.1 / 900.6 = 11.1 %, 300.2 / 900.6 = 33.3 %, 500.3 / 900.6 = 55.6 %
    text = (
        f"{NANCHANG}地区生产总值900.6亿元，其中第一产业增加值100.1亿元，第二产业增加值300.2亿元，"
        "第三产业增加值500.3亿元，三次产业结构为{}。"
    )
    assert clashes(judge, text.format("11.1:33.3:55.6")) == []
    found = dict(clashes(judge, text.format("11.1:43.3:45.6")))
    assert found["43.3"] == "share of the total: 300.2亿元, 900.6亿元, 43.3"
    assert found["45.6"] == "share of the total: 500.3亿元, 900.6亿元, 45.6"
    assert "11.1" not in found


def test_a_rate_less_its_gap_is_the_rate_of_the_benchmark(judge: Judge) -> None:
    # 6.2 − 5.0 = 1.2 [1.1, 1.3]
    text = f"{NANCHANG}地区生产总值增长6.2%，高于全国{{}}个百分点；全国地区生产总值增长5.0%。"
    assert clashes(judge, text.format(1.2)) == []
    assert clashes(judge, text.format(1.3)) == []
    listed = "rate, gap and benchmark: 6.2%, 5.0%, 2.2个百分点"
    assert clashes(judge, text.format(2.2)) == [
        ("6.2%", listed), ("2.2个百分点", listed), ("5.0%", listed),
    ]  # fmt: skip


def test_nominal_growth_is_that_of_the_levels(judge: Judge) -> None:
    # by hand: 210 over 200 is 5 % more
    text = "2022年，南昌市出口额200.0亿元。2023年，南昌市出口额210.0亿元，出口额名义增长{}%。"
    assert clashes(judge, text.format("5.0")) == []
    real = text.replace("出口额", "地区生产总值").replace("名义增长", "增长")
    assert clashes(judge, real.format("9.0")) == []  # a real rate does not follow from levels


def test_exports_are_on_a_comparable_scope(judge: Judge) -> None:
    text = "2022年，南昌市出口额200.0亿元。2023年，南昌市出口额210.0亿元，出口额名义增长9.0%。"
    assert clashes(judge, text) == []


def test_a_quantity_is_given_twice(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值增长6.2%。{{}}，南昌市地区生产总值增长{{}}%。"
    assert clashes(judge, text.format("2023年", 6.2)) == []
    assert clashes(judge, text.format("2023年", 6)) == []  # 5.5 to 6.5
    assert clashes(judge, text.format("2022年", 7.2)) == []
    assert clashes(judge, text.format("2023年", 7.2)) == [
        ("6.2%", "given twice: 6.2%, 7.2%"),
        ("7.2%", "given twice: 6.2%, 7.2%"),
    ]


def test_what_leaves_a_part_out_is_another_quantity(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值341亿元。{{}}2023年地区生产总值318.05亿元。"
    assert len(clashes(judge, text.format(""))) == 2
    assert clashes(judge, text.format("不含某某集团，")) == []


def test_what_is_far_apart_is_no_quantity_given_twice(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值341亿元。2023年地区生产总值118.05亿元。"
    assert clashes(judge, text) == []


def test_rounder_words_for_one_quantity_are_no_second_one(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值突破7000亿元。{NANCHANG}地区生产总值7203.5亿元。"
    assert clashes(judge, text) == []


def test_growth_over_a_span_and_its_average(judge: Judge) -> None:
    # 1.205 in two years is 9.77 % a year [9.75, 9.80]: printed 9.8 holds, 8.8 does not
    text = f"{NANCHANG}出口额比2021年增长20.5%，两年平均增长{{}}%。"
    assert clashes(judge, text.format(9.8)) == []
    listed = "growth over the span and its average: 20.5%, 8.8%"
    assert clashes(judge, text.format(8.8)) in ([("20.5%", listed), ("8.8%", listed)], [])


def test_a_range_runs_in_its_direction(judge: Judge) -> None:
    text = "城镇化率由2020年的{}%提高到2023年的{}%。"
    assert clashes(judge, text.format("78.1", "79.3")) == []
    what = "the direction is not that of the two numbers: 79.3%, 78.1%"
    assert clashes(judge, text.format("79.3", "78.1")) == [("79.3%", what), ("78.1%", what)]
    assert clashes(judge, "城镇化率由2020年的79.3%下降到2023年的78.1%。") == []


def test_a_bound_lies_below_the_number_it_was_passed_by(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值突破{{}}亿元、达到7203.5亿元。"
    assert clashes(judge, text.format(7000)) == []
    what = "the bound is above the number: 8000亿元, 7203.5亿元"
    assert clashes(judge, text.format(8000)) == [("8000亿元", what), ("7203.5亿元", what)]


def test_another_paragraph_is_another_story(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值增长6.2%。\n{NANCHANG}地区生产总值增长7.2%。"
    assert clashes(judge, text) == []


def test_what_the_data_confirm_stays_confirmed(judge: Judge) -> None:
    figure = "gdp 110114 2024 growth 5.2"
    text = "2024年，昌平区地区生产总值增长5.2%。2024年，昌平区地区生产总值增长7.2%。"
    assert [v for _, v, _ in judge(text, figure)] == ["confirmed", "contradicted"]


def test_the_reason_is_also_in_chinese(judge: Judge) -> None:
    text = f"{NANCHANG}地区生产总值突破8000亿元、达到7203.5亿元。"
    found = judge(text, published="2024-04-15", place="360100", lang="zh")
    assert found[0][2] == "原文自相矛盾，门槛高于实际数值：8000亿元、7203.5亿元"


@pytest.mark.parametrize(
    "text",
    [
        # districts and city in one sentence
        "2023年，南昌市地区生产总值增长6.2%，其中红谷滩区增长7.2%，西湖区增长5.1%。",
        # a part of the year beside the whole
        "2023年，南昌市地区生产总值增长6.2%。上半年，南昌市地区生产总值增长7.2%。",
        # a target beside what was reached
        "2023年，南昌市地区生产总值增长6.2%。2024年，地区生产总值增长7.2%左右的目标。",
        # growth on the quarter beside growth on the year
        "三季度，南昌市地区生产总值同比增长6.2%。从环比看，三季度地区生产总值增长1.8%。",
        # nominal beside real
        "2023年，南昌市居民人均可支配收入名义增长6.2%。2023年，南昌市居民人均可支配收入实际增长5.8%。",
        # a kind of exports beside exports
        "2023年，南昌市出口额增长6.2%。其中，机电产品出口额增长17.2%。",
        # comparable scope beside the plain rate
        "2023年，南昌市一般公共预算收入增长6.2%。按同口径计算，一般公共预算收入增长8.2%。",
        # a rate that has changed
        "2023年，南昌市失业率由5.6%降至5.1%，失业率比上年下降0.5个百分点。",
        # last year in the same sentence
        "2023年，南昌市地区生产总值增长6.2%，比2022年的地区生产总值增速4.1%加快2.1个百分点。",
    ],
)
def test_true_sentences_do_not_contradict_themselves(text: str, judge: Judge) -> None:
    assert clashes(judge, text) == []


def test_the_share_of_a_place_is_that_of_the_two_amounts(judge: Judge) -> None:
    # 120 / 400 = 30.0 %
    text = f"{NANCHANG}出口额120.0亿元，占全省的{{}}%；江西省出口额400.0亿元。"
    assert clashes(judge, text.format("30.0")) == []
    assert [said for said, _ in clashes(judge, text.format("35.0"))] == [
        "120.0亿元",
        "35.0%",
        "400.0亿元",
    ]


def test_doubling_is_about_twice_the_level_before(judge: Judge) -> None:
    # 98 / 50 = 1.96, 80 / 50 = 1.6
    text = "2020年，南昌市出口额50.0亿元。2023年，南昌市出口额{}亿元，出口额比2020年翻一番。"
    assert clashes(judge, text.format("98.0")) == []
    assert len(clashes(judge, text.format("80.0"))) == 3


def test_a_wider_scope_is_not_given_twice(judge: Judge) -> None:
    text = "2024年全口径一般公共预算收入1009.99亿元，其中，地方一般公共预算收入627.7亿元。"
    assert {verdict for _, verdict, _ in judge(text)} == {"unverifiable"}


@pytest.mark.parametrize(
    ("average", "verdict"),
    # 11.4 ** (1 / 39) = 1.0644 and 12.4 ** (1 / 39) = 1.0667; 12.4 ** (1 / 40) = 1.0650
    [("6.4%", "unverifiable"), ("6.7%", "unverifiable"), ("7.2%", "inconsistent")],
)
def test_growth_by_times_may_mean_as_many_times(judge: Judge, average: str, verdict: str) -> None:
    text = f"1978年至2017年，出口额增长11.4倍，年均增长{average}。"
    assert {said for _, said, _ in judge(text, published="2018-12-01")} == {verdict}


def test_a_place_named_only_later_is_not_that_of_what_stood_before(judge: Judge) -> None:
    said = "Retail sales rose {} percent in 2023. In Beijing retail sales rose 3.7 percent in 2023."
    told = judge(said.format("1.8"), place="", published="2024-03-01")
    assert "inconsistent" not in [verdict for _, verdict, _ in told]


def test_all_of_industry_and_that_above_a_size_are_two_quantities(
    read: Read, catalogue: Catalogue
) -> None:
    text = "2023年，南昌市{}增加值增长3.7%。2023年，南昌市规模以上工业增加值增长4.9%。"
    assert list(inside(read(text.format("工业")), catalogue)) == []
    assert len(list(inside(read(text.format("规上工业")), catalogue))) == 1
