"""A table as it lies in a foreign file: cells of text, each with the line it stands in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.model.source import Source, Vintage

BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")  # 全  国, 山 西


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; `lines` are the line (or row) numbers of `rows`, `said` how it was read.

    A table that was made long out of a standard's form says where its cells stood (`columns`, by
    position from 0), what else is to be said (`remarks`), and what its figures refer to.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    said: str = ""
    columns: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    vintages: tuple[Vintage, ...] = ()

    def where(self, row: int, column: int) -> str:
        """Return `file:line:column` of a cell; the column counts cells."""
        there = self.columns[column] if self.columns else column
        return f"{self.name}:{self.lines[row]}:{there + 1}"


def plain(cell: str) -> str:
    """Return a cell with full-width signs made plain, and without blanks inside Chinese names."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", cell).strip())
