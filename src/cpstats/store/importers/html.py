"""Pages: each table of HTML, also where a website calls the page `.xls`."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.decoding.document import Spanning, Table, raised, sheets_of
from cpstats.store.decoding.encodings import decoded, known_charset

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

ASKED = 30  # its place among those that are asked
ASKS = ("encoding",)
HEAD = 4096
MARKS = (b"<html", b"<!doctype html", b"<table", b"<body")
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
BLANKS = re.compile(r"\s+")
UNSEEN = ("script", "style", "head", "template", "noscript", "select", "button")
BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "section", "center")


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "" if head.startswith(b"<") and any(mark in head for mark in MARKS) else "it is no HTML"


def read(name: str, content: bytes, *, encoding: str = "") -> list[Sheet]:
    """Return every table of the page that has rows and columns.

    Raises
    ------
    DataError
        When it has none.
    """
    said = CHARSET.search(content[:HEAD])
    text, spoken = decoded(content, name, encoding or (known_charset(said[1]) if said else ""))
    page = _Page()
    page.feed(text)
    page.close()
    page.handle_endtag("p")
    found = sheets_of(
        name, page.tables, page.texts, joined([Message("HTML page", "HTML 网页"), spoken])
    )
    if not found:
        raise DataError(
            Message("this is an HTML page without a table", "这是没有表格的 HTML 网页"),
            where=name,
            mend=Message(
                "Download the data as CSV or xlsx; the page may fetch its table later.",
                "请下载 CSV 或 xlsx 数据；网页的表格可能是另行加载的。",
            ),
        )
    return found


class _Page(HTMLParser):
    """A page being read: tables in the order in which they begin; an inner one is its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._open: list[Table] = []
        self.texts: list[tuple[int, str]] = []
        self._pieces: list[str] = []
        self._cell: list[tuple[int, int]] = []  # spans of the cells that are open
        self._unseen = 0
        self._raised: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell, or a block of text."""
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._end_cell()
            self._end_block()
            table = Table(self.getpos()[0], above=self.texts)
            self.texts = []
            self.tables.append(table)
            self._open.append(table)
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].rows.append([])
            self._open[-1].lines.append(self.getpos()[0])
        elif tag in ("td", "th") and self._open:
            self._end_cell()
            said = dict(attrs)
            self._cell.append((_span(said.get("colspan")), _span(said.get("rowspan"))))
            self._pieces = []
        elif tag == "sup":
            self._raised = []
        elif tag == "br":
            self._pieces.append(" ")
        elif tag in BLOCKS and not self._cell:
            self._end_block()

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "sup" and self._raised is not None:
            self._pieces.append(raised("".join(self._raised)))
            self._raised = None
        elif tag in BLOCKS and not self._cell:
            self._end_block()

    def handle_data(self, data: str) -> None:
        """Take text that is seen."""
        if not self._unseen:
            (self._pieces if self._raised is None else self._raised).append(data)

    def _text(self) -> str:
        found = BLANKS.sub(" ", "".join(self._pieces)).strip()
        self._pieces = []
        return found

    def _end_cell(self) -> None:
        if self._cell and self._open:
            columns, rows = self._cell.pop()
            if not self._open[-1].rows:
                self._open[-1].rows.append([])
                self._open[-1].lines.append(self.getpos()[0])
            self._open[-1].rows[-1].append(Spanning(self._text(), columns, rows))

    def _end_block(self) -> None:
        if text := self._text():
            if self._open and not self._open[-1].rows:  # a caption
                self._open[-1].above.append((self.getpos()[0], text))
            else:
                self.texts.append((self.getpos()[0], text))


def _span(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 5 else 1
