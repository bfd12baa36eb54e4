"""Codes before the words of a column: 642 unit, 115 January."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.codes_before_words import with_words_behind_codes
from cpstats.store.recognising.foreign import foreign

COLUMNS = (
    "Число сделок,,,,\n,,,,\nРегион,Единица измерения,Период,2020,2021\n"
    "12 Верхняя область,642 единица,115 январь,5,6\n12 Верхняя область,642 единица,114 февраль,7,8\n"
    "12 Верхняя область,642 единица,M01_02 январь-февраль,12,14\n"
    "13 Нижний край,642 единица,115 январь,1,2\n13 Нижний край,642 единица,114 февраль,3,4\n"
    "13 Нижний край,642 единица,M01_02 январь-февраль,4,6\n"
)


def test_codes_before_units_months_and_places_are_no_part_of_them() -> None:
    (found,) = foreign("t.csv", COLUMNS.encode(), Hints(), trying=False)
    told = {(row[1], row[2]): row[4] for row in found.rows}
    assert told["Верхняя область", "2020-02"] == "7"
    assert told["Верхняя область", "2021-01/2021-02"] == "14"
    assert told["Нижний край", "2021-01"] == "2"
    assert len(told) == 12


def test_what_two_codes_share_keeps_them() -> None:
    rows = [
        ["Region", "Unit"],
        ["1 Hill", "6 tonnes"],
        ["2 Hill", "6 tonnes"],
        ["3 Dale", "6 tonnes"],
    ]
    rows += [["4 Moor", "6 tonnes"], ["5 Fen", "6 tonnes"], ["6 Wold", "6 tonnes"]]
    made = with_words_behind_codes(rows, 1)
    assert made is not None
    assert [row[0] for row in made[1:]] == ["1 Hill", "2 Hill", "Dale", "Moor", "Fen", "Wold"]
    assert {row[1] for row in made[1:]} == {"tonnes"}


def test_numbers_before_names_of_nothing_known_stay() -> None:
    assert (
        with_words_behind_codes([["Item", "2020"], ["12 rows", "5"], ["14 Hill Road", "6"]], 1)
        is None
    )
