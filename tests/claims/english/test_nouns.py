from __future__ import annotations

from cpstats.claims.english.nouns import first_noun, own_noun, ranked_by


def test_the_noun_right_before_a_bracket_or_with_which_is_what_a_number_is_of() -> None:
    assert own_noun("Growth was led by exports (") == "exports"
    assert own_noun("helped by a rebound in farming, which grew by ") == "farming"
    assert own_noun("Exports grew by ") is None
    assert own_noun("Three towns outpaced the province's economic growth of ") == "economic growth"


def test_a_rank_says_by_what_it_is() -> None:
    assert ranked_by(" in the country by exports, ") == "exports"
    assert ranked_by(" in 2024.") == "2024"
    assert first_noun("retail sales rose") == "retail sales"


def test_what_a_sector_recorded_is_its_own() -> None:
    head = "growth was driven by the mining sector which recorded the highest growth of "
    assert own_noun(head) == "mining sector"
    assert own_noun("a drop in the jobless rate, which was ") == "the jobless rate"
