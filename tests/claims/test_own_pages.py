"""True pages of offices and newspapers beside a reader's own table: health, transport, schools, energy, farming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. Ferry passengers 2024 beside 2023: 31.5 / 30.0 = +5.0 %; the speed of ferries 19.8 / 20.0 = -1.0 %.
TABLE = """Indicator,Unit,Area,2014,2019,2022,2023,2024
Debt ratio,%,Ilmen,28.0,30.5,33.2,33.0,31.6
Debt ratio,%,Orsa,35.0,36.5,38.2,38.9,37.1
Wind capacity,MW,Ilmen,310,720,1510,1820,2045
Wind capacity,MW,Orsa,420,1340,1895,2100,2310
Births,number,Ilmen,3120,2980,2810,2745,2690
Births,number,Orsa,5120,4870,4615,4580,4490
Ferry passengers,million,Ilmen,24.0,28.0,26.4,30.0,31.5
Speed of ferries,km/h,Ilmen,21.6,20.9,20.4,20.0,19.8
Barley harvest,thousand tonnes,Ilmen,200.0,221.0,230.0,190.0,240.0
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("pages") / "ilmen.csv"
    file.write_text(TABLE, "utf-8")
    return str(file)


def verdicts(text: str, data: str) -> list[str]:
    return [*cpstats.check(text, data=data).to_frame()["verdict"]]


def test_a_change_in_points_may_be_on_the_year_that_is_printed(table: str) -> None:
    text = "In 2024 the debt ratio of Ilmen was 31.6%. It is {} percentage points above its 2019 level."
    assert "contradicted" not in verdicts(text.format("1.1"), table)
    assert verdicts(text.format("2.9"), table)[1] == "contradicted"


def test_a_text_comes_back_to_now_after_it_looked_far_back(table: str) -> None:
    text = "Ilmen in 2024. Wind capacity grows. In 2014 it was a mere 310 MW. Wind capacity stands at {} MW in Ilmen and {} MW in Orsa."
    assert "contradicted" not in verdicts(text.format("2,045", "2,310"), table)
    assert verdicts(text.format("2,450", "2,310"), table)[1] == "unverifiable"


def test_the_bracket_behind_a_number_dates_only_what_stands_in_it(table: str) -> None:
    text = "Ilmen in 2024. With {} births (2023: 2,745), the decline in Ilmen went on."
    assert verdicts(text.format("2,690"), table)[0] == "confirmed"
    assert verdicts(text.format("2,960"), table)[0] == "contradicted"


def test_a_number_of_two_places_together_is_not_that_of_one(table: str) -> None:
    text = (
        "In 2024, {} births were registered in the two regions: 2,690 in Ilmen and 4,490 in Orsa."
    )
    assert verdicts(text.format("7,180"), table)[0] == "unverifiable"


def test_growth_since_then_may_be_counted_from_any_year(table: str) -> None:
    text = "In 2024 the barley harvest of Ilmen was 240 thousand tonnes, against 200 thousand ten years ago; it has grown by {} per cent since then."
    assert "contradicted" not in verdicts(text.format("20.0"), table)


def test_the_drought_year_is_what_the_harvest_is_held_against(table: str) -> None:
    text = (
        "In 2024 the barley harvest of Ilmen was {} per cent larger than in the drought year 2023."
    )
    assert verdicts(text.format("26.3"), table) == ["confirmed"]
    assert verdicts(text.format("36.2"), table) == ["contradicted"]


def test_its_own_peak_is_not_that_of_the_place_it_was_held_against(table: str) -> None:
    text = "The debt ratio of Ilmen fell to 31.6% in 2024, well below the 37.1% of Orsa and below its own peak of 33.2% in 2022."
    assert "contradicted" not in verdicts(text, table)


def test_growth_of_what_is_not_named_may_be_that_of_another_column(table: str) -> None:
    text = "Ilmen in 2024. Ferries were used by 31.5 million passengers. This was {} per cent more than in 2023."
    assert "contradicted" not in verdicts(text.format("5.0"), table)
    assert verdicts(text.format("7.5"), table)[1] == "contradicted"


# Invented. Price index 2024-11 beside 2024-10: 118.4 and 118.1; vacancies 2024Q3 beside 2023Q3: 1,902 / 2,000 = -4.9 %.
MONTHS = """Country: Verdania
Month,Consumer price index (2015=100)
2023-10,115.0
2023-11,115.2
2024-10,118.1
2024-11,118.4
"""
QUARTERS = """Region: Tarvo
Quarter,Vacancies
2023Q2,1980
2023Q3,2000
2024Q2,1850
2024Q3,1902
"""


def test_a_month_earlier_is_no_month_of_last_year(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(MONTHS, "utf-8")
    text = (
        "Verdania, November 2024. The consumer price index stood at 118.4 points in November 2024, "
        "compared with {} a month earlier and 115 in November of last year."
    )
    assert "contradicted" not in verdicts(text.format("118.1"), str(file))


def test_below_the_quarter_of_last_year_is_less(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(QUARTERS, "utf-8")
    text = (
        "In the third quarter of 2024 vacancies in Tarvo numbered 1,902. They recovered "
        "(+2.8% on the previous quarter), but remained {}% below the third quarter of 2023."
    )
    assert "contradicted" not in verdicts(text.format("4.9"), str(file))
    assert "contradicted" in verdicts(text.format("9.4"), str(file))


# Invented. Deaths of children per 1000 births in two countries.
CENTURY = """Indicator,Unit,Country,2000,2010,2020,2022
Child mortality rate,per 1000 live births,Tembo,131.2,94.5,70.3,66.0
Child mortality rate,per 1000 live births,Osura,110.6,82.1,57.9,54.8
"""


def test_what_had_been_at_the_turn_of_the_century_is_not_of_now(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(CENTURY, "utf-8")
    text = (
        "The child mortality rate fell to 66 per 1,000 live births in Tembo in 2022. "
        "At the turn of the century it had been 131.2 in Tembo and 110.6 in Osura."
    )
    assert "contradicted" not in verdicts(text, str(file))


# Invented. Apple harvest 2023 beside 2022: 1,733.1 / 1,455.2 = +19.1 %; planted 2023: 5,272 thousand acres.
ORCHARDS = """Indicator,Unit,County,2000,2019,2022,2023
Apple harvest,million bushels,Arden,1610.4,1702.0,1455.2,1733.1
Area planted,thousand acres,Arden,5020,5110,5131,5272
Growers,number,Arden,4010,2870,2455,2348
Hotel nights,thousand,Arden,2010,2204,2050,2315
Hotel nights,thousand,Borrow,1011,1288,1105,1341
Share of smokers,%,Arden,37.6,27.3,24.9,24.2
"""


@pytest.fixture(scope="module")
def orchards(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("orchards") / "arden.csv"
    file.write_text(ORCHARDS, "utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("In 2023 growers in Arden fell by 107 to 2,348; four years earlier there had been {}.", "2,870", "2,780"),
        ("Arden, 2023. Hotel nights came to 2,315 thousand, {} thousand in the year before.", "2,050", "2,500"),
        ("Fig. 1: Hotel nights, thousand, 2023: Arden {}, Borrow 1,341.", "2,315", "2,513"),
        ("In 2023 the area planted in Arden was {} million acres.", "5.27", "5.72"),
        ("In 2023 Arden's apple harvest was {} billion bushels.", "1.73", "1.37"),
        ("In 2023 Arden's apple harvest was {} million bushels.", "1,733.1", "1,455.2"),
        ("Arden's apple harvest was {} million in 2023.", "1,733.1", "1,455.2"),
    ],
)  # fmt: skip
def test_years_before_and_scales_that_a_caption_says_are_read(
    orchards: str, text: str, true: str, false: str
) -> None:
    assert "contradicted" not in verdicts(text.format(true), orchards)
    assert "confirmed" in verdicts(text.format(true), orchards)
    assert "contradicted" in verdicts(text.format(false), orchards)


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 the share of smokers in Arden was 24.2%. Arden has come a long way, though: at the turn of the millennium 37.6% smoked.",
        "In 2023 hotel nights in Arden came to 2,315 thousand, against 2,204 thousand before the pandemic.",
    ],
)
def test_what_was_then_nobody_dates_is_not_of_the_year_before(orchards: str, text: str) -> None:
    assert verdicts(text, orchards) == ["confirmed", "unverifiable"]


# Invented. Freight 2024Q3 beside 2024Q2: 43,980 / 45,210 = -2.7 %, beside 2023Q3: 43,980 / 40,110 = +9.6 %.
FREIGHT = """Region: Port Halm
Quarter,Freight (tonnes)
2023Q2,42850
2023Q3,40110
2024Q2,45210
2024Q3,43980
"""


def test_when_a_clause_of_another_quarter_ends_the_sentence_is_back(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(FREIGHT, "utf-8")
    text = (
        "In the third quarter of 2024 the freight of Port Halm amounted to 43,980 tonnes. This was 2.7% less than in the "
        "second quarter, when 45,210 tonnes were loaded, but {}% more than in the same period of the previous year."
    )
    assert verdicts(text.format("9.6"), str(file))[-1] == "confirmed"
    assert verdicts(text.format("6.9"), str(file))[-1] == "contradicted"


def test_what_fell_for_the_first_time_passed_nothing(orchards: str) -> None:
    text = "In 2023 the share of smokers in Arden fell for the first time to {}%."
    assert verdicts(text.format("24.2"), orchards) == ["confirmed"]
    assert verdicts(text.format("42.2"), orchards) == ["contradicted"]


def test_a_clause_that_looks_back_does_not_date_what_the_sentence_says_then(orchards: str) -> None:
    text = (
        "Arden, 2023. The apple harvest, which had dropped from 1,702.0 million bushels in 2019 to 1,455.2 million bushels in 2022, "
        "recovered to {} million bushels."
    )
    told = verdicts(text.format("1,733.1"), orchards)
    assert told == ["confirmed", "confirmed", "confirmed"]
    assert verdicts(text.format("1,373.1"), orchards)[-1] == "contradicted"


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Hotel nights in Arden rise to {} thousand in 2023", "2,315", "2,153"),
        ("In 2023 hotel nights in Arden nevertheless reached {} thousand.", "2,315", "2,153"),
        # 1,733.1 / 1,702.0 = +1.8 %
        ("In 2023 the apple harvest of Arden was 1,733.1 million bushels, the most in five years and {}% more than in 2019.", "1.8", "8.1"),
        ("Between 2000 and 2023 hotel nights in Arden rose by {} thousand.", "305", "503"),
    ],
)  # fmt: skip
def test_headlines_adverbs_records_and_changes_between_two_years_are_read(
    orchards: str, text: str, true: str, false: str
) -> None:
    assert {*verdicts(text.format(true), orchards)} == {"confirmed"}
    assert "contradicted" in verdicts(text.format(false), orchards)


# Invented. Storage and prices of four months.
STORAGE = """Country: Marenia
Month,Gas storage (% full),Power price (cents per kWh),Forest fires,Jobseekers
2023-09,95.1,31.8,40,142600
2024-06,77.9,28.1,91,150100
2024-08,89.6,28.6,77,141100
2024-09,94.2,28.7,52,139300
"""


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Marenia, September 2024. Households paid 28.7 cents per kWh of power. The low was 28.1 cents per kWh in June. Gas storage was {}% full.", "94.2", "49.2"),
        ("In September 2024 households in Marenia paid 28.7 cents per kWh of power, {} cents less than in September 2023.", "3.1", "1.3"),
        ("Marenia, September 2024. Gas storage was {}% full, after 89.6% in the previous month.", "94.2", "92.4"),
        ("In September 2024 forest fires in Marenia numbered 52, {}% fewer than the 77 of August.", "32.5", "23.5"),
    ],
)  # fmt: skip
def test_lows_and_months_before_do_not_date_what_is_told_of_now(
    tmp_path: Path, text: str, true: str, false: str
) -> None:
    file = tmp_path / "t.csv"
    file.write_text(STORAGE, "utf-8")
    assert "contradicted" not in verdicts(text.format(true), str(file))
    if "fewer" not in text:
        assert "contradicted" in verdicts(text.format(false), str(file))


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 growers in Arden numbered 2,348, against 4,010 in 2000. Over that time the number of growers has fallen by 41.4%.",
        "Arden, 2023. On average, 2,921 growers a year were counted from 2000 to 2023.",
        "In 2023 hotel nights in Arden came to 2,315 thousand, 12.9% more than the 2,050 of 2022, yet more than the 2,204 sold in 2019.",
    ],
)
def test_what_is_said_of_no_single_year_is_not_accused(orchards: str, text: str) -> None:
    assert "contradicted" not in verdicts(text, orchards)


@pytest.mark.parametrize(
    "text",
    [
        "Arden, 2023. Between 2019 and 2023 there were 7,673 growers in all.",
        "In 2023 growers in Arden numbered 2,348. The three-year average was 2,558 growers.",
    ],
)
def test_totals_and_means_of_years_are_no_figures_of_the_last(orchards: str, text: str) -> None:
    assert "contradicted" not in verdicts(text, orchards)


@pytest.mark.parametrize(
    "text",
    [
        "In September 2024 jobseekers in Marenia numbered 139,300, {} fewer than in June.",
        "Since June 2024 jobseekers in Marenia have fallen by {} to 139,300 in September.",
    ],
)
def test_a_change_since_a_month_is_not_that_since_the_year_before(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "t.csv"
    file.write_text(STORAGE, "utf-8")
    assert verdicts(text.format("10,800"), str(file)) == ["confirmed", "confirmed"]
    assert "contradicted" in verdicts(text.format("18,000"), str(file))


def test_a_rate_is_not_on_the_year_that_its_result_is_held_against_in_another_clause(
    table: str,
) -> None:
    # 31.5 on 30.0 of 2023 is +5.0 %; on the 28.0 of 2019 it would be +12.5 %
    for link in (", but that was above the", ", yet that was above the", ", well above the"):
        text = f"Ilmen in 2024. Ferry passengers rose to 31.5 million, {{}}% more{link} 28.0 million of 2019."
        assert "contradicted" not in verdicts(text.format("5.0"), table)
    held = (
        "Ilmen in 2024. Ferry passengers came to 31.5 million, {}% above the 28.0 million of 2019."
    )
    assert "contradicted" not in verdicts(held.format("12.5"), table)
    assert verdicts(held.format("21.5"), table)[1] == "inconsistent"


def test_what_moves_in_a_part_that_no_table_names_is_not_the_place_s(table: str) -> None:
    # all of Ilmen had 2,690 births in 2024, 2.0 % fewer than in 2023
    said = "In 2024, 2,690 births were registered in Ilmen. {} 412 births were counted, 3.1% more than the year before."
    for part in ("In the hills", "On the islands", "Elsewhere"):
        assert "contradicted" not in verdicts(said.format(part), table)
    assert verdicts(said.format("In Orsa"), table)[-1] == "contradicted"
    back = "In the hills 412 births were counted; births in Ilmen rose by 2.0% in 2024."
    assert verdicts(back, table)[-1] == "contradicted"


def test_a_bound_in_some_of_several_years_is_of_none_that_is_said(table: str) -> None:
    # 37.1 % in 2024: under 37.5, but not under 37.0; 36.5 in 2019
    said = "Orsa in 2024. The debt ratio is falling. {}"
    for some in (
        "In two of the last five years, the debt ratio was below {}%.",
        "In most years the debt ratio was below {}%.",
        "The debt ratio was below {}% in all but three years.",
        "The debt ratio was below {}% twice in five years.",
    ):
        assert "contradicted" not in verdicts(said.format(some.format("37.0")), table)
    this = "In 2024 the debt ratio was below {}%."
    assert verdicts(said.format(this.format("37.0")), table) == ["contradicted"]


def test_what_it_moved_to_when_it_last_did_is_of_then(table: str) -> None:
    text = "Orsa in 2024. The debt ratio fell to 37.1%, the first fall since 2022, when it had slipped from 38.5% to {}%."
    assert "contradicted" not in verdicts(text.format("38.2"), table)
    assert verdicts(text.format("28.2"), table)[-1] != "confirmed"
