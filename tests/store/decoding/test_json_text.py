"""JSON keeps its digits, and a sign that was cut in two is said with its place."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.decoding.json_text import loaded, parsed


def test_numbers_of_any_length_and_those_that_are_none_are_text() -> None:
    digits = "7" * 6000
    assert parsed("t.json", f'{{"a": {digits}, "b": [1.50, NaN, -Infinity]}}'.encode()) == {
        "a": digits,
        "b": ["1.50", "NaN", "-Infinity"],
    }


@pytest.mark.parametrize("text", [r'"\ud83d\ude00"', r'"\uD83D\uDE00x\ud83d\ude00"', r'"\\ud83d"'])
def test_whole_signs_are_read(text: str) -> None:
    loaded("t.json", text)


@pytest.mark.parametrize(
    ("text", "where", "half"),
    [
        (r'{"a": "\ud83d"}', "1:8", r"\ud83d"),
        ('{"a":\n "x\\uDE00"}', "2:4", r"\uDE00"),
        (r'["\ud83d\n\ude00"]', "1:3", r"\ud83d"),
        (r'["\ud83d\ud83d\ude00"]', "1:3", r"\ud83d"),
        (r'["\ud83d\ude00\ude00"]', "1:15", r"\ude00"),
    ],
)
def test_half_a_sign_is_an_error_where_it_stands(text: str, where: str, half: str) -> None:
    with pytest.raises(DataError) as caught:
        loaded("t.json", text)
    assert str(caught.value) == (
        f"t.json:{where}: {half} is half of a sign. Write the whole sign, or leave it out."
    )
