"""Whatever a reader says of a file is there in Chinese, what it read unchanged."""

from __future__ import annotations

import re

import pytest

from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise

TABLES = {
    "title": "1-5 河北省各市地区生产总值(2023年)\n单位：亿元\n地区,地区生产总值\n全省,5\n石家庄市,6\n",
    "country": "数据库：年度数据\n指标,2023年,2022年\n产值(亿元),5,6\n",
    "flags": "指标：产值\ngeo,2023,2022\n甲,5 e,6\n",
    "place": "地区,年份,产值\n甲省,2022,5\n,2023,6\n",
    "indicator": "地区：甲省\n指标,年份,值\n产值,2022,5\n,2023,6\n",
    "time": "年份,地区,产值\n2022,甲省,5\n,乙省,6\n",
    "text": "地区,年份,产值,说明\n甲省,2022,5,好\n乙省,2023,6,差\n",
    "codes": "指标：产值(亿元)\n地区代码,2022年\n1100,5\n12000,6\n",
    "below": "指标：产值\n地区,2022年,2021年\n甲省,5,6\n注：见下\n乙省,7,8\n",
    "bars": "指标：产值\n地区|2022年|2021年\n甲省|5|6\n",
    "quarters": "地区;year;quarter;产值\n甲省;2022;1;5\n甲省;2022;2;5\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_every_line_is_there_in_chinese(name: str) -> None:
    (found,) = foreign("t.csv", TABLES[name].encode())
    for line in found.said:
        words = re.sub(r"UTF-8|--(area|when|unit)|GB18030|\d{4}-Q\d", "", line.to("zh"))
        assert not re.search(r"[A-Za-z]{2}", words), line


def test_the_first_figures_are_of_each_table_and_a_bound_has_the_unit_of_its_figure() -> None:
    two = "Tea\nRegion,2021,2022\nOst,1,2\nWest,3,4\n\nRye\nRegion,2021,2022\nOst,5,6\nWest,7,8\n"
    found = recognise(sheets("t.csv", two.encode())[0], Hints(columns={"Region": "place"}))
    assert [f.where for f in found.first] == [
        *("t.csv:3:2", "t.csv:3:3", "t.csv:4:2"),
        *("t.csv:8:2", "t.csv:8:3", "t.csv:9:2"),
    ]
    bounds = "Region,Year,Rate (%),Lower,Upper\nOst,2021,5.1,4.9,5.4\nWest,2021,6.1,5.9,6.4\n"
    found = recognise(sheets("t.csv", bounds.encode())[0], Hints(columns={"Region": "place"}))
    assert [str(f.unit) for f in found.first[:2]] == ["header", "the figure that it bounds"]


def test_a_year_that_contradicts_the_date_beside_it_is_asked_about() -> None:
    text = (
        "Month,Year,Arrivals,Date\nJanuary,2020,5,2020.01.01\nFebruary,2020,6,2020.02.01\n"
        "January,2021,7,2021.01.01\nFebruary,2021,8,2020.02.01\n"
    )
    with pytest.raises(QuestionError, match="name two times") as asked:
        foreign("t.csv", text.encode(), Hints(place="Nordland"))
    assert "--column Date=skip" in str(asked.value)


def test_a_column_that_speaks_of_places_and_alone_differs_is_proposed_as_them() -> None:
    text = "country,region,sub_region,year,residents\nNordland,East,Old Dale,2020,5\nNordland,East,Hill,2020,6\nNordland,West,Moor,2020,7\n"
    with pytest.raises(QuestionError) as asked:
        foreign("t.csv", text.encode(), Hints())
    assert "--column sub_region=place" in str(asked.value)


def test_a_word_for_the_adjustment_alone_names_no_indicator() -> None:
    text = (
        "TIME,GEO,S_ADJ,SEX,Value\n2021Q1,Norway,Seasonally adjusted data,Total,9.1\n"
        "2021Q2,Norway,Seasonally adjusted data,Total,9.2\n2021Q1,Peru,Seasonally adjusted data,Total,3.1\n"
    )
    with pytest.raises(QuestionError, match="does not name its indicator"):
        foreign("t.csv", text.encode(), Hints())
    (found,) = foreign("births.csv", text.encode(), Hints(), trying=False)
    assert {row[0] for row in found.rows} == {"births, Seasonally adjusted data, Total"}
