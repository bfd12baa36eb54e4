"""What the names of sheets, and of tables in an archive, say of their figures; names and figures are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.file_names import from_sheets
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import any_year, says

if TYPE_CHECKING:
    from pathlib import Path

PLACE = says("area", "place", "PLACE")


def _archive(folder: Path, tables: dict[str, str]) -> bytes:
    path = folder / "t.zip"
    with ZipFile(path, "w") as made:
        for name, text in tables.items():
            made.writestr(name, text)
    return path.read_bytes()


def test_each_table_of_an_archive_is_of_the_year_in_its_name(tmp_path: Path) -> None:
    content = _archive(
        tmp_path,
        {
            "huts_2019.csv": "Region,Huts (kt),Tents (t)\nUpper,4,5\nLower,6,7\n",
            "huts_2020.csv": "Region,Huts (kt),Tents (t)\nUpper,8,9\nLower,10,11\n",
        },
    )
    with pytest.raises(DataError) as asked:
        foreign("t.zip", content)
    assert "--when 'huts_{sheet}'" in str(asked.value.mend)
    assert "--when YEAR" not in str(asked.value.mend)
    found = foreign("t.zip", content, Hints(period="huts_{sheet}"))
    assert [(*row[:3], row[4]) for one in found for row in one.rows] == [
        ("Huts", "Upper", "2019", "4"),
        ("Tents", "Upper", "2019", "5"),
        ("Huts", "Lower", "2019", "6"),
        ("Tents", "Lower", "2019", "7"),
        ("Huts", "Upper", "2020", "8"),
        ("Tents", "Upper", "2020", "9"),
        ("Huts", "Lower", "2020", "10"),
        ("Tents", "Lower", "2020", "11"),
    ]


def test_names_of_sheets_may_be_places_unless_they_say_what_is_counted() -> None:
    assert [way.flag for way in from_sheets([PLACE], ["Upper", "Lower"])] == [
        "--area '{sheet}'",
        "--area PLACE",
    ]
    for names in (["Births", "Deaths"], ["Sheet1", "Sheet2"], ["Data", "Notes"], ["Upper"]):
        assert from_sheets([PLACE], names) == [PLACE]


def test_one_year_is_said_of_all_sheets_where_they_name_none() -> None:
    assert from_sheets([any_year()], ["Upper", "Lower"]) == [any_year()]
    ways = from_sheets([any_year()], ["T 2019", "T 2020", "Notes"])
    assert [way.flag for way in ways] == ["--when 'T {sheet}'"]
