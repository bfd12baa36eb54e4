"""Tables of months and changes as bureaus print them; all figures are made up."""

from __future__ import annotations

from tests.store.recognising.test_which_place import rows

PRICES = "2023年居民消费价格指数\n(上年同期=100)\n类别,10月,11月,1-11月\n总指数,100.2,99.8,100.3\n食品,99.1,98.2,100.9\n"


def test_an_index_beside_the_months_so_far_is_of_its_month_and_the_whole_has_the_name_of_the_title() -> (
    None
):
    found = rows(PRICES, place="东岭市")
    assert [(r[0], r[2], r[3], r[4]) for r in found[:4]] == [
        ("居民消费价格", "2023-10", "index", "100.2"),
        ("居民消费价格", "2023-11", "index", "99.8"),
        ("居民消费价格", "2023-01/2023-11", "index", "100.3"),
        ("居民消费价格指数, 食品", "2023-10", "index", "99.1"),
    ]
    alone = rows(
        PRICES.replace(",1-11月", "").replace(",100.3", "").replace(",100.9", ""), place="东岭市"
    )
    assert {r[2] for r in alone} == {
        "2023-01/2023-10",
        "2023-01/2023-11",
    }  # the bureau's word for months so far


def test_growth_behind_a_change_is_that_of_the_level() -> None:
    text = "项目,2022年,2023年,2023年比2022年增减,增长%\n茶叶产量(吨),12,15,3,25\n木材产量(吨),6,9,3,50\n"
    found = rows(text, place="东岭市")
    assert [(r[0], r[2], r[4]) for r in found if r[3] == "growth"] == [
        ("茶叶产量", "2023", "25"),
        ("木材产量", "2023", "50"),
    ]


def test_a_share_of_another_year_has_its_own_year() -> None:
    found = rows(
        "县,常住人口(人),比重(%),2010年比重(%)\n东岭县,30,60,58\n西河县,20,40,42\n", period="2020"
    )
    assert [(r[0], r[2], r[4]) for r in found if r[1] == "东岭县"] == [
        ("常住人口", "2020", "30"),
        ("常住人口, 比重", "2020", "60"),
        ("常住人口, 比重", "2010", "58"),
    ]


def test_the_month_of_a_first_quarter_is_its_last() -> None:
    text = "2024年1-3月各街道茶叶收入\n单位：万元\n街道,本月,本月止累计,累计增速%\n云岭街道,12,35,5.1\n雾岭街道,8,24,-3.2\n"
    assert [(r[2], r[3], r[4]) for r in rows(text) if r[1] == "云岭街道"] == [
        ("2024-03", "level", "12"),
        ("2024-Q1", "level", "35"),
        ("2024-Q1", "growth", "5.1"),
    ]
