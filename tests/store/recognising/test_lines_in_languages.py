"""Lines above a table that say the same in several languages, and indices on the year before in words."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.foreign import foreign

HEAD = "Region,2019,2020\nOstland,{a},{b}\nWestland,101.5,103.5\n"


def rows(title: str, unit: str, a: str = "102.5", b: str = "104.5") -> list[list[str]]:
    text = f"{title}\n\n{unit}\n\n{HEAD.format(a=a, b=b)}"
    (found,) = foreign("t.csv", text.encode())
    return found.rows


def test_a_unit_in_brackets_in_each_language_is_the_unit() -> None:
    found = rows("Айлык акы,Зарплата,Average monthly salary", "(сом),(сомов),(soms)", "10", "11")
    assert {row[5] for row in found} == {"soms"}


def test_per_cent_of_the_year_before_under_an_index_is_its_base() -> None:
    title = "Баа индекси,Индекс цен,Price index"
    unit = "(пайыз менен),(в процентах к предыдущему году),(in percent to the previous year)"
    assert {(row[3], row[5]) for row in rows(title, unit)} == {("index", "上年=100")}


@pytest.mark.parametrize("line", ["(in percent to the previous year)", "(% of the previous year)"])
def test_under_a_title_that_is_no_index_it_is_none(line: str) -> None:
    found = rows("Growth of output", line, "2.5", "4.5")
    assert not {row[3] for row in found} & {"index"}


def test_per_cent_without_a_blank_is_per_cent() -> None:
    assert {row[5] for row in rows("Taux de chômage", "(en%)", "8.5", "9.5")} == {"%"}
