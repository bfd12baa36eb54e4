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


def test_periods_of_one_year_in_the_names_are_told_apart() -> None:
    for names, form in (
        (["huts_2020Q1", "huts_2020Q2"], "huts_{sheet}"),
        (["huts_2020-11", "huts_2020-12"], "huts_{sheet}"),
    ):
        assert [way.flag for way in from_sheets([any_year()], names)] == [f"--when '{form}'"]


def test_a_table_that_is_called_after_its_month_or_country_is_of_it(tmp_path: Path) -> None:
    text = "Region,Huts (kt)\nUpper,{}\nLower,{}\n"
    tables = {"a/2020-11.csv": text.format(4, 5), "a/2020-12.csv": text.format(6, 7)}
    found = foreign("t.zip", _archive(tmp_path, tables))
    assert [(row[1], row[2], row[4]) for one in found for row in one.rows] == [
        ("Upper", "2020-11", "4"),
        ("Lower", "2020-11", "5"),
        ("Upper", "2020-12", "6"),
        ("Lower", "2020-12", "7"),
    ]
    tables = {"peru.csv": "Year,Huts\n2019,4\n2020,5\n", "chile.csv": "Year,Huts\n2019,6\n2020,7\n"}
    found = foreign("t.zip", _archive(tmp_path, tables))
    assert [(row[0], row[1], row[4]) for one in found for row in one.rows] == [
        ("Huts", "peru", "4"),
        ("Huts", "peru", "5"),
        ("Huts", "chile", "6"),
        ("Huts", "chile", "7"),
    ]


@pytest.mark.parametrize("name", ["FY2019", "2010-11"])
def test_what_a_year_of_accounts_covers_is_asked_where_a_sheet_names_it(
    tmp_path: Path, name: str
) -> None:
    content = _archive(tmp_path, {f"{name}.csv": "Region,Huts (kt)\nUpper,4\nLower,5\n"})
    with pytest.raises(DataError, match=f"“{name}”"):
        foreign("t.zip", content, trying=False)
    (found,) = foreign("t.zip", content, Hints(fiscal="begins"))
    assert {row[2] for row in found.rows} == {"2019/20" if name == "FY2019" else "2010/11"}
