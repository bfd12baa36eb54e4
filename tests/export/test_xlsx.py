"""A workbook holds numbers as numbers, codes and years as text, and no formula."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.errors import UsageError
from cpstats.export import xlsx
from cpstats.model.report import Report, Style
from cpstats.model.text import same

if TYPE_CHECKING:
    from cpstats.model.report import Report as _Report

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")


def book(report: Report, **style: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(xlsx.write(report, Style(**style))))


def test_the_same_figures_are_the_same_bytes_at_any_hour(report: _Report) -> None:
    assert book(report).properties.created.isoformat() == "2000-01-01T00:00:00"


def test_figures_notes_and_sources_have_a_sheet_each(report: _Report) -> None:
    made = book(report)
    assert made.sheetnames == ["figures", "notes", "sources"]
    assert [c.value for c in made["notes"]["A"]] == ["GDP <2024>", "a *note*"]
    assert [c.value for c in made["sources"][1]][:3] == ["source", "title", "publisher"]
    assert [c.value for c in made["sources"][2]][:2] == ["cp_jp", "昌平区（日本語）"]


def test_numbers_are_numbers_and_codes_and_years_are_text(report: _Report) -> None:
    cells = {c.column_letter: c for c in book(report)["figures"][2]}
    assert (cells["B"].value, cells["B"].data_type) == ("110114", "s")
    assert (cells["D"].value, cells["D"].data_type) == ("2024", "s")
    assert (cells["J"].value, cells["J"].data_type) == (1811.9, "n")
    assert cells["J"].number_format == "General"


def test_what_is_missing_is_an_empty_cell(report: _Report) -> None:
    row = [c.value for c in book(report)["figures"][3]]
    assert row[9:12] == [None, None, None]
    assert row[17] == "missing_current"


def test_no_text_is_a_formula(report: _Report) -> None:
    made = book(report)
    assert made["figures"]["B3"].value == "'=1+1|<b>*&`[x](y)`*</b>"
    assert made["sources"]["J2"].value == "'=note"
    assert {c.data_type for sheet in made for row in sheet for c in row} <= {"s", "n"}


def test_a_number_has_all_its_digits() -> None:
    third = 0.1 + 0.2  # 0.30000000000000004: seventeen digits
    assert book(Report(same("t"), records=({"x": third},)))["figures"]["A2"].value == third


def test_a_report_about_the_catalogue_has_its_own_columns() -> None:
    made = book(Report(same("t"), records=({"ref_area": "110114", "figures": 3},)))
    assert [[c.value for c in row] for row in made["figures"]] == [
        ["ref_area", "figures"],
        ["110114", 3],
    ]


def test_without_the_extra_it_says_what_to_install(
    report: _Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError) as error:
        xlsx.write(report, Style())
    assert str(error.value) == (
        "writing xlsx needs the extra “excel”. Install it: pip install 'cpstats[excel]'"
    )
