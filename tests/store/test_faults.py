"""Checks of a table of observations."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store import faults
from cpstats.store.opened import Part
from cpstats.store.text_columns import Table

HEADER = "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,source"
GDP = "gdp,X,2024,level,current,,1,a"


def table(*lines: str, header: str = HEADER) -> Table:
    text = "\n".join([header, *lines, ""])
    return Table(Part("own.csv", own=True, strict=False, content=text.encode()))


def test_words_of_the_list_pass() -> None:
    faults.one_of(table(GDP, GDP), "measure", ("level", "growth"))
    faults.one_of(table(), "measure", ())


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (("growth", "share"), "Known: growth, share."),
        (("", "growth", "share"), "Known: growth, share, or empty."),
    ],
)
def test_a_word_outside_the_list_is_named_with_the_list(words: tuple[str, ...], mend: str) -> None:
    with pytest.raises(DataError) as caught:
        faults.one_of(table(GDP), "measure", words)
    assert str(caught.value) == f"own.csv:2:12: measure: “level” is unknown. {mend}"


def test_an_empty_cell_is_a_word_too() -> None:
    with pytest.raises(DataError) as caught:
        faults.one_of(table("gdp,X,2024,,,,1,a"), "measure", ("level",))
    assert str(caught.value.what) == "measure: “” is unknown"


def test_ids_of_the_other_table_pass() -> None:
    faults.known(table(GDP), "source", {"a": 1, "b": 2}, "sources.csv")


@pytest.mark.parametrize(
    ("package", "mend"),
    [
        (True, "Add it to sources.csv, or mend the name."),
        (False, "Leave it empty, or make a package with its own sources.csv."),
    ],
)
def test_an_id_that_the_other_table_has_not_is_named(package: bool, mend: str) -> None:  # noqa: FBT001
    with pytest.raises(DataError) as caught:
        faults.known(table(GDP), "source", {"b"}, "sources.csv", package=package)
    assert str(caught.value) == f"own.csv:2:29: source: “a” is not in sources.csv. {mend}"


@pytest.mark.parametrize(
    "other",
    [
        "gni,X,2024,level,current,,1,a",
        "gdp,Y,2024,level,current,,1,a",
        "gdp,X,2023,level,current,,1,a",
        "gdp,X,2024,total,current,,1,a",
        "gdp,X,2024,level,constant:2015,,1,a",
        "gdp,X,2024,level,current,Y,1,a",
        "gdp,X,2024,level,current,,1,b",
    ],
)
def test_every_column_of_the_key_tells_two_lines_apart(other: str) -> None:
    faults.unique(table(GDP, other))


@pytest.mark.parametrize("value", ["1", "2"])
def test_a_key_that_occurs_twice_is_a_fault_whatever_the_values(value: str) -> None:
    with pytest.raises(DataError) as caught:
        faults.unique(table(GDP, "gni,X,2024,level,current,,1,a", GDP.replace(",1,", f",{value},")))
    assert str(caught.value) == (
        "own.csv:4:1: the key (gdp, X, 2024, level, current, a) occurs twice, first at own.csv:2:1. "
        "Remove one of the two lines, or give the other release its own source."
    )


def test_two_columns_of_a_wide_table_with_one_key_are_told_apart() -> None:
    wide = table("gdp,X,1,2", header="indicator,ref_area,2024,2024年")
    wide.columns["time_period"] = ["2024", "2024"]  # as the reader writes them
    with pytest.raises(DataError) as caught:
        faults.unique(wide)
    assert caught.value.where == "own.csv:2:9"
    assert str(caught.value.what) == "the key (gdp, X, 2024) occurs twice, first at own.csv:2:7"
