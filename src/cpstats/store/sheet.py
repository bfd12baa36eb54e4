"""A table as it lies in a foreign file: cells of text, each with the line it stands in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")  # 全  国, 山 西


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; `lines` are the line (or row) numbers of `rows`, `said` how it was read."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    said: str = ""

    def where(self, row: int, column: int) -> str:
        """Return `file:line:column` of a cell; the column counts cells."""
        return f"{self.name}:{self.lines[row]}:{column + 1}"


def plain(cell: str) -> str:
    """Return a cell with full-width signs made plain, and without blanks inside Chinese names."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", cell).strip())
