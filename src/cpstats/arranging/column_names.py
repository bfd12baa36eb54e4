"""Columns by name: the word of machine formats, or the header in either language."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message, sentences
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.model.unit import in_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.report import Block, Cell, Column

KEYS = ("place", "period", "indicator")  # what a row is about: texts


def numbers(block: Block) -> list[int]:
    """Return the columns that hold numbers by name."""
    return [i for i, c in enumerate(block.columns) if c.name and c.name not in KEYS]


def find(block: Block, word: str) -> int | None:
    """Return the column that a word names, None where the table has none.

    The name of a column comes before the header of another one.
    """
    wanted = _folded(word)
    for names in (_by_name, _by_header):
        for i, column in enumerate(block.columns):
            if column.name and wanted in names(column):
                return i
    return None


def known(blocks: Sequence[Block], words: Mapping[str, int], option: str) -> None:
    """Refuse a word that names a column of no table; words have a position, 0 where they need none.

    Raises
    ------
    UsageError
        When there is one; the nearest names are suggested, and all are listed.
    """
    for word, at in words.items():
        if any(find(block, word) is not None for block in blocks):
            continue
        names = list(dict.fromkeys(c.name for b in blocks for c in b.columns if c.name))
        near = nearest(_folded(word), ((name, name) for name in names))
        where = Message(" at position {}", "第{}个字符处", at) if at else Message("", "")
        raise UsageError(
            Message(
                "{}{}: no column is called “{}”", "{}{}：没有名为“{}”的列", option, where, word
            ),
            mend=sentences(nearest_are(near), Message("Columns: {}.", "可用的列：{}。", names))
            if names
            else Message("This answer has no rows to choose.", "该结果没有可选的行。"),
        )


def label_column(block: Block) -> int:
    """Return the column that says what a row is about: the place, else the period."""
    return next((i for i, c in enumerate(block.columns) if c.name in KEYS), 0)


def value_of(cell: Cell) -> float | tuple[str, ...] | None:
    """Return what a cell is chosen by: its number, unrounded, or its names; a bound is none."""
    if cell.figure is not None:
        return None if cell.figure.bound else cell.figure.value
    return None if cell.text is None or cell.text.en in ("", "…") else (cell.text.en, cell.text.zh)


def _by_name(column: Column) -> set[str]:
    return {_folded(column.name)}


def _by_header(column: Column) -> set[str]:
    shown = in_unit(column.header, column.unit)
    return {_folded(text) for head in (column.header, shown) for text in (head.en, head.zh)}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
