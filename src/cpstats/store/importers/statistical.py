"""Files of statistical packages, Stata, SPSS and SAS, by pyreadstat (the extra `statfiles`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message, plain
from cpstats.store.decoding.encodings import decoded, known_codec
from cpstats.store.decoding.own_process import answer_of
from cpstats.store.decoding.stat_process import BYTES, package_of
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED = 28  # its place among those that are asked
ASKS = ("encoding",)
START = (
    "from cpstats.store.decoding.stat_process import sheets;"
    "from cpstats.store.decoding.workbook_process import main; main(sheets)"
)
MEMORY, A_BYTE = (
    1_500_000_000,
    200,
)  # bytes of addresses: for the process, and for each byte of the file
SECONDS, BYTES_A_SECOND = 10, 500_000


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if package_of(content) else "it does not begin like a file of Stata, SPSS or SAS"


def read(name: str, content: bytes, *, encoding: str = "") -> list[Sheet]:
    """Return the one table of the file; its lines are the numbers of its rows, 0 the row of names.

    A column is called by its label, and by its name where it has none, or another has the same.
    A value that has a label is its label; what the file calls missing is empty.

    Raises
    ------
    DataError
        When the file is damaged, holds no row, or a date in a format that is not known.
    UsageError
        When the extra `statfiles` is not installed.
    """
    limits = (MEMORY + A_BYTE * len(content), SECONDS + len(content) // BYTES_A_SECOND)
    found = answer_of(START, "pyreadstat", content, limits)
    if found is None or "error" in found:
        why = found["error"] if found else Message("its reader broke off", "读取程序中断")
        raise DataError(
            Message(
                "the {} file cannot be read ({})",
                "无法读取 {} 文件（{}）",
                package_of(content),
                why,
            ),
            where=name,
            mend=Message(
                "It is damaged or cut off, or of a kind that is not known: save the table as CSV.",
                "文件已损坏、不完整或格式未知：请另存为 CSV。",
            ),
        )
    rows, title = _rows(found), ""
    if found["in_bytes"]:
        rows, title = _in_letters(rows, name, encoding)
    if len(rows) < 2:
        raise DataError(
            Message("there is nothing in it", "没有内容"),
            where=name,
            mend=Message("Look at the other files.", "请查看其他文件。"),
        )
    said = plain(", ".join(filter(None, (package_of(content), title))))
    return [Sheet(name, rows, tuple(range(len(rows))), said, stored=not found["doubtful"])]


def _rows(found: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Return the row of names and those of cells."""
    labels, names = [label.strip() for label in found["labels"]], found["names"]
    header = [
        label if label and labels.count(label) == 1 else name
        for label, name in zip(labels, names, strict=True)
    ]
    return (tuple(header), *zip(*found["columns"], strict=True))


def _in_letters(
    rows: Sequence[tuple[str, ...]], name: str, encoding: str
) -> tuple[tuple[tuple[str, ...], ...], str]:
    """Return rows of which each sign is a byte in the letters that the bytes are, and their encoding."""
    words = dict.fromkeys(cell for row in rows for cell in row if not cell.isascii())
    if not words:
        return tuple(rows), ""
    _, title = decoded("\n".join(words).encode(BYTES), name, encoding)
    codec = known_codec(title)
    letters = {word: word.encode(BYTES).decode(codec) for word in words}
    return tuple(tuple(letters.get(cell, cell) for cell in row) for row in rows), title
