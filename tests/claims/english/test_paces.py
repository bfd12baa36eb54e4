from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.english.paces import said_pace
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("words", "pace"),
    [
        ("rose year on year by", "growth"),
        ("from a year earlier", "growth"),
        ("quarter-on-quarter", "growth_on_period"),
        ("from the previous month", "growth_on_period"),
        ("on a yearly basis", "growth"),
        ("fell 2 percent over the year", "growth"),
        ("the largest over-the-year decrease", "growth"),
        ("for the month", "growth_on_period"),
        ("over the month before", "growth_on_period"),
        ("for a yearly increase", "growth"),
        ("y/y and q/q", ""),  # both
        ("rose by", ""),
    ],
)
def test_words_say_what_a_change_is_on(words: str, pace: str) -> None:
    assert said_pace(words) == pace


def test_a_quarter_abroad_may_be_on_the_year_or_on_the_quarter_before(tmp_path: Path) -> None:
    # 1.2 percent on the year; on the quarter before nothing is known
    table = tmp_path / "own.csv"
    table.write_text(
        "geo,period,GDP growth (%)\nFrance,2024-Q2,1.0\nFrance,2024-Q3,1.2\n", encoding="utf-8"
    )
    own = open_package([str(table)])
    for text, verdict in (
        ("In Q3 2024 GDP in France rose by 1.2 percent.", "confirmed"),
        ("In Q3 2024 GDP in France rose by 0.4 percent.", "unverifiable"),
        ("In Q3 2024 GDP in France rose by 3.4 percent year on year.", "contradicted"),
    ):
        report = check([of_sentence(text)], own, Asked(every=True))
        assert [record["verdict"] for record in report.records] == [verdict], text


def test_what_nobody_says_a_change_is_on_is_as_the_text_said_last(shown: Shown) -> None:
    text = "In May 2023 output in France rose 2 percent year on year.\nIn May 2023 exports of France rose 5 percent."
    assert shown(text, "measure", place=None) == ["growth", "growth"]
    text = text.replace("year on year", "month on month")
    assert shown(text, "measure", place=None) == ["growth_on_period", "growth_on_period"]


def test_what_is_adjusted_for_the_season_is_on_the_period_before(shown: Shown) -> None:
    text = "Retail sales in Germany fell 2 percent in May 2023, seasonally adjusted."
    assert shown(text, "measure", place=None) == ["growth_on_period"]


def test_annually_in_a_month_is_on_the_year_and_no_average(shown: Shown) -> None:
    text = "Imports of China declined 5 percent annually in May 2023."
    assert shown(text, "measure", place="100000") == ["growth"]


def test_the_period_that_a_change_is_said_to_be_on_goes_before_the_words_of_another(
    shown: Shown,
) -> None:
    text = "In May 2023 imports of China rose 7 percent over the month before, but were down 3 percent compared with May 2022."
    assert shown(text, "measure", place="100000") == ["growth_on_period", "growth"]


def test_a_bracket_says_what_a_change_is_on(shown: Shown) -> None:
    text = "The GDP of Kenya grew by 2 percent (year-on-year) in the first quarter of 2023."
    assert shown(text, "measure", place="KE") == ["growth"]


def test_nobody_knows_what_a_change_of_a_place_without_data_is_on_but_for_the_text(
    shown: Shown,
) -> None:
    text = "Output of {}rose 2 percent in May 2023."
    for place, told in (("KE", ""), (None, "Kenya ")):
        assert shown(text.format(told), "measure", place=place) == ["growth_on_period"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Labour costs in Spain fell by 0.4 percent in the first quarter of 2013 and were 0.5 percent lower than a year earlier.",
            ["growth_on_period", "growth"],
        ),
        ("Exports of Spain soared 30.7 percent in April 2022.", ["growth"]),
        (
            "Seasonally adjusted exports of Spain fell 1 percent in April 2022.",
            ["growth_on_period"],
        ),
        ("Retail sales of Spain rose 1 percent in April 2022.", ["growth_on_period"]),
    ],
)
def test_trade_is_told_on_the_year_before_and_a_step_holds_for_its_own_number(
    shown: Shown, text: str, measures: list[str]
) -> None:
    assert shown(text, "measure", published="2022-05-14", place="ES") == measures
