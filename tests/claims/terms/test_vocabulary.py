from __future__ import annotations

from cpstats.claims.terms.vocabulary import (
    COMPARED,
    CONTENT,
    EQUALS,
    FUNCTION,
    JOINS,
    OUTDONE,
    REACHES,
    SECTIONS,
    THAN,
)


def test_every_section_has_words() -> None:
    assert set(SECTIONS) == {
        "rise", "fall", "function", "content", "compared", "english_neutral",
        "english_same", "english_alike", "english_weak", "english_part_of", "english_most", "english_pairs", "english_nouns", "english_verbs", "english_said", "english_links", "english_breaks",
        "is", "nearly_is", "reaches", "joins", "than", "outdone",
        "common", "ambiguous", "kinds_of_zones", "inside_words", "inside_more_words", "events", "censuses", "whole_sets", "parts_apart", "same_ends",
    }  # fmt: skip
    assert all(SECTIONS.values())


def test_words_of_comparison_are_words_of_function() -> None:
    assert COMPARED <= FUNCTION
    assert COMPARED >= OUTDONE >= THAN


def test_a_word_with_a_meaning_of_its_own_is_no_mere_word_of_function() -> None:
    own = EQUALS | REACHES | JOINS | COMPARED
    assert sorted(own.intersection(SECTIONS["function"])) == []


def test_a_noun_is_longer_than_the_word_it_begins_with() -> None:
    assert sorted(CONTENT & FUNCTION) == []


def test_a_word_that_stands_for_another_is_not_changed_itself() -> None:
    same = dict(pair.split("=") for pair in SECTIONS["english_same"])
    assert set(same) & set(same.values()) == set()


def test_an_english_word_is_of_one_kind() -> None:
    kinds = ("english_neutral", "english_links", "english_breaks", "english_verbs", "english_said")
    words = [word for kind in kinds for word in SECTIONS[kind]]
    assert sorted({word for word in words if words.count(word) > 1}) == []
