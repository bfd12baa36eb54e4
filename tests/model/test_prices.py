"""A unit whose text says at which prices it is: unit and price basis, taken apart."""

from __future__ import annotations

import pytest

from cpstats.model.prices import without_prices


@pytest.mark.parametrize(
    ("text", "unit", "basis"),
    [
        ("Current prices, million euro", "million euro", "current"),
        ("million EUR at current prices", "million EUR", "current"),
        ("Millions of current dollars", "Millions of dollars", "current"),
        ("Current prices, euro per capita", "euro per capita", "current"),
        ("Chain linked volumes (2015), million euro", "million euro", "constant:2015"),
        (
            "Chain-linked volumes, reference year 2010, million euro",
            "million euro",
            "constant:2010",
        ),
        ("Millions of chained 2017 dollars", "Millions of dollars", "constant:2017"),
        ("million euro, constant 2015 prices", "million euro", "constant:2015"),
        ("2015 prices, million GBP", "million GBP", "constant:2015"),
        ("prices of 2015, £ million", "£ million", "constant:2015"),
        ("constant 2015 US$", "US$", "constant:2015"),
        ("million EUR, constant prices", "million EUR", "constant"),
        ("亿元（当年价）", "亿元", "current"),
        ("亿元,按当年价格计算", "亿元", "current"),
        ("亿元（2015年不变价）", "亿元", "constant:2015"),
        ("万元(可比价)", "万元", "constant"),
    ],
)
def test_prices_in_a_unit_are_its_price_basis(text: str, unit: str, basis: str) -> None:
    assert without_prices(text) == (unit, basis)


@pytest.mark.parametrize(
    "text",
    [
        "million euro",
        "Current prices, percentage of GDP",
        "Chain linked volumes, index 2015=100",
        "current account",
        "price of land",
        "constant",
        "价格",
        "",
    ],
)
def test_what_is_no_amount_of_money_at_prices_stays_as_it_is(text: str) -> None:
    assert without_prices(text) == (text, "")
