"""Text with one record a line: commas, tabs, semicolons or bars, in UTF-8 or GB18030."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from cpstats.errors import DataError
from cpstats.store.encodings import decoded
from cpstats.store.hints import DIVIDERS as DIVIDERS_BY_NAME
from cpstats.store.sheet import Sheet

DIVIDERS = (",", "\t", ";", "|")
ASKS = ("encoding", "divider")  # what a user may say of such a file
SAMPLE = 200  # lines that are looked at to find the divider
LONGEST = 1_000_000  # characters of a cell
WIDEST = 20_000  # cells of a line


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    head = content[:4096]
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if control * 10 > len(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the bytes are no text"
    return "" if content.strip() else "there is nothing in it"


def read(name: str, content: bytes, *, encoding: str = "", divider: str = "") -> list[Sheet]:
    """Return the one table of the file.

    Parameters
    ----------
    encoding, divider : str
        As the user says; else found out.

    Raises
    ------
    DataError
        When the encoding is unknown, a quotation mark has no partner, or a cell is absurd.
    """
    text, encoding = decoded(content, name, encoding)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise DataError(
            "there is a NUL character in the text",
            where=f"{name}:{line}:1",
            mend="This is no text file, or it was damaged; save it again as CSV in UTF-8.",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    divider = DIVIDERS_BY_NAME.get(divider, divider) or divider_of(text)
    csv.field_size_limit(LONGEST)
    reader = csv.reader(StringIO(text), delimiter=divider, strict=True)
    rows, lines = [], []
    before = 0
    try:
        for row in reader:
            if len(row) > WIDEST:
                raise DataError(
                    f"the line has {len(row)} cells, more than {WIDEST}",
                    where=f"{name}:{before + 1}:1",
                    mend="Turn the table so that it is longer than wide.",
                )
            rows.append(tuple(row))
            lines.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        raise DataError(
            f"the line is not CSV ({error})",
            where=f"{name}:{before + 1}:1",
            mend="Look for a quotation mark without its partner.",
        ) from None
    word = {"\t": "tabs", ",": "commas"}.get(divider, f"“{divider}”")
    return [Sheet(name, tuple(rows), tuple(lines), f"{encoding}, {word}")]


def divider_of(text: str) -> str:
    """Return the sign that gives most lines one and the same number of cells."""
    sample = text.split("\n", SAMPLE)[:SAMPLE]
    best, score = ",", 0
    for divider in DIVIDERS:
        counts = Counter(line.count(divider) for line in sample if line.count(divider))
        if counts:
            cells, lines = max(counts.items(), key=lambda item: (item[1], item[0]))
            if lines * (cells + 1) > score:
                best, score = divider, lines * (cells + 1)
    return best
