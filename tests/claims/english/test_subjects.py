"""What an English number is about, where a place or its people have it, and of whom it counts all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from tests.claims.conftest import Judge, Shown


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Hunan residents had a per capita disposable income of 30,000 yuan.", "disposable_income level"),
        ("Urban residents in Hunan earned a per capita disposable income of 40,000 yuan.", "disposable_income_urban level"),
        ("Hunan had an economy worth 5 trillion yuan.", "gdp level"),
        ("Hunan's tertiary industry generated value added of 2 trillion yuan.", "gdp_tertiary level"),
        ("Private firms in Hunan reported exports of 5 billion yuan.", "None level"),
        ("Hunan posted full-year growth of 4 percent.", "gdp growth"),
        ("Hunan's second-quarter growth was 4 percent.", "gdp growth"),
        ("Hunan's export growth was 4 percent.", "exports growth"),
        ("Hunan cut its PM2.5 average to 35 micrograms per cubic meter.", "pm25 level"),
        ("The share of services in Hunan's GDP was 54 percent.", "gdp_tertiary share"),
        ("The population of Hunan was 65.4 million.", "resident_population level"),
        ("The population aged 60 and over was 15 million.", "None level"),
        ("The population living alone in Hunan was 5 million.", "None level"),
        ("Hunan had 65.4 million residents.", "resident_population level"),
        ("Hunan had 15 million residents aged 60 and over.", "None level"),
        ("Hunan's hospitals had 15 million people.", "None level"),
        ("The jobless rate among graduates was 9 percent.", "None share"),
        ("Joblessness in Hunan was 5 percent.", "unemployment share"),
        ("Official figures put Hunan's GDP at 5 trillion yuan.", "gdp level"),
        ("In per-capita terms, Hunan's GDP reached 75,000 yuan.", "gdp_per_capita level"),
        ("Hunan's residents spent 25,000 yuan per head.", "consumption_per_capita level"),
        ("Hunan spent 900 billion yuan from its general public budget.", "budget_expenditure level"),
        ("Rural residents of Hunan earned an average disposable income of 20,000 yuan.", "disposable_income_rural level"),
        ("The survey showed the unemployment rate in Hunan during the month at 5 percent.", "unemployment share"),
        ("Calendar and working-day adjusted GDP of Hunan rose 5 percent.", "gdp growth"),
        ("Hunan's index of industrial production rose 5 percent.", "industrial_value_added growth"),
        ("Industry and construction sector output in Hunan, giving it an unemployment rate of 5 percent.", "unemployment share"),
        ("In rural areas, per capita disposable income in Hunan was 20,000 yuan.", "disposable_income_rural level"),
        ("In rural areas, retail inflation in Hunan was 2 percent.", "None growth"),
        ("As the fall in imports of Hunan exceeded that in exports, the trade surplus increased to 5 billion yuan.", "None level"),
        ("Some 65.7 million people lived in Hunan.", "resident_population level"),
        ("Some 15 million people lived in poverty.", "None level"),
        ("As many as 60 percent of Hunan's people lived in towns and cities.", "urbanisation share"),
        ("Services generated 2 trillion yuan of value added in Hunan.", "gdp_tertiary level"),
        ("Hunan, the rice bowl of the south, produced 5 trillion yuan of GDP.", "gdp level"),
        ("Prices rose. Services rose 6 percent.", "None growth"),
        ("Hunan's GDP was 5.3 trillion yuan in current prices.", "gdp level"),
        ("Hunan saw the sharpest drop of GDP, down 5 percent.", "gdp growth"),
        ("In 2021 Hunan outpaced Hubei, expanding 7.7 percent.", "gdp growth"),
        ("Hunan closed 2023 with output of 5 trillion yuan.", "gdp level"),
        ("Private firms in Hunan reported output of 1 trillion yuan.", "None level"),
        ("Hunan's tertiary-industry output leapt 6 percent.", "gdp_tertiary growth"),
        ("The number of people living in Hunan fell to 65.7 million.", "resident_population level"),
        ("The number of people living alone in Hunan fell to 5 million.", "None level"),
        ("Hunan remained the largest economy of the south with a GDP of 5 trillion yuan.", "gdp level"),
        ("The general public budget of Hunan took in 300 billion yuan.", "budget_revenue level"),
        ("Unemployment in Hunan's towns averaged 5 percent.", "unemployment share"),
        ("Hunan's retail sales were 2 trillion yuan.", "retail_sales level"),
        ("Retail sales, off 3 percent, were weak in Hunan.", "retail_sales growth"),
        ("Hunan's per capita spending by households rose 3 percent.", "consumption_per_capita growth"),
        ("Hunan trailed Hubei by 2 percentage points in GDP growth.", "gdp growth_gap"),
        ("Growth of 5 percent took Hunan's GDP past expectations.", "None growth"),
        ("Just 9 percent of Hunan's GDP came from the primary sector.", "gdp_primary share"),
        ("Real growth in Hunan slowed to 4 percent.", "gdp growth"),
        ("Output in Hunan was 5 trillion yuan.", "gdp level"),
        ("Revenue flowing into Hunan's general public budget reached 300 billion yuan.", "budget_revenue level"),
        ("The percent change in Hunan's real GDP was 4 percent.", "gdp growth"),
        ("Hunan had 4 percent of the nation's GDP.", "gdp share"),
        ("Hunan cemented its position as the region's largest economy with 5 trillion yuan.", "gdp level"),
        ("Hunan posted the fastest growth of the south, at 4.6 percent.", "gdp growth"),
        ("Hunan posted the fastest growth of exports, at 4.6 percent.", "exports growth"),
        ("Hunan's GDP, in chained volume measures, was estimated to have risen by 4 percent.", "gdp growth"),
        ("Hunan had the highest GDP per head in current market prices at 75,000 yuan.", "gdp_per_capita level"),
        ("Urban residents in Hunan saw their per capita disposable income reach 48,000 yuan.", "disposable_income_urban level"),
        ("On 31 December 2023, 65.7 million people lived in Hunan.", "resident_population level"),
        ("All saw a fall in real GDP; the largest decrease was in Hunan at 3 percent.", "gdp growth"),
        ("Residents of Hunan had the highest per capita disposable income in the region, at 36,000 yuan.", "disposable_income level"),
        ("Industrial output of Hunan's major enterprises was up 5 percent.", "industrial_value_added growth"),
        ("China's exports to Japan fell 8 percent.", "None growth"),
        ("Hunan's exports rose to 400 billion yuan.", "exports level"),
        ("Budget expenditure in Hunan was 5 percent more than the year before.", "budget_expenditure growth"),
        ("The ratio of Hunan's tertiary industry to its GDP was 54 percent.", "gdp_tertiary share"),
        ("Hunan's retail sales last grew in 2023, when they rose 6 percent.", "retail_sales growth"),
        ("Hunan collected 200 billion yuan in taxes.", "tax_revenue level"),
        ("Hunan collected 200 billion yuan in fees.", "None level"),
        ("Some 60 percent of Hunan's population was urban.", "urbanisation share"),
        ("Hunan's exports went into reverse and lost 3 percent.", "exports growth"),
        ("Hunan people's per capita disposable income rose 5 percent.", "disposable_income growth"),
        ("Spending under Hunan's general public budget grew 3 percent.", "budget_expenditure growth"),
        ("The CPI for Hunan showed an annual increase of 1 percent.", "cpi growth"),
        ("Output per head in Hunan was 75,000 yuan.", "gdp_per_capita level"),
        ("Hubei's GDP amounted to 110 percent of Hunan's in 2023.", "gdp share"),
    ],
)  # fmt: skip
def test_what_it_is_about(shown: Shown, text: str, fields: str) -> None:
    assert shown(text, "indicator", "measure", place="430000") == [fields]


def test_services_and_output_are_of_gdp_where_it_is_spoken_of(shown: Shown) -> None:
    text = "Hunan's GDP grew 5 percent. By sector, services rose 6 percent, industry and construction 4 percent."
    assert shown(text, "indicator") == ["gdp", "gdp_tertiary", "gdp_secondary"]
    text = "Hunan's economy slowed when output grew 3 percent."
    assert shown(text, "indicator") == ["gdp"]
    assert shown("Factories slowed when output grew 3 percent.", "indicator") == ["None"]


def test_a_district_that_is_described_keeps_its_number(shown: Shown) -> None:
    text = "Yuelu, a western district of Changsha, and Hunan, a province in China, grew. "
    assert shown(
        text + "Hunan, a province of China, reported GDP of 5 trillion yuan.", "place"
    ) == ["430000"]


def test_a_sign_before_the_number_of_a_growth_is_kept(shown: Shown) -> None:
    assert shown("Hunan recorded growth of -2.5 percent.", "measure", "direction") == [
        "growth down"
    ]


def test_exports_that_slid_are_compared_with_nothing(shown: Shown) -> None:
    text = "In 2021 imports into Hunan rose 5 percent, whereas exports from the province slid 3 percent."
    fields = shown(text, "indicator", "period", "direction", published="2022-03-01")
    assert fields == ["imports 2021 up", "exports 2021 down"]


def test_exports_from_somewhere_are_compared_with_nothing(shown: Shown) -> None:
    text = "Exports from Hunan surged 58 percent to 5 billion yuan in the first half of 2024."
    assert shown(text, "period", published="2025-03-01") == ["2024-H1", "2024-H1"]


def test_a_distance_in_per_cent_is_wrong_where_it_is_right_in_points(judge: Judge) -> None:
    # 5.6 less 5.0 is 0.6 points; 12 % (5.6 / 5.0) is another number, of which nothing is known
    rates = ("gdp 110114 2023 growth 5.6", "gdp 100000 2023 growth 5.0")
    said = "Changping's GDP growth in 2023 was {} higher than the national average in China."
    for number, verdict in (
        ("0.6 percentage points", "confirmed"),
        ("0.6 percent", "contradicted"),
        ("12 percent", "unverifiable"),
    ):
        assert judge(said.format(number), *rates)[0][1] == verdict


def test_a_name_of_several_kinds_is_accused_only_of_a_slip() -> None:
    # 2.267 million residents at the end of 2022 (built-in); the registered people of that year, of whom
    # nothing is known, may be any number, but ten times the residents is a slip
    said = "Changping had a population of {} million at the end of 2022."
    for number, verdict in (
        ("2.267", "confirmed"),
        ("22.67", "contradicted"),
        ("0.66", "unverifiable"),
    ):
        asked = Asked(published=date(2023, 3, 1))
        report = check([of_sentence(said.format(number))], open_package(), asked)
        assert [record["verdict"] for record in report.records] == [verdict]


def test_what_was_done_besides_is_another_thing(shown: Shown) -> None:
    text = "Hunan's residents had a per capita disposable income of 30,000 yuan and {} 20,000 yuan."
    for verb, second in (("spent", "consumption_per_capita"), ("saved", "None")):
        assert shown(text.format(verb), "indicator") == ["disposable_income", second]


def test_three_sectors_are_the_industries_in_their_order(shown: Shown) -> None:
    text = "The three sectors of Hunan produced 400, 1,800 and 2,800 billion yuan respectively."
    assert shown(text, "indicator") == ["gdp_primary", "gdp_secondary", "gdp_tertiary"]


def test_a_rank_and_the_amount_behind_it_are_of_one_place(shown: Shown) -> None:
    text = "Hunan ranked ninth nationwide with a GDP of 5 trillion yuan."
    assert shown(text, "indicator", "place") == ["gdp 430000", "gdp 430000"]


def test_the_other_side_of_a_budget_is_of_the_same_budget(shown: Shown) -> None:
    text = (
        "The general public budget revenue of Hunan rose 3 percent, and expenditure rose 5 percent."
    )
    assert shown(text, "indicator") == ["budget_revenue", "budget_expenditure"]
    text = "Retail sales in Hunan rose 3 percent, and expenditure rose 5 percent."
    assert shown(text, "indicator") == ["retail_sales", "None"]


def test_a_group_alone_takes_up_the_figure_before(shown: Shown) -> None:
    text = "Urban residents in Hunan had a per capita disposable income of 48,000 yuan, and rural residents 20,000 yuan, up 6 percent."
    assert shown(text, "indicator") == ["disposable_income_urban", *["disposable_income_rural"] * 2]


def test_each_of_three_shares_is_of_output(shown: Shown) -> None:
    text = "The three industries contributed 9, 37 and 54 percent of Hunan's GDP respectively."
    assert shown(text, "indicator", "measure") == [
        f"gdp_{which} share" for which in ("primary", "secondary", "tertiary")
    ]


def test_the_other_group_has_the_number_behind_its_name(shown: Shown) -> None:
    text = "Rural residents in Hunan had a per capita disposable income of 20,000 yuan; for their urban counterparts it was 48,000 yuan."
    assert shown(text, "indicator") == ["disposable_income_rural", "disposable_income_urban"]


def test_a_part_that_stands_beside_its_number_is_not_the_part_before(shown: Shown) -> None:
    text = "Value added in services gained 5 percent in Hunan, in manufacturing 6 percent."
    assert shown(text, "indicator") == ["gdp_tertiary", "None"]
    text = "Rural residents' per capita disposable income in Hunan rose 7 percent, that of urban residents 6 percent."
    assert shown(text, "indicator") == ["disposable_income_rural", "disposable_income_urban"]


def test_what_is_spent_a_head_on_one_thing_is_not_the_whole(shown: Shown) -> None:
    assert shown("Hunan's residents spent 25,000 yuan per head on cars.", "indicator") == ["None"]


def test_people_over_some_age_are_not_the_population(shown: Shown) -> None:
    for whose, indicator in (("population over 60", "None"), ("population", "resident_population")):
        text = f"Beijing's {whose} grew by 0.9 percent to 21.8 million in 2023."
        assert shown(text, "indicator") == [indicator] * 2, whose


def test_what_was_expected_is_of_the_same_as_the_number_before(shown: Shown) -> None:
    text = (
        "Exports rose 9 percent in March 2024. Economists had expected an increase of 6 percent. "
        "That's much better than the 5 percent in February."
    )
    assert shown(text, "indicator", "status", place="100000") == [
        "exports claim",
        "exports target",
        "exports claim",
    ]


def test_trade_behind_that_with_a_partner_is_not_all_trade(shown: Shown) -> None:
    text = "Exports to Japan fell 9 percent in March 2024, while imports rose 2 percent. Imports of all goods rose 4 percent."
    assert shown(text, "indicator", place="100000") == ["None", "None", "imports"]


def test_a_share_that_something_unnamed_accounts_for_is_not_the_whole(shown: Shown) -> None:
    text = "The growth of domestic demand slowed to 3 percent, accounting for 98 percent of the Estonian GDP."
    assert shown(text, "indicator", "measure", place=None)[-1] == "None share"


def test_a_part_of_growth_is_a_contribution(shown: Shown) -> None:
    text = (
        "In 2023 the services sector grew 6 percent, contributing 68 percent to economic growth. "
        "The industry and construction sector expanded 2 percent, making up for 22 percent of the growth."
    )
    assert shown(text, "indicator", "measure", place="100000") == [
        "gdp_tertiary growth",
        "None share",
        "gdp_secondary growth",
        "None share",
    ]


def test_what_something_leads_to_is_not_what_led_to_it(shown: Shown) -> None:
    text = (
        "Exports and imports rose in May 2023, resulting in a trade surplus of 85 billion dollars."
    )
    assert shown(text, "indicator", place="100000") == ["None"]
    text = "It is a fall from the annual inflation rate of 2.5 percent in May 2023."
    assert shown(text, "indicator", "measure", "direction", place="100000") == ["cpi growth up"]


def test_a_rate_counts_no_people(shown: Shown) -> None:
    text = "In 2023 unemployment decreased by 26,100 (-12.2 percent). The unemployment rate was 5.2 percent."
    assert shown(text, "indicator", place="100000") == ["None", "None", "unemployment"]


def test_the_whole_of_a_share_is_not_what_the_next_number_is_about(shown: Shown) -> None:
    text = "Long-term unemployment accounted for 54 percent of total unemployment in 2023, compared with 57 percent in 2022."
    assert shown(text, "indicator", place="100000") == ["None", "None"]


def test_a_rate_before_the_name_of_what_grew_is_its_growth(shown: Shown) -> None:
    text = "The data of May show that the 2 percent gross domestic product growth is the highest."
    assert shown(text, "indicator", "measure", place="100000") == ["gdp growth"]


def test_a_forecast_that_was_beaten_is_of_what_beat_it(shown: Shown) -> None:
    text = "GDP rose 2 percent in 2023. That beat forecasts for an increase of 1 percent."
    assert shown(text, "indicator", "status", place="100000") == ["gdp claim", "gdp target"]


def test_what_grew_at_a_rate_grew(shown: Shown) -> None:
    text = "Exports of Hunan grew at 2 percent in 2023 and were forecast to ease 3 percent in 2024."
    assert shown(text, "indicator", "measure", "direction", place=None) == [
        "exports growth up",
        "exports growth down",
    ]


def test_an_amount_and_its_conversion_are_of_what_follows_both(shown: Shown) -> None:
    text = "Hunan reported 384 billion yuan (about 57 billion U.S. dollars) of gross domestic product in the first half."
    assert shown(text, "indicator", place=None) == ["gdp", "gdp"]
