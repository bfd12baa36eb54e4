from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.shells import unshelled

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_words_that_only_say_how_a_figure_is_told_are_left_out() -> None:
    assert unshelled("Earnings from total exports") == "total exports"
    assert unshelled("the import bill") == "the imports"
    assert unshelled("inflation as measured by the HICP") == "inflation"
    assert unshelled("exports      review period") == "exports"
    assert unshelled("earnings from tourism") == ""
    assert unshelled("exports") == ""


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Expenditure on imports was 3 billion dollars in May 2021.", ["imports"]),
        ("Earnings from exports fell by 3 percent in May 2021.", ["exports"]),
        ("Spending on cars was 3 billion dollars in May 2021.", ["None"]),
        ("Earnings from tourism were 3 billion dollars in May 2021.", ["None"]),
        (
            "The inflation rate based on the Consumer Price Index was 4.2 percent in May 2021.",
            ["cpi"],
        ),
        ("The 4.0 percent unemployment rate of May 2021 was low.", ["unemployment"]),
        ("The inflation rate that peaked at 8.4 percent in May 2021 was driven by food.", ["cpi"]),
        (
            "The unemployment rate was 5 percent in May 2021, corresponding to a drop by 0.6 percentage points.",
            ["unemployment", "unemployment"],
        ),
        (
            "There was a slight decrease in the unemployment rate, which was 6.9 percent in May 2021.",
            ["unemployment"],
        ),
        (
            "Growth was driven by the mining sector which recorded the highest growth of 7 percent in 2021.",
            ["None"],
        ),
    ],
)
def test_what_a_number_is_of_is_found_behind_them(
    shown: Shown, text: str, indicators: list[str]
) -> None:
    assert shown(f"{text}", "indicator", published="2021-08-20", place=None) == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("In 2021 there was a decrease in the unemployment rate to 7%.", ["unemployment"]),
        ("The seasonally adjusted real GDP in the Kingdom grew by 2 percent in 2021.", ["gdp"]),
        (
            "GDP rose 9 percent in 2021. It was fuelled by oil activities that increased by 20 percent.",
            ["gdp", "None"],
        ),
        (
            "GDP rose 9 percent in 2021. This was due to growth in oil activities by 2.9 percent.",
            ["gdp", "None"],
        ),
        ("The Fijian economy grew by 3.5 percent in 2021.", ["gdp"]),
    ],
)
def test_what_moves_is_the_noun_behind_the_movement(
    shown: Shown, text: str, indicators: list[str]
) -> None:
    assert shown(text, "indicator", published="2022-08-20", place=None) == indicators
