from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Read


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("常住人口[2]60.5万人。", "60.5万人"),
        ("出口额①12.5亿元。", "12.5亿元"),
        ("出口额〔3〕①12.5亿元。", "12.5亿元"),
        ("面积60.5平方千米，增长5.2²%。", "5.2²%"),  # behind a digit it may be a power
    ],
)
def test_a_mark_is_no_digit_and_every_number_stays_where_it_stood(
    read: Read, text: str, surface: str
) -> None:
    claim = read(text)[-1]
    assert text[claim.start : claim.end] == claim.surface
    if "²" not in text:
        assert (claim.surface, claim.column) == (surface, text.index(surface) + 1)
