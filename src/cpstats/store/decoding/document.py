"""Tables of documents (pages, docx, Markdown): lines of text above, cells that span others.

A raised digit behind a number is a footnote, never a digit of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from cpstats.store.decoding.beyond_values import too_wide
from cpstats.store.decoding.own_pages import look_who_wrote
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.message import Message

NOTE = re.compile(r"\s*(?:注|数据来源|资料来源|来源|说明|备注|Notes?\b|Sources?\b)", re.IGNORECASE)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TITLES = 3  # texts directly above a table that may be its title, its place, its unit
LONGEST_TITLE = 100  # signs; more is a paragraph
SPAN = 1_000  # rows or columns that one cell may take
SPREAD = 1_000_000  # places that the cells of all tables may take beyond their own


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell, and how many columns and rows it takes."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """One table of a document: its cells, the line of each row, and the texts above."""

    line: int
    above: list[tuple[int, str]] = field(default_factory=list)
    rows: list[list[Spanning]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def raised(text: str) -> str:
    """Return a superscript: digits as footnote marks, letters as a flag behind.

    >>> raised("1"), raised("a"), raised("2)")
    ('¹', ' (a)', '²')
    """
    clean = text.strip(" ()[]")
    if clean.isdigit():
        return clean.translate(RAISED)
    return f" ({clean})" if clean else ""


def titles_above(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the last short texts before a table, up to a paragraph or another table's note."""
    found: list[tuple[int, str]] = []
    for line, text in reversed(texts):
        if len(text) > LONGEST_TITLE or len(found) == TITLES or NOTE.match(text):
            break
        found.insert(0, (line, text))
    return found


def notes_below(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the texts directly below a table that say they are its notes or its source."""
    return list(takewhile(lambda placed: NOTE.match(placed[1]), texts))


def spread(
    name: str, rows: Iterable[Sequence[Spanning]], most: int = SPREAD
) -> list[tuple[str, ...]]:
    """Return rows in which a cell stands in every place that it takes; at most so many beyond its own.

    Raises
    ------
    DataError
        When no memory would hold them.
    """
    found: list[tuple[str, ...]] = []
    below: dict[int, tuple[str, int]] = {}  # what comes down from above, and for how many rows
    size = 0
    for row in rows:
        cells: list[str] = []
        left = list(row)
        while left or len(cells) in below:
            if len(cells) in below:
                text, more = below.pop(len(cells))
                if more > 1:
                    below[len(cells)] = text, more - 1
                cells.append(text)
                continue
            cell = left.pop(0)
            for _ in range(max(1, min(cell.columns, SPAN))):
                if cell.rows > 1:
                    below[len(cells)] = cell.text, min(cell.rows, SPAN) - 1
                cells.append(cell.text)
        size += len(cells) - len(row)
        if size > most:
            raise too_wide(name)
        found.append(tuple(cells))
    return found


def sheets_of(
    name: str, tables: Sequence[Table], after: Sequence[tuple[int, str]], kind: Message
) -> list[Sheet]:
    """Return the tables that have rows and columns, each between its title and its notes.

    `kind` is what the document is: a page, a document of Word.

    Raises
    ------
    DataError
        When this program wrote it.
    """
    behind = [*(t.above for t in tables[1:]), after]
    around = (*(t.above for t in tables[:1]), *behind)
    look_who_wrote(name, (text for texts in around for _, text in texts))
    both = zip(tables, behind, strict=False)
    kept = [(t, texts) for t, texts in both if len(t.rows) > 1 and max(map(len, t.rows)) > 1]
    found, room = [], SPREAD
    for number, (table, texts) in enumerate(kept, start=1):
        place = f"{name}[table {number}]" if len(kept) > 1 else name
        above, below = titles_above(table.above), notes_below(texts)
        rows = spread(place, table.rows, room)
        room -= sum(map(len, rows)) - sum(map(len, table.rows))
        found.append(
            Sheet(
                place,
                (*((t,) for _, t in above), *rows, *((t,) for _, t in below)),
                (*(n for n, _ in above), *table.lines, *(n for n, _ in below)),
                kind,
                divider=" ",
                inside=kind,
            )
        )
    return found
