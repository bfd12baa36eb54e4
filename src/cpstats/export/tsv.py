"""TSV: the machine columns, divided by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.machine import delimited

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

EXCEL = True
SUFFIXES = (".tsv", ".tab")


def write(report: Report, style: Style) -> bytes:
    """Return the report as TSV; for Excel with a byte order mark and CRLF."""
    text = delimited(report, "\t", excel=style.excel)
    return text.encode("utf-8-sig" if style.excel else "utf-8")
