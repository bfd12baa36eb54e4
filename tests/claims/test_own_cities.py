"""Chinese pages beside a table of one's own: lists of quarters and months, ranks and shares among own places, shortened names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. The three districts add up to the city; 20 of 50 is 40 %, 18 of 45 as well.
CITY = """指标,单位,地区,2021年,2023年,2024年
灯具产值,亿元,青禾市,31,45,50
灯具产值,亿元,柳塘区,12,18,20
灯具产值,亿元,安丰县,11,15,18
灯具产值,亿元,鹤坪县,8,12,12
灯具出口额,亿元,青禾市,6.0,9.0,12.0
路灯数量,万盏,青禾市,2.0,3.2,4.4
路灯亮灯率,%,青禾市,95.1,96.0,97.2
城镇公共照明线路长度,公里,青禾市,310,340,362
"""
QUARTERS = """指标,单位,地区,2023年四季度,2024年一季度,2024年二季度,2024年三季度,2024年四季度
过江乘客,万人次,青禾市,20.5,21.4,33.8,40.2,22.6
灯会门票收入,万元,青禾市,80,91,120,150,84
"""
MONTHS = """指标,单位,地区,2024年6月,2025年4月,2025年5月,2025年6月
灯具成交套数,套,青禾市,510,470,490,530
灯具成交均价,元/套,青禾市,220,212,210,205
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("cities")
    made = {}
    for name, text in (("city", CITY), ("quarters", QUARTERS), ("months", MONTHS)):
        file = folder / f"{name}.csv"
        file.write_text(text, "utf-8")
        made[name] = str(file)
    return made


def verdicts(text: str, data: str) -> list[str]:
    return [*cpstats.check(text, data=data).to_frame()["verdict"]]


def test_each_number_of_a_list_has_its_quarter(tables: dict[str, str]) -> None:
    text = "2024年一至四季度，青禾市过江乘客分别为{}万人次、33.8万人次、40.2万人次和22.6万人次。"
    assert verdicts(text.format("21.4"), tables["quarters"]) == ["confirmed"] * 4
    assert verdicts(text.format("24.1"), tables["quarters"])[0] == "contradicted"
    text = "分季度看，2024年青禾市各季度灯会门票收入分别为91万元、120万元、150万元和84万元。三、四季度，过江乘客分别为40.2万人次和22.6万人次。"
    assert verdicts(text, tables["quarters"]) == ["confirmed"] * 6


def test_each_number_of_a_list_has_its_month(tables: dict[str, str]) -> None:
    text = "2025年4—6月，青禾市灯具成交套数各月分别为{}套、490套和530套。"
    assert verdicts(text.format("470"), tables["months"]) == ["confirmed"] * 3
    assert verdicts(text.format("740"), tables["months"])[0] == "contradicted"


def test_last_year_of_a_text_without_a_day_is_no_year_that_it_names(
    tables: dict[str, str],
) -> None:
    text = "青禾市2025年6月灯具成交均价205元/套。和去年6月的220元相比，下降6.8%。"
    assert verdicts(text, tables["months"]) == ["confirmed", "unverifiable", "confirmed"]
    report = cpstats.check(text, data=tables["months"], published=date(2025, 7, 9)).to_frame()
    assert [*report["verdict"]] == ["confirmed"] * 3


def test_so_many_years_ago_is_when_a_number_held(tables: dict[str, str]) -> None:
    text = "2024年末，青禾市路灯数量4.4万盏，三年前为{}万盏，是三年前的2.2倍。"
    assert verdicts(text.format("2.0"), tables["city"]) == ["confirmed"] * 3
    assert verdicts(text.format("2.9"), tables["city"])[1] == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "2024年，青禾市路灯数量4.4万盏，比低点的2021年增加2.4万盏。",
        "2024年，青禾市灯具产值增长11.1%，鹤坪县与上年持平，安丰县增长20.0%，高于全市平均增速8.9个百分点。",
        "2024年，青禾市灯具出口额增长33.3%，高于2023年以前的水平。",
        "请看一份2024年的清单：青禾市路灯数量4.4万盏。路灯亮灯率97.2%。",
        "2024年，青禾市路灯数量4.4万盏，比2021年翻了一番还多。",
        "2024年，青禾市城镇公共照明线路长度362公里，当年新增30公里。",
    ],
)
def test_true_pages_are_not_accused(tables: dict[str, str], text: str) -> None:
    assert "contradicted" not in verdicts(text, tables["city"])


def test_ranks_among_own_places_are_judged_where_they_make_up_the_whole(
    tables: dict[str, str],
) -> None:
    text = "2024年，青禾市灯具产值50亿元。安丰县灯具产值18亿元，居全市第{}位。"
    assert verdicts(text.format(2), tables["city"])[2] == "confirmed"
    assert verdicts(text.format(3), tables["city"])[2] == "contradicted"
    bare = "2024年，安丰县灯具产值18亿元，排名第{}。"
    assert verdicts(bare.format(2), tables["city"])[1] == "confirmed"
    assert verdicts(bare.format(3), tables["city"])[1] == "unverifiable"


def test_a_rank_is_not_accused_where_the_table_may_lack_some(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text("\n".join(CITY.splitlines()[:4]) + "\n", "utf-8")
    text = "2024年，青禾市灯具产值50亿元。安丰县灯具产值18亿元，居全市第3位。"
    assert verdicts(text, str(file)) == ["confirmed", "confirmed", "unverifiable"]


def test_shares_of_the_city_and_short_names(tables: dict[str, str]) -> None:
    text = "2024年，柳塘、安丰、鹤坪三地灯具产值分别占全市的{}%、36.0%和24.0%。"
    assert verdicts(text.format("40.0"), tables["city"]) == ["confirmed"] * 3
    assert verdicts(text.format("44.0"), tables["city"])[0] == "contradicted"


def test_a_change_of_share_is_of_what_the_share_was_of(tables: dict[str, str]) -> None:
    text = "2024年，青禾市灯具出口额12.0亿元，占灯具产值的24.0%，比重比2023年提高{}个百分点。"
    assert verdicts(text.format("4.0"), tables["city"]) == ["confirmed"] * 3
    assert verdicts(text.format("6.0"), tables["city"])[2] == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "2024年，青禾市城镇公共照明设施不断完善，照明线路长度362公里。",
        "青禾市照明简报\n2024年情况如下。\n1. 路灯数量：4.4万盏。\n2. 路灯亮灯率：97.2%。",
        "2024年，青禾市路灯数量4.4万盏，亮灯率97.2%。",
        "2024年，青禾市灯具产值50亿元。\n\n柳塘区以20亿元领跑。",
    ],
)
def test_shortened_names_of_own_columns_are_read(tables: dict[str, str], text: str) -> None:
    assert {*verdicts(text, tables["city"])} == {"confirmed"}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("2024年，青禾市路灯数量4.4万盏，较2021年翻了一番，比2021年扩大{}万盏。", ("2.4", "4.2")),
        (
            "2024年，青禾市灯具产值2021年、2023年、2024年分别为31亿元、{}亿元、50亿元。",
            ("45", "54"),
        ),
        (
            "2024年，青禾市路灯亮灯率97.2%，分别比2021年、2023年提高2.1个和{}个百分点。",
            ("1.2", "2.1"),
        ),
        (
            "2024年，青禾市灯具产值50亿元，其中柳塘区20亿元、安丰县18亿元、鹤坪县12亿元，分别占全市的{}%、36.0%、24.0%。",
            ("40.0", "44.0"),
        ),
    ],
)
def test_true_sentences_hold_and_their_slips_are_found(
    tables: dict[str, str], text: str, slip: tuple[str, str]
) -> None:
    true, false = slip
    assert {*verdicts(text.format(true), tables["city"])} == {"confirmed"}
    assert "contradicted" in verdicts(text.format(false), tables["city"])
