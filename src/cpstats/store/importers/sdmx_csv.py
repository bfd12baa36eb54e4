"""SDMX-CSV 1.0 and 2.0: plain CSV whose first columns name the structure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, joined
from cpstats.model.sdmx import STRUCTURE
from cpstats.store.decoding import concepts, own_sdmx
from cpstats.store.decoding.cube import Cube
from cpstats.store.decoding.sdmx_kinds import DELETED
from cpstats.store.importers import delimited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.sheet import Sheet

# 1.0: DATAFLOW; 2.0: STRUCTURE (or STRUCTURE[;], which names the divider inside cells)
ASKED = 40  # its place among those that are asked
ASKS = ("columns", "flags")
FIRST = re.compile(rb'(?:\xef\xbb\xbf)?"?(DATAFLOW\b|STRUCTURE(\[.\])?"?[,;\t]"?STRUCTURE_ID\b)')
DIVIDER = re.compile(rb'(?:\xef\xbb\xbf)?"?(?:DATAFLOW|STRUCTURE(?:\[.\])?)[^,;\t"]*"?([,;\t])')
BRACKETS = re.compile(r"\[.*?\]")  # what divides several values, which languages there are
FRACTION = re.compile(r"[-+]?\d+,\d+")
TECHNICAL = {
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
    "SERIES_KEY",
    "OBS_KEY",
    "LAST UPDATE",  # Eurostat writes it behind DATAFLOW
}


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if FIRST.match(content) else "the first column is not DATAFLOW or STRUCTURE"


def read(
    name: str,
    content: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> list[Sheet]:
    """Return the observations, a table for each dataflow.

    Raises
    ------
    DataError
        When a line has not as many cells as the header, is to be deleted, or a cell is wrong.
    """
    sheet = delimited.read(name, content, divider=divider_of(content))[0]
    header, *rows = sheet.rows
    ids = tuple(BRACKETS.sub("", _code(cell)).partition(":")[0] for cell in header)
    for row, line in zip(rows, sheet.lines[1:], strict=True):
        if len(row) != len(ids):
            raise DataError(
                Message(
                    "the line has {} cells, the header {}",
                    "该行有{}个单元格，表头有{}个",
                    len(row),
                    len(ids),
                ),
                where=Where(name, line, 1),
                mend=Message(
                    "Add or remove commas; a text that holds a comma stands in quotation marks.",
                    "请增减逗号；含逗号的文字须加引号。",
                ),
            )
    if sheet.divider == ";" and "OBS_VALUE" in ids:  # then 12,4 is a number
        at = ids.index("OBS_VALUE")
        rows = [(*row[:at], with_point(row[at]), *row[at + 1 :]) for row in rows]
    version = "1.0" if ids[0] == "DATAFLOW" else "2.0"
    said = joined([f"SDMX-CSV {version}", sheet.said])
    if version == "2.0" and "STRUCTURE_ID" not in ids:
        raise DataError(
            Message(
                "the header of SDMX-CSV 2.0 lacks STRUCTURE_ID",
                "SDMX-CSV 2.0 的表头缺少 STRUCTURE_ID",
            ),
            where=Where(name, 1, 1),
            mend=Message(
                "Fetch the file again, or look at its first line.",
                "请重新下载该文件，或检查其首行。",
            ),
        )
    flow = 0 if version == "1.0" else ids.index("STRUCTURE_ID")
    found = []
    for structure in dict.fromkeys(row[flow] for row in rows):
        of_it = [i for i, row in enumerate(rows) if row[flow] == structure]
        lines = [sheet.lines[i + 1] for i in of_it]
        kept = [rows[i] for i in of_it]
        _look_at_actions(name, ids, kept, lines)
        if structure == STRUCTURE:
            found.append(own_sdmx.long_table(name, said, ids, kept, lines))
        else:
            cube = _cube(name, said, ids, kept, lines, _title(ids, structure, kept[0]))
            titles = {ids[c - 1]: header[c].strip() for c in _name_columns(ids)}
            cube = replace(cube, titles=titles)
            cube = replace(cube, columns=columns or {}, flags=flags or {})
            found.append(concepts.long_table(cube))
    if not found:
        raise DataError(
            Message("there is no figure in the table", "表中没有数据"),
            where=name,
            mend=Message("Look at the file.", "请查看文件。"),
        )
    return found


def with_point(cell: str) -> str:
    """Return a number whose fraction stands behind a comma with a point; anything else as it is.

    >>> with_point("12,4"), with_point("1,234,567"), with_point("")
    ('12.4', '1,234,567', '')
    """
    return cell.replace(",", ".") if FRACTION.fullmatch(cell.strip()) else cell


def divider_of(content: bytes) -> str:
    """Return what stands behind the name of the first column."""
    found = DIVIDER.match(content)
    return found[1].decode() if found else ","


def _title(ids: tuple[str, ...], structure: str, row: tuple[str, ...]) -> str:
    """Return the name of a structure, else its id: the middle of `AGENCY:FLOW(1.0)`."""
    name = row[ids.index("STRUCTURE_NAME")] if "STRUCTURE_NAME" in ids else ""
    code, _, label = structure.partition(": ")
    return name or label or code.rpartition(":")[2].partition("(")[0]


def _code(cell: str) -> str:
    """Return the id of `ID: name`, as it is written with labels."""
    return cell.partition(": ")[0].strip()


def _look_at_actions(
    name: str, ids: tuple[str, ...], rows: list[tuple[str, ...]], lines: list[int]
) -> None:
    if "ACTION" not in ids:
        return
    position = ids.index("ACTION")
    for row, line in zip(rows, lines, strict=True):
        if row[position].upper() in DELETED:
            raise DataError(
                Message(
                    "the line deletes figures, and nothing is deleted here",
                    "该行要求删除数据，而此处不删除",
                ),
                where=Where(name, line, position + 1),
                mend=Message(
                    "Ask for the data themselves, not for their changes.",
                    "请下载数据本身，而不是其变更。",
                ),
            )


def _cube(
    name: str,
    said: Message,
    ids: tuple[str, ...],
    rows: list[tuple[str, ...]],
    lines: list[int],
    flow: str,
) -> Cube:
    """Return the observations by concept; a column that only names the one before it is a label."""
    labels: dict[tuple[str, str], str] = {}
    names = _name_columns(ids)
    cells = []
    for row in rows:
        codes = [_code(cell) for cell in row]
        for position, concept in enumerate(ids):
            label = row[position].partition(": ")[2]
            if position in names and row[position]:
                labels[ids[position - 1], codes[position - 1]] = row[position]
            elif label and position not in names:
                labels[concept, codes[position]] = label
        cells.append(codes)
    concepts_ = tuple(
        "" if concept.upper() in TECHNICAL or position in names else concept
        for position, concept in enumerate(ids)
    )
    upper = [concept.upper() for concept in ids]
    value = upper.index("OBS_VALUE") if "OBS_VALUE" in upper else len(ids)
    return Cube(
        name=name,
        said=said,
        title=flow,
        concepts=concepts_,
        rows=cells,
        lines=lines,
        labels=labels,
        dimensions=frozenset(c for c in concepts_[:value] if c),
    )


def _name_columns(ids: tuple[str, ...]) -> set[int]:
    """Return the columns with names: with `labels=name` there is one behind each component."""
    if "STRUCTURE_NAME" not in ids:
        return set()
    first = max(i for i, text in enumerate(ids) if text in TECHNICAL) + 1
    return set(range(first + 1, len(ids), 2))
