"""Checks of a table of observations; the place of a fault is looked up only when there is one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.columns import KEY
from cpstats.store.same_key import repeated

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from cpstats.store.text_columns import Table


def one_of(table: Table, column: str, words: Collection[str]) -> None:
    """Check that a column holds only words of a closed list."""
    for text in dict.fromkeys(table.columns[column]):
        if text not in words:
            known = ", ".join(w for w in words if w)
            empty = ", or empty" if "" in words else ""
            table.refuse(
                column,
                text,
                Message("“{}” is unknown", "“{}”不在允许的取值之内", text),
                Message("Known: {}{}.", "可用：{}{}。", known, empty),
            )


def known(
    table: Table, column: str, idents: Container[str], where: str, *, package: bool = True
) -> None:
    """Check that a column holds only ids of another table of the package."""
    for text in dict.fromkeys(table.columns[column]):
        if text not in idents:
            what = Message("“{}” is not in {}", "“{}”不在 {} 中", text, where)
            mend = Message("Add it to {}, or mend the name.", "请加入 {}，或改正名称。", where)
            if not package:
                mend = Message(
                    "Leave it empty, or make a package with its own {}.",
                    "请留空，或建立带有 {} 的数据包。",
                    where,
                )
            table.refuse(column, text, what, mend)


def _some_twice(table: Table) -> bool:
    """Return whether a key occurs twice; most tables have the lines of a series together."""
    periods = table.columns["time_period"]
    others = (table.columns[c] for c in KEY if c != "time_period")
    seen: dict[tuple[str, ...], set[str]] = {}
    row = 0
    for key, run in groupby(zip(*others, strict=True)):
        found = seen.setdefault(key, set())
        before, length = len(found), sum(1 for _ in run)
        found.update(periods[row : row + length])
        if len(found) < before + length:
            return True
        row += length
    return False


def unique(table: Table) -> None:
    """Check that no key occurs twice, and name both lines if one does."""
    if not _some_twice(table):
        return
    seen: dict[tuple[str, ...], int] = {}
    for row, key in enumerate(zip(*(table.columns[c] for c in KEY), strict=True)):
        if key in seen:
            places = [table.where(number, KEY[0]) for number in (seen[key], row)]
            if len(set(places)) == 1:  # one line of a wide table
                places = [table.where(number, "obs_value") for number in (seen[key], row)]
            alone = len({(p.file, p.line) for p in places}) == 1
            table.refuse_row(row, repeated(key, *places, in_one_line=alone))
        seen.setdefault(key, row)
