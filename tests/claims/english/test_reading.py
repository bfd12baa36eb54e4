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
        ("Consumption contributed 44 percent of GDP growth.", ["None share None"]),
        ("Urbanization stood at 88 percent; 22 percent of its residents are old.", ["urbanisation share None", "None share None"]),
        ("Weaker exports (-2.7%) did not help.", ["exports growth down"]),
        ("The surplus rose $0.3 billion to $20.5 billion.", ["None change up", "None level up"]),
        ("Income increased $47.8 billion (0.3 percent).", ["None change up", "None growth up"]),
        ("The jobless rate fell from 5.0 to 4.8 percent.", ["unemployment share None", "unemployment share down"]),
        ("The unemployment rate among graduates fell to 9 percent.", ["None share down"]),
        ("Real GDP advanced 2 percent, as disposable income slipped 1 percent.", ["gdp growth up", "None growth down"]),
        ("Output grew 5 percent, driven by farming, which expanded by 6 percent.", ["None growth up", "None growth up"]),
        ("Trade was valued at 4 billion yuan, 3 percent up.", ["None level None", "None growth up"]),
        ("Grain output was 70 million tonnes, 9 million tonnes or 1.3 percent more than in 2023.", ["None level None", "None change up", "None growth up"]),
        ("Online sales made up 27 percent of the total.", ["None share None"]),
        ("GDP rose 4.8 percent at an annual rate, or $327 billion, to a level of $28 trillion.", ["gdp growth_on_period up", "gdp change up", "gdp level up"]),
        ("Spain's GDP rose 2 percent, while the largest decline was recorded in Malta (-1.1%).", ["gdp growth up", "gdp growth down"]),
        ("Consumer prices rose 0.2 percent, and core CPI 0.7 percent.", ["cpi growth up", "None growth up"]),
        ("The tertiary industry grew 6 percent. By quarter, growth was 5 percent in Q1.", ["gdp_tertiary growth up", "gdp growth up"]),
        ("Consumption contributed 49.9 percent to growth, net exports 23.8 percent.", ["None share None", "None share None"]),
        ("Investment fell 4 percent, weighed down by an 18-percent slump in property investment.", ["None growth down", "real_estate_investment growth down"]),
        ("Exports grew for 24 consecutive months, after three quarters of decline.", []),
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


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("When comparing Q3 2013 with Q3 2012 output grew 4.1%.", "growth"),
        ("Output fell 0.9% in September 2013 compared with August 2013.", "growth_on_period"),
        ("Work grew 3.1% in Q3 2013, the highest growth since Q2 2010.", "growth_on_period"),
        ("GDP grew by 0.2% in the three months to May compared with the previous three months.", "growth_on_period"),
        ("The annual inflation rate was 2.4% in April.", "growth"),
    ],
)  # fmt: skip
def test_what_a_change_is_on(shown: Shown, text: str, measure: str) -> None:
    assert shown(text, "measure", place=None, published="2013-11-08") == [measure]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The CPI was up from 1.6 percent in 2017, as the bureau had said, and eased to 1.8 percent in April.", ["2017", "2018-04"]),
        ("Jobs rose by 4,700 (+0.2%) in July.", ["2018-07", "2018-07"]),
        ("The CPI rose 0.2% in May, compared with April's 0.3% growth.", ["2018-05", "2018-04"]),
    ],
)  # fmt: skip
def test_when_a_number_is(shown: Shown, text: str, periods: list[str]) -> None:
    assert shown(text, "period", place="100000", published="2018-08-31") == periods


def test_a_range_is_two_bounds(shown: Shown) -> None:
    text = "GDP growth was between 5 and 5.5 percent."
    assert shown(text, "bound", place="100000", published="2018-08-31") == ["at_least", "at_most"]


def test_where_a_province_lies_is_not_whose_figure_it_is(shown: Shown) -> None:
    text = "Hunan Province in central China saw its GDP grow 5 percent."
    assert shown(text, "place", place=None, published="2018-08-31") == ["430000"]


def test_a_breakdown_by_quarter_leaves_the_period_as_it_was(shown: Shown) -> None:
    text = (
        "Exports grew 5 percent in the first half of 2024. Growth was 6 percent for the first quarter, "
        "and 4 percent for the second quarter. Imports were 3 billion yuan."
    )
    found = shown(text, "period", place="100000", published="2024-07-16")
    assert found == ["2024-H1", "2024-Q1", "2024-Q2", "2024-H1"]


def test_from_one_year_to_another_are_the_years_of_growth(shown: Shown) -> None:
    """Whether the first of them is its base is looked for where the years themselves do not fit."""
    text = "From 2020 to 2024, GDP grew by 4.9 percent a year on average."
    assert shown(text, "measure", "period_readings", place="110000", published="2025-02-01") == [
        "average_growth ('2020/2024',)"
    ]


def test_what_is_pushed_is_not_what_stands_before_it(shown: Shown) -> None:
    text = "Sales rose faster than imports, pushing the deficit down by 40 percent."
    assert shown(text, "indicator", place="110000", published="2025-02-01") == ["None"]


def test_a_quarter_is_called_by_its_last_month(shown: Shown) -> None:
    text = "GDP grew by 1 percent in the March quarter of 2016."
    assert shown(text, "period", place=None, published="2016-06-01") == ["2016-Q1"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("GDP grew 5 percent. Bank deposits showed a strong increase of 26 percent.", ["gdp growth up", "None growth up"]),
        ("GDP grew 5 percent. Labour productivity advanced by 2 percent, accounting for half of the economic growth.", ["gdp growth up", "None growth up"]),
        ("GDP fell 5 percent. Now that we have cut the levy to 3 percent, firms hire.", ["gdp growth down", "None share down"]),
        ("GDP grew 5 percent. We want to raise our productivity by 2 percent.", ["gdp growth up", "None growth up"]),
        ("GDP grew 5 percent. Spending rises by 0.8 percentage points of GDP.", ["gdp growth up", "None share_change up"]),
        ("Economies in the ministry cut the deficit to 2.7 percent of GDP.", ["None share down"]),
        ("Gross National Product grew by 8 percent.", ["None growth up"]),
        ("Its contribution to the Gross Domestic Product rose to 26 percent.", ["None share up"]),
        ("The economy grew. It rose by 16 percent and accounted for 30 percent of the growth.", ["None growth up", "None share None"]),
        ("Although the economy slowed down in 2019, it had a growth rate of 6 percent.", ["gdp growth up"]),
        ("Growth in China was scaled down to 5 percent from 6 percent.", ["gdp growth up", "gdp growth up"]),
        ("The economy grew 7 percent per annum from 2015 to 2019.", ["gdp average_growth up"]),
        ("GDP grew 5 percent in 2024. Since 2015 growth has averaged 4 percent.", ["gdp growth up", "gdp average_growth up"]),
    ],
)  # fmt: skip
def test_whose_the_subject_of_a_sentence_is_not(shown: Shown, text: str, fields: list[str]) -> None:
    """The economy of the sentence before is not what the next one is about."""
    found = shown(text, "indicator", "measure", "direction", place="100000", published="2025-02-01")
    assert found == fields


def test_the_rest_of_a_divided_sentence_has_no_subject(shown: Shown) -> None:
    text = "GDP grew 5 percent. Wages\n\ngrew by 3.4 percent, slightly less than in 2022."
    assert shown(text, "indicator") == ["gdp", "None"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("GDP grew at 9 percent-plus.", ["at_least"]),
        ("GDP grew at 8-11 percent.", ["at_most"]),
        ("GDP grew by 3 percent to 5 percent.", ["at_least", "at_most"]),
        ("Growth rose from 3 percent to 5 percent.", ["exact", "exact"]),
        ("Sales rose 2.7 percent to 1.4 trillion yuan.", ["exact", "exact"]),
    ],
)
def test_the_ends_of_a_range_are_bounds(shown: Shown, text: str, bounds: list[str]) -> None:
    assert shown(text, "bound") == bounds


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("GDP grew 5 percent in 2019, above its long-term sustainable growth rate of 4 percent.", ["claim", "not_claim"]),
        ("Three institutes predicted growth in exports, with GDP falling by 0.5 percent in 2025.", ["target"]),
        ("GDP grew 5 percent in 2019, within the 4 to 6 percent range that we had expected.", ["claim", "target"]),
    ],
)  # fmt: skip
def test_what_is_possible_or_was_expected_is_no_claim(
    shown: Shown, text: str, statuses: list[str]
) -> None:
    assert shown(text, "status") == statuses


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # what is only held against sets no period
        ("GDP grew by 5.6 percent in the first half of 2023. The growth was 0.5 points faster than the province's performance in the first quarter and 0.1 points faster than the national one.", ["2023-H1"] * 3),
        ("The CPI rose by 6.4 percent in April 2023. It is 0.1 percentage points lower than what was measured in March.", ["2023-04", "2023-04"]),
        # a text that begins with the newest period is of it
        ("The CPI rose by 1.9 percent in September, less than the 2.0 percent of August.\n\nFrom January to September it was up by 2.8 percent.\n\nFood prices went up by 2.5 percent.", ["2023-09", "2023-08", "2023-01/2023-09", "2023-09"]),
    ],
)  # fmt: skip
def test_what_is_only_held_against_is_not_the_period_of_the_text(
    shown: Shown, text: str, periods: list[str]
) -> None:
    assert shown(text, "period") == periods


def test_places_of_investors_have_no_numbers(shown: Shown) -> None:
    text = "Output of enterprises funded by investors from Hong Kong, Macao and Taiwan rose by 4.9 percent in 2023."
    assert shown(text, "place") != ["710000"]


@pytest.mark.parametrize(
    "text",
    [
        "Exports of Jiangxi's private enterprises grew by 15 percent in 2023.",
        "The exports of the province's foreign-invested firms grew by 15 percent in 2023.",
        "The GDP of Jiangxi's northern cities grew by 15 percent in 2023.",
    ],
)
def test_what_a_part_of_a_place_does_is_not_the_place_s(shown: Shown, text: str) -> None:
    assert shown(text, "indicator") == ["None"]
    whole = "Exports of Jiangxi grew by 15 percent in 2023."
    assert shown(whole, "indicator") == ["exports"]
