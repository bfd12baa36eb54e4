"""Texts whose lines were broken for their width: what is joined, what stays apart, where numbers stand."""

from __future__ import annotations

import pytest

from cpstats.claims.terms.claim import Claim
from cpstats.claims.texts import read
from cpstats.claims.texts.wrapped import unwrapped

LETTER = (
    "Growth slowed in the second half of the year as foreign demand for ma-\n"
    "chines and vehicles weakened. The share of households without a car fell  \n"
    "from 21.9 percent in 2011 to 4.7 percent in 2022 and further to\n"
    "2.3 percent in 2023.\n"
)
BULLETIN = (
    "　　初步核算，全年全县实现地区生产总值一百亿元左右，按不变价格计算，比上年增长5.\n"
    "4%。年末常住人口四十二万人，比上年末减少零点三万人，其中城镇常住人口二十万人，城\n"
    "镇化率有所提高。\n"
    "　　全年粮食产量略有增长，蔬菜产量保持稳定，畜牧业生产平稳，渔业生产稳步恢复向好\n"
)


def test_a_sentence_goes_on_in_the_next_line() -> None:
    text = read("a.txt", LETTER.encode()).text
    assert text.count("\n") == 1
    assert "demand for machines and" in text
    assert "a car fell from 21.9 percent" in text
    assert "further to 2.3 percent" in text


def test_a_part_of_a_year_goes_on_behind_its_year() -> None:
    text = "Meanwhile the real product lost some of its already weak momentum in 2013/2014\nQ1, growing by 1.04 percent.\n"
    assert read("a.txt", text.encode()).text.count("\n") == 1


def test_a_name_goes_on_behind_a_word_that_leads_on_to_it() -> None:
    text = "The highest growth of all counties in the year was that of\nAlder County, at 5.8 percent.\n"
    assert unwrapped(text)[0] == text.replace("of\nAlder", "of Alder")


SPACED = (
    "1 Growth in the lowland counties had been broadly based, and the survey of firms that was taken\n"
    "\n"
    "in the autumn pointed the same way. Orders had risen and stocks were low, so that output of\n"
    "\n"
    "machines should rise further. The rate of unemployment had come down in the three months to\n"
    "\n"
    "August, to 4.8 percent, and was lower than at any time since the record began. Hours worked\n"
    "\n"
    "had not changed much, and the figures for the last quarter of the year had left estimated\n"
    "\n"
    "Lowland output at 0.9 percent on the quarter.\n"
    "\n"
    "2 Prices were stable, and the council saw no reason why that should change in the near term.\n"
)


def test_where_a_blank_line_stands_between_any_two_lines_it_ends_nothing() -> None:
    text = unwrapped(SPACED)[0]
    assert len(text) == len(SPACED)
    assert [line.split()[0] for line in text.split("\n") if line] == ["1", "2"]
    apart = "Exports of all goods rose by 5.2 percent in 2023 from 2022\n\nImports of all goods fell by 1.3 percent in 2023 from 2022\n\n"
    assert unwrapped(apart * 6)[0] == apart * 6  # lines that each say a figure


def test_chinese_lines_join_without_a_blank_and_an_indent_begins_a_paragraph() -> None:
    text = read("a.txt", BULLETIN.encode()).text
    assert "比上年增长5.4%。" in text
    assert "，城镇化率有所提高。\n　　全年粮食" in text


@pytest.mark.parametrize(("text", "number"), [(LETTER, "2.3 percent"), (BULLETIN, "镇化率")])
def test_numbers_stand_where_they_were_printed(text: str, number: str) -> None:
    document = read("a.txt", text.encode())
    start = document.text.index(number)
    claim = Claim(start, start + len(number), number, "", 1, 1)
    begin, end, line, column = document.place(claim)
    printed = text[begin:end]
    assert printed == number
    assert text.split("\n")[line - 1][column - 1 :].startswith(number)


@pytest.mark.parametrize(
    "text",
    [
        "Main figures\nGross domestic product 100\nresident population 20\n",  # narrow: items
        "地区生产总值增长5.4%\n第一产业增加值增长3%\n",
        "The economy of the county grew by 5.4 percent in 2023, which was good.\nexports fell.\n",
        "The economy of the county grew by 5.4 percent in 2023, after a weak year,\n\nexports fell.\n",
        "The economy of the county grew by 5.4 percent in 2023, after a weak year,\n- exports fell\n",
        "The economy of the county grew by 5.4 percent in 2023, after a weak year,\n2. exports fell\n",
        "2024年石门县全年实现地区生产总值达到224.8亿元\n2024年青岩县全年实现地区生产总值达到166.2亿元\n",
        "石门县全年居民消费价格总水平比上年有所上涨的情况\n2023年青岩县居民消费价格总水平有所下降的情况\n",
        "Gross domestic product of Alder County rose 5.8 percent in 2023\nPopulation of Brook County fell by 250 people in the same year\n",
        "Year   Gross domestic product   Exports of goods   Imports\n2023   100   20   30   of all\n",
        "全年全县居民消费价格比上年上涨百分之零点五，工业生产者出厂价格比上年下降百分之一\n一、农业和农村经济发展情况，粮食生产、畜牧业、渔业、林业与农产品加工业的总体情况\n",
    ],
)
def test_what_ends_stays_apart(text: str) -> None:
    assert unwrapped(text) == (text, [])
