from __future__ import annotations

import pytest

from cpstats.claims.terms.scopes import relative


@pytest.mark.parametrize(
    ("word", "here", "code"),
    [
        ("全市", "330106", "330100"),
        ("全市", "310115", "310000"),
        ("全市", "330100", "330100"),
        ("全市", "330000", None),
        ("全市", None, None),
        ("全省", "330106", "330000"),
        ("全省", "310115", None),
        ("全区", "640000", "640000"),
        ("全区", "330106", "330106"),
        ("全县", "330127", "330127"),
        ("全国", None, "100000"),
        ("本地", "330127", "330127"),
        ("全市", "own", None),
    ],
)
def test_relative_words_are_read_from_the_place_of_the_text(
    word: str, here: str | None, code: str | None
) -> None:
    assert relative(word, here) == code
