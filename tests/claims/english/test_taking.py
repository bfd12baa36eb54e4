from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_a_level_that_was_reached_has_the_direction_of_its_growth(shown: Shown) -> None:
    text = "In 2023, exports of Nanchang fell by 5 percent to 30 billion yuan."
    assert shown(text, "measure", "direction") == [
        "growth down",
        "level down",
    ]


def test_what_is_compared_with_keeps_a_sign_of_its_own(shown: Shown) -> None:
    text = (
        "In 2023, exports of Nanchang rose by 5 percent, compared with a 3 percent decline in 2022."
    )
    assert shown(text, "measure", "direction", "period") == [
        "growth up 2023",
        "growth down 2022",
    ]


def test_a_sign_behind_a_number_is_its_own(shown: Shown) -> None:
    text = "In May 2023, exports of Nanchang rose by 5 percent, a sharp slowdown and decline from April's 9 percent gain."
    assert shown(text, "direction") == ["up", "up"]
