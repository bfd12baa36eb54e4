"""A cell that shows 5.2% holds 0.052: what is shown is what is meant."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.store.importers.containers import Percent, ods, ole, record, xls, xlsb

from cpstats.errors import DataError
from cpstats.store.decoding.unzipping import layouts
from cpstats.store.decoding.xls import MANY, _cells
from cpstats.store.importers.spreadsheet import read

if TYPE_CHECKING:
    from collections.abc import Callable

openpyxl = pytest.importorskip("openpyxl")


def workbook(form: str, *values: object, first: str = "表") -> bytes:
    """Return a workbook whose second sheet, not its first, has cells of a number format."""
    book = openpyxl.Workbook()
    book.active.title = first
    book.active.append(["地区", 0.052])
    sheet = book.create_sheet("A & B")
    sheet.append(list(values))
    for cell in sheet[1]:
        cell.number_format = form
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("0.0%", 0.052, "5.2%"),
        ("0%", 1, "100%"),
        ("0.00%;[Red]-0.00%", -0.0125, "-1.25%"),
        ("0.0%", "持平", "持平"),
        ("General", 0.052, "0.052"),
        ('0.0"%"', 5.2, "5.2%"),  # the sign is text there: the value is 5.2 already
    ],
)
def test_a_cell_is_read_as_its_format_shows_it(form: str, value: object, text: str) -> None:
    one, two = read("a.xlsx", workbook(form, "a", value))
    assert one.rows[0][1] == "0.052"
    assert (two.name, two.rows[0][1]) == ("a.xlsx[A & B]", text)


def test_sheets_are_found_by_their_names_not_their_files() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook("0.0%", "a", 0.052)))
    book.move_sheet("A & B", -1)
    out = io.BytesIO()
    book.save(out)
    found = {sheet.name: sheet.rows[0][1] for sheet in read("a.xlsx", out.getvalue())}
    assert found == {"a.xlsx[A & B]": "5.2%", "a.xlsx[表]": "0.052"}


def renamed(content: bytes, old: str, new: str) -> bytes:
    """Return a workbook with other names of its parts, inside those that lead there too."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            inner = before.read(part)
            if part.endswith(".rels"):
                inner = inner.replace(old.encode(), new.encode())
            after.writestr(part.replace(old, new), inner)
    return out.getvalue()


@pytest.mark.parametrize("format_", ["xlsx", "xlsb"])
@pytest.mark.parametrize(
    ("old", "new"), [("sheet", "Sheet"), ("styles", "STYLES"), ("worksheets/", "worksheets\\")]
)
def test_parts_are_found_in_any_case_and_with_either_slash(
    old: str, new: str, format_: str
) -> None:
    made = workbook("0.0%", "a", 0.052) if format_ == "xlsx" else xlsb([["a", Percent(0.052)]])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():  # what leads there keeps the names that were
            after.writestr(part.replace(old, new), before.read(part))
    assert read("a", out.getvalue())[-1].rows == (("a", "5.2%"),)


def test_the_folder_of_a_workbook_is_where_its_package_says() -> None:
    moved = renamed(workbook("0.0%", "a", 0.052), "xl/", "book/")
    assert "book/workbook.xml" in zipfile.ZipFile(io.BytesIO(moved)).namelist()
    assert read("a", moved)[1].rows == (("a", "5.2%"),)


@pytest.mark.parametrize("write", [xls, xlsb, ods], ids=["xls", "xlsb", "ods"])
def test_old_and_open_formats_show_per_cent_too(write: Callable[..., bytes]) -> None:
    (sheet,) = read("a", write([["地区", "2023年"], ["东乡", Percent(0.052)], ["西乡", 0.048]]))
    assert sheet.rows == (("地区", "2023年"), ("东乡", "5.2%"), ("西乡", "0.048"))


@pytest.mark.parametrize("length", [100, 600, 1200, 3000])
def test_an_xls_that_is_cut_off_is_refused_and_nothing_else(length: int) -> None:
    with pytest.raises(DataError, match="damaged or cut off"):
        read("a.xls", xls([["地区", "2023年"], ["东乡", 1.5]])[:length])


def test_an_xls_whose_directory_runs_in_a_circle_is_refused() -> None:
    content = bytearray(ole("Workbook", b"\0" * 5000))
    content[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")  # behind sector 1 comes sector 1
    with pytest.raises(DataError, match="damaged or cut off"):
        read("a.xls", bytes(content))


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook("General", "a", 1)))
    book["A & B"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    (sheet,) = read("a.xlsx", out.getvalue())
    assert (sheet.name, tuple(map(str, sheet.remarks))) == (
        "a.xlsx[表]",
        ("the sheet “A & B” is hidden: left out",),
    )


def test_a_record_of_many_cells_that_is_cut_has_none() -> None:
    # row 2, column 1; style 3 and a number of four bytes; the last column
    body = b"\2\0\1\0" + b"\3\0" + b"\0\0\0\0" + b"\1\0"
    assert [[*_cells(MANY, body[:length])] for length in (0, 5, 12)] == [[], [], [(2, 1, 3)]]


def test_a_hidden_sheet_of_a_binary_workbook_is_left_out_of_several_and_known() -> None:
    content = xlsb([["a", 1.5]], hidden=True)
    assert [(t, sheet.hidden) for t, sheet in layouts("a", content).items()] == [("T", True)]


@pytest.mark.parametrize("row", [60_000, 20_000_000])
def test_a_cell_far_below_in_a_binary_workbook_is_refused(row: int) -> None:
    far = record(0, struct.pack("<I21x", row)) + record(5, struct.pack("<IId", 3, 0, 1.5))
    with pytest.raises(DataError, match="lie too far apart"):
        read("a", xlsb([["a", 1.5]], more=far))


def test_an_error_of_a_formula_in_a_binary_workbook_is_no_empty_cell() -> None:
    error = record(11, struct.pack("<IIB", 2, 0, 7))  # #DIV/0!
    (sheet,) = read("a", xlsb([["a", 1.5]], more=error + record(5, struct.pack("<IId", 3, 0, 2.5))))
    assert sheet.rows == (("a", "1.5", "=…", "2.5"),)


@pytest.mark.parametrize("end", [b"\x80", b"\x05\xff", b"\x05\x10abc", b"\x05\xff\xff\xff\x7f"])
def test_a_binary_workbook_whose_last_record_breaks_off_is_refused(end: bytes) -> None:
    content = xlsb([["a", 1.5]])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            after.writestr(part, before.read(part) + (end if "sheet1" in part else b""))
    with pytest.raises(DataError, match="damaged or cut off"):
        read("a", out.getvalue())
