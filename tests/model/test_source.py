"""Sources and vintages: dates that are known only in part count as their last day."""

from __future__ import annotations

import pytest

from cpstats.model.source import Vintage, last_day


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024", "2024-12-31"),
        ("2024-02", "2024-02-29"),
        ("2023-02", "2023-02-28"),
        ("2024-03-05", "2024-03-05"),
        ("", ""),
    ],
)
def test_the_last_possible_day(published: str, day: str) -> None:
    assert last_day(published) == day


def test_a_vintage_without_a_name_is_called_by_its_id() -> None:
    assert (Vintage("v1").name.en, Vintage("v1").name.zh) == ("v1", "v1")
