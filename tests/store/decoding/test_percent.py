"""A cell that shows 5.2% holds 0.052: what is shown is what is meant."""

from __future__ import annotations

import io

import pytest

from cpstats.store.importers.spreadsheet import read

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
