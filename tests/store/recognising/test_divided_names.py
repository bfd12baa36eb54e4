"""Names under a title that says by what one thing is divided are parts of it; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.divided_by import divided
from cpstats.store.recognising.foreign import foreign


def names(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    return list(dict.fromkeys(row[0] for row in found.rows))


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Nights by kind of lodging (2021)", "Nights by kind of lodging"),
        ('"Nights nach Art und Jahr, 2021"', "Nights nach Art und Jahr"),
        ("按类型分接待人次（2021年）", "按类型分接待人次"),
    ],
)
def test_labels_are_parts_of_what_the_title_divides(title: str, whole: str) -> None:
    text = f"{title}\nCountry,Huts,Tents\nKenya,3,4\nPeru,5,6\n"
    assert names(text) == [
        f"{whole}, Huts",
        f"{whole}, Tents",
    ]


@pytest.mark.parametrize(
    "title", ["Key indicators by size, 2021", "Nights by country, 2021", "Nights in 2021"]
)
def test_labels_under_another_title_stand_alone(title: str) -> None:
    assert names(f'"{title}"\nCountry,Huts,Tents\nKenya,3,4\nPeru,5,6\n') == ["Huts", "Tents"]


def test_a_head_is_nothing_that_divides() -> None:
    assert not divided("Income per head")
    assert not divided("Income by region and year")


def test_number_and_rate_are_those_of_what_the_title_counts() -> None:
    text = "Pupils in boarding schools\nCountry,Year,Number,Rate\nKenya,2021,3,4\nPeru,2021,5,6\n"
    assert names(text) == ["Pupils in boarding schools, Number", "Pupils in boarding schools, Rate"]


def test_a_label_that_says_only_what_is_100_is_of_what_the_title_names() -> None:
    text = "表3 分地区茶叶价格指数\n(2021年5月)\n地区,上月=100,上年同月=100\n浙江,100.1,101.2\n福建,100.3,101.4\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert [(row[0], row[2], row[3], row[5]) for row in found.rows][:2] == [
        ("茶叶价格指数", "2021-05", "level", "上月=100"),
        ("茶叶价格", "2021-05", "index", "上年=100"),
    ]


def test_a_ratio_beside_amounts_has_not_their_unit() -> None:
    text = (
        "浙江省渔民收入\n单位：元\n年份,沿海,内陆,沿海内陆比\n2020,300,200,1.5\n2021,330,220,1.5\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert [row[5] for row in found.rows][:3] == ["元", "元", ""]
