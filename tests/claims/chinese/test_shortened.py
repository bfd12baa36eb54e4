"""Nouns that shorten the name of a column of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.chinese.measures import is_change
from cpstats.claims.chinese.shortened import column_of
from cpstats.claims.languages import Chinese
from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.terms.own_places import own_names
from cpstats.claims.terms.periods import Clock
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.claims.terms.memory import Memory

# Invented.
TABLE = """指标,单位,地区,2023年,2024年
风筝销售套数,套,临江县,300,330
风筝出口率,%,临江县,12.0,13.5
竹筝产量,万只,临江县,4.0,4.4
绢筝产量,万只,临江县,1.0,1.2
风筝产量,万只,高新区,0.3,0.4
"""


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    file = tmp_path / "kites.csv"
    file.write_text(TABLE, "utf-8")
    catalogue = open_package([str(file)]).catalogue
    return Chinese(catalogue, lexicon(catalogue), Clock(None), "临江县").memory


@pytest.mark.parametrize(
    ("bare", "unit", "before", "column"),
    [
        ("风筝销售", "套", "2024年风筝销售", "风筝销售套数"),
        ("出口率", "%", "2024年风筝走俏,出口率", "风筝出口率"),
        ("出口率", "%", "2024年服装走俏,出口率", None),
        ("产量", "万只", "竹筝和绢筝都好,产量", None),
        ("1. 风筝出口率", "%", "1. 风筝出口率", "风筝出口率"),
    ],
)
def test_a_noun_is_the_only_column_that_it_shortens(
    memory: Memory, bare: str, unit: str, before: str, column: str | None
) -> None:
    assert column_of(memory, bare, unit, before) == column


def test_own_places_are_called_without_their_kind_unless_that_is_a_word(tmp_path: Path) -> None:
    file = tmp_path / "kites.csv"
    file.write_text(TABLE, "utf-8")
    names = own_names(open_package([str(file)]).catalogue)
    assert names.get("临江") == "临江县"
    assert "高新" not in names


def test_what_was_added_since_a_time_is_a_change() -> None:
    assert is_change("较2022年新增")
    assert is_change("两年新增")
    assert not is_change("当年新增")
