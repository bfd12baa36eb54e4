"""Numbers whose words only add a name to those of the number before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Hunan's mining sector grew at 0.2 percent in 2023, the farming sector at 4.6 percent and electricity at 8.2 percent.",
            ["growth up"] * 3,
        ),
        (
            "Hunan's mining sector grew by 2 percent in 2023, with the unemployment rate at 4.6 percent.",
            ["growth up", "share None"],
        ),
        ("Exports of Hunan rose to 30 billion yuan (4 billion dollars) in 2023.", ["level up"] * 2),
        ("Exports of Hunan were 30 billion yuan (4 billion dollars) in 2023.", ["level None"] * 2),
    ],
)
def test_a_number_with_only_a_name_is_what_the_one_before_it_is(
    shown: Shown, text: str, measures: list[str]
) -> None:
    assert shown(text, "measure", "direction") == measures


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "The services and energy sectors of Hunan grew by 6 and 4 percent.",
            "gdp_tertiary None",
        ),
        ("Hainan province registered a 9.5 percent growth.", "gdp"),
        ("Hainan province registered a 9.5 percent growth in cinema tickets.", "None"),
        (
            "Retail turnover in Hunan rose 3 percent in 2023. In volume terms, turnover rose 2 percent.",
            "retail_sales retail_sales",
        ),
        (
            "The volume index of wholesale and retail trade in Hunan posted a growth of 5.5 percent.",
            "None",
        ),
        ("Consumer prices in Hunan were also said to have declined by 0.4 percent.", "cpi"),
        ("Inflation-adjusted GDP of Hunan increased by 2 percent.", "gdp"),
        (
            "GDP of Hunan grew 2 percent in 2023, with 0.9 percent less timber than in 2022.",
            "gdp None",
        ),
        (
            "Exports of Hunan rose 2.6 percent in April 2023. The rise compares with a 3.0 percent increase expected by economists.",
            "exports exports",
        ),
        (
            "The services producing industries of Hunan grew 3 percent in 2023. The sector had grown 2 percent in 2022.",
            "gdp_tertiary gdp_tertiary",
        ),
        (
            "GDP of Hunan rose 3 percent in 2023. The construction industry shrank 7 percent.",
            "gdp None",
        ),
        (
            "The quantity bought in retail sales in Hunan rose 3 percent. The quantity bought rose 2 percent in 2022.",
            "retail_sales retail_sales",
        ),
        ("Hunan's total trade rose 5 percent in 2023.", "trade_total"),
        (
            "Industrial output of Hunan fell 0.9 percent, undershooting a Reuters forecast for a fall of 0.5 percent.",
            "industrial_value_added industrial_value_added",
        ),
    ],
)
def test_who_and_what_grows(shown: Shown, text: str, indicators: str) -> None:
    assert " ".join(shown(text, "indicator")) == indicators


def test_what_a_clause_says_that_it_is_on_goes_before_another_month(shown: Shown) -> None:
    text = "On a yearly basis, exports of China grew 20.3 percent in May 2023, slower than the prior month's 23.1 percent."
    assert shown(text, "measure", place="100000")[0] == "growth"


def test_a_bracket_behind_a_group_is_the_rate_of_that_group(shown: Shown) -> None:
    text = "Over the month, jobless rates fell for young men (6.5 percent) and young women (6.1 percent)."
    assert shown(text, "measure", "indicator") == ["share None"] * 2
