from __future__ import annotations

from cpstats.claims.english.vocabulary import WORDS


def test_names_of_several_words_have_blanks() -> None:
    assert "the United States" in WORDS["abroad"]
    assert not any("_" in word for words in WORDS.values() for word in words)
