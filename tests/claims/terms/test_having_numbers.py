"""Whether a text holds a number at all: one that holds none loads no reader."""

from __future__ import annotations

import pytest

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.numerals import has_numbers


@pytest.mark.parametrize(
    "text",
    ["５元", "位居榜首", "列全省末位", "比上年翻一番", "三成以上", "近一半", "兩億元", "半数", "It halved.", "the fourth largest",
     "a third of it", "No. 5", "one in ten", "fourteen percent"],
)  # fmt: skip
def test_a_text_that_holds_a_number_is_read(text: str) -> None:
    assert has_numbers(plain(text))


def test_prose_without_a_number_is_not() -> None:
    assert not has_numbers("全市经济运行总体平稳，高质量发展取得新成效。The economy was stable.")
