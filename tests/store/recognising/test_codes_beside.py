"""A code beside a place says which of several places of one name is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.recognising.test_doubts import read, words

from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Catch in tonnes\nUBI,Municipality,2021\n"
APART = "places of one name are told apart by the code beside it"


def test_places_of_one_name_with_codes_of_their_own_are_told_apart() -> None:
    found = read(f"{HEAD}0300,Elm,9\n0301,Elm,5\n0302,Fen,4\n0401,Moor,3\n")
    assert [(row[1], row[4]) for row in found.rows] == [
        ("Elm (0300)", "9"),
        ("Elm (0301)", "5"),
        ("Fen", "4"),
        ("Moor", "3"),
    ]
    assert APART in words(found)


def test_a_code_beside_names_that_occur_once_stays_out_of_them() -> None:
    found = read(f"{HEAD}0300,Elm,9\n0301,Oak,5\n0302,Fen,4\n")
    assert [row[1] for row in found.rows] == ["Elm", "Oak", "Fen"]
    assert APART not in words(found)


def test_codes_over_several_pages_are_those_of_their_page() -> None:
    page = "UBI,Municipality,2021\n"
    text = f"{HEAD}0300,Elm,9\n0301,Elm,5\n0302,Fen,4\n\n{page}0500,Oak,7\n0501,Oak,2\n0502,Ash,5\n"
    assert [row[1] for row in read(text).rows] == [
        "Elm (0300)",
        "Elm (0301)",
        "Fen",
        "Oak (0500)",
        "Oak (0501)",
        "Ash",
    ]


def test_the_code_beside_a_place_is_a_further_name_of_it() -> None:
    found = read("Catch in tonnes\nTown code,Town,2021,2022\nQX01,Elm,9,8\nQX02,Oak,5,6\n")
    assert found.codes == {"Elm": "QX01", "Oak": "QX02"}
    assert "places are found by the code beside them too (-p QX01)" in words(found)


def test_codes_that_are_not_of_one_place_each_are_no_names() -> None:
    shared = read("Catch in tonnes\nTown code,Town,2021\nQX01,Elm,9\nQX01,Oak,5\nQX02,Fen,4\n")
    assert shared.codes == {}
    assert read("Catch in tonnes\nTown,Rank,2021\nElm,1,9\nOak,2,5\nFen,3,4\n").codes == {}


def test_a_package_finds_its_own_places_by_their_codes(tmp_path: Path) -> None:
    # QXA and QXB are nobody's; ESP is Spain, which a place of the file's own called so would hide.
    table = tmp_path / "catch.csv"
    table.write_text(
        "Code,Town,Catch in tonnes 2021\nQXA,Elm,9\nQXB,Oak,5\nESP,Fen,4\n", encoding="utf-8"
    )
    catalogue = open_package([str(table)]).catalogue
    assert catalogue.find_place("QXB") == "Oak"
    assert catalogue.places["Fen"].aliases == ()
    assert catalogue.find_place("ESP") != "Fen"


TRADED = (
    "Reporter Code,Reporter Countries,Partner Country Code,Partner Countries,Element,Year,Value\n"
    "NOR,Norway,604,Peru,Exports,2019,5\nNOR,Norway,752,Sweden,Exports,2019,6\n"
    "PER,Peru,578,Norway,Exports,2019,7\nPER,Peru,752,Sweden,Exports,2019,8\n"
)


def test_codes_between_two_names_are_those_of_the_names_they_go_with() -> None:
    found = read(TRADED)
    assert [(r[0], r[1], r[4]) for r in found.rows] == [
        ("Exports, Peru", "Norway", "5"),
        ("Exports, Sweden", "Norway", "6"),
        ("Exports, Norway", "Peru", "7"),
        ("Exports, Sweden", "Peru", "8"),
    ]
