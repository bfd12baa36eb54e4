"""Eurostat's bulk TSV: dimensions joined by commas in the first cell, periods in columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.importers import delimited

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

ASKED = 80  # its place among those that are asked
MARK = b"\\TIME_PERIOD\t"
KEPT = ("unit", "geo")  # what stands in columns of its own; every other dimension is a name
NOT_NAMES = ("freq", *KEPT)


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    first = content[:4096].partition(b"\n")[0]
    return "" if MARK in first else "its first cell names no dimensions"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the one table of the file, each dimension in a column of its own.

    Raises
    ------
    DataError
        When a line has not as many dimensions as the first.
    """
    (sheet,) = delimited.read(name, content, divider="tab")
    dimensions = sheet.rows[0][0].partition("\\")[0].split(",")
    named = [n for n, word in enumerate(dimensions) if word.casefold() not in NOT_NAMES]
    kept = [n for n, word in enumerate(dimensions) if word.casefold() in KEPT]
    head = (",".join(dimensions[n] for n in named),) if named else ()
    rows = [(*head, *(dimensions[n] for n in kept), *sheet.rows[0][1:])]
    lines = [sheet.lines[0]]
    for number, row in enumerate(sheet.rows[1:], start=1):
        if not any(cell.strip() for cell in row):
            continue
        keys = row[0].split(",")
        if len(keys) != len(dimensions):
            raise DataError(
                Message(
                    "the line has {} dimensions, the header {}",
                    "该行有 {} 个维度，表头有 {} 个",
                    len(keys),
                    len(dimensions),
                ),
                where=sheet.where(number, 0),
                mend=Message(
                    "Fetch the file again; it must not be edited in a spreadsheet.",
                    "请重新下载；该文件不可用电子表格编辑。",
                ),
            )
        names = (", ".join(keys[n] for n in named),) if named else ()
        rows.append((*names, *(keys[n] for n in kept), *row[1:]))
        lines.append(sheet.lines[number])
    return [
        replace(
            sheet,
            rows=tuple(rows),
            lines=tuple(lines),
            said=joined([sheet.said, Message("Eurostat", "欧盟统计局")]),
        )
    ]
