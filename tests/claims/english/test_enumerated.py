from __future__ import annotations

from cpstats.claims.english.enumerated import several


def test_names_that_share_a_noun_are_as_many_as_the_numbers() -> None:
    head = "the primary, secondary and tertiary industries grew "
    assert [name.split("the ")[-1] for name in several(head, 3)] == [
        "primary industry",
        "secondary industry",
        "tertiary industry",
    ]
    assert several("urban and rural incomes rose by ", 2) == [
        "urban incomes rose by ",
        "rural incomes rose by ",
    ]
    assert several(head, 4) == []


def test_three_names_before_a_verb_have_a_number_each() -> None:
    assert several("       total trade, exports and imports rose by ", 3) == [
        "total trade rose by ",
        "exports rose by ",
        "imports rose by ",
    ]
    assert several("trade, exports and imports rose by ", 2) == [
        "exports  rose by ",
        "imports  rose by ",
    ]
