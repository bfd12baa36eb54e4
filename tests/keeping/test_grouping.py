"""Which place lies in which: said by a column, by the user, or seen in the figures (invented)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import UsageError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

# 7.25 + 4.5 + 3.0 = 14.75, 7.5 + 4.25 + 3.5 = 15.25
TABLE = "Place,2020,2021\nWhole,14.75,15.25\nNear,7.25,7.5\nMid,4.5,4.25\nFar,3.0,3.5\n"
KEYS = {"Place": "place"}


def imported(folder: Path, text: str, **hints: object) -> tuple[dict[str, str], str]:
    """Return the parent of each place, and what was said."""
    (folder / "t.csv").write_text(text, "utf-8")
    said = Hints(indicator="ore", unit="kt", **{"columns": KEYS, **hints})  # type: ignore[arg-type]
    report = import_files(
        [str(folder / "t.csv")], open_package(), folder=folder / "p", hints=said, force=True
    )
    places = open_package([str(folder / "p")], builtin=False).catalogue.places
    return {p.ref_area: p.parent for p in places.values()}, " ".join(n.en for n in report.notes)


def test_a_sum_of_the_others_is_said_and_the_flag_makes_it_their_parent(tmp_path: Path) -> None:
    parents, said = imported(tmp_path, TABLE)
    assert set(parents.values()) == {""}
    assert "Whole is the sum of the others (ore, 2020–2021): --total Whole" in said
    parents, said = imported(tmp_path, TABLE, total="Whole")
    assert parents == {"Whole": "", "Near": "Whole", "Mid": "Whole", "Far": "Whole"}
    assert "is the sum" not in said


def test_what_is_no_sum_in_one_period_is_none(tmp_path: Path) -> None:
    _, said = imported(tmp_path, TABLE.replace("15.25", "15.45"))
    assert "is the sum" not in said


def test_a_total_that_is_no_place_of_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        imported(tmp_path, TABLE, total="Other")
    assert str(raised.value) == (
        "“Other” is none of the places of the files. Places are: Whole, Near, Mid, Far."
    )


def test_a_column_says_in_which_each_place_lies(tmp_path: Path) -> None:
    text = "Part,Place,2020\nNorth,Near,7\nNorth,Mid,4\nSouth,Far,3\n"
    parents, said = imported(tmp_path, text, columns={**KEYS, "Part": "parent"})
    assert parents == {
        "Near": "North",
        "Mid": "North",
        "Far": "South",
        "North": "",
        "South": "",
    }
    assert "places lie in North, South" in said


def test_the_column_of_parents_is_found_by_the_header_alone(tmp_path: Path) -> None:
    text = "Part,Place,2020\nNorth,Near,7\nNorth,Part,4\nSouth,Far,3\n"  # a place is called Part
    parents, _ = imported(tmp_path, text, columns={**KEYS, "Part": "parent"})
    assert (parents["Near"], parents["Part"], parents["Far"]) == ("North", "North", "South")


def test_an_aggregate_of_a_known_kind_is_said(tmp_path: Path) -> None:
    text = "Place,2020\nWorld,90\nFrance,7\nItaly,4\n"
    _, said = imported(tmp_path, text)
    assert "aggregates, not ranked with the others: World" in said


def test_groups_of_countries_that_no_gazetteer_numbers_are_aggregates(tmp_path: Path) -> None:
    text = "Place,2020,2021\nJapan,7,8\nPeru,4,4\nEU27,5,6\nOECD - Total,9,9\n"
    _, said = imported(tmp_path, text)
    assert "aggregates, not ranked with the others: EU27, OECD - Total" in said


def test_groups_of_countries_by_their_number_or_kind_are_aggregates(tmp_path: Path) -> None:
    names = ("Euro area (19 countries)", "Advanced economies", "Rest of the world")
    lines = "".join(f"{name},{n},{n}\n" for n, name in enumerate(names, 5))
    _, said = imported(
        tmp_path, f"Place,2020,2021\nJapan,7,8\nPeru,4,4\nChile,2,2\nKenya,1,1\n{lines}"
    )
    assert f"aggregates, not ranked with the others: {', '.join(names)}" in said


def test_a_part_that_is_more_than_what_is_called_the_whole_is_said(tmp_path: Path) -> None:
    text = TABLE.replace("Near,7.25,7.5", "Near,17.25,7.5")
    _, said = imported(tmp_path, text, total="Whole")
    assert (
        "Near is more than Whole, which --total calls the whole of the others (ore, 2020)" in said
    )
    _, said = imported(tmp_path, TABLE, total="Whole")
    assert "is more than" not in said
