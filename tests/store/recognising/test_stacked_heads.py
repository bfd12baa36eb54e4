"""Chinese heads of several lines, words for a group in them, and parts that add up; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def last(text: str, **hints: str) -> dict[str, tuple[str, str, str]]:
    """Return the measure, figure and unit of the last line by the name that is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="宣城市", **hints), trying=False)  # type: ignore[arg-type]
    return {row[0]: (row[3], row[4], row[5]) for row in found.rows}


MEN_AND_WOMEN = {
    "户籍人数": ("level", "903", "人"),
    "死亡率": ("level", "6.1", "‰"),
}


@pytest.mark.parametrize(
    "head",
    [
        "年份,户籍人数（人）,其中：,,死亡率（‰）\n,,男性,女性,\n",
        "年份,户籍人数（人）,#,,死亡率（‰）\n,,男性,女性,\n",
        "年份,户籍人数（人）,按性别分,,死亡率（‰）\n,,男性,女性,\n",
        "年份,户籍人数（人）,,,死亡率（‰）\n,,男性,女性,\n",
        "年份,户籍人数（人）,,,死亡率（‰）\n,合计,其中：,,\n,,男性,女性,\n",
        "年份,户籍人数（人）,户籍人数（人）,户籍人数（人）,死亡率（‰）\n年份,合计,男性,女性,死亡率（‰）\n",
    ],
)
def test_parts_below_a_group_have_the_name_and_the_unit_of_their_whole(head: str) -> None:
    found = last(f"表4 人口情况\n{head}2021,903,451,452,6.1\n")
    assert found == MEN_AND_WOMEN | {
        "户籍人数, 男性": ("level", "451", "人"),
        "户籍人数, 女性": ("level", "452", "人"),
    }


@pytest.mark.parametrize("labels", ["#男性,#女性", "其中:男性,女性"])
def test_marked_parts_in_one_line_and_what_completes_them_are_of_the_column_before(
    labels: str,
) -> None:
    # 451 + 452 = 903 and 4005 + 4995 = 9000
    text = (
        f"年份,户籍人数（人）,{labels},死亡率（‰）\n2020,9000,4005,4995,6\n2021,903,451,452,6.1\n"
    )
    assert last(text) == MEN_AND_WOMEN | {
        "户籍人数, 其中:男性": ("level", "451", "人"),
        "户籍人数, 其中:女性": ("level", "452", "人"),
    }


def test_what_does_not_complete_a_whole_is_no_part_of_it() -> None:
    text = "年份,船数（艘）,其中:渔船,码头\n2020,9000,4005,95\n2021,9030,4510,52\n"
    assert {*last(text)} == {"船数", "船数, 其中:渔船", "码头"}


def test_lines_that_complete_a_whole_with_a_marked_one_are_parts_too() -> None:
    # 7231.1 + 6894.9 = 14126.0, and 5123.4 is no more than one of them
    text = "指标,数值（吨）\n渔获,14126.0\n其中：海水,7231.1\n淡水,6894.9\n茶叶,5123.4\n"
    assert last(text, period="2021") == {
        "渔获": ("level", "14126.0", "吨"),
        "渔获, 其中:海水": ("level", "7231.1", "吨"),
        "渔获, 其中:淡水": ("level", "6894.9", "吨"),
        "茶叶": ("level", "5123.4", "吨"),
    }


def test_parts_of_parts_are_named_with_both() -> None:
    text = "年份,产值（亿元）,,,\n,,农业,工业,\n,,,,采矿\n2021,90.5,10.2,80.3,7.1\n"
    assert last(text) == {
        "产值": ("level", "90.5", "亿元"),
        "产值, 农业": ("level", "10.2", "亿元"),
        "产值, 工业": ("level", "80.3", "亿元"),
        "产值, 工业, 采矿": ("level", "7.1", "亿元"),
    }


def test_levels_and_growth_of_each_group_keep_its_name() -> None:
    text = (
        "镇街,税收（万元）,,,贷款（万元）,,\n,全年任务,增长（%）,累计完成,全年任务,增长（%）,累计完成\n"
        "东山镇,90,3.1,95,80,-2.4,70\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(period="2022"), trying=False)
    assert [(row[0], *row[3:6]) for row in found.rows] == [
        ("税收, 全年任务", "level", "90", "万元"),
        ("税收", "growth", "3.1", "%"),
        ("税收", "level", "95", "万元"),
        ("贷款, 全年任务", "level", "80", "万元"),
        ("贷款", "growth", "-2.4", "%"),
        ("贷款", "level", "70", "万元"),
    ]


def test_a_label_that_ends_as_the_one_below_it_begins_is_said_once() -> None:
    text = "年份,自然增长,,迁入,\n,人数（人）,增长率（‰）,人数（人）,迁入率（‰）\n2021,7000,1.4,900,2.2\n"
    assert last(text) == {
        "自然增长, 人数": ("level", "7000", "人"),
        "自然增长率": ("level", "1.4", "‰"),
        "迁入, 人数": ("level", "900", "人"),
        "迁入率": ("level", "2.2", "‰"),
    }


def test_a_unit_at_the_right_of_a_title_is_no_label() -> None:
    text = "2022年末船数,,单位:千艘\n指标,年末数,比重（%）\n全部船只,4126,100\n其中：渔船,2064,50.0\n货船,2062,50.0\n"
    found = last(text)
    assert found["全部船只"] == ("level", "4126", "千艘")
    assert found["全部船只, 其中:货船"] == ("level", "2062", "千艘")
    assert found["比重, 全部船只, 其中:货船"] == ("level", "50.0", "%")


@pytest.mark.parametrize("title", ["历年用水构成（%）", "历年用水构成", "用水结构\n单位:%"])
def test_a_title_of_shares_stands_before_what_they_are_of(title: str) -> None:
    found = last(f"{title}\n年份,农业,工业\n2021,30.5,69.5\n")
    names = {name.partition(", ")[2]: row[1] for name, row in found.items()}
    assert names == {"农业": "30.5", "工业": "69.5"}
    assert all(name.startswith("用水") for name in found)


def test_levels_below_a_title_of_shares_keep_their_names() -> None:
    assert {*last("历年用水构成\n单位：万吨\n年份,农业,工业\n2021,305,695\n")} == {"农业", "工业"}
