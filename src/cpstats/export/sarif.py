"""SARIF 2.1.0: findings as editors and code hosts show them beside the lines of a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cpstats.model.finding import finding_rows
from cpstats.model.text import printable

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

SUFFIXES = (".sarif", ".json")
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {"error": "error", "warning": "warning", "info": "note"}
# Results that are no fault: SARIF 2.1.0, 3.27.9; their level is none (3.27.10).
KIND = {"pass": "pass", "open": "open", "skip": "notApplicable"}


def write(report: Report, _style: Style) -> bytes:
    """Return one run with a result for each finding; what is accepted is marked suppressed.

    Raises
    ------
    UsageError
        When the report holds no findings.
    """
    rows = finding_rows(report, "sarif")
    rules = list(dict.fromkeys(str(row["rule"]) for row in rows))
    run = {
        "tool": {"driver": {"name": "cpstats", "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(row, rules) for row in rows],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _result(row: dict[str, Any], rules: list[str]) -> dict[str, Any]:
    mend = f" {row['mend']}" if row.get("mend") else ""
    severity = row["severity"]
    kind = {"kind": KIND[severity]} if severity in KIND else {}
    result: dict[str, Any] = {
        "ruleId": row["rule"],
        "ruleIndex": rules.index(row["rule"]),
        **kind,
        "level": LEVEL.get(severity, "none"),
        "message": {"text": printable(f"{row['message']}.{mend}")},
        "locations": [{"physicalLocation": _place(row)}],
    }
    if row.get("silenced"):
        result["suppressions"] = [{"kind": "external", "justification": row["silenced"]}]
    return result


def _place(row: dict[str, Any]) -> dict[str, Any]:
    from urllib.parse import quote

    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(str(row["file"]).replace("\\", "/"))}
    }
    region = {"startLine": row["line"], "startColumn": row["column"]}
    if row.get("end_column"):
        region["endColumn"] = row["end_column"]
    if row["line"]:
        place["region"] = {name: value for name, value in region.items() if value}
    return place
