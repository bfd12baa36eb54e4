"""An import that leaves out the sheets of a workbook that cannot be read. All figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import SKIP, Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

openpyxl = pytest.importorskip("openpyxl")

WOOD = [["Wood, tonnes"], ["Kind", 2019, 2020], ["Oak", 5, 6], ["Ash", 7, 8]]
TWICE = [["Fish, tonnes"], ["Kind", 2019, 2020], ["Cod", 15, 16], ["Eel", 1, 2]]
TWICE.append(["Cod", 17, 18])


def written(path: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_sheet_with_a_key_that_occurs_twice_is_left_out_and_said(tmp_path: Path) -> None:
    path = written(tmp_path / "t.xlsx", Wood=WOOD, Fish=TWICE)
    package = open_package([], builtin=False)
    with pytest.raises(DataError, match=r"Cod|Fish"):
        import_files([str(path)], package, hints=Hints(place="Norway"))
    report = import_files([str(path)], package, hints=Hints(place="Norway", unread=SKIP))
    assert [record["figures"] for record in report.records] == [4]
    assert "[Fish]" in str(report.records[0]["recognised"])
    assert "left out" in str(report.records[0]["recognised"])


def test_where_nothing_is_left_the_first_fault_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "t.xlsx", Fish=TWICE)
    with pytest.raises(DataError, match=r"Cod|Fish"):
        import_files(
            [str(path)],
            open_package([], builtin=False),
            hints=Hints(place="Norway", unread=SKIP),
        )
