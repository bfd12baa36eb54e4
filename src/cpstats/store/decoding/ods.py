"""What an OpenDocument table says beyond values: percentages, hidden tables, how far it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.decoding import beyond_values
from cpstats.store.decoding.beyond_values import BLANK, WIDEST, Layout, Size, look, too_wide
from cpstats.store.decoding.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.decoding.workbook_parts import Parts

CONTENT = "content.xml"
SEEN = "visible"
CELLS = ("table-cell", "covered-table-cell")


def layouts(parts: Parts, size: Size) -> dict[str, Layout]:
    """Return the layout of each table, by its title; one that no memory holds is refused."""
    reading = _Content(parts.name, size)
    with parts.open(CONTENT) as file:
        reading.markup.read(file, size.add)
    return reading.found


class _Content:
    """The tables being scanned; a row or cell that is repeated stands once in the text."""

    def __init__(self, name: str, size: Size) -> None:
        self.name, self._size = name, size
        self.found: dict[str, Layout] = {}
        self.markup = Markup(name, self._start)
        self._layout = Layout(name)
        self._style = ""
        self._unseen: set[str] = set()
        self._row = self._rows = self._column = 0  # the row from 0, how often, the next column
        self._tables = self._copies = self._across = 0  # the next column that is described

    def _start(self, tag: str, said: Mapping[str, str]) -> None:
        if tag in CELLS:
            self._cell(said)
        elif tag == "table-row":
            self._row += self._rows
            self._rows, self._column = self._count(said, "number-rows-repeated"), 0
            if said.get("visibility", SEEN) != SEEN and self._rows < BLANK:
                self._layout.hidden_rows += range(self._row, self._row + self._rows)
        elif tag == "table-column":
            first, count = self._across, self._count(said, "number-columns-repeated")
            self._across += count
            if said.get("visibility", SEEN) != SEEN:
                self._layout.hide_columns(first, first + count - 1)
        elif tag == "table":
            self._tables += 1
            look(self.name, self._tables, beyond_values.SHEETS)
            self._row = self._rows = self._across = 0
            self._layout = Layout(self.name, hidden=said.get("style-name") in self._unseen)
            self.found[said.get("name", "")] = self._layout
        elif tag == "style":
            self._style = said.get("name", "")
        elif tag == "table-properties" and said.get("display") == "false":
            self._unseen.add(self._style)

    def _cell(self, said: Mapping[str, str]) -> None:
        first, count = self._column, self._count(said, "number-columns-repeated")
        self._column += count
        kind = said.get("value-type", "")
        if not kind:
            return
        self._copies = count * self._rows
        self._layout.reach(self._row + self._rows, self._column, self._copies)
        self.markup.listen(self._text, self._end)
        if kind == "percentage":
            self._layout.percents += [
                (row, column)
                for row in range(self._row, self._row + self._rows)
                for column in range(first, self._column)
            ]

    def _text(self, words: str) -> None:
        """Count what every cell gets that repeats this one."""
        self._size.add_text(self._copies * len(words))

    def _end(self, tag: str) -> None:
        if tag in CELLS:
            self.markup.listen(None, None)

    def _count(self, said: Mapping[str, str], what: str) -> int:
        text = said.get(what, "1")
        if not text.isdecimal() or len(text) > len(str(WIDEST)):
            raise too_wide(self.name)
        return max(int(text), 1)
