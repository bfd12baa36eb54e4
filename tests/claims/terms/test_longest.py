from __future__ import annotations

import pytest

from cpstats.claims.terms.longest import Words

WORDS = ["增长", "增长率", "全市", "市", "率"]


def test_the_longest_word_at_a_place_is_found_and_none_inside_it() -> None:
    found = [word.text for word in Words(WORDS).among("全市增长率高,增长")]
    assert found == ["全市", "增长率", "增长"]


@pytest.mark.parametrize("times", [1, 400])
def test_a_long_text_is_read_as_a_short_one(times: int) -> None:
    words = Words(WORDS)
    text = "全市增长率市。"
    (last,) = list(words.among(text * times))[-1:]
    assert last == (7 * times - 2, 7 * times - 1, "市")


def test_only_a_stretch_is_looked_at() -> None:
    assert [w.text for w in Words(WORDS).among("全市增长率", 1, 4)] == ["市", "增长"]


def test_a_word_begins_at_a_place_or_not() -> None:
    words = Words(WORDS)
    assert words.at("全市", 1) == (1, 2, "市")
    assert words.at("全市", 0) == (0, 2, "全市")
    assert words.at("区", 0) is None
    assert words.at("", 0) is None
