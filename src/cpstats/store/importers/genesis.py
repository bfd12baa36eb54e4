"""The CSV of GENESIS data bases, a cube in blocks: `K;` names the fields of a block, `D;` are its lines.

DQA names the axes, DQZ the time, DQI what is counted and in what; QEI holds the figures, each with its
quality. A figure that is secret or unknown is written as 0 and told by its quality alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.decoding.encodings import decoded
from cpstats.store.importers.delimited import records
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ASKED = 82  # its place among those that are asked
ASKS = ("encoding",)
FIRST = re.compile(rb"^K;(?:DQ|QEI)[;\r\n-]", re.MULTILINE)
HEAD = 4096  # bytes in which a block must begin
AXIS, TIME, VALUE = "FACH-SCHL", "ZI-WERT", "WERT"
PART = re.compile(r"(MONAT|QUART)0?(\d{1,2})")
FLAGS = {
    "e": "",
    "": "",
    "-": "",
    "p": " p",
    "r": " r",
    "s": " e",
}  # final, nil; estimated is e here
DECIMAL = re.compile(r"-?\d+,\d+")


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if FIRST.search(content[:HEAD]) else "no block begins with K;DQ or K;QEI"


def read(name: str, content: bytes, *, encoding: str = "") -> list[Sheet]:
    """Return the figures as a table: a column for each axis and for the time, then one for each item.

    Raises
    ------
    DataError
        When there is no block of figures, or a line of it has not the fields of the block.
    """
    text, said = decoded(content, name, encoding)
    lines, numbers = records(name, text, ";")
    blocks = _blocks(lines)
    if "QEI" not in blocks:
        raise DataError(
            Message("there is no block of figures (K;QEI)", "没有数据块（K;QEI）"),
            where=name,
            mend=Message("Ask for the values too.", "请连同数值一并下载。"),
        )
    fields, at = blocks["QEI"]
    items = [f"{item[0]} ({item[1]})" for item in _of(blocks, lines, "DQI", "NAME", "ME-NAME")]
    axes = [axis[0] for axis in _of(blocks, lines, "DQA", "NAME")]
    header = _header(fields, axes, items)
    rows = [header, *(_row(f"{name}:{numbers[i]}:1", fields, lines[i]) for i in at)]
    rows = _with_parts(rows, fields)
    layout = joined([said, Message("blocks of GENESIS", "GENESIS 数据块")])
    return [Sheet(name, tuple(map(tuple, rows)), (1, *(numbers[i] for i in at)), layout)]


Blocks = dict[str, tuple[list[str], list[int]]]


def _blocks(lines: Sequence[Sequence[str]]) -> Blocks:
    """Return the fields of each block, and its lines."""
    found: Blocks = {}
    block: list[int] = []
    for i, line in enumerate(lines):
        if list(line[:1]) == ["K"] and len(line) > 1:
            _, block = found.setdefault(line[1].strip(), ([*line[2:]], []))
        elif list(line[:1]) == ["D"]:
            block.append(i)
    return found


def _of(
    blocks: Blocks, lines: Sequence[Sequence[str]], block: str, *fields: str
) -> Iterator[list[str]]:
    """Yield some fields of each line of a block; what a line lacks is empty."""
    names, at = blocks.get(block, ([], []))
    for i in at:
        line = dict(zip(names, lines[i][1:], strict=False))
        yield [line.get(field, "") for field in fields]


def _header(fields: Sequence[str], axes: list[str], items: list[str]) -> list[str]:
    """Return the names over the columns that are kept, as the other blocks give them."""
    names = {AXIS: iter(axes), VALUE: iter(items)}
    kept = [f for f in fields if f in (AXIS, TIME, VALUE)]
    return ["Zeit" if f == TIME else next(names[f], f) for f in kept]


def _row(where: str, fields: Sequence[str], line: Sequence[str]) -> list[str]:
    """Return the cells of a line: each figure with a point, and the flag behind it that its quality is."""
    cells = line[1:]
    if len(cells) != len(fields):
        raise DataError(
            Message(
                "the line has {} fields, its block {}",
                "该行有{}个字段，其数据块有{}个",
                len(cells),
                len(fields),
            ),
            where=where,
            mend=Message("Fetch the file again.", "请重新下载该文件。"),
        )
    made = []
    for n, (field, cell) in enumerate(zip(fields, cells, strict=True)):
        if field in (AXIS, TIME):
            made.append(cell)
        elif field == VALUE:
            quality = cells[n + 1].strip() if fields[n + 1 : n + 2] == ["QUALITAET"] else ""
            value = cell.replace(",", ".") if DECIMAL.fullmatch(cell) else cell
            made.append(f"{value}{FLAGS[quality]}" if quality in FLAGS else "")
    return made


def _with_parts(rows: list[list[str]], fields: Sequence[str]) -> list[list[str]]:
    """Put an axis of months or quarters behind the year that stands in the time."""
    kept = [f for f in fields if f in (AXIS, TIME, VALUE)]
    if TIME not in kept:
        return rows
    time = kept.index(TIME)
    for c, field in enumerate(kept):
        found = [PART.fullmatch(row[c]) for row in rows[1:]]
        if field == AXIS and found and all(found):
            for row, part in zip(rows[1:], found, strict=True):
                if part:
                    number = int(part[2])
                    row[time] += f"-{number:02d}" if part[1] == "MONAT" else f"-Q{number}"
            return [[*row[:c], *row[c + 1 :]] for row in rows]
    return rows
