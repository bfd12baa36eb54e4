"""Rows in any order come back sorted, however many files they lay in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.errors import DataError
from cpstats.store import runs as module
from cpstats.store.runs import NAMES, Row, Runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True, scope="module")
def short_blocks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", 3)
        yield


def row(year: int, where: str = "t:1:1", **more: str) -> Row:
    given = {"indicator": "gdp", "ref_area": "110114", "time_period": f"{year}", "where": where}
    return (*(dict.fromkeys(NAMES, "") | given | more).values(),)


@given(st.lists(st.integers(1000, 3000), unique=True, max_size=60), st.integers(1, 20))
def test_rows_come_back_sorted_and_whole(
    tmp_path_factory: pytest.TempPathFactory, years: list[int], size: int
) -> None:
    runs = Runs(tmp_path_factory.mktemp("runs"))
    for start in range(0, len(years), size):
        runs.add([row(year, obs_value='a,"b\n') for year in years[start : start + size]])
    merged = [row for rows in runs.merged() for row in rows]
    assert merged == [row(year, obs_value='a,"b\n')[:-1] for year in sorted(years)]


def test_a_key_that_lies_in_two_files_is_an_error_with_both_places(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    runs.add([row(2020, "a:2:1")])
    runs.add([row(year, "b:3:1") for year in range(2010, 2021)])
    with pytest.raises(DataError) as caught:
        list(runs.merged())
    assert str(caught.value) == (
        "b:3:1: the key (gdp, 110114, 2020) occurs twice, first at a:2:1. "
        "Remove one of the two lines, or give the other release its own source."
    )
