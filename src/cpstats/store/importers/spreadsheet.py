"""Workbooks: xlsx, xlsm, xlsb, xls and ods, by python-calamine (the extra `excel`)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, UsageError
from cpstats.store.decoding.archive import SAVE, WIDEST, locked, measured, too_wide
from cpstats.store.decoding.percent import Percents
from cpstats.store.sheet import Sheet, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.decoding.archive import Formula

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a workbook with a password
MUCH = 1 << 20  # bytes: the directory of an OLE file is at one of its ends, or near


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
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError
    except ImportError:
        raise UsageError(
            "reading a workbook needs the extra “excel”",
            mend="Install it: pip install 'cpstats[excel]'",
        ) from None
    formulas = measured(name, content) if content.startswith(ZIP) else []
    if ENCRYPTED in content[:MUCH] or ENCRYPTED in content[-MUCH:]:
        raise locked(name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        percents = Percents(content) if content.startswith(ZIP) else None
        found = []
        for number, title in enumerate(book.sheet_names):
            sheet = book.get_sheet_by_name(title)
            cells = _shown(sheet, percents)
            _merge(name, cells, sheet)
            _put(cells, [f for f in formulas if f.sheet == number])
            if any(any(row) for row in cells):
                rows = tuple(tuple(row) for row in cells)
                lines = tuple(range(1, len(rows) + 1))
                found.append(Sheet(f"{name}[{title}]", rows, lines, "workbook"))
    except DataError:
        raise
    except PasswordError:
        raise locked(name) from None
    except CalamineError as error:
        raise DataError(f"the workbook cannot be read ({error})", where=name, mend=SAVE) from None
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the reader
        raise DataError(
            f"the workbook cannot be read ({type(error).__name__})", where=name, mend=SAVE
        ) from None
    if not found:
        raise DataError("there is nothing in it", where=name, mend="Look at the other workbooks.")
    return found


def _shown(sheet: Any, percents: Percents | None) -> list[list[str]]:
    """Return cells as text: a fraction shown as per cent as what is shown."""
    cells = [[text_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    if percents:
        percents.show(sheet.name, cells)
    return cells


def _put(cells: list[list[str]], formulas: Sequence[Formula]) -> None:
    """Write the formulas that nobody computed into their cells: missing they are not."""
    for formula in formulas:
        if formula.row < len(cells) and formula.column < len(cells[formula.row]):
            cells[formula.row][formula.column] = f"={formula.text}"


def _merge(name: str, cells: list[list[str]], sheet: Any) -> None:
    """Write a merged cell into each cell it covers."""
    left_over = WIDEST
    for (top, left), (bottom, right) in getattr(sheet, "merged_cell_ranges", None) or ():
        value = cells[top][left] if top < len(cells) and left < len(cells[top]) else ""
        for row in range(top, min(bottom, len(cells) - 1) + 1):
            end = min(right, len(cells[row]) - 1) + 1
            cells[row][left:end] = [value] * (end - left)
            left_over -= end - left
            if left_over < 0:
                raise too_wide(name)
