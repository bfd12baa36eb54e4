"""Tables that give other figures under the same names: what tells them apart, a title or a sheet, joins the name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.recognised import Recognised

KEY = ("indicator", "ref_area", "time_period", "measure", "price_basis")


def told_apart(found: Sequence[Recognised], labels: Sequence[str]) -> list[Recognised]:
    """Return tables whose names have their label, where two of them contradict each other without.

    No name is changed where a label is missing, or where two tables that contradict have the same.
    """
    tables = list(found)
    if len(tables) < 2:
        return tables
    apart = _contradicting(tables)
    if not apart or len({*labels}) < len(labels) or not all(labels):
        return _once(tables)
    said = Message(
        "the title or sheet is part of the name, since the same names have other figures elsewhere: {}",
        "因同名数据在别处数值不同，标题或工作表名并入指标名：{}",
        tuple(labels[n] for n in sorted(apart)),
    )
    return _once(
        [
            _labelled(table, labels[n], said) if n in apart else table
            for n, table in enumerate(tables)
        ]
    )


def _once(tables: Sequence[Recognised]) -> list[Recognised]:
    """Return tables without the figures that one before them has, the same in every cell that both have."""
    seen: set[tuple[tuple[str, str], ...]] = set()
    made = []
    for table in tables:
        rows = [
            tuple((h, c.casefold()) for h, c in zip(table.header, row, strict=True) if c)
            for row in table.rows
        ]
        kept = [n for n, row in enumerate(rows) if row not in seen]
        seen.update(rows)
        if len(kept) < len(rows):
            told = [table.rows[n] for n in kept]
            table = replace(table, rows=told, origins=[table.origins[n] for n in kept])  # noqa: PLW2901
        made.append(table)
    return made


def _contradicting(tables: Sequence[Recognised]) -> set[int]:
    """Return the tables that have another figure than a table before them under one key."""
    seen: dict[tuple[str, ...], tuple[int, str]] = {}
    apart: set[int] = set()
    for n, table in enumerate(tables):
        columns = [table.header.index(name) for name in KEY if name in table.header]
        value = table.header.index("obs_value")
        for row in table.rows:
            key = tuple(row[c] for c in columns)
            first, before = seen.setdefault(key, (n, row[value]))
            if first != n and before != row[value]:
                apart |= {first, n}
    return apart


def _labelled(table: Recognised, label: str, said: Message) -> Recognised:
    rows = [[f"{row[0]}, {label}", *row[1:]] for row in table.rows]
    first = tuple(replace(f, row=(f"{f.row[0]}, {label}", *f.row[1:])) for f in table.first)
    return replace(table, rows=rows, first=first, said=[*table.said, said])
