"""One name in units that measure different things; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.keeping.several_units import SeveralUnits
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign


def names(text: str) -> set[tuple[str, str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    made = SeveralUnits().named(found, open_package().catalogue)
    return {(row[0], row[5]) for row in made.rows}


TABLE = "Country,Indicator,Unit,2021\nPeru,{},{},5\nPeru,{},{},6\n"


def test_the_first_unit_of_an_unknown_name_keeps_it() -> None:
    assert names(TABLE.format("Honey", "t", "Honey", "USD")) == {
        ("Honey", "t"),
        ("Honey, USD", "USD"),
    }


def test_what_the_catalogue_knows_in_a_unit_of_another_kind_has_a_name_of_its_own() -> None:
    found = names(TABLE.format("Exports", "kt", "Imports", "kt"))
    assert found == {("Exports, kt", "kt"), ("Imports, kt", "kt")}


@pytest.mark.parametrize("rate", ["%", "‰"])
def test_a_rate_of_what_the_catalogue_has_as_an_amount_keeps_the_name_and_is_asked_about(
    rate: str,
) -> None:
    assert names(TABLE.format("Exports", rate, "Imports", rate)) == {
        ("Exports", rate),
        ("Imports", rate),
    }
