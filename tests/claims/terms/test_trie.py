from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.terms.trie import pattern_of

WORDS = st.lists(st.text("增长率降.*()[]^-", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS)
def test_the_longest_word_at_a_place_is_matched(words: list[str]) -> None:
    pattern = re.compile(pattern_of(words))
    for word in words:
        longest = max((w for w in words if word.startswith(w)), key=len)
        match = pattern.match(word)
        assert match is not None
        assert match.group() == longest


def test_no_words_match_nothing_but_the_empty_text() -> None:
    assert pattern_of([]) == ""
