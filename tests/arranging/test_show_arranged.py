"""`show` sorted, chosen, cut and turned: the places of a year, or the years of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.report import Block

TABLE = """indicator,ref_area,time_period,measure,obs_value
corn,Aby,2020,level,10
corn,Aby,2021,level,14
corn,Bex,2020,level,30
corn,Bex,2021,level,33
corn,Cam,2020,level,20
corn,Cam,2021,level,21
people,Aby,2021,level,5
people,Bex,2021,level,15
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("show") / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def names(block: Block) -> list[str]:
    return [row[0].text.en for row in block.rows if row[0].text is not None]


def test_places_are_cut_in_the_newest_year_where_none_is_named(own: Path) -> None:
    made = cpstats.show("corn", data=str(own), builtin=False, places="all", top=2)
    assert [names(block) for block in made.blocks] == [["Bex", "Cam"]]
    assert made.to_frame().value.tolist() == [33, 10, 21, 5]  # levels; 33/30 and 21/20 by hand
    assert any("The table shows 2021" in note.en for note in made.notes)


def test_each_year_that_is_named_has_a_table_of_its_own(own: Path) -> None:
    made = cpstats.show(
        "corn", data=str(own), builtin=False, places="all", period="2020..2021", where="level < 20"
    )
    assert [names(block) for block in made.blocks] == [["Aby"], ["Aby"]]


def test_the_years_of_one_place_are_sorted_too(own: Path) -> None:
    made = cpstats.show("corn", data=str(own), builtin=False, places="Aby", sort="level", top=1)
    assert [names(block) for block in made.blocks] == [["2021"]]
    assert "‖" not in made.to_text()


def test_every_year_is_turned_though_none_is_named(own: Path) -> None:
    made = cpstats.show("corn", data=str(own), builtin=False, places="all", rows="place")
    assert [c.header.en for c in made.blocks[0].columns] == ["place", "2020", "2021"]
    assert names(made.blocks[0]) == ["Aby", "Bex", "Cam"]


def test_places_without_a_weight_are_called_by_their_names(own: Path) -> None:
    made = cpstats.show(
        "corn",
        data=str(own),
        builtin=False,
        places="all",
        period=2021,
        summary=True,
        weight="people",
    )
    assert any("1 of 3 have no weight (Cam)" in note.en for note in made.notes)


def test_a_district_without_a_weight_is_not_called_by_its_code() -> None:
    made = cpstats.show(
        "gdp",
        places=["110101", "110102", "110108"],
        period=2022,
        summary=True,
        weight="resident_population",
    )
    said = "".join(note.en for note in made.notes if "no weight" in note.en)
    assert "Dongcheng" in said
    assert "110101" not in said


def test_a_table_with_places_in_columns_is_neither_sorted_nor_cut(own: Path) -> None:
    with pytest.raises(UsageError, match="--wide has none of places"):
        cpstats.show("corn", data=str(own), builtin=False, places="all", wide=True, top=2)
