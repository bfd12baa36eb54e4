"""Which numbers of points are what a part adds to the growth of the whole."""

from __future__ import annotations

import pytest

from cpstats.claims.english.contributing import contributes


@pytest.mark.parametrize(
    ("head", "after", "way"),
    [
        ("exports contributed about ", " in the third quarter", "up"),
        ("fishing added ", " to growth", "up"),
        ("trade subtracted ", " from it", "down"),
        ("prices were dragged down by rents by ", ".", "down"),
        ("of this, ", " could be attributed to forestry", "up"),
        ("some ", " of it was mainly due to the harvest", "up"),
        ("the rate rose ", " in May", None),
        ("the rate fell by ", " from 2019", None),
    ],
)
def test_what_a_part_adds(head: str, after: str, way: str | None) -> None:
    assert contributes(head, after) == way


def test_the_second_of_a_list_goes_on() -> None:
    assert contributes("and another ", " to forestry", "contribution") == "up"
    assert contributes("and another ", " to forestry", "growth_change") is None
