"""Blocks of series over whose dates a line says the unit, and perhaps another the scale or the day of the data."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _read(text: str) -> set[tuple[str, ...]]:
    """Return name, period, value and unit of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"), trying=False)
    return {(r[0], r[2], r[4], r[5]) for r in found.rows}


ROWS = "2019-08;31,5;4,2\n2019-09;30,9;4,4\n2019-10;30,2;4,1\n"
READ = {
    ("Kelp", "2019-08", "31.5", "kt"),
    ("Kelp", "2019-09", "30.9", "kt"),
    ("Kelp", "2019-10", "30.2", "kt"),
    ("Oats", "2019-08", "4.2", "t"),
    ("Oats", "2019-09", "4.4", "t"),
    ("Oats", "2019-10", "4.1", "t"),
}


@pytest.mark.parametrize("first", ["Date", "", "Name", "Datum", "Series title"])
@pytest.mark.parametrize("second", ["Unit", "Einheit", "单位"])
def test_a_line_of_units_below_the_names_is_no_name(first: str, second: str) -> None:
    assert _read(f"{first};Kelp;Oats\n{second};kt;t\n{ROWS}") == READ


def test_scale_day_and_flags_of_a_series() -> None:
    text = (
        '"";KX1.M.A;KX1.M.A_FLAGS\n"";Rohholz;\nEinheit;EUR;\nDimension;Mio;\n'
        "Stand vom;11.02.2020 08:10:01 Uhr;\n2019-08;31,5;\n2019-09;30,9;Geschätzt\n2019-10;30,2;\n"
    )
    assert _read(text) == {
        ("KX1.M.A, Rohholz", "2019-08", "31.5", "million EUR"),
        ("KX1.M.A, Rohholz", "2019-09", "30.9", "million EUR"),
        ("KX1.M.A, Rohholz", "2019-10", "30.2", "million EUR"),
    }
    one = text.replace("Mio", "Eins").replace("EUR", "kt")
    assert {r[3] for r in _read(one)} == {"kt"}


def test_a_dimension_of_words_is_part_of_the_name() -> None:
    rows = "Name;Kelp;Kelp\nDimension;dried;fresh\nUnit;kt;kt\n" + ROWS
    assert {r[0] for r in _read(rows)} == {"Kelp, dried", "Kelp, fresh"}
