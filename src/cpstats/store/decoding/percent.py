"""Cells of an xlsx workbook that show per cent: 0.052 is stored, 5.2% is what its user reads.

A reader of values gives the fraction; taken as it is, 5.2 % would become 0.052 %. Which cells show
per cent is said by their number format (ECMA-376 part 1, 18.8.30 and 18.8.45).
"""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from cpstats.store.decoding.archive import CHUNK, column_number

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILT_IN = {"9", "10"}  # 0% and 0.00%
STYLES, BOOK, LINKS = "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^>]*>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\s[^>]*>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_QUOTED = re.compile(r'"[^"]*"|\\.')  # text in a format, which scales nothing
_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]*>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_USES = re.compile(rb'\bs="(\d{1,6})"')


class Percents:
    """Which cells of a workbook show per cent."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._styles = _percent_styles(self._text(STYLES))
        self._parts = self._sheets() if self._styles else {}

    def show(self, title: str, cells: list[list[str]]) -> None:
        """Write what a sheet shows into its cells, in place: 0.052 becomes 5.2%."""
        for row, column in self._places(self._parts.get(title, "")):
            if row < len(cells) and column < len(cells[row]):
                cells[row][column] = shown(cells[row][column])

    def _places(self, part: str) -> Iterator[tuple[int, int]]:
        if part not in self._archive.namelist():
            return
        kept = b""
        with self._archive.open(part) as file:
            while piece := file.read(CHUNK):
                text = kept + piece
                end = text.rfind(b">") + 1
                for tag in _CELL.findall(text, 0, end):
                    uses, place = _USES.search(tag), _PLACE.search(tag)
                    if uses and place and int(uses[1]) in self._styles:
                        yield int(place[2]) - 1, column_number(place[1]) - 1
                kept = text[end:]

    def _sheets(self) -> dict[str, str]:
        """Return the part of the archive in which each sheet lies, by its title."""
        links = {a["Id"]: a["Target"] for a in _tags(_LINK, self._text(LINKS)) if "Target" in a}
        found = {}
        for sheet in _tags(_SHEET, self._text(BOOK)):
            link = next((v for k, v in sheet.items() if k.endswith(":id")), "")
            target = links.get(link, "")
            found[sheet.get("name", "")] = posixpath.normpath(posixpath.join("/xl", target))[1:]
        return found

    def _text(self, part: str) -> str:
        known = part in self._archive.namelist()
        return self._archive.read(part).decode("utf-8", "replace") if known else ""


def shown(text: str) -> str:
    """Return a fraction as the per cent that is shown; what is no number as it is.

    >>> shown("0.052"), shown("-0.0125"), shown("1"), shown("–")
    ('5.2%', '-1.25%', '100%', '–')
    """
    try:
        value = Decimal(text).scaleb(2)
    except InvalidOperation:
        return text
    return f"{value:f}%" if value.is_finite() else text


def _percent_styles(styles: str) -> set[int]:
    own = {
        a["numFmtId"]
        for a in _tags(_FORMAT, styles)
        if "numFmtId" in a and "%" in _QUOTED.sub("", a.get("formatCode", ""))
    }
    used = _STYLES.search(styles)
    found = enumerate(_tags(_STYLE, used[0] if used else ""))
    return {n for n, a in found if a.get("numFmtId") in own | BUILT_IN}


def _tags(pattern: re.Pattern[str], text: str) -> list[dict[str, str]]:
    return [
        {k: html.unescape(v) for k, v in _ATTRIBUTE.findall(tag)} for tag in pattern.findall(text)
    ]
