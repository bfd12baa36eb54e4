"""Labels of the bureaus: name, measure, unit, and whether they are cumulated."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.labels import Label, figures_of, label_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("国内生产总值累计值(亿元)", Label("国内生产总值", "level", "亿元", cumulated=True)),
        ("国内生产总值_当季值(亿元)", Label("国内生产总值", "level", "亿元", cumulated=False)),
        ("工业增加值累计增长(%)", Label("工业增加值", "growth", "%", cumulated=True)),
        ("工业增加值同比增长（％）", Label("工业增加值", "growth", "%")),
        ("居民消费价格指数(上年同月=100)", Label("居民消费价格", "index", "上年=100")),
        ("居民消费价格指数(上月=100)", Label("居民消费价格指数(上月=100)")),
        ("常住人口 (10 000 persons)", Label("常住人口", "level", "10 000 persons")),
        ("货币(M1)供应量期末值(亿元)", Label("货币(M1)供应量", "level", "亿元", cumulated=False)),
        ("某指标(说明)", Label("某指标(说明)")),
        ("增速", Label("增速")),
        (
            "Fishing (constant 2010 US$) [FI.SH.KD]",
            Label("Fishing (constant 2010 US$)", "level", "美元", basis="constant:2010"),
        ),
        ("Boats (current US$)", Label("Boats (current US$)", "level", "美元", basis="current")),
        ("Nets (% of GDP) [NE.TS.ZS]", Label("Nets (% of GDP)", "level", "%")),
        ("Nets (%)", Label("Nets", "level", "%")),
    ],
)
def test_a_label_is_taken_apart(text: str, label: Label) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Umsatz in Mio. EUR", "Umsatz", "Mio. EUR"),
        ("Area - hectares", "Area", "hectares"),
        ("Rent [GBP]", "Rent", "GBP"),
        ("Trade in goods", "Trade in goods", ""),
        ("Births - number", "Births - number", ""),
    ],
)
def test_a_unit_behind_in_a_dash_or_in_square_brackets(text: str, name: str, unit: str) -> None:
    assert (label_of(text).name, label_of(text).unit) == (name, unit)


def test_a_word_for_value_with_its_unit_is_no_name() -> None:
    assert figures_of("Wert in 1 000 Euro") == Label("", "level", "1 000 Euro")


@pytest.mark.parametrize(
    ("label", "name", "unit"),
    [
        ("Takings (R bn)", "Takings", "R bn"),
        ("Takings (KShs. million)", "Takings", "KShs. million"),
        ("Corn (million bushels)", "Corn", "million bushels"),
        ("Corn by state, in thousand tonnes", "Corn by state", "thousand tonnes"),
        ("Births (per thousand)", "Births", "per thousand"),
        ("Output (farm)", "Output (farm)", ""),
    ],
)
def test_a_unit_that_is_not_known_is_told_by_its_scale(label: str, name: str, unit: str) -> None:
    made = label_of(label)
    assert (made.name, made.unit) == (name, unit)


def test_a_comma_that_a_heading_leaves_behind_is_no_part_of_the_name() -> None:
    assert label_of("Hops,").name == label_of("Hops;").name == "Hops"
    assert label_of("Hop rents growth, %") == label_of("Hop rents growth (%)")
    assert label_of("Share of hops, %") == label_of("Share of hops (%)")
    assert label_of("啤酒产量，").name == "啤酒产量"


@pytest.mark.parametrize(
    "label", ["m/m %", "MoM", "% q/q", "QoQ, %", "q-o-q (in %)", "month-on-month"]
)
def test_a_label_that_says_only_on_which_period_it_grew_is_growth_of_what_stands_before(
    label: str,
) -> None:
    kind = figures_of(label)
    assert kind is not None
    assert (kind.name, kind.measure, kind.unit) == (" (previous-period growth)", "growth", "%")


def test_points_of_two_things_are_not_the_unit_of_both() -> None:
    assert label_of("Jobless rate and change on the year (percentage points)").unit == ""
    assert label_of("Change in the jobless rate (percentage points)").unit == "percentage points"


def test_a_unit_in_brackets_is_without_the_word_before_it() -> None:
    assert label_of("Sales (in thousands of dollars)").unit == "thousands of dollars"


def test_a_list_in_brackets_begins_with_the_unit() -> None:
    said = {
        "Output (million kroner, chained volume measures, 2019 prices)": (
            "Output (chained volume measures, 2019 prices)",
            "million kroner",
        ),
        "Jobs (thousand, aged 15-64)": ("Jobs (aged 15-64)", "thousand"),
        "Pay (EUR; gross, monthly)": ("Pay (gross, monthly)", "EUR"),
        "甘蔗产量（万吨，折糖）": ("甘蔗产量(折糖)", "万吨"),
        # nothing is a unit, two are, or what is compared is said
        "Jobs (all, aged 15-64)": ("Jobs (all, aged 15-64)", ""),
        "产值(亿元、%)": ("产值(亿元、%)", ""),
        "Income (PPS, EU=100)": ("Income (PPS, EU=100)", ""),
        "Visitors (m, all)": ("Visitors (m, all)", ""),  # millions or metres
    }
    for text, (name, unit) in said.items():
        made = label_of(text)
        assert (made.name, made.unit, made.measure) == (name, unit, "level"), text
    grown = {
        "Trade growth (%, real)": "Trade (real growth)",
        "Trade growth (%, seasonally adjusted)": "Trade (seasonally adjusted)",
        "产值增速(%，可比价)": "产值(可比价)",
    }
    for text, name in grown.items():
        assert (label_of(text).name, label_of(text).measure) == (name, "growth"), text
    assert label_of("Prices (2015=100, all items)").unit == "2015年=100"
