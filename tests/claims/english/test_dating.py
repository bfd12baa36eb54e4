from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.dating import Dates
from cpstats.claims.english.numbers import lists, spots
from cpstats.claims.english.times import english_times
from cpstats.claims.terms.periods import Clock

if TYPE_CHECKING:
    from tests.claims.conftest import Shown

CLOCK = Clock(date(2024, 9, 30))


def periods(text: str, clock: Clock = CLOCK) -> list[str | None]:
    """Return the period of each number of a sentence."""
    numbers = spots(text)
    found = english_times(text, clock, clock.default)
    dates = Dates(text, found, numbers, lists(numbers, text))
    return [dated.when.code for dated in dates.of_each(clock.default, {})]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Output rose 4 percent in Q2 2024, after 3 percent in Q1.", ["2024-Q2", "2024-Q1"]),
        ("Average levels were cut from 38 to 33 tonnes in 2021.", ["2020", "2021"]),
        ("In Quarter 1 (Jan to Mar) 2024 it fell 2%.", ["2024-Q1"]),
        ("It rose by 2% in Ghana and by 3% in Togo in May 2024.", ["2024-05", "2024-05"]),
        ("The 2 percent fall in April 2024 was the largest decline since Q2 2011, when it fell by 3 percent.", ["2024-04", "2011-Q2"]),
        ("Pay rose 4 percent in May 2024, similar to the growth seen in April (+6,100; +5 percent).", ["2024-05", "2024-04", "2024-04"]),
        ("In comparison with the second quarter of 2023, it rose 4 percent.", ["2024"]),
        ("In 2021 and 2022, output grew by 8 percent and 7 percent respectively.", ["2021", "2022"]),
        ("Output grew 8 percent and 7 percent in 2021 and 2022.", ["2021", "2022"]),
        ("The rate averaged 5 percent, up from 4 percent in 2021; it was 9 percent in July 2022.", ["2024", "2021", "2022-07"]),
        ("In the third quarter of 2023 it rose 4 percent, compared with 2 percent in the second.", ["2023-Q3", "2023-Q2"]),
        ("It rose 4 percent in 2023, revised from 3 percent.", ["2023", "2023"]),
        ("Sales grew 4 percent in March 2024, slower than 5 percent.", ["2024-03", "2024-02"]),
        ("In 2023 it grew 4 percent in the first, 6 percent in the second and 5 percent in the fourth quarter.", ["2023-Q1", "2023-Q2", "2023-Q4"]),
        ("In the second quarter of 2024 it rose 4 percent, and in the fourth quarter it rose 3 percent.", ["2024-Q2", "2023-Q4"]),
        ("It was 4 percent, the highest since Q3 2008.", ["2024"]),
        ("It was 4 percent in the 12 months to March 2024.", ["2023-04/2024-03"]),
        ("It slowed to 1 percent in 2022, then recovered to 5 percent.", ["2022", None]),
        ("It fell from 4 percent to 3 percent between May and June 2023.", ["2023", "2023-05/2023-06"]),
        ("It rose 4 percent, after it had dropped by 2 percent in the second quarter of 2024.", ["2024", "2024-Q2"]),
        ("It rose 2 percent in May 2024 and grew 4 percent to 3 billion yuan in the first half.", ["2024-05", "2024-H1", "2024-H1"]),
        ("It rose 2 percent in May 2024, well above the 3 percent analysts had expected.", ["2024-05", "2024-05"]),
        ("It rose 2 percent in May 2024, up from 1 percent in April and exceeding expectations for 3 percent.", ["2024-05", "2024-04", "2024-05"]),
        ("In May 2024 it fell 2 percent after rising in April.", ["2024-05"]),
        ("It slowed by 2 points in H1 2024 from the pace recorded in the first quarter (Q1).", ["2024-H1"]),
        ("It rose by 2 percent in Q2 2024, when compared to Q2 2022 which recorded 3 percent.", ["2024-Q2", "2022-Q2"]),
        ("In May 2024 it rose 2 percent against April and 9 percent over the same period of 2023.", ["2024-05", "2024-05"]),
        ("In May 2024 it fell 2 percent from this time last year.", ["2024-05"]),
        ("In May 2024 it was steady at 65 percent from a revised April 2024 estimate.", ["2024-05"]),
        ("In May 2024 it fell, its first drop since a 9 percent slump in March.", ["2024-03"]),
        ("It beat the second quarter of 2024, when it declined 2 percent.", ["2024-Q2"]),
        ("Last quarter it rose 4 percent, after 3 percent in the prior quarter.", ["2024-Q2", "2024-Q1"]),
    ],
)  # fmt: skip
def test_each_number_has_its_period(text: str, codes: list[str]) -> None:
    assert periods(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Output grew 4 percent last year after shrinking in 2019.", [None]),
        ("Output slowed in 2021 and 2022 from last year, when it grew 3 percent.", [None]),
        ("Output grew 9 percent in 2014, well above 2013's 7 percent.", ["2014", "2013"]),
    ],
)
def test_last_year_of_a_text_of_no_known_day_is_no_other_year(text: str, codes: list[str]) -> None:
    assert periods(text, Clock(None)) == codes


def test_a_rate_that_another_matches_leaves_the_period_alone(shown: Shown) -> None:
    text = "Hunan's GDP rose 5.2 percent, matching 2022's 5.2 percent."
    assert shown(text, "period", published="2024-03-01") == ["2023", "2022"]


def test_a_year_in_the_bracket_of_another_number_is_not_that_of_the_text(shown: Shown) -> None:
    text = "Hunan: GDP growth 4.6% (2022: 4.5%)."
    assert shown(text, "period", published="2024-03-01") == ["2023", "2022"]


def test_the_year_before_that_opens_a_clause_is_its_period(shown: Shown) -> None:
    text = "Last year Hunan's GDP grew 4.6 percent; the year before, growth had been 4.5 percent."
    assert shown(text, "period", published="2024-03-01") == ["2023", "2022"]


def test_an_ordinal_with_a_year_is_a_quarter_where_quarters_are_spoken_of(shown: Shown) -> None:
    text = "No quarter was worse for Hunan than the first of 2020, when GDP fell 1.9 percent."
    assert shown(text, "period", published="2021-03-01") == ["2020-Q1"]


def test_a_figure_of_another_place_is_of_the_same_time(shown: Shown) -> None:
    text = "Hunan's GDP grew 4.6 percent in 2023, compared with the China figure of 5.2 percent."
    assert shown(text, "period", published="2024-03-01") == ["2023", "2023"]


def test_what_the_number_before_is_compared_with_is_no_base_of_the_next(shown: Shown) -> None:
    text = "Hunan's exports reached 5 billion yuan in 2022, 13 percent more than in 2021, but fell by 5 percent in 2023."
    fields = shown(text, "period", "measure", published="2024-03-01")
    assert fields == ["2022 level", "2022 growth", "2023 growth"]


def test_the_rate_that_was_beaten_is_of_the_same_time(shown: Shown) -> None:
    text = "Hunan's GDP grew 5.4 percent in 2023, beating the nation's 5.2 percent."
    assert shown(text, "period", published="2024-03-01") == ["2023", "2023"]


def test_the_rate_of_another_place_is_of_the_same_time(shown: Shown) -> None:
    text = "Hunan's GDP rose 4.9 percent in 2023, compared with China's 5.2 percent."
    assert shown(text, "place", "period", published="2024-03-01") == ["430000 2023", "100000 2023"]


def test_months_in_which_a_rate_was_reached_are_its_own(shown: Shown) -> None:
    text = "In 2020 Beijing's GDP shrank 6.6 percent in the first quarter and was little changed (0.1 percent) over the first nine months."
    assert shown(text, "period") == ["2020-Q1", "2020-01/2020-09"]


def test_what_followed_with_a_number_is_of_the_same_time(shown: Shown) -> None:
    text = "In 2024 Beijing's GDP was 4.98 trillion yuan; Tianjin followed with 1.8 trillion yuan."
    assert shown(text, "period") == ["2024", "2024"]


def test_what_a_fall_reverses_is_of_the_year_before(shown: Shown) -> None:
    text = "Beijing's retail sales slipped 2.7 percent in 2024, reversing a 4.8 percent gain a year ago."
    assert shown(text, "period") == ["2024", "2023"]


def test_what_returned_to_a_rate_is_of_no_time_that_was_said_of_another(shown: Shown) -> None:
    text = "Beijing's GDP, up 0.7 percent in 2022 and 5.2 percent in 2023, returned to growth of 5.4 percent."
    assert shown(text, "period") == ["2022", "2023", "None"]


def test_the_rate_of_another_place_that_one_is_above_is_of_the_same_time(shown: Shown) -> None:
    text = "Beijing's GDP grew 5.5 percent in 2023, after 0.7 percent in 2022, well above the 5.0 percent of Hunan."
    assert shown(text, "period", "place") == ["2023 110000", "2022 110000", "2023 430000"]


def test_what_had_been_before_is_not_when_the_next_thing_was(shown: Shown) -> None:
    text = "In 2023 GDP fell. Hunan, which had still grown by 0.3 percent in 2022, was hit: its GDP fell by 1.0 percent."
    assert shown(text, "period") == ["2022", "2023"]


def test_a_year_in_the_bracket_of_a_number_is_its_own(shown: Shown) -> None:
    text = "Beijing's investment went up by 5.1 percent in 2024 (4.9 percent in 2023)."
    assert shown(text, "period", published="2025-02-10") == ["2024", "2023"]


def test_a_year_that_only_labels_a_number_in_brackets_does_not_go_on(shown: Shown) -> None:
    text = "Hunan's GDP was 5.3 trillion yuan in 2023 (2022: 4.9 trillion yuan). Hubei's GDP was 5.6 trillion yuan (2022: 5.4 trillion yuan). Hebei's GDP was 4.4 trillion yuan."
    assert shown(text, "period") == ["2023", "2022", "2023", "2022", "2023"]


def test_the_year_after_which_something_was_does_not_go_on(shown: Shown) -> None:
    text = "After a dismal 2022, Hunan's economy recovered in 2023. GDP rose 4.6 percent."
    assert shown(text, "period") == ["2023"]
