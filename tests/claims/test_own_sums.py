"""Records beside a growth, sums over periods, the same month, rough repetitions, zones and datelines; figures are made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# 柑橘产值 2024: 6.3 / 6.0 = +5.0 %, a smaller growth than in 2022 (5.5 / 5.0 = +10 %), and the highest level.
YEARS = """指标,单位,地区,2020年,2021年,2022年,2023年,2024年
柑橘产值,亿元,青梧镇,4.8,5.0,5.5,6.0,6.3
空置率,%,青梧镇,9.5,9.1,8.4,7.4,7.1
游船载客,人,青梧镇,41000,42100,40500,44000,45200
"""
MONTHS = """指标,单位,地区,2023年5月,2023年6月,2024年4月,2024年5月,2024年6月
码头装卸量,万吨,沙洲渡,210,205,198,215,221
空箱率,%,沙洲渡,14.0,13.1,12.6,12.2,12.4
"""
ZONE = """指标,单位,地区,2023年,2024年
仓单金额,万元,泊湾开发区,4120,4635
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    file = tmp_path / "own.csv"
    file.write_text(YEARS, "utf-8")
    return str(file)


def verdicts(text: str, data: str | None) -> list[str]:
    return [*cpstats.check(text, data=data).to_frame()["verdict"]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2024年，青梧镇柑橘产值6.3亿元，增长5.0%，为近五年最高。", True),
        ("2024年，青梧镇柑橘产值增长5.0%，创历史新高。", True),
        ("2024年，青梧镇空置率7.1%，比上年下降0.3个百分点，为近四年最低。", True),
        ("2024年，青梧镇柑橘产值6.3亿元，增长5.0%，增速为近三年最高。", False),
        ("2022年，青梧镇游船载客40500人，下降3.8%，创2020年以来新高。", False),
    ],
)
def test_what_is_the_highest_may_be_the_level_that_stands_before_a_growth(
    text: str, table: str, *, right: bool
) -> None:
    assert ("contradicted" not in verdicts(text, table)) is right


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021—2024年青梧镇游船载客合计171800人。", "confirmed"),  # 42100 + 40500 + 44000 + 45200
        ("2021—2024年青梧镇游船载客合计181800人。", "unverifiable"),
        ("2021—2024年青梧镇游船载客年均42950人，比2020年多1950人。", "unverifiable"),
    ],
)
def test_a_sum_over_years_is_no_figure_of_the_last(text: str, said: str, table: str) -> None:
    assert {*verdicts(text, table)} == {said}


def test_the_parts_of_a_period_are_added_up_where_nothing_is_known_of_it(tmp_path: Path) -> None:
    (file := tmp_path / "own.csv").write_text(MONTHS, "utf-8")
    second = "2024年二季度，沙洲渡码头装卸量{}万吨。"
    assert verdicts(second.format(634), str(file)) == ["confirmed"]  # 198 + 215 + 221
    assert verdicts(second.format(643), str(file)) == ["unverifiable"]


@pytest.mark.parametrize(("more", "said"), [("16", "confirmed"), ("61", "contradicted")])
def test_the_same_month_is_that_of_the_year_before(more: str, said: str, tmp_path: Path) -> None:
    (file := tmp_path / "own.csv").write_text(MONTHS, "utf-8")
    text = f"2024年6月，沙洲渡码头装卸量221万吨，比去年同月多{more}万吨。"
    assert verdicts(text, str(file))[-1] == said
    text = "2024年6月，沙洲渡空箱率12.4%，比上年同月低0.7个百分点。"
    assert verdicts(text, str(file)) == ["confirmed", "confirmed"]


def test_a_rough_number_that_says_the_one_before_it_again_is_not_judged(table: str) -> None:
    text = "2023年，青梧镇游船载客比上年增加了3500人，接近4000人。"
    assert "contradicted" not in verdicts(text, table)


def test_a_zone_that_the_table_is_about_has_figures(tmp_path: Path) -> None:
    (file := tmp_path / "own.csv").write_text(ZONE, "utf-8")
    text = "泊湾开发区2024年运行情况\n\n2024年，泊湾开发区仓单金额{}万元。"
    assert verdicts(text.format("4635"), str(file)) == ["confirmed"]
    assert verdicts(text.format("46350"), str(file)) == ["contradicted"]


def test_who_reports_from_a_town_about_the_nation_does_not_speak_of_the_town() -> None:
    text = "新华社北京7月13日电（记者 甲乙）国家统计局今天发布数据。\nGDP上半年增长9.8%。"
    found = cpstats.check(text, published=date(2012, 7, 14)).to_frame()
    assert [*found["place"]] == ["100000"]


RATES = """指标,单位,地区,2022年一季度,2022年上半年
渡船班次增速,%,平渚岛,2.0,3.1
渡船班次增速,%,南岭岛,3.3,2.1
"""


@pytest.mark.parametrize(
    "more",
    [
        "高于一季度的2.0%",
        "高于平渚岛一季度的2.0%，也高于南岭岛同期的2.1%",
        "高于平渚岛今年第一季度的2.0%",
        "高于今年第一季度的2.0%",
    ],
)
def test_the_growth_of_a_quarter_that_is_compared_with_is_of_that_quarter(
    more: str, tmp_path: Path
) -> None:
    (file := tmp_path / "own.csv").write_text(RATES, "utf-8")
    text = f"2022年上半年，平渚岛渡船班次增长3.1%，增速{more}。"
    assert "contradicted" not in verdicts(text, str(file))
    found = cpstats.check(text, data=str(file), published=date(2022, 7, 27)).to_frame()
    assert {*found["verdict"]} <= {"confirmed", "depends"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021—2024年，青梧镇游船载客累计增加4200人，年均增加1050人。", "confirmed"),  # 4200 / 4
        ("2021—2024年，青梧镇游船载客年均增加1500人。", "contradicted"),
        ("2024年，青梧镇游船载客比2020年增长10.2%，年均增加1050人。", "unverifiable"),
    ],
)
def test_what_is_added_in_a_year_on_average_is_no_change_of_one(
    text: str, said: str, table: str
) -> None:
    assert verdicts(text, table)[-1] == said
