"""A table as it lies in a foreign file: cells of text, each with the line it stands in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.model.source import Source, Vintage

BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")  # 全  国, 山 西


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; `lines` are the line (or row) numbers of `rows`, `said` how it was read.

    A table that was made long out of a standard's form says where its cells stood (`columns`, by
    position from 0), what else is to be said (`remarks`), and what its figures refer to. `starts`
    is where in its line each row begins, if rows are no lines.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    said: str = ""
    columns: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    vintages: tuple[Vintage, ...] = ()
    starts: tuple[int, ...] = ()

    def where(self, row: int, column: int) -> str:
        """Return `file:line:column` of a cell; the column counts cells, or signs where rows start."""
        if self.starts:
            return f"{self.name}:{self.lines[row]}:{self.starts[row]}"
        there = self.columns[column] if self.columns else column
        return f"{self.name}:{self.lines[row]}:{there + 1}"


def plain(cell: str) -> str:
    """Return a cell with full-width signs made plain, and without blanks inside Chinese names."""
    if cell.isascii():
        return cell.strip()
    return _plain(cell)


@lru_cache(maxsize=1 << 14)
def _plain(cell: str) -> str:
    return BLANKS.sub("", unicodedata.normalize("NFKC", cell).strip())


def text_of(value: object) -> str:
    """Return a typed cell as the digits it holds; whole numbers without a point, dates by their day.

    >>> text_of(43198.0), text_of(0.1), text_of(None), text_of(date(2024, 3, 31))
    ('43198', '0.1', '', '2024-03-31')
    """
    if value is None or value != value:  # noqa: PLR0124 - not a number
        return ""
    if isinstance(value, float):
        return f"{int(value)}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return str(value)
