from __future__ import annotations

from cpstats.claims.english.short_places import short_places


def test_an_own_place_is_called_without_its_kind() -> None:
    own = {"Vexmoor County": "Vexmoor County", "Port of Sundle": "Port of Sundle"}
    assert short_places(own, own) == {"Vexmoor": "Vexmoor County", "Sundle": "Port of Sundle"}


def test_a_short_name_of_two_places_or_of_another_one_is_none() -> None:
    two = {"Vexmoor County": "a1", "Vexmoor District": "a2", "North Region": "a3"}
    assert short_places(two, two) == {}
    assert short_places({"Vexmoor County": "a1"}, {"Vexmoor": "DE"}) == {}
    assert short_places({"Vexmoor County": "DE"}, {}) == {}  # a place of the register
