"""A line over a group of rows that says their unit, or that they are shares, is not lost."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.units_of_sections import with_units_of_sections


def read(text: str, **said: str) -> set[tuple[str, ...]]:
    """Return name, measure, value and unit of each figure, made up as the tables are."""
    hints = Hints(place="Peru", **said)  # type: ignore[arg-type]
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    return {(r[0], r[3], r[4], r[5]) for r in found.rows}


def test_rows_have_the_unit_of_the_line_over_them() -> None:
    text = "Item,2020,2021\nCatch (kt),,\nCod,50,60\nEel,5,6\nValue (EUR million),,\nBoats,7,8\n,,\nCrews,9,10\n"
    assert {(r[0], r[3]) for r in read(text)} == {
        ("Cod", "kt"),
        ("Eel", "kt"),
        ("Boats", "EUR million"),
        ("Crews", ""),
    }


def test_that_it_holds_for_the_rows_is_said() -> None:
    text = "Item,2020,2021\nCatch (kt),,\nCod,50,60\nEel,5,6\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"))
    assert any("holds for the rows below it" in str(line) for line in found.said)


def test_what_is_no_amount_has_not_that_unit() -> None:
    text = "Item,2020,2021\nOutput (kt),,\nCod,100,110\nGrowth rate (%),,10\nCod price index,100,104\nNets (km),5,6\n"
    units = {(r[0], r[1], r[3]) for r in read(text)}
    assert ("Cod", "level", "kt") in units
    assert ("Cod", "growth", "%") in units
    assert ("Cod price index", "level", "") in units
    assert ("Nets", "level", "km") in units


def test_shares_keep_the_line_that_calls_them_so() -> None:
    text = "Item,2020,2021\nShares of the catch,,\nCod,0.5,0.6\nof the sea,,\nEel,0.25,0.2\n"
    names = {r[0] for r in read(text, unit="fraction")}
    assert names == {"Shares of the catch, Cod", "Shares of the catch, Eel"}


def test_lines_that_say_neither_change_nothing() -> None:
    assert (
        with_units_of_sections([["Item", "2020", "2021"], ["Fishing"], ["Cod", "5", "6"]], 2)
        is None
    )
    places = [["Region", "2020", "2021"], ["Catch (kt)"], ["Ost", "5", "6"]]
    assert with_units_of_sections(places, 2) is None


def test_growth_that_is_called_a_fraction_is_none_per_cent() -> None:
    text = "Item,2019,2020,2021\nHuts,1000,1120,1210\nGrowth rate,,0.12,0.08\n"
    assert {r[2:] for r in read(text, unit="fraction") if r[1] == "growth"} == {
        ("0.12", "小数"),
        ("0.08", "小数"),
    }
