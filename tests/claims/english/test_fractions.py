from __future__ import annotations

from cpstats.claims.english.fractions import fractions


def read(letters: str) -> list[tuple[str, str]]:
    return [(str(spot.value), spot.unit) for spot in fractions(letters)]


def test_a_part_of_a_point_is_a_change_and_no_share() -> None:
    assert read("the rate fell by a tenth of a point to 4.9 percent") == [
        ("0.1", "percentage points")
    ]
    assert read("up two tenths of a percentage point, half a point in all") == [
        ("0.2", "percentage points")
    ]


def test_a_fraction_of_something_is_a_share() -> None:
    assert read("two-thirds of exports, one in five residents") == [
        ("0.6667", "fraction"),
        ("0.2000", "fraction"),
    ]
