from __future__ import annotations

import pytest

from cpstats.claims.terms.script import is_latin


@pytest.mark.parametrize(
    ("letters", "latin"),
    [("GDP grew by 5%", True), ("GDP增长5%", False), ("5.2%", False), ("A 5", False), ("", False)],
)
def test_a_text_with_a_chinese_character_or_without_two_letters_is_not_latin(
    letters: str, *, latin: bool
) -> None:
    assert is_latin(letters) is latin
