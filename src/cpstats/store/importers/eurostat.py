r"""Eurostat's bulk TSV, of before and after 2023: dimensions by commas in the first cell of a line.

Before 2023 the first cell ends with `time` and there is no frequency, or with another dimension
(`unit,time\geo`) whose codes then stand over the columns; a flag stands behind its number, with or
without a blank.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, joined
from cpstats.store.decoding import concepts
from cpstats.store.decoding.cube import Cube
from cpstats.store.importers import delimited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.store.sheet import Sheet

ASKED = 80  # its place among those that are asked
ASKS = ("columns", "flags")
FIRST = re.compile(
    rb"(?:\xef\xbb\xbf)?(?P<quote>\"?)(?P<names>\w+(?:,\w+)*)\\(?P<across>\w+)(?P<more>[ \t]|\"[,;\t])"
)
TIMES = frozenset({b"time", b"time_period"})
DATASET = re.compile(
    r"[a-z][a-z0-9]*_[a-z0-9_]+"
)  # une_rt_q: no word of the file says what is counted
SIGNS = {
    "\t": "tab",
    ",": ",",
    ";": ";",
}  # a program that saves it again puts the first cell in quotes
CELL = re.compile(r"(?P<value>:|\S*[\d.])\s*(?P<flag>[a-zA-Z]{0,4})")


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    found = FIRST.match(content)
    if found is not None and bool(found["quote"]) == found["more"].startswith(b'"'):
        words = (*found["names"].lower().split(b","), found["across"].lower())
        if not TIMES.isdisjoint(words):
            return ""
    return "its first cell names no dimensions"


def read(
    name: str,
    content: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> list[Sheet]:
    """Return the one table of the file.

    Raises
    ------
    DataError
        When a line has not as many dimensions as the first, or more cells, or one is wrong.
    """
    first = FIRST.match(content)
    sign = first["more"][-1:].decode() if first and first["quote"] else "\t"
    (sheet,) = delimited.read(name, content, divider=SIGNS[sign])
    names, _, across = sheet.rows[0][0].strip().partition("\\")
    dimensions = tuple(word.strip() for word in names.split(","))
    found = list(_cells(sheet, len(dimensions)))
    cube = Cube(
        name=name,
        said=joined([sheet.said, Message("Eurostat", "欧盟统计局")]),
        title=_dataset(name),
        concepts=(*dimensions, across, "OBS_VALUE", "OBS_FLAG"),
        rows=[cells for _, cells in found],
        lines=[line for line, _ in found],
        labels={},
        dimensions=frozenset((*dimensions, across)),
        columns=columns or {},
        flags=flags or {},
    )
    return [concepts.long_table(cube)]


def _dataset(name: str) -> str:
    """Return the code of the dataset that the name of a download is; empty where it is no such code.

    >>> _dataset("estat_une_rt_q.tsv"), _dataset("a/une_rt_q.tsv.gz"), _dataset("jobs.tsv"), _dataset("my file_2.tsv")
    ('une_rt_q', 'une_rt_q', '', '')
    """
    found = DATASET.fullmatch(Path(name).name.partition(".")[0].removeprefix("estat_"))
    return found[0] if found else ""


def _cells(sheet: Sheet, width: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the codes of every cell: keys, what stands over it, number and flag."""
    over = [cell.strip() for cell in sheet.rows[0][1:]]
    for number, row in enumerate(sheet.rows[1:], start=1):
        if not any(cell.strip() for cell in row):
            continue
        keys = [key.strip() for key in row[0].split(",")]
        if len(keys) != width or len(row) - 1 > len(over):
            raise _uneven(sheet, number, len(keys), width)
        for code, cell in zip(over, row[1:], strict=False):
            found = CELL.fullmatch(cell.strip())
            value, flag = (found["value"], found["flag"]) if found else (cell.strip(), "")
            yield sheet.lines[number], [*keys, code, value, flag]


def _uneven(sheet: Sheet, number: int, keys: int, width: int) -> DataError:
    what = Message(
        "the line has {} dimensions, the header {}", "该行有 {} 个维度，表头有 {} 个", keys, width
    )
    if keys == width:
        what = Message("the line has more cells than the header", "该行的单元格多于表头")
    return DataError(
        what,
        where=sheet.where(number, 0),
        mend=Message(
            "Fetch the file again; it must not be edited in a spreadsheet.",
            "请重新下载；该文件不可用电子表格编辑。",
        ),
    )
