from __future__ import annotations

import pytest

from cpstats.claims.english.stems import is_weak, stem, words_of


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("approvals", "approved"),
        ("immigration", "immigrants"),
        ("occupancy", "occupied"),
        ("enrolments", "enrolled"),
        ("fertilizers", "fertiliser"),
        ("births", "born"),
        ("output", "produced"),
        ("capacity", "capacities"),
    ],
)
def test_words_of_one_family_have_one_root(one: str, two: str) -> None:
    assert stem(one) == stem(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("exports", "imports"), ("births", "deaths"), ("employment", "unemployment"), ("rye", "rice")],
)
def test_words_of_two_families_have_two(one: str, two: str) -> None:
    assert stem(one) != stem(two)


def test_a_compound_counts_by_its_parts_and_a_number_by_none() -> None:
    assert words_of("bed-places per 1,000 people's homes") == [
        "bed",
        "places",
        "per",
        "people",
        "homes",
    ]


def test_what_any_column_may_be_called_names_none() -> None:
    assert is_weak("rates")
    assert not is_weak("mills")
