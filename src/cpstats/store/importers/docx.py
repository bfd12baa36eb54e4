"""Word documents (docx): each table, under the lines directly above it.

The parts are read as ECMA-376 describes them (part 1, 17.4), without a library.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding.document import SPAN, Spanning, Table, raised, sheets_of
from cpstats.store.decoding.markup import Markup, damaged
from cpstats.store.decoding.zipping import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.sheet import Sheet

ASKED = 15  # its place among those that are asked
PART = "word/document.xml"
ZIP = b"PK\x03\x04"
LARGEST = 100_000_000  # bytes of the unpacked text


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if content.startswith(ZIP) and PART.encode() in content else "it is no docx"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return every table of the document that has rows and columns.

    Raises
    ------
    DataError
        When it is damaged, or has none.
    """
    document = _Document(name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(PART) as file:
            document.markup.read(file, document.look)
    except DAMAGED:
        raise damaged(name) from None
    except KeyError:  # it has no such part
        raise damaged(name) from None
    found = sheets_of(
        name, document.tables, document.texts, Message("Word document (docx)", "Word 文档（docx）")
    )
    if not found:
        raise DataError(
            Message(
                "this is a Word document (docx) without a table", "这是没有表格的 Word 文档（docx）"
            ),
            where=name,
            mend=Message(
                "What its sentences claim is looked at by: cpstats check {}.",
                "文中的说法可用 cpstats check {} 核对。",
                name,
            ),
        )
    return found


class _Document:
    """A document being read; rows are numbered as lines of their table."""

    def __init__(self, name: str) -> None:
        self._name, self._size = name, 0
        self.markup = Markup(name, self._start)
        self.markup.listen(self._text, self._end)
        self.tables: list[Table] = []
        self._open: list[Table] = []
        self.texts: list[tuple[int, str]] = []
        self._pieces: list[str] = []
        self._columns = 1
        self._goes_on = False  # what stands above stands here too
        self._raised = False
        self._above: list[list[str]] = []  # of each open table: the texts of its row above

    def look(self, size: int) -> None:
        """Take in bytes that were unpacked.

        Raises
        ------
        DataError
            When they are more than any text has.
        """
        self._size += size
        if self._size > LARGEST:
            raise DataError(
                Message(
                    "the document unpacks to more than {} MB",
                    "文档解压后超过 {} MB",
                    LARGEST // 1_000_000,
                ),
                where=self._name,
                mend=Message("Split it.", "请拆分文档。"),
            )

    def _start(self, tag: str, said: Mapping[str, str]) -> None:
        if tag == "tbl":
            self._open.append(Table(0, above=self.texts))
            self._above.append([])
            self.texts = []
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            above = self._open[-1].rows[-1] if self._open[-1].rows else ()
            self._above[-1] = [c.text for c in above for _ in range(min(c.columns, SPAN))]
            self._open[-1].rows.append([])
            self._open[-1].lines.append(len(self._open[-1].rows))
        elif tag == "tc":
            self._pieces, self._columns, self._goes_on = [], 1, False
        elif tag == "gridSpan" and said.get("val", "").isdecimal():
            self._columns = int(said["val"])
        elif tag == "vMerge":
            self._goes_on = said.get("val", "continue") == "continue"
        elif tag == "vertAlign":
            self._raised = said.get("val") == "superscript"
        elif tag == "r":
            self._raised = False
        elif tag in ("tab", "br"):
            self._pieces.append(" ")

    def _text(self, text: str) -> None:
        self._pieces.append(raised(text) if self._raised else text)

    def _end(self, tag: str) -> None:
        if tag not in ("p", "tc", "tbl"):
            return
        text = " ".join("".join(self._pieces).split())
        if tag == "p" and not self._open:
            if text:
                self.texts.append((1, text))
            self._pieces = []
        elif tag == "p":
            self._pieces.append(" ")
        elif tag == "tc" and self._open and self._open[-1].rows:
            row = self._open[-1].rows[-1]
            if self._goes_on:
                at = sum(cell.columns for cell in row)
                text = self._above[-1][at] if at < len(self._above[-1]) else ""
            row.append(Spanning(text, self._columns))
            self._pieces = []
        elif tag == "tbl" and self._open:
            self._open.pop()
            self._above.pop()
