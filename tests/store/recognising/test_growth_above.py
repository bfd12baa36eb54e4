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
