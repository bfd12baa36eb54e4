"""Sentences in the manner of statistical offices, read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Norway's GDP rose 0.4% in the second quarter of 2024.", ["gdp growth_on_period up"]),
        ("Norway's GDP rose 0.4% in Q2 2024 from a year earlier.", ["gdp growth up"]),
        ("China's GDP rose 5% in the second quarter of 2024.", ["gdp growth up"]),
        ("CPI inflation eased to 2.1 percent.", ["cpi growth up"]),
        ("On a per capita basis, GDP fell 0.4 percent.", ["gdp_per_capita growth down"]),
        ("Growth in China was 5 percent.", ["gdp growth up"]),
        ("GDP was 5.2% higher in 2024 than a year earlier.", ["gdp growth up"]),
        ("GDP was 21 percent higher in 2024 than in 2020.", ["gdp span_growth up"]),
        ("The share-holding enterprises went up by 6 percent.", ["None growth up"]),
        ("The poverty rate fell from 14 percent to 4 percent.", ["None share None", "None share down"]),
        ("Exports (+4.2%) and imports (-1.3%) moved apart.", ["exports growth up", "imports growth down"]),
        ("Exports, which had been weak, grew 3 percent.", ["exports growth up"]),
        ("Real GDP -- the value of all output -- grew 3 percent.", ["gdp growth up"]),
        ("Table 3. Exports, 4 percent", []),
    ],
)  # fmt: skip
def test_what_a_number_is(shown: Shown, text: str, fields: list[str]) -> None:
    found = shown(text, "indicator", "measure", "direction", place="100000", published="2025-02-01")
    assert found == fields


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("GDP growth was 5 percent in China, 6 percent in India.", ["100000", "None"]),
        ("Germany's national GDP fell 0.2 percent.", ["None"]),
        ("Hunan grew 5 percent, above the national average of 4 percent.", ["430000", "100000"]),
        ("Sales in US dollar terms rose 5 percent.", ["None"]),
        ("The nation's GDP grew 2 percent.", ["None"]),
    ],
)
def test_whose_a_number_is(shown: Shown, text: str, places: list[str]) -> None:
    assert shown(text, "place", place=None, published="2025-02-01") == places


def test_a_breakdown_by_quarter_leaves_the_period_as_it_was(shown: Shown) -> None:
    text = (
        "Exports grew 5 percent in the first half of 2024. Growth was 6 percent for the first quarter, "
        "and 4 percent for the second quarter. Imports were 3 billion yuan."
    )
    found = shown(text, "period", place="100000", published="2024-07-16")
    assert found == ["2024-H1", "2024-Q1", "2024-Q2", "2024-H1"]


def test_from_one_year_to_another_may_have_either_base(shown: Shown) -> None:
    text = "From 2020 to 2024, GDP grew by 4.9 percent a year on average."
    assert shown(text, "measure", "period_readings", place="110000", published="2025-02-01") == [
        "average_growth ('2020/2024', '2021/2024')"
    ]


def test_what_is_pushed_is_not_what_stands_before_it(shown: Shown) -> None:
    text = "Sales rose faster than imports, pushing the deficit down by 40 percent."
    assert shown(text, "indicator", place="110000", published="2025-02-01") == ["None"]


def test_a_quarter_is_called_by_its_last_month(shown: Shown) -> None:
    text = "GDP grew by 1 percent in the March quarter of 2016."
    assert shown(text, "period", place=None, published="2016-06-01") == ["2016-Q1"]
