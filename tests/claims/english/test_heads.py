from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.heads import dateline, home, period
from cpstats.claims.terms.periods import Clock

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("title", "top", "code"),
    [
        ("Exports of Hunan grow", "", "430000"),
        ("Exports grow", "LONDON, May 5 -- China's exports grew", "100000"),
        ("Exports grow", "Hunan and Hubei grew faster", "100000"),
        ("Norway's exports", "sales to China", None),
        ("Exports", "China Daily reported growth", None),
        ("Exports", "the Bank of China said", None),
    ],
)
def test_the_place_that_a_text_is_about(
    catalogue: Catalogue, title: str, top: str, code: str | None
) -> None:
    assert home(top, title, catalogue) == code


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Released: 2024-11-29", date(2024, 11, 29)),
        ("OSLO, Jan. 25, 2024 -- Exports", date(2024, 1, 25)),
        ("15 July 2019", date(2019, 7, 15)),
        ("as of 30 June 2020", None),
    ],
)
def test_the_day_of_publication(top: str, day: date | None) -> None:
    assert dateline(top) == day


def test_a_title_with_a_number_has_the_period_of_the_sentence_below() -> None:
    clock = Clock(date(2024, 8, 1))
    top = "Output up 4%\n1 August 2024\nIn the second quarter of 2024 output grew."
    found = period("Output up 4%", top, clock)
    assert found is not None
    assert found.code == "2024-Q2"


def test_the_month_of_the_release_is_no_period_of_its_figures() -> None:
    clock = Clock(date(2021, 5, 12))
    assert period("Jobs in Wales: May 2021", "", clock) is None
    april = period("Jobs in Wales: April 2021", "", clock)
    assert april is not None
    assert april.code == "2021-04"
