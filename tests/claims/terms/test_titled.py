"""A title has the period that the same number has below it, and no other; figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.titled import told_later

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_a_title_is_of_the_time_that_the_text_below_says(shown: Shown) -> None:
    text = "Output of Kenya up 3.1 percent\n\nGDP rose 3.1 percent in the first three quarters of 2021. Exports rose 2 percent in 2020."
    assert shown(text, "period", published="2021-12-09", place="KE")[1:] == [
        "2021-01/2021-09",
        "2020",
    ]
    assert told_later([]) == []


def test_gdp_of_a_title_is_of_the_time_that_the_text_below_says(shown: Shown) -> None:
    text = "GDP up 3.1 percent\n\nGDP rose 3.1 percent in the first three quarters of 2021."
    assert shown(text, "period", published="2021-12-09", place="KE") == ["2021-01/2021-09"] * 2
