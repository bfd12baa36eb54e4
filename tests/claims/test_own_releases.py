"""True releases and news beside a reader's own table: towns by the month, school years, rents, farms; and turned verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. Pupils 2023/24 on 2022/23: 4,080 / 4,120 = -1.0 %; on 2014/15: 4,080 / 4,300 = -5.1 %.
SCHOOLS = """Indicator,Unit,Area,2014/15,2021/22,2022/23,2023/24
Pupils,number,Norvale,4300,4190,4120,4080
Library members,number,Norvale,5210,5105,4980,5060
Pupil attendance,%,Norvale,95.0,91.6,91.1,92.5
Pupil attendance,%,Ester,94.1,90.2,90.4,90.9
Broken lamps,number,Norvale,310,402,371,356
"""
# Invented. Rent 2024 on 2020: 512 - 402 = 110; barley 2020 to 2024 on average 4.42.
TOWNS = """Indicator,Unit,Area,2020,2021,2022,2023,2024
Weekly rent,dollars,Norvale,402,431,468,495,512
Weekly rent,dollars,Ester,380,399,420,441,455
Barley yield,tonnes per hectare,Norvale,4.6,4.9,4.8,3.9,3.9
Vacancy rate,%,Norvale,2.4,2.2,2.0,1.9,1.8
Vacancy rate,%,Ester,1.9,1.8,1.7,1.6,1.5
Vacant dwellings,number,Norvale,240,226,205,190,181
Vacant dwellings,number,Ester,131,127,120,115,104
Residents,number,Norvale,40000,40300,40700,41200,41900
Residents,number,Ester,20000,20100,20300,20500,20800
"""
# Invented. Food prices: 150.6 / 150.0 = +0.4 % on the month, / 140.0 = +7.6 % on the year; Transport 125.0 / 126.0 = -0.8 %, / 122.5 = +2.0 %.
MONTHS = """Region: Norvale
Month,Food price index,Transport price index,Visitors (thousand)
2023-08,139.2,122.1,310.2
2023-09,139.8,122.3,290.4
2023-10,140.0,122.5,260.8
2024-08,149.1,125.9,331.0
2024-09,150.0,126.0,301.6
2024-10,150.6,125.0,271.2
"""


def verdicts(text: str, data: str) -> list[str]:
    return [*cpstats.check(text, data=data).to_frame()["verdict"]]


def _file(folder: Path, table: str) -> str:
    file = folder / "own.csv"
    file.write_text(table, "utf-8")
    return str(file)


@pytest.fixture
def schools(tmp_path: Path) -> str:
    return _file(tmp_path, SCHOOLS)


@pytest.fixture
def towns(tmp_path: Path) -> str:
    return _file(tmp_path, TOWNS)


@pytest.fixture
def months(tmp_path: Path) -> str:
    return _file(tmp_path, MONTHS)


def test_a_growth_since_a_school_year_is_that_since_it(schools: str) -> None:
    text = "There were 4,080 pupils in Norvale in 2023/24, a decrease of 1.0% since 2022/23 and of {}% since 2014/15."
    assert verdicts(text.format("5.1"), schools) == ["confirmed"] * 3
    assert verdicts(text.format("1.0"), schools)[2] == "contradicted"


def test_a_rise_of_points_of_a_rate_is_no_change_of_its_growth(schools: str) -> None:
    text = (
        "Pupil attendance in Norvale improved to 92.5% in 2023/24, a rise of {} percentage points."
    )
    assert verdicts(text.format("1.4"), schools) == ["confirmed", "confirmed"]
    assert verdicts(text.format("4.1"), schools)[1] == "contradicted"


def test_a_bare_number_that_is_held_against_keeps_its_words_of_time(schools: str) -> None:
    text = "Norvale in 2023/24\n\nNorvale had {} broken lamps, {} 371 in 2022/23."
    for link in ("against", "compared with", "down from"):
        assert verdicts(text.format("356", link), schools)[0] == "confirmed"
        assert verdicts(text.format("371", link), schools)[0] != "confirmed"


def test_a_rate_is_not_on_a_year_that_was_only_guessed(schools: str) -> None:
    text = "Norvale in 2023/24\n\nPupils numbered 4,080, down from 4,300 in 2014/15.\n\nLibrary members rose from 4,980 to 5,060, or by {}%."
    assert "contradicted" not in verdicts(text.format("1.6"), schools)
    assert verdicts(text.format("6.1"), schools)[-1] in ("contradicted", "inconsistent")


def test_so_many_dollars_a_week_more_are_a_change(towns: str) -> None:
    text = "In 2024 the weekly rent in Norvale was $512. That is ${} a week more than in 2020."
    assert verdicts(text.format("110"), towns) == ["confirmed", "confirmed"]
    assert verdicts(text.format("180"), towns)[1] == "contradicted"


@pytest.mark.parametrize(
    "lead", ["Over the five years", "Over the period", "During the whole period"]
)
def test_a_mean_over_years_is_of_none_of_them(towns: str, lead: str) -> None:
    text = (
        f"Norvale in 2024\n\n{lead} the barley yield in Norvale averaged 4.42 tonnes per hectare."
    )
    assert verdicts(text, towns) == ["unverifiable"]
    one = "In 2024 the barley yield in Norvale averaged {} tonnes per hectare."
    assert verdicts(one.format("3.9"), towns) == ["confirmed"]
    assert verdicts(one.format("4.42"), towns) == ["contradicted"]


def test_years_counted_at_the_beginning_hold_for_all_its_rates(towns: str) -> None:
    text = "Residents in 2024\n\nOver four years, residents in Norvale rose by 4.8%, those in Ester by {}%."
    assert verdicts(text.format("4.0"), towns) == ["confirmed", "confirmed"]
    assert verdicts(text.format("6.4"), towns)[1] == "contradicted"


def test_a_number_that_names_its_place_does_not_close_that_of_one_before(towns: str) -> None:
    text = "Homes in Norvale and Ester, 2024\n\nNorvale had 41,900 residents in 2024.\n\nIn 2024 there were 104 vacant dwellings in Ester. The vacancy rate stood at {}%. Norvale had a vacancy rate of 1.8%."
    assert "contradicted" not in verdicts(text.format("1.5"), towns)


def test_a_rate_whose_step_another_one_says_may_be_on_the_month(months: str) -> None:
    text = "In October 2024 the food price index in Norvale rose by 7.6% year on year. This was tempered by a fall of {}% in the transport price index."
    assert "contradicted" not in verdicts(text.format("0.8"), months)
    assert verdicts(text.format("5.8"), months)[-1] == "contradicted"


def test_this_compares_to_looks_back(towns: str) -> None:
    text = "In 2024 the weekly rent in Norvale was $512. This compares to $495 in 2023 and $468 in 2022, but remains {}% above the level of 2020."
    assert "contradicted" not in verdicts(text.format("27.4"), towns)


@pytest.mark.parametrize(
    ("text", "data", "right"),
    [
        ("In 2024 the vacancy rate in Norvale {} to 1.8%.", TOWNS, "fell"),
        ("The weekly rent in Ester {} sharply to $455 in 2024.", TOWNS, "climbed"),
        ("Pupils in Norvale {} to 4,080 in 2023/24.", SCHOOLS, "declined"),
        ("Pupils in Norvale {} from 4,120 in 2022/23 to 4,080 in 2023/24.", SCHOOLS, "dropped"),
    ],
)
def test_a_verb_that_turns_a_right_number_round_is_found(
    tmp_path: Path, text: str, data: str, right: str
) -> None:
    file = _file(tmp_path, data)
    wrong = "rose" if right in ("fell", "declined", "dropped") else "fell"
    assert {*verdicts(text.format(right), file)} == {"confirmed"}
    assert {*verdicts(text.format(wrong), file)} & {"contradicted", "inconsistent"}


def test_a_verb_is_not_false_where_the_text_may_mean_another_time(schools: str) -> None:
    # 92.5 % in 2023/24, 91.1 the year before, 95.0 in 2014/15
    assert verdicts("Pupil attendance in Norvale fell to 92.5% in 2023/24.", schools) == ["depends"]
    since = "Since 2014/15, pupil attendance in Norvale fell to 92.5%."
    assert "contradicted" not in verdicts(since, schools)


def test_two_bare_numbers_respectively_are_of_the_places_before_them(towns: str) -> None:
    text = "Residents in Norvale and Ester rose in 2024: by 1.7% in Norvale and by 1.5% in Ester, to {} and {} respectively."
    assert "contradicted" not in verdicts(text.format("41,900", "20,800"), towns)


def test_a_rate_since_a_year_is_on_that_year_alone(towns: str) -> None:
    for text in ("Since 2020, residents in Norvale have risen by {}%.",):
        assert verdicts(f"Norvale in 2024\n\n{text.format('4.8')}", towns) == ["confirmed"]
        assert verdicts(f"Norvale in 2024\n\n{text.format('8.4')}", towns) == ["contradicted"]


def test_two_rates_behind_an_amount_that_is_a_price_are_its_own(towns: str) -> None:
    text = "The weekly rent in Norvale was $512 in 2024, up {}% from 2023."
    assert verdicts(text.format("3.4"), towns) == ["confirmed", "confirmed"]
    assert "contradicted" in verdicts(text.format("5.8"), towns)
