from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.english import owners

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_what_is_had_is_named_with_whose_it_is() -> None:
    assert owners.held("its hotels earned revenue of ") == "its hotels revenue"
    assert owners.held("rural households had savings worth ") == "rural savings"
    assert owners.held("exports rose by ") == ""


def test_people_have_a_head_what_is_no_sum_of_all() -> None:
    assert owners.is_a_head("residents had an income of ", "yuan")
    assert not owners.is_a_head("residents had savings of ", "billion yuan")


def test_what_a_place_or_its_budget_does_is_a_noun() -> None:
    assert owners.done("       imported ", "") == "imports"
    assert (
        owners.of_budget("Its general public budget spent ") == "general public budget expenditure"
    )
    assert owners.sector("the ratio of exports to GDP was ") == "exports"


def test_what_is_theirs_is_all_peoples_only_where_the_sentence_says_so(shown: Shown) -> None:
    for who, indicator in (("Residents", "disposable_income"), ("Foreigners", "None")):
        text = f"{who} in Beijing did well: their per capita disposable income was 81,752 yuan in 2023."
        assert shown(text, "indicator") == [indicator], who


def test_what_they_spent_per_head_is_spending(shown: Shown) -> None:
    text = "In 2023 the residents of Beijing had a per capita disposable income of 81,752 yuan. They spent 47,586 yuan per head."
    assert shown(text, "indicator") == ["disposable_income", "consumption_per_capita"]
