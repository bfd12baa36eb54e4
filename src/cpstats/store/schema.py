"""What a package says of its own tables (Table Schema), held against their cells.

The observations are checked by `store.loading`, which knows more of them than a schema can say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message, about
from cpstats.store import files
from cpstats.store.expressions import LONGEST, fault_of, fits
from cpstats.store.locate import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEND = Message(
    "Mend the cell, or what the package's schema says of the column.",
    "请修改单元格，或修改数据包对该列的说明。",
)
SIMPLER = Message(
    "Give the column a simpler pattern in datapackage.json.",
    "请在 datapackage.json 中为该列写更简单的 pattern。",
)


def faults_of(text: str, name: str, schema: Mapping[str, Any]) -> Iterator[DataError]:
    """Yield every cell of a table that breaks what its schema says.

    Looked at are `required`, `enum`, `pattern`, columns that are missing, and keys to the table
    itself (a place's parent).
    """
    header, rows = files.parsed(text, name, [])  # a ragged line was reported by who reads it
    locator = Locator(text, name)
    for field in schema.get("fields", []):
        column = field.get("name", "")
        if column not in header:
            if field.get("constraints", {}).get("required"):
                what = Message("column {} is missing", "缺少列 {}", column)
                yield DataError(
                    what,
                    where=locator.at(-1, 0),
                    mend=Message("Add the column {}.", "请补上列 {}。", column),
                )
            continue
        position = header.index(column)
        pattern = field.get("constraints", {}).get("pattern")
        if pattern is not None and (fault := fault_of(pattern)):
            yield DataError(about(column, fault), where=locator.at(-1, position), mend=SIMPLER)
            continue
        for number, row in enumerate(rows):
            if row and (broken := _broken(row[position], field.get("constraints", {}))):
                where = locator.at(number, position)
                yield DataError(about(column, broken), where=where, mend=MEND)
    yield from _lost(header, rows, schema, locator)


def _broken(cell: str, constraints: Mapping[str, Any]) -> Message | None:
    if not cell:
        empty = Message("the cell is empty", "单元格为空")
        return empty if constraints.get("required") else None
    words = constraints.get("enum")
    if words is not None and cell not in words:
        return Message(
            "“{}” is unknown; known: {}", "“{}”不在允许的取值之内；可用：{}", cell, words
        )
    pattern = constraints.get("pattern")
    if pattern is None:
        return None
    if len(cell) > LONGEST:
        return Message(
            "it is longer than {} signs, which no form allows",
            "超过 {} 个字符，不符合任何格式",
            LONGEST,
        )
    if not fits(pattern)(cell):
        return Message("“{}” has not the form {}", "“{}”不符合格式 {}", cell, pattern)
    return None


def _lost(
    header: list[str], rows: list[list[str]], schema: Mapping[str, Any], locator: Locator
) -> Iterator[DataError]:
    """Yield the cells that refer to a line of the same table that is not there."""
    for key in schema.get("foreignKeys", []):
        reference = key.get("reference", {})
        if reference.get("resource", ""):
            continue
        (here,), (there,) = _names(key["fields"]), _names(reference["fields"])
        if here not in header or there not in header:
            continue
        position, target = header.index(here), header.index(there)
        known = {row[target] for row in rows if row}
        for number, row in enumerate(rows):
            if row and row[position] and row[position] not in known:
                yield DataError(
                    Message(
                        "{}: “{}” is no {} of this table",
                        "{}：“{}”不在本表的 {} 中",
                        here,
                        row[position],
                        there,
                    ),
                    where=locator.at(number, position),
                    mend=Message(
                        "Add a line for it, or mend the name.", "请为其补一行，或改正名称。"
                    ),
                )


def _names(fields: str | list[str]) -> list[str]:
    return [fields] if isinstance(fields, str) else fields
