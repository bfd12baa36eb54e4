"""Rows in any order come back sorted, however many files they lay in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.errors import DataError
from cpstats.store.runs import NAMES, Runs

if TYPE_CHECKING:
    from pathlib import Path


def row(year: int, where: str = "t:1:1", **more: str) -> dict[str, str]:
    given = {"indicator": "gdp", "ref_area": "110114", "time_period": f"{year}", "where": where}
    return dict.fromkeys(NAMES, "") | given | more


@given(st.lists(st.integers(1000, 3000), unique=True, max_size=60), st.integers(1, 9))
def test_rows_come_back_sorted_and_whole(
    tmp_path_factory: pytest.TempPathFactory, years: list[int], size: int
) -> None:
    runs = Runs(tmp_path_factory.mktemp("runs"))
    for start in range(0, len(years), size):
        runs.add([row(year, obs_value='a,"b\n') for year in years[start : start + size]])
    assert list(runs.merged()) == [row(year, obs_value='a,"b\n') for year in sorted(years)]


def test_a_key_that_lies_in_two_files_is_an_error_with_both_places(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    runs.add([row(2020, "a:2:1")])
    runs.add([row(2019, "b:2:1"), row(2020, "b:3:1")])
    with pytest.raises(DataError) as caught:
        list(runs.merged())
    assert str(caught.value) == (
        "b:3:1: the key (gdp, 110114, 2020) occurs twice, first at a:2:1. "
        "Remove one of the two lines, or give the other release its own source."
    )
