"""The machine columns of a report as text; a value's text reads back as the same value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.model.report import Report

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def delimited(report: Report, delimiter: str, *, excel: bool = False) -> str:
    """Return header and rows; with `excel` a text that a spreadsheet would run is disarmed."""
    rows = [report.header, *report.cells]
    end = "\r\n" if excel else "\n"
    cells = ([text(disarmed(c) if excel else c) for c in row] for row in rows)
    return "".join(_line(row, delimiter) + end for row in cells)


def _line(cells: list[str], delimiter: str) -> str:
    """Return a line; where nothing in it could be taken for an end, no cell is looked at."""
    line = delimiter.join(cells)
    if line.count(delimiter) == len(cells) - 1 and quoted(line, "\n") is line:
        return line
    return delimiter.join([quoted(cell, delimiter) for cell in cells])


def quoted(cell: str, delimiter: str) -> str:
    """Return a cell in quotation marks where a reader would else see its end too early.

    `csv.writer` leaves a lone carriage return bare when lines end in a line feed.
    """
    if delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def text(value: str | float | None) -> str:
    """Return the shortest text that reads back as the same value; None is empty.

    >>> text(839.3), text(1340.0), text(None), text("2024")
    ('839.3', '1340', '', '2024')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def disarmed(value: str | float | None) -> str | float | None:
    """Return a text that no spreadsheet takes for a formula; numbers stay numbers.

    >>> disarmed("=1+1"), disarmed(-1.5)
    ("'=1+1", -1.5)
    """
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
