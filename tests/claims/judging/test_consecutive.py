from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.consecutive import (
    alike,
    amount_of,
    before,
    between,
    meet,
    rate_of,
    sentences,
)

if TYPE_CHECKING:
    from tests.claims.conftest import Read

TEXT = "2023年出口额由１２．０亿元增加到 1500 万美元，下降4%。进口3万亿元。"


def test_the_numbers_of_a_sentence_stand_together(read: Read) -> None:
    runs = [[claim.surface for claim in run] for run in sentences(read(TEXT))]
    assert runs == [["１２．０亿元", "1500 万美元", "4%"], ["3万亿元"]]


def test_words_between_numbers_are_in_plain_letters_and_in_chinese_without_spaces(
    read: Read,
) -> None:
    one, two, three, _ = read(TEXT)
    assert (between(one, two), between(two, three)) == ("增加到", ",下降")
    assert before(one, 3) == "出口额由"[-3:]
    told = read("Exports rose from 12 million to 15 million yuan in 2023.")
    assert between(told[0], told[1]) == " to "


def test_digits_stand_for_an_interval_in_the_base_of_their_unit(read: Read) -> None:
    one, two, three, _ = read(TEXT)
    first, second = amount_of(one), amount_of(two)
    assert first is not None
    assert second is not None
    # 12.0 亿 are between 11.95 and 12.05 times 10^8, 1500 万 within half a 万
    assert (first.value, first.low, first.high) == pytest.approx((12.0e8, 11.95e8, 12.05e8))
    assert (second.value, second.low, second.high) == pytest.approx((15.0e6, 14.995e6, 15.005e6))
    assert amount_of(three) is None


def test_a_fall_is_a_rate_below_zero(read: Read) -> None:
    rate = rate_of(read(TEXT)[2])
    assert rate is not None
    assert (rate.value, rate.low, rate.high) == (-4.0, -4.5, -3.5)
    assert rate_of(read(TEXT)[0]) is None


def test_amounts_are_alike_where_they_have_one_base(read: Read) -> None:
    yuan, dollars, _, more = read(TEXT)
    assert (alike(yuan, more), alike(yuan, dollars)) == (True, False)


def test_intervals_meet_at_their_ends(read: Read) -> None:
    low, high, far = (rate_of(c) for c in read("增长4.1%。增长4.2%。增长4.4%。"))
    assert low is not None
    assert high is not None
    assert far is not None
    assert (meet(low, high), meet(low, far)) == (True, False)
