"""The rows of a sheet, and the first figures that are shown of it, under other names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.message import Message
    from cpstats.store.recognising.recognised import Recognised


def with_names(sheet: Recognised, names: Mapping[str, str], told: Message) -> Recognised:
    """Return a sheet in which indicators have other names, and what is said of that."""
    name = sheet.header.index("indicator")
    rows = [[*row] for row in sheet.rows]
    for row in rows:
        row[name] = names.get(row[name], row[name])
    first = tuple(replace(f, row=(names.get(f.row[0], f.row[0]), *f.row[1:])) for f in sheet.first)
    return replace(sheet, rows=rows, first=first, said=[*sheet.said, told])
