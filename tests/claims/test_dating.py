from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Read, Shown


def test_a_frame_holds_until_the_next(shown: Shown) -> None:
    text = "1-7月，工业投资增长5%。民间投资增长3%。\n7月份，用电量增长8%。"
    assert shown(text, "period", "period_from", published="2024-08-20") == [
        "2024-01/2024-07 sentence",
        "2024-01/2024-07 context",
        "2024-07 sentence",
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
