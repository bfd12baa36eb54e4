"""Comparisons without a number in English: what is read, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.outright import compares, unnumbered
from cpstats.claims.english.places import Gazetteer
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.terms.own_places import short_names
from cpstats.claims.terms.sentences import sentences
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim

CATALOGUE = open_package().catalogue


def read(text: str, here: str | None = None) -> list[Claim]:
    gazetteer = Gazetteer(short_names(CATALOGUE), here)
    return [
        claim
        for sentence in sentences(text, plain(text))
        for claim in unnumbered(sentence, here, lexicon(CATALOGUE), gazetteer, CATALOGUE)
    ]


def test_place_indicator_year_and_the_other_place_are_said() -> None:
    (claim,) = read("GDP growth in Shanghai was lower than the national average in 2023.")
    assert (claim.place, claim.indicator, claim.period) == ("310000", "gdp", "2023")
    assert (claim.measure, claim.benchmark) == ("growth", "100000")
    assert claim.surface == "was lower than the national average"
    assert claim.is_unnumbered
    assert claim.compared is not None
    assert not claim.compared.up


def test_a_year_and_a_row_of_years() -> None:
    (then,) = read("Shanghai's economy grew faster in 2023 than in 2021.")
    assert then.compared is not None
    assert (then.period, then.compared.up, then.compared.since) == ("2023", True, 2021)
    (row,) = read("In 2023 economic growth in Shanghai fell for the third consecutive year.")
    assert row.compared is not None
    assert (row.compared.kind, row.compared.years, row.compared.up) == ("row", 3, False)
    (slowed,) = read("Economic growth in Shanghai slowed in 2023.")
    assert slowed.compared is not None
    assert (slowed.compared.kind, slowed.compared.years) == ("row", 1)


def test_a_sentence_that_compares_nothing_is_not_looked_at() -> None:
    assert not compares("In 2023 GDP of Shanghai grew by 5.0 percent.")


@pytest.mark.parametrize(
    "text",
    [
        "GDP growth in Shanghai was not lower than Beijing's in 2023.",
        "Was GDP growth in Shanghai lower than Beijing's in 2023?",
        "GDP growth in Shanghai may be lower than Beijing's in 2023.",
        "GDP growth in Shanghai was expected to be lower than Beijing's in 2023.",
        "If GDP growth in Shanghai was lower than Beijing's in 2023, exports suffered.",
        '"GDP growth in Shanghai was lower than Beijing\'s in 2023," he said.',
        "GDP growth in Shanghai was lower than Beijing's in 2023, critics claimed.",
        "Critics say GDP growth in Shanghai was lower than Beijing's in 2023.",
        "GDP growth in Shanghai was slightly lower than Beijing's in 2023.",
        "GDP growth in Shanghai was almost as high as Beijing's in 2023.",
        "GDP growth in Shanghai was lower than Beijing's.",  # of no year
        "GDP growth was lower than Beijing's in 2023.",  # of no place
        "GDP growth in Shanghai was lower than expected in 2023.",
        "GDP growth in Shanghai was lower than Spain's in 2023.",
        "GDP growth in eastern Shanghai was lower than Beijing's in 2023.",
        "GDP growth in Shanghai was lower than Beijing's in the first half of 2023.",
        "Nominal GDP growth in Shanghai was lower than Beijing's in 2023.",
        "Quarterly GDP growth in Shanghai was lower than Beijing's in 2023.",
        "GDP of Shanghai was lower in 2023 than in 2022.",  # a level: releases may be mixed
        "GDP of Shanghai was above the national average in 2023.",  # an amount has none
        "In 2022 economic growth in Shanghai was lower in 2023 than in 2021.",  # two years
        "Shanghai grew faster than Beijing in 2023.",  # its people or its economy
        "Economic growth in Chaoyang was lower than Haidian's in 2022.",  # there are two
    ],
)
def test_what_may_mean_something_else_is_not_read(text: str) -> None:
    assert read(text) == []
