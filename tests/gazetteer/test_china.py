from __future__ import annotations

import pytest

from cpstats.gazetteer.china import level_of, parent_of


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [
        ("100000", "nation", None),
        ("330000", "province", "100000"),
        ("330100", "city", "330000"),
        ("330106", "county", "330100"),
        ("500112", "county", "500000"),
        ("429004", "county", "420000"),
    ],
)
def test_a_code_says_its_level_and_its_parent(code: str, level: str, parent: str | None) -> None:
    assert (level_of(code), parent_of(code)) == (level, parent)
