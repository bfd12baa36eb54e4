"""Workbooks of Excel 2003 as one XML file, which databases call `.xls` or `.xml`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.decoding.beyond_values import COLUMNS, WIDEST, too_wide
from cpstats.store.decoding.document import SPAN
from cpstats.store.decoding.markup import SAVE, Markup
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

ASKED = 25  # its place among those that are asked
HEAD = 4096  # bytes in which it says what it is
NAMESPACE = b"urn:schemas-microsoft-com:office:spreadsheet"
MOST_ROWS = 1 << 20
MIDNIGHT = ("T00:00:00.000", "T00:00:00")
KIND = Message("workbook as XML", "XML 工作簿")
HIDDEN = Message("hidden rows are left out", "略去隐藏行")


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    head = content[:HEAD]
    known = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and b"<Workbook" in head
    return "" if known and NAMESPACE in head else "it is no workbook of Excel 2003 as XML"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return every sheet of the workbook that has rows.

    Raises
    ------
    DataError
        When it is damaged, or has no cell.
    """
    book = _Book(name)
    book.markup.read(BytesIO(content))
    if not book.sheets:
        raise DataError(
            Message("there is no cell in the workbook", "工作簿中没有单元格"),
            where=name,
            mend=SAVE,
        )
    return book.sheets


class _Book:
    """A workbook being read, sheet by sheet; a merged cell stands in every place that it takes."""

    def __init__(self, name: str) -> None:
        self.name, self.sheets = name, list[Sheet]()
        self.markup = Markup(name, self._started)
        self._title, self._hidden = "", False
        self._rows: dict[int, dict[int, str]] = {}
        self._row: dict[int, str] = {}  # the one being read, also where it is hidden
        self._below: list[tuple[int, int, int, str]] = []  # first column, number, last row, text
        self._number = self._column = self._size = 0
        self._pieces: list[str] = []
        self._across = self._down = 0
        self._seen, self._in_note = False, False
        self.markup.listen(self._text, self._ended)

    def _started(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Worksheet":
            self._title, self._rows, self._below = attributes.get("Name", ""), {}, []
            self._number, self._hidden = 0, False
        elif tag == "Row":
            self._begin_row(attributes)
        elif tag == "Cell":
            self._column = _at(attributes, "Index", self._column + 1)
            self._across = min(_at(attributes, "MergeAcross", 0), SPAN)
            self._down = _at(attributes, "MergeDown", 0)
            self._pieces = []
        elif tag == "Comment":
            self._in_note = True

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._number = _at(attributes, "Index", self._number + 1)
        self._seen = attributes.get("Hidden") != "1"
        self._hidden |= not self._seen
        self._column = 0
        self._below = [b for b in self._below if b[2] >= self._number]
        self._row = {}
        if self._seen:
            self._rows[self._number] = self._row
        for first, many, _, text in self._below:
            self._put(first, many, text)

    def _put(self, first: int, many: int, text: str) -> None:
        self._row |= dict.fromkeys(range(first, first + many), text)
        self._size += many
        if self._size > WIDEST or first + many > COLUMNS + 1:
            raise too_wide(self.name)

    def _text(self, text: str) -> None:
        if not self._in_note:
            self._pieces.append(text)

    def _ended(self, tag: str) -> None:
        if tag == "Comment":
            self._in_note = False
        elif tag == "Cell":
            self._end_cell()
        elif tag == "Worksheet" and any(self._rows.values()):
            self.sheets.append(self._sheet())

    def _end_cell(self) -> None:
        text = "".join(self._pieces).strip()
        for end in MIDNIGHT:
            text = text.removesuffix(end)
        while self._column in self._row:
            self._column += 1  # taken by a cell from above
        many = self._across + 1
        self._put(self._column, many, text)
        if self._down:
            self._below.append((self._column, many, self._number + self._down, text))
        self._column += self._across

    def _sheet(self) -> Sheet:
        width = max(max(row, default=0) for row in self._rows.values())
        if width * len(self._rows) > WIDEST:
            raise too_wide(self.name)
        rows = tuple(
            tuple(row.get(c, "") for c in range(1, width + 1)) for row in self._rows.values()
        )
        said = joined([KIND, HIDDEN]) if self._hidden else KIND
        return Sheet(f"{self.name}[{self._title}]", rows, tuple(self._rows), said, inside=KIND)


def _at(attributes: Mapping[str, str], name: str, otherwise: int) -> int:
    """Return the number of an attribute; another where it has none that a sheet can have."""
    text = attributes.get(name, "")
    return min(int(text), MOST_ROWS) if text.isascii() and text.isdecimal() else otherwise
