from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.paces import of_text, said_pace
from cpstats.claims.english.text_paces import by_pairs, paces_of

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_two_periods_a_year_apart_say_what_a_change_is_on() -> None:
    assert by_pairs("3 million in May 2021 as against 2 million in May 2020") == "growth"
    assert by_pairs("the second quarter of 2021, and 4 in the second quarter of 2020") == "growth"
    assert by_pairs("in the June 2021 quarter after the March 2021 quarter") == "growth_on_period"
    assert by_pairs("in Q1 2021 and Q3 2021") == ""
    assert by_pairs("in May 2021, May 2020 and May 2019") == ""


def test_a_rate_is_on_what_any_sentence_with_it_says() -> None:
    text = "Output up 4.4%\n\nOutput rose 4.4 per cent year-on-year. Prices rose 0.3 per cent."
    assert paces_of(text, said_pace) == {"4.4": "growth", "": "growth"}
    assert of_text("It rose 2.1% in May. It rose 2.1% from a year earlier.")["2.1"] == "growth"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (  # the title says what its text does
            "Economy grows by 4.4% in second quarter\n\nThe economy grew by 4.4 per cent year-on-year in the second quarter of 2021.",
            ["growth", "growth"],
        ),
        (
            "The labour force of Kenya was 3.1 million in May 2021. It increased by 62,000 (1.3%) as against 3.0 million in May 2020.",
            ["level", "change", "growth", "level"],
        ),
        (
            "The economy of Kenya grew by 1.8 per cent in the second quarter of 2021 when compared to the similar quarter of 2020.",
            ["growth"],
        ),
        (
            "The economy of Kenya was up 0.6 percent in the June 2021 quarter, following an increase of 1.0 percent in the March 2021 quarter.",
            ["growth_on_period", "growth_on_period"],
        ),
    ],
)
def test_a_change_without_words_of_its_own_is_on_what_the_text_says(
    shown: Shown, text: str, measures: list[str]
) -> None:
    assert shown(text, "measure", published="2021-08-20", place=None) == measures
