"""The lines above a table: what they say outright, and what their wording lets guess."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.periods_of_titles import period_in
from cpstats.store.recognising.titles import place_in, titles_of


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["数据库:分省年度数据"], {"database": "分省年度数据"}),
        (["指标:地区生产总值(亿元)", "时间:最近2年"], {"indicator": "地区生产总值(亿元)", "time": "最近2年"}),
        (["Unit: 100 million yuan"], {"unit": "100 million yuan"}),
        (["(10 000 persons)"], {"unit": "10 000 persons"}),
        (["计量单位:亿元 2023年"], {"unit": "亿元"}),
        (["1-5 地区生产总值", "单位:万人"], {"title": "1-5 地区生产总值", "unit": "万人"}),
    ],
)  # fmt: skip
def test_what_a_line_says(lines: list[str], said: dict[str, str]) -> None:
    assert titles_of([[line] for line in lines]).said == said


def test_the_base_of_an_index_beside_its_word_is_the_unit() -> None:
    assert (
        titles_of([["Base Period:", "2010-12 = 100"], ["Item:", "Bread"]]).said["unit"]
        == "2010-12=100"
    )
    assert "unit" not in titles_of([["Base Period:", "2010"]]).said


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("各市主要指标(2023年)", "2023"),
        ("2024年1-5月各市主要指标", "2024-01/2024-05"),
        ("2024年上半年", "2024-H1"),
        ("2024年第三季度", "2024-Q3"),
        ("GDP by region, 2023", "2023"),
        ("2022年和2023年", ""),
        ("人口普查(1:100000)", ""),
        ("代码 202312", ""),
    ],
)
def test_a_period_is_taken_only_where_one_is_named(text: str, period: str) -> None:
    assert str(period_in([[text]]) or "") == period


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("河北省各市地区生产总值", "河北省"),
        ("1-5 北京市分区地区生产总值", "北京市"),
        ("2023年昌平区国民经济主要指标", "昌平区"),
        ("内蒙古自治区人口", "内蒙古自治区"),
        ("各市地区生产总值", ""),
        ("分地区生产总值", ""),
        ("70个大中城市住宅价格", ""),
        ("主要城市年度数据", ""),
        ("城镇居民收入", ""),
    ],
)
def test_a_place_is_taken_only_where_a_title_begins_with_one(title: str, place: str) -> None:
    assert place_in(title) == place


def test_the_dataset_is_the_title_and_how_often_is_none() -> None:
    rows = [
        ["Time frequency", "Annual"],
        ["Dataset:", "Boats at harbours"],
        ["Unit of measure", "Number"],
    ]
    assert titles_of(rows).said == {"title": "Boats at harbours", "unit": "Number"}


def test_the_word_for_a_title_before_it_in_one_cell_is_no_part_of_it() -> None:
    assert titles_of([("Table: Output of tea (kt)", "")]).said["title"] == "Output of tea (kt)"
    assert titles_of([("Tea by town", ""), ("Table: 14-10-01", "")]).said["title"] == "Tea by town"
