"""Bare numbers that are months, and what rows that say only 当月 and 累计 are of."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.numbered_months import with_numbered_months


def read(text: str) -> set[tuple[str, ...]]:
    """Return name, period and value of each figure, made up as the tables are."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="石家庄市"), trying=False)
    return {(r[0], r[2], r[4]) for r in found.rows}


def test_numbers_across_beside_words_for_months() -> None:
    text = "木船产量（艘）\n年份,指标,1,2,3\n2021,当月,5,6,7\n2021,累计,5,11,18\n"
    assert read(text) == {
        ("木船产量", "2021-01", "5"),
        ("木船产量", "2021-02", "6"),
        ("木船产量", "2021-03", "7"),
        ("木船产量", "2021-01/2021-02", "11"),
        ("木船产量", "2021-Q1", "18"),
    }


def test_numbers_below_a_word_for_months_and_years_across() -> None:
    text = "木船产量（艘）\n月份,2021,2022\n1,5,6\n2,7,8\n"
    months = {("2021-01", "5"), ("2022-01", "6"), ("2021-02", "7"), ("2022-02", "8")}
    assert read(text) == {("木船产量", *month) for month in months}


def test_numbers_that_may_be_quarters_are_left() -> None:
    assert (
        with_numbered_months([["年份", "1", "2", "3", "4"], ["2021", "5", "6", "7", "8"]], 1)
        is None
    )
    with pytest.raises(DataError):
        read("木船产量（艘）\n年份,1,2,3,4\n2021,5,6,7,8\n")
    twelve = ["年份", *map(str, range(1, 13))]
    made = with_numbered_months([twelve, ["2021", *["5"] * 12]], 1)
    assert made is not None
    assert made[0][-1] == "12月"
