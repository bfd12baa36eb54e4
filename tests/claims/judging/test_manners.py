"""Numbers that were taken in different ways are no two values of one quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.manners import are_taken_alike

if TYPE_CHECKING:
    from tests.claims.conftest import Read


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Prices rose by 2 percent in 2023. In 2023 prices rose by 3 percent.", True),
        ("Prices rose by 2 percent in 2023. On a seasonally adjusted basis prices rose by 3 percent.", False),
        ("Inflation was 2.4 percent in May. Core inflation was 2.9 percent in May.", False),
        ("Inflation was 2.4 percent in May. Accumulated inflation is 2.9 percent.", False),
        ("Prices fell 0.3 percent in May. Over the past twelve months prices fell 1.3 percent.", False),
        ("In this group prices rose 2.4 percent. In this group prices rose 2.9 percent.", False),
    ],
)  # fmt: skip
def test_what_the_words_beside_them_say(read: Read, text: str, *, alike: bool) -> None:
    one, two = read(text)
    assert are_taken_alike(one, two) is alike
