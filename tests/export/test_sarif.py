"""SARIF 2.1.0, read back by sarif-pydantic, which knows its words and types."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sarif_pydantic import Sarif

from cpstats.errors import UsageError
from cpstats.export import sarif
from cpstats.model.report import Report, Style
from cpstats.model.text import same

COLUMNS = ("file", "line", "column", "end_column", "rule", "severity", "message")


def results(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    given = [
        {"file": "a.txt", "line": 1, "column": 2, "end_column": 5, "rule": "depends",
         "severity": "warning", "message": "perhaps"} | row
        for row in rows
    ]  # fmt: skip
    written = sarif.write(Report(same("Check"), records=tuple(given), columns=COLUMNS), Style())
    Sarif.model_validate_json(written)
    (run,) = json.loads(written)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[r["ruleIndex"]] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    found: list[dict[str, Any]] = run["results"]
    return found


@pytest.mark.parametrize(
    ("severity", "level", "kind"),
    [
        ("error", "error", None),
        ("warning", "warning", None),
        ("info", "note", None),
        ("pass", "none", "pass"),
        ("open", "none", "open"),
        ("skip", "none", "notApplicable"),
    ],
)
def test_a_severity_is_a_level_or_a_kind(severity: str, level: str, kind: str | None) -> None:
    (result,) = results({"severity": severity})
    assert (result["level"], result.get("kind")) == (level, kind)


def test_a_region_ends_where_it_is_known_to() -> None:
    one, two = results({}, {"end_column": None})
    places = [r["locations"][0]["physicalLocation"]["region"] for r in (one, two)]
    assert places == [
        {"startLine": 1, "startColumn": 2, "endColumn": 5},
        {"startLine": 1, "startColumn": 2},
    ]


def test_a_name_is_an_address() -> None:
    (result,) = results({"file": "文章 1.txt"})
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "%E6%96%87%E7%AB%A0%201.txt"


def test_no_findings_are_a_run_without_results() -> None:
    assert results() == []


def test_only_findings_are_written(report: Report) -> None:
    with pytest.raises(UsageError, match="sarif is for findings"):
        sarif.write(report, Style())


def test_a_message_holds_no_sign_that_moves_a_cursor_or_turns_words() -> None:
    (result,) = results({"message": "GDP\x1b[31m \u202erose"})
    assert result["message"]["text"].isprintable()
