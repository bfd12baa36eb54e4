"""Sources and vintages: dates that are known only in part count as their last day."""

from __future__ import annotations

import pytest

from cpstats.model.source import Vintage, last_day
from cpstats.model.text import Text


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


def test_a_table_has_the_short_name_of_a_vintage_in_the_language_of_its_reader() -> None:
    named = Vintage("census", name_en="revised after the census", name_zh="普查后修订")
    assert named.short == Text("census", "普查后修订")
    short = Vintage("census", name_zh="普查后修订", short_en="census 5", short_zh="普查后")
    assert short.short == Text("census 5", "普查后")


def test_english_has_no_id_in_chinese_where_there_is_a_name() -> None:
    assert Vintage("普查后", name_en="after the census").short == Text("after the census", "普查后")
