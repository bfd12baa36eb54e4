"""Workbooks: xlsx, xlsm, xlsb, xls and ods, by python-calamine (the extra `excel`)."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST = 1_000_000_000  # bytes of an unpacked workbook
SAVE = "Save the workbook again, without a password, as xlsx."


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if content.startswith((ZIP, OLE)) else "it does not begin like a workbook"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return every sheet that holds something.

    Raises
    ------
    DataError
        When the workbook is damaged, has a password, or would not fit into memory.
    UsageError
        When the extra `excel` is not installed.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise UsageError(
            "reading a workbook needs the extra “excel”",
            mend="Install it: pip install 'cpstats[excel]'",
        ) from None
    _check_size(name, content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = []
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            cells = _merged(sheet.to_python(skip_empty_area=False), sheet)
            if any(any(row) for row in cells):
                rows = tuple(tuple(row) for row in cells)
                lines = tuple(range(1, len(rows) + 1))
                found.append(Sheet(f"{name}[{title}]", rows, lines, "workbook"))
    except CalamineError as error:
        raise DataError(f"the workbook cannot be read ({error})", where=name, mend=SAVE) from None
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the reader
        raise DataError(
            f"the workbook cannot be read ({type(error).__name__})", where=name, mend=SAVE
        ) from None
    if not found:
        raise DataError("there is nothing in it", where=name, mend="Look at the other workbooks.")
    return found


def _check_size(name: str, content: bytes) -> None:
    """Refuse an archive that unpacks to more than any table needs."""
    if not content.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise DataError(
            "the workbook cannot be read (it is damaged or cut off)", where=name, mend=SAVE
        ) from None
    if size > LARGEST:
        raise DataError(
            f"the workbook unpacks to {size // 1_000_000} MB",
            where=name,
            mend="Delete the sheets that are not needed, or save the table as CSV.",
        )


def _merged(rows: Sequence[Sequence[Any]], sheet: Any) -> list[list[str]]:
    """Return cells as text, a merged cell standing in each cell it covers."""
    cells = [[_text(value) for value in row] for row in rows]
    for (top, left), (bottom, right) in getattr(sheet, "merged_cell_ranges", None) or ():
        value = cells[top][left] if top < len(cells) and left < len(cells[top]) else ""
        for row in range(top, min(bottom, len(cells) - 1) + 1):
            for column in range(left, min(right, len(cells[row]) - 1) + 1):
                cells[row][column] = value
    return cells


def _text(value: object) -> str:
    """Return a cell as the digits it holds; whole numbers without a point, dates by their day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return f"{int(value)}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    return str(value)
