"""One line of places.csv is changed, and no other byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import UsageError
from cpstats.keeping.importing import import_files
from cpstats.keeping.placing import set_place
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    text = "Place,2020\nNear,7\nFar,3\nWhole,10\n"
    (tmp_path / "t.csv").write_text(text, "utf-8")
    hints = Hints(indicator="ore", unit="kt", columns={"Place": "place"})
    import_files([str(tmp_path / "t.csv")], open_package(), folder=tmp_path / "p", hints=hints)
    return tmp_path / "p"


def test_parents_and_names_are_written_where_the_line_was(package: Path) -> None:
    before = (package / "places.csv").read_text("utf-8")
    set_place(package, ["Near", "Far"], parent="Whole")
    set_place(package, ["Far"], zh="远地", alias=["the far one"])
    after = (package / "places.csv").read_text("utf-8")
    assert after == before.replace("Near,Near,Near,,,", "Near,Near,Near,,Whole,").replace(
        "Far,Far,Far,,,own,,", "Far,远地,Far,,Whole,own,the far one,"
    )
    catalogue = open_package([str(package)], builtin=False).catalogue
    assert catalogue.find_place("the far one") == "Far"
    set_place(package, ["Near"], parent="none")
    assert "Near,Near,Near,,,own" in (package / "places.csv").read_text("utf-8")


def test_a_parent_that_the_table_lacks_is_taken_in_with_what_it_lies_in(package: Path) -> None:
    set_place(package, ["Whole"], parent="昌平")
    lines = (package / "places.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == [
        *("Near", "Far", "Whole", "110114", "110000", "100000"),
    ]


def test_nothing_is_written_where_it_would_be_wrong(package: Path, tmp_path: Path) -> None:
    set_place(package, ["Near"], parent="Whole")
    before = (package / "places.csv").read_bytes()
    with pytest.raises(UsageError, match="would lie in itself"):
        set_place(package, ["Whole"], parent="Near")
    with pytest.raises(UsageError, match="a name is that of one place"):
        set_place(package, ["Near", "Far"], en="both")
    with pytest.raises(UsageError, match="is no data package"):
        set_place(tmp_path, ["Near"], parent="Whole")
    set_place(package, ["Far"], parent="Whole", dry=True)
    assert (package / "places.csv").read_bytes() == before


def test_a_parent_that_nobody_knows_is_described_first(tmp_path: Path) -> None:
    from cpstats.keeping.importing import import_files
    from cpstats.store.hints import Hints
    from cpstats.store.package import open_package

    (tmp_path / "t.csv").write_text("Place,2020\nNear,7\nFar,4\n", "utf-8")
    said = Hints(indicator="ore", unit="kt", columns={"Place": "place"})
    folder = tmp_path / "p"
    import_files([str(tmp_path / "t.csv")], open_package(), folder=folder, hints=said)
    with pytest.raises(UsageError, match="described first: cpstats place Yonder --en NAME"):
        set_place(folder, ["Near", "Far"], parent="Yonder")
    set_place(folder, ["Yonder"], en="Yonder Land")
    set_place(folder, ["Near", "Far"], parent="Yonder Land")
    places = open_package([str(folder)], builtin=False).catalogue.places
    assert {p.ref_area: p.parent for p in places.values()} == {
        "Near": "Yonder",
        "Far": "Yonder",
        "Yonder": "",
    }
