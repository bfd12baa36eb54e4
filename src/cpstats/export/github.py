"""Annotations of a code host's workflow: a line for each finding that is a fault or a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.model.finding import finding_rows
from cpstats.model.text import printable

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

SUFFIXES = ()
COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, _style: Style) -> bytes:
    """Return `::error file=…,line=…,col=…,title=…::message` for each finding.

    Raises
    ------
    UsageError
        When the report holds no findings.
    """
    rows = finding_rows(report, "github")
    lines = [_line(row) for row in rows if row["severity"] in COMMAND]
    return "".join(lines).encode()


def _line(row: dict[str, Any]) -> str:
    if row.get("silenced"):
        return ""
    given = {
        "file": row["file"],
        "line": row["line"],
        "col": row["column"],
        "endColumn": row.get("end_column"),
        "title": f"cpstats {row['rule']}",
    }
    said = ",".join(f"{name}={_escaped(value, ',:')}" for name, value in given.items() if value)
    return f"::{COMMAND[row['severity']]} {said}::{_escaped(row['message'])}\n"


def _escaped(value: object, more: str = "") -> str:
    """Return a text in which nothing ends the command, nor moves the cursor of who reads the log."""
    text = str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for sign in more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return printable(text)
