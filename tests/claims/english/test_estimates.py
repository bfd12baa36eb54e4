"""What an earlier edition gave is of the period of the number before it, not of the quarter named next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "The economy of China grew 5.2 percent in the third quarter of 2017, higher than an initial estimate of 4.6 percent and 2.9 percent in the prior quarter.",
            ["2017-Q3", "2017-Q3", "2017-Q2"],
        ),
        (
            "In the third quarter of 2017 exports of China rose 3 percent, above 2.6 percent in early figures and 2.5 percent in the previous quarter.",
            ["2017-Q3", "2017-Q3", "2017-Q2"],
        ),
        (
            "In the first half of 2017, GDP of China had risen by 0.5 percent in the second and 0.4 percent in the first quarter.",
            ["2017-Q2", "2017-Q1"],
        ),
        (
            "The jobless rate of China fell to an average of 4.0 percent in 2016 from the previous year's 4.3 percent.",
            ["2016", "2015"],
        ),
        (
            "In the third quarter of 2017 exports of China rose 3 percent, above 2.6 percent in the previous quarter.",
            ["2017-Q3", "2017-Q2"],
        ),
    ],
)
def test_an_earlier_estimate_is_of_the_same_period(
    shown: Shown, text: str, periods: list[str]
) -> None:
    assert shown(text, "period", published="2017-11-23", place="100000") == periods
