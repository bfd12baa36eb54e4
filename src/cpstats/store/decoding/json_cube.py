"""The cube of a JSON-stat dataset: categories, numbers, and the cell that a position stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, Where
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

POSITION = re.compile("[0-9]{1,18}")
MEND = Message(
    "Compare the file with https://json-stat.org/format/.",
    "请对照 https://json-stat.org/format/ 检查文件。",
)


def codes(at: int, keys: Mapping[str, list[str]]) -> list[str]:
    """Return the categories of a cell by its position, the last dimension running fastest."""
    found = []
    for categories in reversed(list(keys.values())):
        at, here = divmod(at, len(categories))
        found.append(categories[here])
    return found[::-1]


def wrong(where: str, what: Message) -> DataError:
    """Return the error for a dataset whose parts do not fit together."""
    return DataError(what, where=where, mend=MEND)


def keys_of(place: str, dataset: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the categories of each dimension, in their order.

    Raises
    ------
    DataError
        When id, size and dimension do not fit together.
    """
    ids, sizes = dataset.get("id"), dataset.get("size")
    dimensions = dataset.get("dimension")
    if not isinstance(ids, list) or not isinstance(sizes, list) or not isinstance(dimensions, dict):
        raise wrong(
            place,
            Message(
                "a dataset has id and size as lists, and dimension as an object",
                "数据集的 id 和 size 须为列表，dimension 须为对象",
            ),
        )
    found: dict[str, list[str]] = {}
    for ident in ids:
        described = dimensions.get(ident) if isinstance(ident, str) else None
        category = described.get("category") if isinstance(described, dict) else None
        if not isinstance(category, dict):
            raise wrong(
                place, Message("the dimension “{}” has no category", "维度“{}”没有 category", ident)
            )
        found[ident] = _index(place, ident, category)
    counts = [str(len(keys)) for keys in found.values()]
    if counts != [str(size) for size in sizes] and _long(counts) != _long(sizes):
        raise wrong(
            place,
            Message(
                "size is not the number of categories of each dimension",
                "size 与各维度的类别数不符",
            ),
        )
    return found


def _long(sizes: Sequence[object]) -> list[str]:
    """Return the sizes of the dimensions that have more than one category: some leave out the rest."""
    return [str(size) for size in sizes if str(size) != "1"]


def _index(place: str, ident: str, category: Mapping[str, Any]) -> list[str]:
    """Return the ids of a dimension's categories: a list, positions by id, or the one label."""
    index, label = category.get("index"), category.get("label")
    if isinstance(index, list) and index and all(isinstance(key, str) for key in index):
        return index
    if isinstance(index, dict) and index:
        places = {str(position): key for key, position in index.items()}
        if all(str(n) in places for n in range(len(index))):
            return [places[str(n)] for n in range(len(index))]
    elif index is None and isinstance(label, dict) and len(label) == 1:
        return list(label)
    raise wrong(
        place,
        Message(
            "the categories of “{}” are not in order from 0", "“{}”的类别没有从 0 起依次编号", ident
        ),
    )


def values(place: str, dataset: Mapping[str, Any], size: int) -> dict[int, str]:
    """Return the digits of the numbers that there are, by position in the cube.

    Raises
    ------
    DataError
        When there are not as many cells as categories, or one is no number.
    """
    found = by_position(place, dataset.get("value"), size, "value")
    for at, value in found.items():
        if not isinstance(value, str):
            raise wrong(
                Where(place, at + 1, 1), Message("“{}” is not a number", "“{}”不是数字", value)
            )
    return found


def by_position(place: str, part: Any, size: int, what: str) -> dict[int, Any]:
    """Return value or status by position: a list with every cell, or an object with some.

    Raises
    ------
    DataError
        When a position is not in the cube.
    """
    if what == "status" and isinstance(part, list) and len(part) == 1:
        part = part * size  # one status is that of all
    if isinstance(part, list) and len(part) == size:
        return {at: cell for at, cell in enumerate(part) if cell is not None}
    if isinstance(part, dict) and all(POSITION.fullmatch(k) and int(k) < size for k in part):
        return {int(at): cell for at, cell in part.items() if cell is not None}
    raise wrong(
        place,
        Message(
            "{} has not one cell for each combination of the categories",
            "{} 的单元数与类别组合数不符",
            what,
        ),
    )
