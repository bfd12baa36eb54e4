from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.chinese.mastheads import is_caption, is_masthead, without_dateline

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    "line",
    ["新华社南昌1月21日电 2023年", "中新网3月2日电 2023年", "本报讯 2023年", "江西日报讯 2023年"],
)
def test_a_dateline_is_no_part_of_its_sentence(line: str) -> None:
    assert without_dateline(line).strip() == "2023年"


@pytest.mark.parametrize("line", ["3月21日,全市", "报告期内 2023年", "电力生产 2023年"])
def test_other_words_before_a_year_stay(line: str) -> None:
    assert without_dateline(line) == line


def test_a_newspaper_with_its_day_is_a_masthead_and_a_statement_is_none() -> None:
    assert is_masthead("江西日报 2024-03-05")
    assert is_masthead("发布时间:2024-03-05 12:47:11")
    assert not is_masthead("截至2023年12月31日常住人口")


def test_a_caption_is_the_title_of_a_figure_or_table_only() -> None:
    assert is_caption("图1 2019-2023年地区生产总值")
    assert is_caption("附表2:主要指标")
    assert not is_caption("图书馆12个")
    assert not is_caption("表明2023年")


def test_a_caption_does_not_change_the_period(shown: Shown) -> None:
    text = "2023年，全市出口增长5%。\n图2 2018-2022年进口\n全市进口增长4%。"
    assert shown(text, "period") == ["2023", "2023"]


def test_a_dateline_is_no_period(shown: Shown) -> None:
    text = "新华社南昌1月21日电 2023年，全市出口增长5%。"
    assert shown(text, "period", published="") == ["2023"]


def test_what_follows_a_dateline_at_once_keeps_its_place() -> None:
    assert without_dateline("新华社兰州3月5日电记者获悉,全省") == "          记者获悉,全省"
    assert without_dateline("报告称3月5日电力供应") == "报告称3月5日电力供应"
