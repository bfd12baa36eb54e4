from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.told_again import told_again

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_nothing_is_taken_up_where_nothing_was_given() -> None:
    assert told_again([], [], {}) == []


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Unemployment was 4.4 percent in April 2021. Prices rose 5 percent in May 2021.\n\nThe 4.4 percent unemployment rate was high.",
            ["2021-04", "2021-05", "2021-04"],
        ),
        (  # what is not taken up may be another month's
            "Unemployment was 4.4 percent in April 2021. Prices rose 5 percent in May 2021. Unemployment was 4.4 percent.",
            ["2021-04", "2021-05", "2021-05"],
        ),
    ],
)
def test_a_number_that_is_taken_up_is_of_the_time_that_was_said(
    shown: Shown, text: str, periods: list[str]
) -> None:
    assert shown(text, "period", published="2021-08-20", place=None) == periods
