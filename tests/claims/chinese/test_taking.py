from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # a rate in brackets is that of the place before them
            "2023年南昌GDP增速(5.2%)快于全国(5.0%)。",
            ["360100 growth 5.2", "100000 growth 5.0"],
        ),
        (  # a fall that widens from one rate to another
            "2023年出口降幅由上年的10.6%扩大至15.5%。",
            ["360100 growth 10.6", "360100 growth 15.5"],
        ),
        (  # rates without verbs go on from the last one
            "2023年工业增加值南昌增长8.7%，北京2.0%。",
            ["360100 growth 8.7", "110000 growth 2.0"],
        ),
    ],
)
def test_a_number_takes_up_what_the_sentence_said_before(
    shown: Shown, text: str, said: list[str]
) -> None:
    assert shown(text, "place", "measure", "value_text") == said
