"""What the parts of an xlsx workbook say beyond values: formats, formulas, what is hidden, extent.

Which cells show per cent is said by their number format (ECMA-376 part 1, 18.8.30 and 18.8.45).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.store.decoding import beyond_values
from cpstats.store.decoding.beyond_values import SHORT, Layout, Size, column_number, look
from cpstats.store.decoding.markup import Markup
from cpstats.store.decoding.number_formats import dress_of
from cpstats.store.decoding.raised import Runs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.decoding.number_formats import Dress
    from cpstats.store.decoding.workbook_parts import Parts

BUILT_IN = {"9", "10"}  # 0% and 0.00%
BOOK = "workbook.xml"
TRUE = ("1", "true")
FILLED = ("v", "is", "f")  # what a cell holds
RUNS = ("r", "vertAlign", "rPh")  # of a text in a cell
QUOTED = re.compile(r'"[^"]*"|\\.')  # text in a format, which scales nothing


def layouts(parts: Parts, size: Size) -> dict[str, Layout]:
    """Return the layout of each sheet, by its title; a sheet that no memory holds is refused."""
    folder = parts.folder()
    book = _Book(parts, folder)
    shared = _shared(parts, f"{folder}sharedStrings.xml", size)
    named = book.sheets()
    linked = {part.lower() for part, _ in named.values()}
    lost = [
        part
        for part in parts.under(f"{folder}worksheets/")
        if part.endswith(".xml") and part not in linked
    ]
    found = {}
    for title, (part, hidden) in {**named, **{part: (part, True) for part in lost}}.items():
        if part in parts:
            sheet = _Sheet(parts.name, book, shared, size)
            found[title] = sheet.read(parts, part)
            found[title].hidden = hidden
    return found


def shows_percent(code: str) -> bool:
    """Whether a number format shows a hundred times the value.

    >>> shows_percent("0.0%"), shows_percent('0.0"%"')
    (True, False)
    """
    return "%" in QUOTED.sub("", code)


class Shared(NamedTuple):
    """How long each shared text is (none where all of them are short), and those with marks above the line, by their number."""

    lengths: list[int]
    raised: dict[int, str]


class _Book:
    """The parts that say where the sheets lie and which styles show per cent."""

    def __init__(self, parts: Parts, folder: str) -> None:
        self._parts, self._folder = parts, folder
        self._own: set[str] = set()
        self._dress: dict[str, Dress] = {}  # by the number of the format
        self._used: list[str] = []
        self._in_cells = False
        parts.read(f"{folder}styles.xml", self._style)
        self.percents = {n for n, form in enumerate(self._used) if form in self._own | BUILT_IN}
        self.dressed = {
            str(n): self._dress[form] for n, form in enumerate(self._used) if form in self._dress
        }

    def sheets(self) -> dict[str, tuple[str, bool]]:
        """Return the part of each sheet, and whether it is hidden, by its title."""
        links = self._parts.links(self._folder, BOOK)
        found: dict[str, tuple[str, bool]] = {}

        def sheet(tag: str, said: Mapping[str, str]) -> None:
            if tag == "sheet":
                hidden = said.get("state", "visible") != "visible"
                found[said.get("name", "")] = (links.get(said.get("id", ""), ""), hidden)
                look(self._parts.name, len(found), beyond_values.SHEETS)

        self._parts.read(f"{self._folder}{BOOK}", sheet)
        return found

    def _style(self, tag: str, said: Mapping[str, str]) -> None:
        if tag == "numFmt":
            self._format(said.get("numFmtId", ""), said.get("formatCode", ""))
        elif tag == "xf" and self._in_cells:
            self._used.append(said.get("numFmtId", ""))
            look(self._parts.name, len(self._used), beyond_values.FORMATS)
        elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            self._in_cells = tag == "cellXfs"

    def _format(self, number: str, code: str) -> None:
        if shows_percent(code):
            self._own.add(number)
        elif dress := dress_of(code):
            self._dress[number] = dress


class _Sheet:
    """One sheet being scanned: every cell by its reference, or by where it follows."""

    def __init__(self, name: str, book: _Book, shared: Shared, size: Size) -> None:
        self._name = name
        self._percents, self._shared, self._size = {str(n) for n in book.percents}, shared, size
        self._dressed = book.dressed
        self._markup = Markup(name, self._start)
        self._layout = Layout(name)
        self._row = self._column = 0
        self._pieces: list[str] = []
        self._style, self._kind = "", "n"
        self._is_shared, self._is_empty = False, True
        self._runs = Runs()
        self._merged = 0

    def read(self, parts: Parts, part: str) -> Layout:
        """Scan the part in which the sheet lies."""
        with parts.open(part) as file:
            self._markup.read(file, self._size.add)
        return self._layout

    def _start(self, tag: str, said: Mapping[str, str]) -> None:
        if tag in FILLED:
            self._fill()
        if tag == "c":
            self._cell(said)
        elif tag == "row":
            self._row = int(said["r"]) if said.get("r", "").isdecimal() else self._row + 1
            self._column = 0
            if said.get("hidden") in TRUE:
                self._layout.hidden_rows.append(self._row - 1)
        elif tag == "col" and said.get("hidden") in TRUE:
            self._hide(said.get("min", ""), said.get("max", ""))
        elif tag == "f" or (tag == "v" and self._is_shared):
            self._pieces = []
            self._markup.listen(self._pieces.append, self._end)
        elif tag == "is":
            self._runs.clear()
            self._markup.listen(self._runs.text, self._inline)
        elif tag in RUNS:
            self._runs.start(tag, said)
        elif tag == "mergeCell":
            self._merged += 1
            look(self._name, self._merged, beyond_values.MERGED)

    def _hide(self, first: str, last: str) -> None:
        if first.isdecimal() and last.isdecimal():
            self._layout.hide_columns(int(first) - 1, int(last) - 1)

    def _cell(self, said: Mapping[str, str]) -> None:
        letters = said.get("r", "").rstrip("0123456789")
        self._column = column_number(letters) if letters else self._column + 1
        digits = said.get("r", "")[len(letters) :]
        self._row = int(digits) if letters and digits else max(self._row, 1)
        self._is_shared = any(self._shared) and said.get("t") == "s"
        self._style, self._kind, self._is_empty = said.get("s", ""), said.get("t", "n"), True

    def _fill(self) -> None:
        """Take in that the cell holds something: one that only has a style is none to the reader."""
        if not self._is_empty:
            return
        self._is_empty = False
        self._layout.reach(self._row, self._column)
        if self._style in self._percents:
            self._layout.percents.append((self._row - 1, self._column - 1))
        elif self._style in self._dressed and self._kind == "n":
            self._layout.dressed[self._row - 1, self._column - 1] = self._dressed[self._style]

    def _end(self, tag: str) -> None:
        text = "".join(self._pieces)
        if tag == "f":
            self._layout.formulas[self._row - 1, self._column - 1] = text
        elif text.isdecimal():
            number, lengths = int(text), self._shared.lengths
            self._size.add_text(lengths[number] if number < len(lengths) else 0)
            self._raise(self._shared.raised.get(number, ""))
        self._markup.listen(None, None)

    def _inline(self, tag: str) -> None:
        self._runs.end(tag)
        if tag == "is":
            self._raise(self._runs.told())
            self._markup.listen(None, None)

    def _raise(self, text: str) -> None:
        if text:
            self._layout.raised[self._row - 1, self._column - 1] = text


def _shared(parts: Parts, part: str, size: Size) -> Shared:
    """Return what is said of the texts that many cells may share.

    The reader gives every cell a copy of its own.
    """
    lengths: list[int] = []
    found: dict[int, str] = {}
    runs = Runs()

    def start(tag: str, said: Mapping[str, str]) -> None:
        if tag == "si":
            runs.clear()
            lengths.append(0)
        runs.start(tag, said)

    def end(tag: str) -> None:
        runs.end(tag)
        if tag == "si" and (text := runs.told()):
            found[len(lengths) - 1] = text

    def text(words: str) -> None:
        runs.text(words)
        if lengths:
            lengths[-1] += len(words)

    if part in parts:
        markup = Markup(parts.name, start)
        markup.listen(text, end)
        with parts.open(part) as file:
            markup.read(file, size.add)
    return Shared(lengths if max(lengths, default=0) > SHORT else [], found)
