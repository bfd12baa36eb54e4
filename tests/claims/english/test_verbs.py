from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.english.verbs import unknown_verb

if TYPE_CHECKING:
    from tests.claims.conftest import Judge


def test_a_verb_that_says_neither_more_nor_less_is_named() -> None:
    for head, verb in (
        ("exports keeled over by ", "keeled over"),
        ("exports collapsed by about ", None),
        ("a rise driven by ", None),
        ("exports rose, followed by ", None),
        ("exports were ", None),
    ):
        assert unknown_verb(head) == verb


def test_what_did_an_unknown_thing_by_so_much_is_not_held_against_a_fall(judge: Judge) -> None:
    rate = "retail_sales 110000 2024 growth -15.5 price_basis=current"
    for verb, verdict in (
        ("collapsed", "confirmed"),
        ("keeled over", "unverifiable"),
        ("rose", "contradicted"),
    ):
        said = f"Retail sales in Beijing {verb} by 15.5 percent in 2024."
        assert judge(said, rate, published="2025-03-01")[0][1] == verdict, verb
