"""JSON is one object with rows, notes and sources; what is missing is null."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpstats.export import json as json_format
from cpstats.model.report import Report, Style
from cpstats.model.text import same

if TYPE_CHECKING:
    from cpstats.model.report import Report as _Report


def test_it_carries_its_meaning(report: _Report) -> None:
    document = json.loads(json_format.write(report, Style(lang="zh")))
    assert list(document) == ["schema", "title", "known", "rows", "notes", "sources"]
    assert document["schema"] == "cpstats/1"
    assert document["title"] == "地区生产总值 <2024年>"
    assert document["known"] == "2025"
    assert document["notes"] == ["附注"]
    assert document["sources"][0]["title"] == "昌平区（日本語）"


def test_a_missing_value_is_null_and_its_reason_is_said(report: _Report) -> None:
    level, gap = json.loads(json_format.write(report, Style()))["rows"]
    assert (gap["value"], gap["low"], gap["n"]) == (None, None, None)
    assert gap["reason"] == "missing_current"
    assert (level["value"], level["time_period"], level["ref_area"]) == (1811.9, "2024", "110114")


def test_with_explain_it_says_how_each_row_was_made(report: _Report) -> None:
    document = json.loads(json_format.write(report, Style(explain=True)))
    assert len(document["derivations"]) == len(document["rows"])
    assert document["derivations"][0] == {
        "formula": None,
        "printed": "1811.9 亿元",
        "assumed_basis": False,
        "inputs": [],
        "others": [],
    }


def test_no_number_is_written_that_json_does_not_have(report: _Report) -> None:
    endless = replace(report, figures=(replace(report.figures[0], high=float("inf")),))
    with pytest.raises(ValueError, match="JSON compliant"):
        json_format.write(endless, Style())


def test_chinese_is_readable_and_the_last_line_ends() -> None:
    written = json_format.write(Report(same("昌平区")), Style()).decode()
    assert '"title": "昌平区"' in written
    assert written.endswith("}\n")


def test_documents_with_a_schema_of_their_own_stand_for_the_report() -> None:
    one, two = ({"schema": "x/1", "document": name} for name in ("甲", "乙"))
    report = Report(same("Check"), documents=(one,))
    assert json_format.write(report, Style()).decode() == (
        '{\n "schema": "x/1",\n "document": "甲"\n}\n'
    )
    assert json_format.write(replace(report, documents=(one, two)), Style()).decode() == (
        '{"schema": "x/1", "document": "甲"}\n{"schema": "x/1", "document": "乙"}\n'
    )
