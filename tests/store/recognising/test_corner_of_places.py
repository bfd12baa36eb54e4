"""A word for places in the corner over names of what is counted; figures are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _read(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return name, place, period and figure of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(row[0], row[1], row[2], row[4]) for row in found.rows}


@pytest.mark.parametrize("word", ["Province", "Kanton", "Región"])
def test_names_beside_the_corner_may_be_the_places(word: str) -> None:
    text = f"Figures of 2020\n{word},Hochland,Tiefland\nPopulation,4,5\nBirths,6,7\n"
    with pytest.raises(DataError, match="“Hochland”"):
        _read(text)
    assert _read(text, columns={"header": "place"}) == {
        ("Population", "Hochland", "2020", "4"),
        ("Population", "Tiefland", "2020", "5"),
        ("Births", "Hochland", "2020", "6"),
        ("Births", "Tiefland", "2020", "7"),
    }


def test_known_countries_beside_it_are_the_places() -> None:
    text = "Country,Peru,Chile\nBirths 2019,4,5\nBirths 2020,6,7\n"
    assert _read(text) == {
        ("Births", "Peru", "2019", "4"),
        ("Births", "Chile", "2019", "5"),
        ("Births", "Peru", "2020", "6"),
        ("Births", "Chile", "2020", "7"),
    }


def test_names_of_places_below_it_stay_those() -> None:
    text = "Figures of 2020\nProvince,Huts,Tents\nHochland,4,5\nTiefland,6,7\nTotal area,10,12\n"
    assert ("Huts", "Hochland", "2020", "4") in _read(text)


def test_a_word_for_places_over_months_is_of_the_names_beside_it() -> None:
    text = (
        "Trips,,,,\n,,,AAA,AAB\n,,Stop in state/region,Overhill,Old Dale\n,Calendar year,Month of return,,\n"
        ",2021,January,5.1,6.1\n,,February,5.2,6.2\n,,March,5.3,6.3\n,2022,January,5.4,6.4\n,,February,5.5,6.5\n,,March,5.6,6.6\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    told = {(row[1], row[2]): row[4] for row in found.rows}
    assert told["AAA, Overhill", "2021-02"] == "5.2"
    assert told["AAB, Old Dale", "2022-03"] == "6.6"
    assert len(told) == 12
