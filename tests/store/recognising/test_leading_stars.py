"""Stars before numbers are marks of notes; labels of groups are carried where the stub stands higher. Figures made up."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.leading_stars import without_leading_stars

NOTE = "* An asterisk before a figure says that the change is significant."


def read(text: str) -> set[tuple[str, ...]]:
    """Return name, place, period, measure, value and unit of each figure."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="Chad", period="2014"), trying=False)
    return {tuple(r[:6]) for r in found.rows}


def test_a_star_before_a_number_is_no_part_of_a_name() -> None:
    text = (
        'Kind,Hens,Shift\nBrown,457,"*2,098"\nBlack,84,*-182\nWhite,73,-83\n' + f"{NOTE},,{NOTE}\n"
    )
    found = {(r[0], r[4]) for r in read(text)}
    assert {("Shift, Brown", "2098"), ("Shift, Black", "-182"), ("Shift, White", "-83")} <= found
    assert not any("*" in name for name, _ in found)


def test_numbers_of_notes_stay_words() -> None:
    rows = [["Kind", "Hens", "Note"], ["Brown", "457", "*1"], ["Black", "84", "*2"]]
    assert without_leading_stars(rows) == (rows, [])


def test_a_group_below_a_period_has_its_label_over_all_its_columns() -> None:
    text = (
        "[Numbers in thousands]\nPond,2014,,,\n,All birds,Percent of all birds,,\n,,Geese,Ducks,Swans\n"
        "East,158,46.8,77,12.6\nWest,68,51.5,77.7,10.2\nNorth,29,44.8,80.4,9.4\n"
    )
    units = {r[4]: r[5] for r in read(text)}
    assert units["158"] == "thousands"
    assert {units[shown] for shown in ("46.8", "77", "12.6", "9.4")} == {"%"}
