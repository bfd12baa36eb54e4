"""Growth in rows below what grows, and over columns that name both of their years; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: str) -> set[tuple[str, ...]]:
    """Return name, period, measure, figure and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(map(str, (row[0], *row[2:6]))) for row in found.rows}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("增长%", "茶叶产量"),
        ("  增速（%）", "茶叶产量"),
        ("比上年±%", "茶叶产量"),
        ("同比（±%）", "茶叶产量"),
        ("Growth (%)", "Tea (kt)"),
        ("Veränderung zum Vorjahr in %", "Tee (kt)"),
    ],
)
def test_a_row_of_growth_is_of_the_amount_above_it(words: str, name: str) -> None:
    label = name if "(" in name else f"{name}(万吨)"
    other = "糖产量(万吨)" if name == "茶叶产量" else "Sugar (kt)"
    text = f"地区：浙江省,,\n项目,2021年,2022年\n{label},40,41\n{words},3.0,2.5\n{other},7,8\n{words},1,14.3\n"
    found = read(text)
    assert {(n, p, v) for n, p, m, v, u in found if (m, u) == ("growth", "%")} == {
        (name.removesuffix(" (kt)"), "2021", "3.0"),
        (name.removesuffix(" (kt)"), "2022", "2.5"),
        (other.split("(", maxsplit=1)[0].strip(), "2021", "1"),
        (other.split("(", maxsplit=1)[0].strip(), "2022", "14.3"),
    }
    assert {m for _, _, m, _, _ in found} == {"level", "growth"}


@pytest.mark.parametrize(("grown", "known"), [("25.0", "茶叶产量 growth"), ("3.0", "增速 level")])
def test_behind_a_share_it_is_of_the_amount_only_where_figures_give_it(
    grown: str, known: str
) -> None:
    # 50 / 40 - 1 = 25 %
    text = (
        f"地区：浙江省,,\n项目,2021年,2022年\n茶叶产量(吨),40,50\n占比(%),8,9\n增速(%),4,{grown}\n"
    )
    found = {(n, m) for n, _, m, v, _ in read(text) if v == grown}
    assert {" ".join(one) for one in found} == {known}


def test_a_unit_in_a_column_of_its_own_tells_a_share_too() -> None:
    text = "地区：浙江省,,,\n项目,单位,2021年,2022年\n茶叶,吨,40,50\n占比,%,8,9\n增长,%,4,25.0\n"
    assert ("茶叶", "2022", "growth", "25.0", "%") in read(text)
    assert ("占比", "2022", "level", "9", "%") in read(text)


@pytest.mark.parametrize(
    ("head", "measure", "unit"),
    [
        ("2022年比2021年增长（%）", "growth", "%"),
        ("2022年较2021年±%", "growth", "%"),
        ("2022年为2021年%", "index", "上年=100"),
        ("为上年（%）", "index", "上年=100"),
    ],
)
def test_a_column_that_names_the_year_and_the_one_before_is_of_the_year(
    head: str, measure: str, unit: str
) -> None:
    text = f"茶叶产量（吨）,,,\n地区,2021年,2022年,{head}\n浙江省,40,50,25.0\n"
    assert {(p, m, v, u) for _, p, m, v, u in read(text)} == {
        ("2021", "level", "40", "吨"),
        ("2022", "level", "50", "吨"),
        ("2022", measure, "25.0", unit),
    }


@pytest.mark.parametrize("head", ["2022年比2015年增长（%）", "比上年增减"])
def test_growth_over_other_years_and_a_change_without_a_unit_are_asked_about(head: str) -> None:
    with pytest.raises(DataError, match="period of the line is not known"):
        read(f"茶叶产量（吨）,,\n地区,2022年,{head}\n浙江省,50,-5\n江苏省,8,2\n")


def test_plus_and_minus_of_an_error_are_no_growth() -> None:
    text = "地区,年份,茶叶产量（吨）,误差±%\n浙江省,2022,50,3\n"
    assert {m for _, _, m, _, _ in read(text)} == {"level"}


@pytest.mark.parametrize(
    "title",
    [
        "Real output of Kenya (EUR million) and growth (%)",
        "Output of Kenya (EUR m), annual growth (%)",
        "Output of Kenya and its growth (%)",
    ],
)
def test_a_title_that_ends_with_growth_is_not_that_of_amounts_beside_a_column_of_growth(
    title: str,
) -> None:
    found = read(f"{title}\nYear,Output,Growth\n2021,41000,5.1\n", place="Kenya")
    assert {(m, v) for _, _, m, v, _ in found if v == "41000"} == {("level", "41000")}


def test_an_amount_and_its_growth_in_a_chinese_title_are_told_apart_by_the_columns() -> None:
    text = "浙江省茶叶产值（亿元）及增速（%）\n年份,茶叶产值,增速\n2021,41,5.1\n"
    assert {(m, v) for _, _, m, v, _ in read(text)} == {("level", "41"), ("growth", "5.1")}


@pytest.mark.parametrize(
    "words", ["per head", "Per inhabitant (euros)", "je Einwohner", "par habitant"]
)
def test_what_is_divided_belongs_to_the_amount_above_it(words: str) -> None:
    text = f"Peru,,,\nItem,Unit,2019,2020\nOutput,million euros,40,50\n {words},euros,7,8\nHuts,number,3,4\n"
    found, name = read(text), f"Output, {words.removesuffix(' (euros)')}"
    assert (name, "2020", "level", "8", "euros") in found
    assert {n for n, *_ in found} == {"Output", name, "Huts"}


def test_a_change_with_the_sign_in_the_column_beside_it_is_growth() -> None:
    text = "Peru,,,\nItem,Unit,2019,2020\nWages,euros,40,50\n change on previous year,%,3.1,4.2\n"
    assert ("Wages", "2020", "growth", "4.2", "%") in read(text)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Share of smokers", "Share of smokers"),
        ("Share of organic milk", "Share of organic milk"),
        ("Share of GDP", "Tea (Share of GDP)"),
        ("Percentage of total exports", "Tea (Percentage of total exports)"),
    ],
)
def test_a_share_of_some_is_not_that_of_the_amount_above_it(words: str, name: str) -> None:
    # Invented.
    text = (
        f"Indicator,Unit,Region,2021,2022\nTea,kt,Arden,40,41\n{words},%,Arden,7.6,7.2\n"
        "Sugar,kt,Arden,7,8\n"
    )
    names = {n for n, *_ in read(text)}
    assert names == {"Tea", name, "Sugar"}
