from __future__ import annotations

from cpstats.claims.english import owners


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
