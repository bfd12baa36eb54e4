"""A cell that shows 5.2% holds 0.052: what is shown is what is meant."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from tests.store.importers.containers import Percent, ods, ole, xls

from cpstats.errors import DataError
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
        ('0.0"%"', 5.2, "5.2"),  # the sign is text there: the value is 5.2 already
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


@pytest.mark.parametrize("write", [xls, ods], ids=["xls", "ods"])
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
