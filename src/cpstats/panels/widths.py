"""Whether the lines of CSV files have a cell for each column: pandas and Polars take what lacks for missing."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.panels.panel_files import CSV, faults

if TYPE_CHECKING:
    from cpstats.panels.panel_files import Source

CHUNK = 1 << 20
FIRST = 10_000  # bytes of lines that are looked at one by one: a longer first line pandas takes for an index


def look_at_widths(source: Source) -> bool:
    """Return whether CSV files have lines without anything, which Polars takes for rows.

    Raises
    ------
    DataError
        Where another line has more or fewer cells than the header; the first ten are named.
    """
    files = [file for file in source.files if source.kind == CSV and "://" not in file]
    widths = set[int]().union(*(_widths(Path(file), source.divider) for file in files))
    if len(widths - {0}) > 1:
        raise faults(source)
    return 0 in widths


def _widths(file: Path, divider: str) -> set[int]:
    """Return how many cells the lines of a file have: by how many dividers there are, else line by line.

    That a line has more cells than those before it each reader sees itself; so fewer of one do not make up for it.
    """
    sign, dividers, lines, quoted, last = divider.encode(), 0, 0, False, b"\n"
    with file.open("rb") as opened:
        each = opened.readline().count(sign)
        even = all(line.count(sign) == each for line in opened.readlines(FIRST))
        opened.seek(0)
        while even and not quoted and (chunk := opened.read(CHUNK)):
            quoted = b'"' in chunk
            dividers += chunk.count(sign)
            lines += chunk.count(b"\n")
            last = chunk[-1:]
    if even and not quoted and dividers == each * (lines + (last != b"\n")):
        return {each + 1}
    with file.open(encoding="utf-8-sig", newline="") as opened_text:
        return {*map(len, csv.reader(opened_text, delimiter=divider))}
