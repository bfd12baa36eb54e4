from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.bounds import bound_of
from cpstats.claims.english.measures import measure_of
from cpstats.claims.english.numbers import spots

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "rate", "measure"),
    [
        ("Exports grew by | 5 percent |", False, "growth up"),
        ("Investment slowed to | 5 percent | in May", False, "growth up"),
        ("with GDP growth of | 5 percent |", False, "growth up"),
        ("recorded a | 5 percent | drop", False, "growth down"),
        ("the jobless rate fell to | 5 percent |", True, "share down"),
        ("the rate was | 5 percent |", True, "share None"),
        ("cars accounted for | 5 percent | of exports", None, "share None"),
        ("grew at an average annual rate of | 5 percent |", False, "average_growth up"),
        ("rose by | 5 percent | month on month", False, "growth_on_period up"),
        ("was | 5 percentage points | higher than in May", False, "growth_change up"),
        ("was | 5 percentage points | lower than the national average", False, "growth_gap down"),
        ("the rate was | 5 percentage points | above the national average", True, "level_gap up"),
        ("services contributed | 3 percentage points | to GDP growth", False, "contribution up"),
        ("exports fell by | 5 billion yuan |", False, "change down"),
        ("the growth was | 0.1 percent | lower than in May", False, "growth_change down"),
        ("(+ | 4 percent | )", False, "growth up"),
        ("outlays increased at a | 4 percent | rate", None, "growth up"),
        ("GDP growth fell from | 8 percent |", False, "growth up"),
    ],
)
def test_measures(text: str, *, rate: bool | None, measure: str) -> None:
    head, number, after = text.split("|")
    spot = spots(number)[0]
    found = measure_of(
        spot, head.removesuffix(" ") if "+" in head else head, f" {after.strip()}", None, rate=rate
    )
    assert f"{found.name} {found.direction}" == measure


@pytest.mark.parametrize(
    ("head", "after", "bound"),
    [
        ("GDP exceeded ", "", "more_than"),
        ("to nearly ", "", "less_than"),
        ("of around ", "", "approx"),
        ("within ", "", "at_most"),
        ("does not rise above ", "", "at_most"),
        ("of ", " or more", "at_least"),
        ("was ", "", "exact"),
    ],
)
def test_bounds(head: str, after: str, bound: str) -> None:
    assert bound_of(head, after) == bound


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "In June 2019 the month saw a decrease in the goods deficit of 0.8 billion dollars to 75.1 billion dollars.",
            ["change down", "level down"],
        ),
        (
            "The CPI decreased by 1.2 percent from 187.64 in May to 185.39 in June 2019.",
            ["growth_on_period down", "index None", "index None"],
        ),
        (
            "Exports of China increased 0.5 billion dollars or less than 0.1 percent in 2018.",
            ["change up", "growth up"],
        ),
    ],
)
def test_a_change_an_index_and_a_rate_beside_an_amount(
    shown: Shown, text: str, fields: list[str]
) -> None:
    assert shown(text, "measure", "direction", published="2019-08-02", place="100000") == fields


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Food registered an annual inflation rate of 13.7 percent in May 2021.", ["growth"]),
        ("The PPI rate for May 2021 was 30.3 percent.", ["growth"]),
        (
            "The month-on-month change in the PPI was -2.7 percent in May 2021.",
            ["growth_on_period"],
        ),
        ("Investment was 4.8 percent down on one year previously in May 2021.", ["growth"]),
        (
            "In 2021 revenue rose. The largest increase was recorded under income tax (€179.2 million).",
            ["change"],
        ),
        ("The wage index in May 2021 is 502.1 points, 0.3% higher.", ["index", "growth_on_period"]),
        (
            "In May 2021 output rose by 2.8% in mining, 3.6% in farming and 1.8% for services.",
            ["growth_on_period"] * 3,
        ),
        (
            "Industry contributed 7.3 percentage points to the increase in May 2021, services 7.0 percentage points and the building sector 0.9 percentage points.",
            ["contribution"] * 3,
        ),
        (
            "In 2021 services had 48 per cent contribution to GDP, followed by 35 per cent.",
            ["share", "share"],
        ),
    ],
)
def test_rates_of_change_are_told_by_their_nouns(
    shown: Shown, text: str, measures: list[str]
) -> None:
    assert shown(text, "measure", published="2021-08-20", place=None) == measures
