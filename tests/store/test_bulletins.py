"""Tables as city bureaus print them: kinds of figures over the columns, footnotes, rows without numbers."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def rows(text: str, encoding: str = "utf-8", place: str = "") -> list[str]:
    """Return indicator, place, period, measure, value and unit of each figure."""
    (found,) = foreign("t.csv", text.encode(encoding), Hints(place=place))
    return [" ".join(row[:6]).rstrip() for row in found.rows]


def said(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode())
    return [str(line) for line in found.said]


def test_marks_of_footnotes_are_no_digits() -> None:
    text = "指标：产值(亿元)\n地区,2023年,2022年\n辽宁省①,43760.7①,41610.9²\n吉林省,2184³,5\n"
    assert rows(text) == [
        "产值 辽宁省 2023 level 43760.7 亿元",
        "产值 辽宁省 2022 level 41610.9 亿元",
        "产值 吉林省 2023 level 2184 亿元",
        "产值 吉林省 2022 level 5 亿元",
    ]
    assert (
        said(text)[-2:]
        == [
            "marks of footnotes behind numbers and names are left out",
        ]
        or said(text)[-1] == "marks of footnotes behind numbers and names are left out"
    )
    assert (
        rows("指标：面积(万m²)\n地区,2023年,2022年\n甲省,5,6\n")[0] == "面积 甲省 2023 level 5 万m2"
    )


@pytest.mark.parametrize("sign", ["-", "——", "NA", "…", ""])
def test_a_first_row_without_numbers_is_no_header(sign: str) -> None:
    text = f"指标：产值(亿元)\n地区,2023年,2022年\n甲省,{sign},{sign}\n乙省,5,6\n"
    assert rows(text) == ["产值 乙省 2023 level 5 亿元", "产值 乙省 2022 level 6 亿元"]


@pytest.mark.parametrize("cell", ["约5.5", "(0.05)", "5.67‰", "5.5*", "5½"])
def test_a_first_row_of_odd_numbers_is_refused_where_it_stands(cell: str) -> None:
    text = f"指标：产值(亿元)\n地区,2023年,2022年\n甲省,{cell},{cell}\n乙省,5,6\n"
    with pytest.raises(DataError, match=r"is not a number|is not known") as caught:
        rows(text)
    assert caught.value.where == "t.csv:3:2"


def test_kinds_of_figures_over_the_columns_of_a_monthly_bulletin() -> None:
    text = (
        "昌平区2024年1-8月主要经济指标\n指标,单位,本月,本月增长(%),1-8月累计,累计增长(%)\n"
        "社会消费品零售总额,亿元,102.5,3.1,820.7,2.9\n"
    )
    assert rows(text) == [
        "社会消费品零售总额 昌平区 2024-08 level 102.5 亿元",
        "社会消费品零售总额 昌平区 2024-08 growth 3.1 %",
        "社会消费品零售总额 昌平区 2024-01/2024-08 level 820.7 亿元",
        "社会消费品零售总额 昌平区 2024-01/2024-08 growth 2.9 %",
    ]


def test_growth_beside_a_level_is_of_that_level() -> None:
    text = "2023年各市主要指标\n地区,GDP（亿元）,增速（%）\n甲市,5,6.1\n"
    assert rows(text) == ["GDP 甲市 2023 level 5 亿元", "GDP 甲市 2023 growth 6.1 %"]
    text = (
        "2023年各市主要指标\n地区,地区生产总值,,财政收入,\n"
        ",绝对额（亿元）,增速（%）,绝对额（亿元）,比上年增长（%）\n甲市,5,6.1,7,8.1\n"
    )
    assert rows(text) == [
        "地区生产总值 甲市 2023 level 5 亿元",
        "地区生产总值 甲市 2023 growth 6.1 %",
        "财政收入 甲市 2023 level 7 亿元",
        "财政收入 甲市 2023 growth 8.1 %",
    ]


def test_parts_of_the_year_that_the_title_names() -> None:
    text = "2024年各省GDP增速\n地区,一季度,上半年,前三季度,全年\n甲省,6.0,5.4,5.1,5.2\n"
    assert rows(text) == [
        "GDP 甲省 2024-Q1 growth 6.0",
        "GDP 甲省 2024-H1 growth 5.4",
        "GDP 甲省 2024-01/2024-09 growth 5.1",
        "GDP 甲省 2024 growth 5.2",
    ]


def test_a_unit_that_only_a_note_names() -> None:
    text = "指标：产值\n地区,2023年,2022年\n甲省,5,6\n注：单位为万元。\n"
    assert rows(text)[0] == "产值 甲省 2023 level 5 万元"
    assert any(
        line.startswith("no unit is named for 产值")
        for line in said("指标：产值\n地区,2023年,2022年\n甲省,5,6\n")
    )


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("居民消费价格指数(上年同期=100)", "居民消费价格 2024-01/2024-05 index 5 上年=100"),
        ("居民消费价格指数(上年同月=100)", "居民消费价格 2024-05 index 5 上年=100"),
        ("产值指数(上年=100)_当期值", "产值 2024-05 index 5 上年=100"),
        ("产值累计同比名义增长(%)", "产值(名义增长) 2024-01/2024-05 growth 5 %"),
        ("产值环比增长(%)", "产值(环比增长) 2024-05 growth 5 %"),
        ("人口自然增长率(‰)", "人口自然增长率 2024-05 level 5 ‰"),
        ("GDP growth (annual %)", "GDP 2024-05 growth 5 %"),
    ],
)
def test_what_a_label_says_of_its_figures(label: str, row: str) -> None:
    text = f"地区：甲省\n指标,2024年5月,2024年4月\n{label},5,6\n"
    assert rows(text)[0].replace(" 甲省", "") == row


@pytest.mark.parametrize(
    ("text", "encoding", "what"),
    [
        ("数据库：分省年度数据\n指标,2023年,2022年\n产值(亿元),5,6\n", "utf-8", "several places"),
        ("项目,2023年\n12,5\n13,6\n", "utf-8", "is a number where the name"),
    ],
)
def test_what_would_be_read_wrong_is_refused(text: str, encoding: str, what: str) -> None:
    with pytest.raises(DataError, match=what):
        rows(text, encoding)


def test_a_table_of_taiwan_is_read_in_its_own_encoding() -> None:
    text = "地區,年份,產值\n臺北市,2023,5\n高雄市,2023,6\n"
    assert [row.split()[1:5] for row in rows(text, "big5")] == [
        ["臺北市", "2023", "level", "5"],
        ["高雄市", "2023", "level", "6"],
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("年份,月份,产值(亿元)\n2024,1,5\n2024,2,6\n", "产值 100000 2024-01 level 5 亿元"),
        ("年,季度,产值(亿元)\n2024年,一季度,5\n2024年,二季度,6\n", "产值 100000 2024-Q1 level 5 亿元"),
        ("指标：产值\n地区,2024年1-2季度,2023年1-3季度\n甲省,5,6\n", "产值 甲省 2024-H1 level 5"),
        ("2023年产值\n地区 Region,产值 Output Value,人口\n,亿元,万人\n全国总计,5,7\n河北 Hebei,6,8\n", "产值 100000 2023 level 5 亿元"),
        ("指标,2024年,2023年\n人均产值(元/人),5,6\n", "人均产值 100000 2024 level 5 元"),
        ("observation_date,产值\n2022-01-01,5\n2022-04-01,.\n2022-07-01,6\n", "产值 100000 2022-Q1 level 5"),
    ],
)  # fmt: skip
def test_other_habits_of_tables(text: str, first: str) -> None:
    assert rows(text, place="100000")[0] == first
