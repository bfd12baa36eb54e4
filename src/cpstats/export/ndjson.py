"""NDJSON: one JSON object a line for each row, for tools that read line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

CALLED = ("jsonl",)


def write(report: Report, style: Style) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Return the rows; a missing value is null."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in report.rows)
    return "".join(f"{line}\n" for line in lines).encode()
