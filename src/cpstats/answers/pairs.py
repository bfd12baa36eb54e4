"""Tables of two columns that a question is given: the groups of places, the neighbours of places."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError, Where
from cpstats.message import Message, cause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.model.catalogue import Catalogue

PARENT = "parent"


def groups_of(given: str, places: Sequence[str], catalogue: Catalogue) -> dict[str, str]:
    """Return the group of each place: its parent, or what a file says.

    Raises
    ------
    UsageError
        When a place has no group, or all have one.
    """
    if given == PARENT:
        found = {area: catalogue.places[area].parent for area in places}
    else:
        found = {area: group for area, group, _ in _pairs(given, "group", catalogue)}
    without = [area for area in places if not found.get(area)]
    if without:
        raise UsageError(
            Message("{} has no group", "{}没有分组", catalogue.places[without[0]].name),
            mend=Message(
                "Every place that is measured needs one: a line `place,group` in the file.",
                "参与计算的每个地区都要有一行 place,group。",
            ),
        )
    found = {area: found[area] for area in places}
    if len(set(found.values())) < 2:
        raise UsageError(
            Message("all places are of one group", "全部地区属于同一组"),
            mend=Message("Groups are parted by --groups FILE.", "请用 --groups 文件划分各组。"),
        )
    return found


def neighbours_of(file: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return pairs of neighbours, each in both directions."""
    found = []
    for area, other, where in _pairs(file, "neighbour", catalogue):
        pair = (area, _place(other, where, catalogue))
        found += [pair, pair[::-1]]
    return tuple(dict.fromkeys(found))


def _pairs(file: str, second: str, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Yield place, the second word and where it stands, of every line of a file."""
    try:
        text = Path(file).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(
            Message("the file is not UTF-8", "文件不是 UTF-8 编码"),
            where=file,
            mend=Message("Save it as CSV in UTF-8.", "请存为 UTF-8 编码的 CSV。"),
        ) from None
    except OSError as error:
        raise DataError(
            Message("the file cannot be read{}", "文件无法读取{}", cause(error)),
            where=file,
            mend=Message(
                "Name a CSV file with the columns place and {}.",
                "请指定含 place 与 {} 列的 CSV 文件。",
                second,
            ),
        ) from None
    lines = csv.reader(text.splitlines())
    head = [name.strip() for name in next(lines, [])]
    if not {"place", second} <= set(head):
        raise DataError(
            Message(
                "there is no column “{}”", "缺少“{}”列", second if "place" in head else "place"
            ),
            where=Where(file, 1),
            mend=Message("The first line is `place,{}`.", "首行应为 place,{}。", second),
        )
    one, two = head.index("place"), head.index(second)
    for number, line in enumerate(lines, 2):
        if not any(cell.strip() for cell in line):
            continue
        where = Where(file, number)
        if len(line) <= max(one, two) or not line[one].strip() or not line[two].strip():
            raise DataError(
                Message("a line without place or {}", "该行缺少地区或 {}", second),
                where=where,
                mend=Message("Fill both, or take the line out.", "请补全或删去该行。"),
            )
        yield _place(line[one].strip(), where, catalogue), line[two].strip(), where


def _place(name: str, where: str, catalogue: Catalogue) -> str:
    try:
        return catalogue.find_place(name)
    except UsageError as error:
        raise DataError(error.what, where=where, mend=error.mend) from None
