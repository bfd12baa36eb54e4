from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown

RELEASE = (
    "In the first quarter of 2024, the gross domestic product (GDP) reached 29,629.9 billion yuan, "
    "up by 5.3 percent year on year. The value added of the primary industry was 1,153.8 billion "
    "yuan, up by 3.3 percent; that of the secondary industry was 10,984.6 billion yuan. "
    "In March, the consumer price index went up by 0.1 percent year on year, "
    "or down by 1.0 percent month on month. Investment in railways grew by 17.6 percent."
)


def test_a_release_is_read_number_by_number(shown: Shown) -> None:
    assert shown(RELEASE, "indicator", "measure", "direction", "period", place="100000") == [
        "gdp level None 2024-Q1",
        "gdp growth up 2024-Q1",
        "gdp_primary level None 2024-Q1",
        "gdp_primary growth up 2024-Q1",
        "gdp_secondary level None 2024-Q1",
        "cpi growth up 2024-03",
        "cpi growth_on_period down 2024-03",
        "None growth up 2024-03",
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Exports rose by over 7 percent.", "exports growth more_than"),
        ("The surveyed urban unemployment rate was 5.2 percent.", "unemployment share exact"),
        ("Services accounted for 58 percent of GDP.", "gdp_tertiary share exact"),
        ("Retail sales of consumer goods excluding cars rose 3 percent.", "None growth exact"),
        ("The PMI stood at 50.8.", "None index exact"),
        ("About 3.03 million urban jobs were created.", "None level approx"),
    ],
)
def test_single_sentences(shown: Shown, text: str, fields: str) -> None:
    assert shown(text, "indicator", "measure", "bound") == [fields]


def test_a_province_is_the_place_and_the_nation_the_benchmark(shown: Shown) -> None:
    text = (
        "Hunan's GDP grew by 5.5 percent, 0.5 percentage points higher than the national average."
    )
    assert shown(text, "place", "benchmark", "measure") == [
        "430000 None growth",
        "430000 100000 growth_gap",
    ]


def test_a_rate_that_is_only_compared_with_has_its_own_period(shown: Shown) -> None:
    text = "Exports rose by 6.2% in March 2022, up from 5.5% in February."
    assert shown(text, "period", place=None, published="2022-04-20") == ["2022-03", "2022-02"]


def test_annual_rates_and_monthly_bases_are_growth_on_the_period_before(shown: Shown) -> None:
    text = "Real GDP increased at an annual rate of 3.0 percent in the third quarter of 2023."
    assert shown(text, "indicator", "measure") == ["gdp growth_on_period"]
    text = "On a monthly basis, consumer prices rose by 0.9% in March 2023."
    assert shown(text, "indicator", "measure") == ["cpi growth_on_period"]


def test_an_increase_of_an_amount_is_a_change(shown: Shown) -> None:
    text = "In 2023, exports were 90 million yuan, an increase of 4 million yuan."
    assert shown(text, "measure", "unit") == ["level million yuan", "change million yuan"]


def test_a_footnote_and_a_whole_year_are_no_part_of_a_name(shown: Shown) -> None:
    text = "The gross domestic product of the whole year was [2] 990 billion yuan."
    assert shown(text, "indicator", "value") == ["gdp 990.0"]


def test_a_place_before_a_name_is_no_part_of_it(shown: Shown) -> None:
    text = "Beijing GDP grew by 5.2 percent in 2024."
    assert shown(text, "indicator", "place", place=None) == ["gdp 110000"]


def test_averages_a_year_and_their_gaps(shown: Shown) -> None:
    text = (
        "From 2021 to 2024, Beijing's GDP grew by 4.9 percent a year on average, "
        "0.5 percentage points lower than that of China."
    )
    assert shown(text, "measure", "place", "benchmark", place="110000") == [
        "average_growth 110000 None",
        "average_growth_gap 110000 100000",
    ]


def test_nominal_terms_are_said(shown: Shown) -> None:
    text = "In nominal terms, GDP grew by 6.6 percent per year on average from 2021 to 2024."
    assert shown(text, "measure", "price_basis", place="110000") == ["average_growth current"]


def test_what_is_compared_with_nationwide_is_of_the_nation(shown: Shown) -> None:
    text = "Per capita disposable income was 85,415 yuan, compared with 41,314 yuan nationwide."
    assert shown(text, "place", place="110000") == ["110000", "100000"]


def test_a_district_is_a_place_in_english_too(shown: Shown) -> None:
    text = "In 2024, GDP of Changping accounted for 3.64 percent of that of Beijing."
    assert shown(text, "indicator", "place", "measure", place=None) == ["gdp 110114 share"]


NEWS = (
    "HEFEI, July 20 -- Anhui's economy expanded 6.1 percent year on year in the first half of 2024 "
    "to 2.4 trillion yuan (about 330 billion U.S. dollars), up from 5.8 percent in the first quarter.\n"
    "The added value of the primary, secondary and tertiary industries reached 150 billion yuan, "
    "950 billion yuan and 1.3 trillion yuan, up 3.5, 6.9 and 5.9 percent, respectively.\n"
    "Retail sales slowed to 4.1 percent in June, while online retail sales jumped 11 percent.\n"
    "The province saw an increase of 4 percent in fixed-asset investment, 0.2 percentage points "
    "lower than in the January-May period."
)


def test_a_news_item_is_read_whole(shown: Shown) -> None:
    fields = ("surface", "indicator", "place", "period", "measure")
    assert shown(NEWS, *fields, place="340000", published="2024-07-20") == [
        "6.1 percent gdp 340000 2024-H1 growth",
        "2.4 trillion yuan gdp 340000 2024-H1 level",
        "330 billion U.S. dollars gdp 340000 2024-H1 level",
        "5.8 percent gdp 340000 2024-Q1 growth",
        "150 billion yuan gdp_primary 340000 2024-H1 level",
        "950 billion yuan gdp_secondary 340000 2024-H1 level",
        "1.3 trillion yuan gdp_tertiary 340000 2024-H1 level",
        "3.5 gdp_primary 340000 2024-H1 growth",
        "6.9 gdp_secondary 340000 2024-H1 growth",
        "5.9 percent gdp_tertiary 340000 2024-H1 growth",
        "4.1 percent retail_sales 340000 2024-06 growth",
        "11 percent None 340000 2024-06 growth",
        "4 percent fixed_asset_investment 340000 2024-H1 growth",
        "0.2 percentage points fixed_asset_investment 340000 2024-H1 growth_change",
    ]


def test_several_places_in_one_sentence(shown: Shown) -> None:
    text = (
        "Hainan province registered a 9.5 percent GDP growth, followed by Gansu (6.6 percent). "
        "The GDP of Hubei and Hunan reached 2.1 trillion yuan and 2 trillion yuan, ranking second "
        "and third."
    )
    assert shown(text, "indicator", "place", "measure", place="100000") == [
        "gdp 460000 growth",
        "gdp 620000 growth",
        "gdp 420000 level",
        "gdp 430000 level",
        "gdp 420000 rank",
        "gdp 430000 rank",
    ]


def test_goals_are_targets_of_their_year(shown: Shown) -> None:
    text = (
        "Main targets for 2024:\n-- GDP growth of around 5 percent\n"
        "-- surveyed urban unemployment rate of around 5.5 percent\n"
        "Last year, GDP grew by 5.2 percent.\n"
    )
    fields = ("indicator", "measure", "period", "bound", "status")
    assert shown(text, *fields, place="100000", published="2024-03-05") == [
        "gdp growth 2024 approx target",
        "unemployment share 2024 approx target",
        "gdp growth 2023 exact claim",
    ]


def test_what_is_per_unit_of_output_is_no_claim_about_output(shown: Shown) -> None:
    text = "Energy consumption per 10,000 yuan of GDP decreased by 2.6 percent in 2023."
    assert shown(text, "surface", "indicator", "status") == [
        "10,000 yuan None not_claim",
        "2.6 percent None claim",
    ]


def test_an_industry_where_investment_is_divided_is_unnamed(shown: Shown) -> None:
    text = (
        "Investment in manufacturing rose by 9 percent. By industry, the primary industry rose by "
        "2 percent."
    )
    assert shown(text, "indicator") == ["None", "None"]


def test_industrial_output_is_value_added_only_where_it_grows(shown: Shown) -> None:
    text = "Industrial output grew by 5 percent. Industrial output was 90 billion yuan."
    assert shown(text, "indicator") == ["industrial_value_added", "None"]


def test_a_city_of_a_province_is_a_place_of_its_own(shown: Shown) -> None:
    text = "The GDP of Hefei, capital of Anhui province, hit 600 billion yuan, up 6.4 percent."
    assert shown(text, "indicator", "place", place="340100") == ["gdp 340100"] * 2
    text = "GDP of Suzhou rose by 5 percent."  # there are two
    assert shown(text, "indicator", place="100000") == ["None"]
    assert shown(text, "indicator", "place", place="320000") == ["gdp 320500"]


def test_a_figure_abroad_is_of_no_place_here(shown: Shown) -> None:
    text = "GDP rose by 0.2% in the euro area; GDP in the United States increased by 0.5%."
    assert shown(text, "indicator", "place", place="100000") == ["gdp None"] * 2


def test_growth_on_the_quarter_before_where_the_sentence_compares_with_it(shown: Shown) -> None:
    text = "GDP rose by 0.2% in the second quarter of 2019, compared with the previous quarter."
    assert shown(text, "measure", "period", published="2019-08-14") == ["growth_on_period 2019-Q2"]
    text = (
        "Compared with the same quarter of the previous year, GDP rose by 1.1% in the second "
        "quarter of 2019, after +1.2% in the previous quarter."
    )
    assert shown(text, "measure", "period", published="2019-08-14") == [
        "growth 2019-Q2",
        "growth 2019-Q1",
    ]


def test_the_two_ends_of_a_span(shown: Shown) -> None:
    text = "Over the past five years, GDP has risen from 54 trillion yuan to 82.7 trillion yuan."
    assert shown(text, "indicator", "period", published="2018-03-05") == ["gdp 2012", "gdp 2017"]


def test_a_share_or_a_median_of_an_indicator_is_another(shown: Shown) -> None:
    text = (
        "The deficit as a percentage of GDP was 2.6 percent. The median of the per capita "
        "disposable income was 30,000 yuan. The resident population aged 0-14 was 2 million."
    )
    assert shown(text, "indicator") == ["None"] * 3


def test_a_place_covers_its_area_and_a_park_another(shown: Shown) -> None:
    text = "Anhui covers an area of 140,100 square kilometers."
    assert shown(text, "indicator", "place", place="100000") == ["land_area 340000"]
    text = "The park covers an area of 5 square kilometers."
    assert shown(text, "indicator", place="340000") == ["None"]


def test_a_dateline_is_no_part_of_the_sentence(shown: Shown) -> None:
    text = (
        "NANCHANG, Dec. 9 (Xinhua) -- China's consumer price index, a gauge of inflation, rose "
        "2.2 percent in November, dragging down hopes; services pulled up the CPI by 0.3 "
        "percentage points."
    )
    assert shown(text, "indicator", "measure", "period", published="2018-12-10") == [
        "cpi growth 2018-11",
        "None contribution 2018-11",
    ]


def test_a_share_of_growth_by_an_amount_without_a_verb(shown: Shown) -> None:
    text = (
        "In the first nine months, the value-added of the primary industry rose by 3.9% to 12.1 "
        "billion yuan, secondary industry by 4.1% to 70.8 billion yuan; exports grew 3%, up from "
        "a 2% rise in Q1 and Q2."
    )
    fields = ("indicator", "measure", "direction", "period")
    assert shown(text, *fields, published="2020-10-25") == [
        "gdp_primary growth up 2020-01/2020-09",
        "gdp_primary level up 2020-01/2020-09",
        "gdp_secondary growth up 2020-01/2020-09",
        "gdp_secondary level up 2020-01/2020-09",
        "exports growth up 2020-01/2020-09",
        "exports growth up 2020-H1",
    ]


def test_output_value_is_not_value_added(shown: Shown) -> None:
    text = (
        "Industrial output value above designated size rose by 3 percent. "
        "Industrial output above designated size rose by 4 percent."
    )
    assert shown(text, "indicator") == ["industrial_output", "industrial_value_added"]


def test_a_city_in_its_province_is_the_city(shown: Shown) -> None:
    text = "The GDP of Wuxi in East China's Jiangsu province grew by 4 percent."
    assert shown(text, "indicator", "place", place="100000") == ["gdp 320200"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Prices edged down 0.1 percent; core inflation was 0.3 percent.", ["growth down", "growth up"]),
        ("The manufacturing PMI rose to 50.5.", ["index up"]),
        ("Food sales slumped 5.0%, and non-food stores 1.4%.", ["growth down", "growth down"]),
        ("After a decrease in imports came an acceleration in spending, which rose 1.4 percent.", ["growth up"]),
        ("The deficit was $60.2 billion, down $11.5 billion from $71.7 billion in May.", ["level None", "change down", "level None"]),
        ("Exports were $277.3 billion, $1.3 billion less than May exports.", ["level None", "change down"]),
        ("Imports were $337.5 billion, $12.8 billion less.", ["level None", "change down"]),
        ("Employment was little changed (+8,800; +0.1%).", ["change up", "growth up"]),
        ("Jobs were down in government (-32,000; -2.5%).", ["change down", "growth down"]),
        ("The unemployment rate rose 0.1 percentage points to 7.0%.", ["share_change up", "share up"]),
        ("Exports fell 10.8%, so that the trade deficit widened to $7.1 billion.", ["growth down", "level up"]),
        ("Revenue totalled 1.35 trillion yuan, 2.5 percent less.", ["level None", "growth down"]),
    ],
)  # fmt: skip
def test_the_direction_of_each_number_is_its_own(
    shown: Shown, text: str, fields: list[str]
) -> None:
    assert shown(text, "measure", "direction", place=None) == fields


def test_what_had_been_before_leaves_the_period_as_it_was(shown: Shown) -> None:
    text = (
        "In the second quarter of 2023, GDP rose by 0.3% in the euro area. In the first quarter of 2023, "
        "GDP had grown by 0.1%. Compared with the same quarter of the previous year, GDP rose by 0.7%."
    )
    assert shown(text, "period", "measure", place=None, published="2023-08-16") == [
        "2023-Q2 growth_on_period",
        "2023-Q1 growth_on_period",
        "2023-Q2 growth",
    ]


def test_a_whole_year_is_compared_with_the_year_before(shown: Shown) -> None:
    text = (
        "UK GDP fell by 0.4% in the final quarter of 2023, after a decline of 0.1% in the previous quarter. "
        "Over 2023 as a whole, GDP rose by 0.2%."
    )
    assert shown(text, "period", "measure", place=None, published="2024-02-15")[-1] == "2023 growth"


def test_a_part_of_a_percentage_point_is_read(shown: Shown) -> None:
    text = "Farming contributed 0.1 of a percentage point to GDP growth."
    assert shown(text, "measure", "unit", place=None) == ["contribution percentage points"]


def test_numbers_of_a_list_that_would_be_one_figure_have_no_place(shown: Shown) -> None:
    text = "In 2023 GDP growth in Hunan had been 4.6 percent and 5.0 percent."
    assert shown(text, "place") == ["None", "None"]
    text = "GDP growth in Hunan was 4.6 percent and 5.0 percent in 2023 and 2022, respectively."
    assert shown(text, "place") == ["430000", "430000"]


def test_a_title_with_the_month_of_the_release_leaves_the_period_to_the_next_heading(
    shown: Shown,
) -> None:
    # made up; published on 2025-12-22 in these tests: December was not over
    text = "Work in Ruritania: December 2025\n\nMain points for August to October 2025\n\nThe jobless rate was 4.1%.\n\nPay was 3.2% higher than a year earlier."
    assert shown(text, "period", published="2025-12-14") == ["2025-08/2025-10"] * 2


def test_the_town_of_a_dateline_may_stand_right_before_the_text(shown: Shown) -> None:
    text = "LISBON-China's retail sales grew 8.2 percent in 2023."
    assert shown(text, "indicator", "place", published="2024-02-01") == ["retail_sales 100000"]


def test_the_whole_behind_a_share_is_not_what_its_change_is_of(shown: Shown) -> None:
    text = "In 2023 Hunan's exports accounted for 3.1 percent of the country's total, up 0.2 percent. Its imports fell by 4 percent."
    assert shown(text, "place", published="2024-02-01") == ["430000"] * 3
