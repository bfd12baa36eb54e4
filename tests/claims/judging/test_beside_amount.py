"""Growth beside its amount, and what the numbers of a sentence say of one another; all figures are made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

TRADE = (
    '"Exports by canton, EUR million"\nCanton,2022,2023\nAarberg,400.0,436.0\nThurwil,250.0,240.0\n'
)
RATES = '"Vacancy rate by county, %"\nCounty,Q3 2023,Q4 2023,Q1 2024\nAldmoor,4.2,3.9,5.1\nBexley Vale,6.4,6.0,6.9\n'
SHOPS = '"Retail turnover, EUR million, seasonally adjusted"\nRegion,Apr 2024,May 2024,Jun 2024\nNordmark,500.0,510.0,520.2\nSudmark,300.0,303.0,297.0\n'
PRICES = '"Consumer prices, Ireland"\nMeasure,2024-01,2024-02,2024-03\nCPI annual rate (%),4.1,3.4,2.9\nCore CPI annual rate (%),4.9,4.4,4.1\n'
OUTPUT = '"Regional gross domestic product, EUR million"\nRegion,2022,2023\nNordmark,800.0,880.0\nSudmark,500.0,525.0\n'


def verdicts(tmp_path: Path, table: str, text: str, published: str = "2024-07-15") -> list[str]:
    own = tmp_path / "own.csv"
    own.write_text(table, encoding="utf-8")
    asked = Asked(published=date.fromisoformat(published), every=True)
    return [
        str(r["verdict"])
        for r in check([of_sentence(text)], open_package([str(own)]), asked).records
    ]


@pytest.mark.parametrize(
    ("rate", "said"), [("9.0 percent", "confirmed"), ("4.0 percent", "contradicted")]
)
def test_growth_right_beside_the_amount_of_exports_is_that_of_the_amount(
    tmp_path: Path, rate: str, said: str
) -> None:
    text = f"Exports of Aarberg rose {rate} to 436.0 million euros in 2023."
    assert verdicts(tmp_path, TRADE, text) == [said, "confirmed"]
    text = (
        f"Exports of Aarberg totalled 436.0 million euros in 2023, up {rate} on the previous year."
    )
    assert verdicts(tmp_path, TRADE, text) == ["confirmed", said]


def test_growth_alone_or_at_other_prices_is_not_that_of_the_amounts(tmp_path: Path) -> None:
    for text in (
        "Exports of Aarberg grew 3.1 percent in 2023.",
        "In real terms exports of Aarberg rose 3.1 percent to 436.0 million euros in 2023.",
    ):
        assert "contradicted" not in verdicts(tmp_path, TRADE, text)


def test_the_figure_of_the_quarter_before_is_a_slip(tmp_path: Path) -> None:
    text = "The vacancy rate in Aldmoor rose to {} percent in the first quarter of 2024."
    assert verdicts(tmp_path, RATES, text.format("5.1")) == ["confirmed"]
    assert verdicts(tmp_path, RATES, text.format("3.9")) == ["contradicted"]


def test_growth_on_the_month_before_is_made_of_a_column_that_is_adjusted(tmp_path: Path) -> None:
    text = (
        "Retail turnover in Nordmark was 520.2 million euros in June 2024, up {} percent from May."
    )
    assert verdicts(tmp_path, SHOPS, text.format("2.0")) == ["confirmed", "confirmed"]
    assert verdicts(tmp_path, SHOPS, text.format("0.7")) == ["confirmed", "contradicted"]
    plain = SHOPS.replace(", seasonally adjusted", "")
    assert verdicts(tmp_path, plain, text.format("0.7"))[1] == "unverifiable"


def test_the_rise_of_prices_in_the_twelve_months_to_one_is_its_annual_rate(tmp_path: Path) -> None:
    text = "The CPI rose by {}% in the 12 months to March 2024, down from 3.4% in February."
    assert verdicts(tmp_path, PRICES, text.format("2.9")) == ["confirmed", "confirmed"]
    assert verdicts(tmp_path, PRICES, text.format("3.4"))[0] == "contradicted"


def test_gdp_is_what_a_table_of_ones_own_calls_gross_domestic_product(tmp_path: Path) -> None:
    assert verdicts(tmp_path, OUTPUT, "In 2023, GDP of Nordmark was 880.0 million euros.") == [
        "confirmed"
    ]
    assert verdicts(tmp_path, OUTPUT, "In 2023, GDP of Nordmark was 800.0 million euros.") == [
        "contradicted"
    ]
    # growth of output is told in real terms: an amount beside it says nothing of that
    text = "In 2023, GDP of Nordmark rose 3.0 percent to 880.0 million euros."
    assert verdicts(tmp_path, OUTPUT, text) == ["unverifiable", "confirmed"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Rail freight reached 11,990 tonnes in 2023, up 9.0% from 11,000 tonnes in 2022.", True),
        ("Rail freight reached 11,990 tonnes in 2023, up 4.0% from 11,000 tonnes in 2022.", False),
        (
            "Night stays fell by 5.0 per cent, from 40.0 thousand in 2022 to 38.0 thousand in 2023.",
            True,
        ),
        (
            "Night stays rose by 5.0 per cent, from 40.0 thousand in 2022 to 38.0 thousand in 2023.",
            False,
        ),
        ("Ferry tickets rose 25.0 percent to 50.0 million euros from 40.0 million euros.", True),
        ("Ferry tickets rose 12.0 percent to 50.0 million euros from 40.0 million euros.", False),
        ("Household waste fell to 82,100 tonnes in 2023 from 84,300 tonnes in 2022.", True),
        ("Household waste fell to 84,300 tonnes in 2023 from 82,100 tonnes in 2022.", False),
        (
            "In real terms farm output rose 2.0 percent to 50.0 million euros from 40.0 million euros.",
            True,
        ),
        ("The crown fell to 11.3 per dollar in May from 10.9 per dollar in April.", True),
    ],
)
def test_numbers_of_an_english_sentence_are_held_against_one_another(
    tmp_path: Path, text: str, *, holds: bool
) -> None:
    assert ("inconsistent" not in verdicts(tmp_path, TRADE, text)) == holds


def test_a_verb_that_is_turned_is_told_though_the_table_has_both_amounts(tmp_path: Path) -> None:
    text = (
        "Exports of Thurwil rose to 240.0 million euros in 2023 from 250.0 million euros in 2022."
    )
    assert verdicts(tmp_path, TRADE, text) == ["inconsistent", "inconsistent"]
