"""Words that make a number one of something, or of some place, else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Output was 3 percent below its pre-crisis peak.", "below its pre-crisis peak"),
        ("Output was 3 percent below its level of a year before.", None),
        (
            "In the clothing and shoes group, consumer prices rose 4.1 percent in 2023.",
            "clothing and shoes group",
        ),
        ("In 2023, consumer prices rose 4.1 percent.", None),
        (
            "With a population of 31 million and two ports, the Golden Shore Belt attracts firms.",
            "Golden Shore Belt",
        ),
        ("With a population of 31 million, the city attracts firms.", None),
        (
            "The Silver Coast Ring, with a population of 12 million, has two ports.",
            "Silver Coast Ring",
        ),
        ("Inflation fell with the weakening of the franc by 8.5 percent in 2023.", "weakening"),
        ("The unemployment rate remained at 3.1 percent.", "remained"),
        ("In 2023 the unemployment rate remained at 3.1 percent.", None),
    ],
)
def test_words_that_make_it_something_else(read: Read, text: str, words: str | None) -> None:
    assert read(text)[0].unexplained == words


def test_growth_behind_a_rate_is_none_of_that_rate(read: Read) -> None:
    # Lanzhou's and Xining's growth, behind the unemployment rate of Nanchang
    text = "Unemployment stood at 5 percent. Lanzhou got through 2023 with growth of 2.5 percent."
    assert read(text)[-1].indicator is None


def test_a_number_behind_another_country_may_be_that_one_s(read: Read) -> None:
    text = "France fared better in 2023. GDP rose by 2.5 percent. Prices rose by 3 percent."
    found = read(text, place="100000")
    assert [c.unexplained or c.place for c in found] == ["France", "France"]


def test_a_bracket_may_hold_the_number_as_another_series_has_it(read: Read) -> None:
    text = "After 2.3 percent in the second quarter of 2018 (calendar-adjusted: 2.0 percent), growth in Nanchang slowed."
    claims = read(text)
    assert [claim.period for claim in claims] == ["2018-Q2", "2018-Q2"]
    assert [claim.unexplained for claim in claims] == [None, "calendar-adjusted"]
