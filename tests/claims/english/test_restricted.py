"""Numbers whose words name a figure and make it one of a part, of a goal or of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Excluding petrol, retail sales in Hunan rose 0.6 percent in March.", "None"),
        ("Retail sales in Hunan, excluding petrol, rose 0.6 percent in March.", "None"),
        ("Exports (excluding ships) of Hunan rose 3 percent in March.", "None"),
        (
            "Retail sales in Hunan rose 0.9 percent, or 0.4 percent when petrol is excluded.",
            "retail_sales None",
        ),
        (
            "Fixed-asset investment (excluding rural households) in Hunan rose 3 percent in 2023.",
            "fixed_asset_investment",
        ),
        (
            "Consumer prices in Hunan rose 1.4 percent, below the bank's 2 percent target.",
            "cpi None",
        ),
        ("Tax revenues of Hunan were 4 percent lower than the budget forecast.", "None"),
        ("Tax revenues of Hunan were 4 percent lower than in 2022.", "tax_revenue"),
        ("Imports of Hunan exceeded the planned amount by 3 billion yuan.", "None"),
        ("Hunan imports about 70 percent of its oil.", "None"),
        (
            "The economy of Hunan grew 5 percent. An average of 44 percent of traders were hopeful, compared with 34 percent who said they were not.",
            "gdp None None",
        ),
        ("The economy of Hunan grew 5 percent. Similarly, 48 percent were gloomy.", "gdp None"),
        (
            "The jobless rate in Hunan was 5 percent. Lanzhou ended 2023 with growth of 2.5 percent.",
            "unemployment None",
        ),
        (
            "Consumer prices in Hunan rose 2 percent. The largest rises were in catering, at 4 percent.",
            "cpi None",
        ),
        ("Unemployment in Hunan rose to 1.2 million.", "None"),
        ("Economic growth in Hunan is set to halve this year.", "None"),
        ("Hunan was the country's ninth largest provincial economy in 2023.", "gdp"),
        ("The economy of Hunan has become the third-most pressing issue.", "None"),
        (
            "Exports of Hunan rose 5 percent, taking borrowing costs to 1.75 percent.",
            "exports None",
        ),
        (
            "Exports of Hunan rose 5 percent, and a shop chain had a 2 percent slip in corner sales.",
            "exports None",
        ),
    ],
)
def test_what_is_of_something_else_has_no_name(shown: Shown, text: str, indicators: str) -> None:
    assert " ".join(shown(text, "indicator")) == indicators


def test_the_second_fastest_is_a_rank_of_growth(shown: Shown) -> None:
    text = (
        "The economy of Hunan grew 5 percent in 2023, the third-fastest pace among the provinces."
    )
    assert shown(text, "indicator", "measure")[-1] == "gdp_growth_rank growth_rank"
