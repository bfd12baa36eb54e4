"""Indices on the year before in the words of several languages; names and figures are invented."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_doubts import read

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def kinds(label: str) -> set[tuple[str, str, str]]:
    """Return name, measure and unit of a column behind one of kiosks."""
    text = f'Country;Year;Kiosks;"{label}"\nPeru;2021;41;102,5\nChile;2021;52;97,5\n'
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    return {(row[0], row[3], row[5]) for row in found.rows if row[0] != "Kiosks" or row[5]}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Index of huts (previous year = 100)", "Index of huts"),
        ("Индекс домов, в % к предыдущему году", "Индекс домов"),
        ("Hüttenindex (Vorjahr = 100)", "Hüttenindex"),
        ("В % к предыдущему году", "Kiosks"),
        ("% of previous year", "Kiosks"),
    ],
)
def test_what_is_100_in_the_year_before_is_an_index_on_it(label: str, name: str) -> None:
    assert kinds(label) == {(name, "index", "上年=100")}


def test_a_change_in_per_cent_to_the_year_before_is_growth() -> None:
    assert kinds("Change in % to previous year") == {("Kiosks", "growth", "%")}


def test_the_year_of_a_base_is_said_once() -> None:
    assert kinds("Index of huts (2015=100)") == {("Index of huts(2015=100)", "level", "2015年=100")}


def test_parts_below_the_title_of_an_index_are_named_with_it_however_its_base_is_written() -> None:
    for base in ("(2020=100)", "(2020 = 100)", ", 2020 = 100"):
        found = read(
            f"Index of output{base}\nMonth,All goods,Mills\n2023-01,108.2,101.4\n", place="Norway"
        )
        assert all(row[0].startswith("Index of output, ") for row in found.rows)
