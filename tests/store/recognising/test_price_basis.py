"""At which prices amounts are: a line, a name, a unit, a flag. The figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.price_basis import basis_in


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Gross value added, chained volume measures, 2018 prices", "constant:2018"),
        ("Chain linked volumes (2010), million euro", "constant:2010"),
        ("GDP at constant 2015 prices, 2020", "constant:2015"),
        ("GVA at constant (2012) prices", "constant:2012"),
        ("State product at constant (2004-05) prices", "constant:2004"),
        ("State product, chain volume measures", "constant"),
        ("in konstanten Preisen von 2005", "constant:2005"),
        ("2022年渔业产值（按2020年不变价计算）", "constant:2020"),
        ("按可比价计算", "constant"),
        ("按当年价格计算", "current"),
        ("At current prices", "current"),
        ("At current and constant prices", ""),
        ("Consumer prices in 2020", ""),
        ("渔业产值", ""),
        ("Real GDP by county", "constant"),
        ("Household income in real terms", "constant"),
        ("Real estate investment", ""),
        ("GDP in million Brazilian real", ""),
    ],
)
def test_words_for_prices_and_their_year(text: str, basis: str) -> None:
    assert basis_in(text) == basis


def bases(text: str, hints: Hints | None = None) -> list[tuple[str, str]]:
    (found,) = foreign("t.csv", text.encode(), hints)
    at = found.header.index("price_basis") if "price_basis" in found.header else None
    return [(row[4], row[at] if at is not None else "") for row in found.rows]


TABLE = "地区,单位,2020年,2021年\n上湾县,{},5.5,6.5\n下湾县,{},7.5,8.5\n"


def test_a_line_above_or_below_says_it_of_every_amount() -> None:
    above = "上湾县渔业（按2015年不变价）\n" + TABLE.format("万元", "人")
    hints = Hints(indicator="渔业产值")
    assert [basis for _, basis in bases(above, hints)] == ["constant:2015"] * 2 + ["", ""]
    below = TABLE.format("万元", "万元") + "注：产值按当年价格计算。\n"
    assert {basis for _, basis in bases(below, hints)} == {"current"}


def test_a_line_about_growth_says_nothing_of_levels() -> None:
    text = TABLE.format("万元", "万元") + "注：增长速度按不变价格计算。\n"
    assert {basis for _, basis in bases(text, Hints(indicator="渔业产值"))} == {""}


def test_the_user_says_it() -> None:
    hints = Hints(indicator="渔业产值", basis="constant:2019")
    assert bases(TABLE.format("万元", "人"), hints) == [
        ("5.5", "constant:2019"),
        ("6.5", "constant:2019"),
        ("7.5", ""),
        ("8.5", ""),
    ]


def test_a_unit_of_a_standard_says_its_prices_and_its_scale() -> None:
    text = (
        "freq,unit,na_item,geo\\TIME_PERIOD\t2021\nA,CLV15_MEUR,B1GQ,AT\t12.5\n"
        "A,CP_MEUR,B1GQ,BE\t13.5\n"
    )
    (found,) = foreign("t.tsv", text.encode())
    rows = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    assert [(r["unit"], r["price_basis"]) for r in rows] == [
        ("百万欧元", "constant:2015"),
        ("百万欧元", "current"),
    ]
    assert "prices: constant:2015, current" in map(str, found.said)


@pytest.mark.parametrize(
    ("label", "basis"),
    [
        ("Улов в постоянных ценах 2016 г., млрд руб.", "constant:2016"),
        ("Captura a precios constantes (millones de pesos de 2013)", "constant:2013"),
        ("Catch (CLV 2015 EUR bn)", "constant:2015"),
        ("어획량 (불변가격, 백만원)", "constant"),
        ("漁獲額（実質、億円）", "constant"),
        ("Nilai ADHK 2010 (miliar rupiah)", "constant:2010"),
        ("Połowy w cenach stałych (mln zł)", "constant"),
        ("Av, sabit fiyatlarla (milyon TL)", "constant"),
        ("Catch (EUR bn)", ""),
    ],
)
def test_amounts_at_constant_prices_in_the_words_of_offices(label: str, basis: str) -> None:
    assert basis_in(label) == basis


def test_the_words_for_both_prices_name_neither() -> None:
    assert basis_in("名目・実質") == ""
    assert basis_in("в текущих и в постоянных ценах") == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Output of Kenya at constant 2016 prices (KSh million)", "constant:2016"),
        ("Output of Kenya at constant 2016 prices", ""),  # of huts and sheds alike? not said
    ],
)
def test_money_in_words_of_its_country_is_at_the_prices_of_the_title_too(
    title: str, expected: str
) -> None:
    text = f"{title}\nYear,Huts,Sheds\n2021,41,42\n"
    assert bases(text, Hints(place="Kenya")) == [("41", expected), ("42", expected)]


def test_one_name_without_a_unit_is_at_the_prices_of_its_title() -> None:
    text = "Output of Kenya at constant 2016 prices\nYear,Output\n2021,41\n"
    assert bases(text, Hints(place="Kenya")) == [("41", "constant:2016")]
    mixed = "Output at constant prices\nCountry,Year,Output (EUR million),Jobs (thousands)\nKenya,2021,41,42\n"
    assert bases(mixed) == [("41", "constant"), ("42", "")]
