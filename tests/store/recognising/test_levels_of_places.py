"""Two columns of places: which of them the figures are of; places of countries are invented where none is known."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def places(text: str, **columns: str) -> list[str]:
    """Return the places of the figures, in their order."""
    (found,) = foreign("t.csv", text.encode(), Hints(columns=columns), trying=False)
    return [row[1] for row in found.rows]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_cities_beside_one_country_each_are_the_places(order: tuple[int, int]) -> None:
    rows = [("City", "Country"), ("Ulmo", "Peru"), ("Vex", "Chile"), ("Wald", "Cuba")]
    lines = [",".join(row[n] for n in order) for row in rows]
    text = "\n".join(
        f"{line},{value}" for line, value in zip(lines, ("Boats 2021", 5, 6, 7), strict=True)
    )
    assert places(text + "\n") == ["Ulmo", "Vex", "Wald"]


@pytest.mark.parametrize(
    "text",
    [
        "City,Country,Boats 2021\nUlmo,Peru,5\nUlmo,Chile,6\nVex,Cuba,7\nVex,Haiti,8\n",
        "District,State,Boats 2021\nUlmo,Ost,5\nUlmo,West,6\nVex,Nord,7\nVex,Sud,8\n",
    ],
)
def test_cities_of_one_name_are_never_the_countries_they_lie_in(text: str) -> None:
    with pytest.raises(DataError, match="two columns hold places"):
        places(text)
    outer = text.split(",")[1]
    assert places(text, **{outer: "parent"})[0] in ("Ulmo (Peru)", "Ulmo (Ost)")


def test_districts_beside_their_provinces_are_the_places() -> None:
    text = "Province,District,Boats 2021\nOst,Ulmo,5\nOst,Vex,6\nWest,Wald,7\n"
    assert places(text) == ["Ulmo", "Vex", "Wald"]


def test_places_that_stand_in_both_columns_are_asked_about() -> None:
    text = "Seller,Buyer,Trips 2021\nPeru,Chile,5\nChile,Peru,6\n"
    with pytest.raises(DataError, match="two columns hold places"):
        places(text)
    (found,) = foreign("t.csv", text.encode(), Hints(columns={"Buyer": "name"}), trying=False)
    assert [(row[0], row[1]) for row in found.rows] == [
        ("Trips, Chile", "Peru"),
        ("Trips, Peru", "Chile"),
    ]


def test_a_sheet_of_a_year_with_a_word_for_its_state_is_of_that_year() -> None:
    from cpstats.store.recognising.recognise import recognise
    from cpstats.store.sheet import Sheet

    rows = (("Region", "Boats"), ("Ost", "5"), ("West", "6"))
    found = recognise(Sheet("t.xlsx[2021 (prov.)]", rows, (1, 2, 3)))
    assert {row[2] for row in found.rows} == {"2021"}
