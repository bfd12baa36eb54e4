"""Growth that a line above a table, or words behind a name, say; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.labels import figures_of, label_of


def kinds(text: str, **hints: str) -> set[tuple[str, str, str]]:
    """Return name, measure and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(row[0], row[3], row[5]) for row in found.rows}


BODY = "Country,2021Q3,2021Q4\nPeru,0.4,-1.2\nChile,1.1,0.3\n"


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Hotel nights\nYear-on-year % change", ("Hotel nights", "growth", "%")),
        (
            "Per cent change from the preceding quarter\nHotel nights",
            ("Hotel nights (previous-period growth)", "growth", "%"),
        ),
        (
            '"Growth rate over previous period, seasonally adjusted"\nHotel nights',
            ("Hotel nights, seasonally adjusted (previous-period growth)", "growth", "%"),
        ),
        (
            '"Hotel nights, % change q/q"',
            ("Hotel nights (previous-period growth)", "growth", "%"),
        ),
        ("Hotel nights - annual percentage change", ("Hotel nights", "growth", "%")),
        ("Hotel nights\nChange on previous quarter", ("Hotel nights", "level", "")),  # of how many?
    ],
)
def test_growth_that_a_title_says_is_no_level(above: str, kind: tuple[str, str, str]) -> None:
    assert kinds(f"{above}\n{BODY}") == {kind}


def test_growth_above_a_chinese_table() -> None:
    text = "各国粮食产量\n同比增长(%)\n国家,2021年,2022年\n秘鲁,0.4,-1.2\n智利,1.1,0.3\n"
    assert kinds(text) == {("各国粮食产量", "growth", "%")}


def test_amounts_below_such_a_line_stay_amounts() -> None:
    text = "Trade of Peru\nAnnual change (%)\nYear,Stocks (tonnes),Sales\n2020,5,1.5\n2021,6,2.5\n"
    assert kinds(text) == {("Stocks", "level", "tonnes"), ("Sales", "growth", "%")}


def test_growth_behind_two_censuses_is_of_no_year() -> None:
    text = "Country,2010 count,2020 count,% change\nPeru,400,500,25.0\nChile,200,210,5.0\n"
    assert kinds(text) == {("count", "level", "")}
    assert kinds(text.replace("2010", "2019")) == {("count", "level", ""), ("count", "growth", "%")}


@pytest.mark.parametrize("text", ["Annual change", "Monthly growth (%)", "Change, previous month"])
def test_what_may_be_an_amount_or_on_either_period_is_no_growth(text: str) -> None:
    assert figures_of(text) is None


def test_a_comma_inside_a_name_is_none_before_its_growth() -> None:
    assert label_of("Hotels, nights, growth (%)").name == "Hotels, nights"
    assert label_of("Change in stocks, total").measure == "level"


def test_an_index_that_names_nothing_is_that_of_the_column_before_it() -> None:
    text = "年份,茶叶产值(亿元),指数(上年=100)\n2019,100.0,106.1\n2020,103.0,102.0\n"
    assert kinds(text, place="浙江") == {
        ("茶叶产值", "level", "亿元"),
        ("茶叶产值", "index", "上年=100"),
    }


def test_an_index_behind_a_year_is_of_that_year_and_of_the_line() -> None:
    text = "浙江省主要指标,,\n指标,2022年,指数(上年=100)\n茶叶产值(亿元),100.0,106.1\n"
    assert kinds(text) == {("茶叶产值", "level", "亿元"), ("茶叶产值", "index", "上年=100")}


@pytest.mark.parametrize(
    "title", ["Annual growth (%)", '"Huts and tents, annual percentage change"']
)
def test_growth_that_is_all_of_a_title_or_ends_it_is_that_of_the_labels(title: str) -> None:
    text = f"{title}\nCountry,Year,Huts,Tents\nPeru,2021,1.5,2.5\nChile,2021,3.5,4.5\n"
    assert kinds(text) == {("Huts", "growth", "%"), ("Tents", "growth", "%")}


def chinese(header: str, line: str) -> list[tuple[str, str, str, str, str]]:
    """Return name, period, measure, value and unit of the figures of one line of a county's table."""
    text = f"2021年各县主要指标\n{header}\n{line}\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="浙江"), trying=False)
    return [(row[0], row[2], row[3], row[4], row[5]) for row in found.rows]


def test_growth_behind_an_amount_of_change_is_of_what_changes() -> None:
    found = chinese("项目,余额(亿元),比年初增加(亿元),同比增长(%)", "存款,78.9,6.7,8.4")
    assert ("余额, 存款", "2021", "growth", "8.4", "%") in found
    found = chinese("指标,2020年,2021年,增减绝对数,增长(%)", "捕捞量(吨),50,54,4,8")
    assert [row for row in found if row[2] == "growth"] == [("捕捞量", "2021", "growth", "8", "%")]


def test_a_plus_and_minus_with_a_per_cent_sign_is_growth() -> None:
    found = chinese("县,捕捞量(吨),±%,渔船(艘),同比±%", "甲县,50,3.4,12,-1.5")
    assert [(row[0], row[3]) for row in found if row[2] == "growth"] == [
        ("捕捞量", "3.4"),
        ("渔船", "-1.5"),
    ]


def test_growth_on_a_year_that_is_named_is_of_the_year_behind_it() -> None:
    found = chinese("县,2021年捕捞量(吨),比2020年增长(%)", "甲县,50,3.4")
    assert found[1] == ("捕捞量", "2021", "growth", "3.4", "%")
    for six in ("2021年比2015年增长(%)", "比2015年增长(%)"):
        found = chinese(f"县,捕捞量(吨),{six}", "甲县,50,3.4")
        assert found[1] == (six.removesuffix("(%)"), "2021", "level", "3.4", "%")


def test_a_merged_name_in_latin_letters_is_that_of_the_chinese_kinds_below_it() -> None:
    text = "2021年各县经济指标\n县,R&D,,捕捞,\n,总量(亿元),增长(%),总量(亿元),增长(%)\n甲县,5,3.4,6,2.5\n乙县,7,1.4,8,0.5\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="浙江"), trying=False)
    assert [(row[0], row[3]) for row in found.rows[:4]] == [
        ("R&D", "level"),
        ("R&D", "growth"),
        ("捕捞", "level"),
        ("捕捞", "growth"),
    ]
