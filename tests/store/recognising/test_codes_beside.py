"""A code beside a place says which of several places of one name is meant."""

from __future__ import annotations

from tests.store.recognising.test_doubts import read, words

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
