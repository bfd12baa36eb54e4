"""Places that stand over groups of rows: taken where they are known or said, else a line that takes them is proposed."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError


def read(*lines: str, columns: dict[str, str] | None = None, **said: str) -> set[tuple[str, ...]]:
    """Return name, place and figure of what is read of a table of one year."""
    text = "\n".join(lines)
    (found,) = foreign("t.csv", text.encode(), Hints(columns=columns or {}, **said))  # type: ignore[arg-type]
    return {(row[0], row[1], row[4]) for row in found.rows if row[2] == "2020"}


HEAD = "Item,2019,2020"
EXPECTED = {
    ("Ore", "Chile", "6"),
    ("Tin", "Chile", "7"),
    ("Ore", "Ghana", "8"),
    ("Tin", "Ghana", "9"),
}


def test_known_places_over_rows_are_the_places_of_these() -> None:
    rows = ("Ore (kt),5,6", "Tin (kt),6,7"), ("Ore (kt),7,8", "Tin (kt),8,9")
    assert read(HEAD, "Chile,,", *rows[0], "Ghana,,", *rows[1]) == EXPECTED


def test_they_need_not_have_the_same_rows() -> None:
    found = read(HEAD, "Chile,,", "Ore (kt),5,6", "Ghana,,", "Tin (kt),8,9")
    assert found == {("Ore", "Chile", "6"), ("Tin", "Ghana", "9")}


def test_the_word_before_a_place_says_that_it_is_one() -> None:
    rows = ("Ore (kt),5,6", "Tin (kt),6,7"), ("Ore (kt),7,8", "Tin (kt),8,9")
    found = read(HEAD, "Region: Upland,,", *rows[0], "Region: Downland,,", *rows[1])
    assert {(n, p) for n, p, _ in found} == {
        (n, p) for n in ("Ore", "Tin") for p in ("Upland", "Downland")
    }


UNKNOWN = (
    "Output (kt),,",
    HEAD,
    "Upland,,",
    "Ore,5,6",
    "Tin,6,7",
    "Downland,,",
    "Ore,7,8",
    "Tin,8,9",
)


def test_of_unknown_ones_a_line_is_proposed_that_takes_them() -> None:
    with pytest.raises(QuestionError) as asked:
        read(*UNKNOWN)
    assert "t.csv --column section=place (8 figures, the first" in str(asked.value)
    assert "Ore, Upland, 2019: 5 kt" in str(asked.value)
    found = read(*UNKNOWN, columns={"section": "place"})
    assert {(place, value) for _, place, value in found} == {
        ("Upland", "6"),
        ("Upland", "7"),
        ("Downland", "8"),
        ("Downland", "9"),
    }


def test_lines_that_say_what_is_counted_are_no_places() -> None:
    rows = ("Upland,5,6", "Downland,6,7")
    found = read("Region,2019,2020", "Mines,,", *rows, "Quarries,,", *rows, indicator="Ore")
    assert found == {
        (f"Ore, {name}", place, value)
        for name in ("Mines", "Quarries")
        for place, value in (("Upland", "6"), ("Downland", "7"))
    }


PARTS = ("Upland,5,6", "Men,2,4", "Women,3,2", "Downland,7,8", "Men,3,5", "Women,4,3")
TAKEN = {
    ("Miners", "Upland", "6"),
    ("Miners, Men", "Upland", "4"),
    ("Miners, Women", "Upland", "2"),
    ("Miners", "Downland", "8"),
    ("Miners, Men", "Downland", "5"),
    ("Miners, Women", "Downland", "3"),
}


def test_men_and_women_below_places_are_parts_of_the_name() -> None:
    assert read("Region,2019,2020", *PARTS, indicator="Miners") == TAKEN


def test_what_is_said_to_be_places_has_its_parts_too() -> None:
    said = {"section": "place"}
    assert read("Item,2019,2020", *PARTS, indicator="Miners", columns=said) == TAKEN


def test_places_below_places_stay_places() -> None:
    rows = ("Upland,5,6", "North,2,4", "South,3,2", "Downland,7,8", "North,3,5", "South,4,3")
    found = read("Region,2019,2020", *rows, indicator="Miners")
    assert ("Miners", "North, Upland", "4") in found
