"""Excel: the machine columns on one sheet, notes and sources on the next (extra `excel`)."""

from __future__ import annotations

from dataclasses import astuple
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.machine import disarmed, text

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

BINARY = EXCEL = True
CALLED = ("excel", "xls")


def write(report: Report, style: Style) -> bytes:
    """Return a workbook; numbers are numbers, codes and years are text, nothing is a formula.

    Raises
    ------
    UsageError
        When the extra `excel` is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ModuleNotFoundError:
        raise UsageError(
            Message("writing xlsx needs the extra “excel”", "写入 xlsx 需要附加组件“excel”"),
            mend=Message(
                "Install it: pip install 'cpstats[excel]'", "请安装：pip install 'cpstats[excel]'"
            ),
        ) from None
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {"created": datetime(2000, 1, 1, tzinfo=UTC)}
    )  # the same for the same figures
    _sheet(book, "figures", [report.header, *(tuple(r.values()) for r in report.rows)])
    notes = [(n.to(style.lang),) for n in report.notes]
    _sheet(book, "notes", [(report.title.to(style.lang),), *notes])
    head = tuple(report.sources[0].__slots__) if report.sources else ("source",)
    _sheet(book, "sources", [head, *(astuple(s) for s in report.sources)])
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, rows: list[tuple[Any, ...]]) -> None:
    sheet = book.add_worksheet(name)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(r, c, _Whole(value))
            elif value:  # an empty text is an empty cell
                sheet.write_string(r, c, str(disarmed(value)))


class _Whole(float):
    """A number that is written with all its digits: xlsxwriter asks for sixteen, two too few."""

    def __format__(self, spec: str) -> str:
        return text(float(self))
