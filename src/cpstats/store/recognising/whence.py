"""Whence the name, the place, the period and the unit of a figure were taken, for who looks before writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message, joined
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.recognised import First
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.reading import Reading

SHOWN = 5  # figures
TITLE = Message("title", "标题")
HEADER = Message("header", "表头")
CELL = Message("the figure's cell", "数据单元格")
NOWHERE = Message("nothing", "无")
BESIDE = Message("the figure that it bounds", "所界定的数据")


def firsts(
    made: Reading, rows: Sequence[Sequence[str]], origins: Sequence[tuple[int, int]]
) -> tuple[First, ...]:
    """Return the first figures of a table with what each was taken from."""
    found = zip(rows[:SHOWN], origins[:SHOWN], strict=True)
    return tuple(_first(made, row, i, column) for row, (i, column) in found)


def _first(made: Reading, row: Sequence[str], i: int, column: int) -> First:
    return First(
        tuple(row),
        made.sheet.where(i, column),
        _name(made, column),
        _place(made, column),
        _period(made, column),
        _unit(made, i, column, row),
    )


def _flag(name: str) -> Message:
    return Message(f"--{name}", f"--{name}")


def _column(made: Reading, *kinds: str) -> Message | None:
    """Return the first column that holds one of the kinds."""
    found = next((c for c, kind in made.kinds().items() if kind in kinds), None)
    return None if found is None else Message("column {}", "第{}列", found + 1)


def _name(made: Reading, column: int) -> Message:
    if made.hints.indicator:
        return _flag("indicator")
    over = made.above[column].label and not made.naming.across
    parts = [
        _column(made, "indicator"),
        HEADER if over else None,
        TITLE if made.titles.said.get("indicator") else None,
        _column(made, "name"),
    ]
    found = [part for part in parts if part is not None]
    return joined(found, en=" + ", zh="＋") if found else TITLE


def _place(made: Reading, column: int) -> Message:
    beside = _column(made, "place")
    if beside is not None:
        return beside
    if made.naming.across or made.above[column].place:
        return HEADER
    return _flag("area") if made.hints.place else TITLE


def _period(made: Reading, column: int) -> Message:
    beside = _column(made, "time", "part")
    if made.above[column].period is not None:
        return HEADER
    if beside is not None:
        return beside
    return _flag("when") if made.hints.period else TITLE


def _unit(made: Reading, i: int, column: int, row: Sequence[str]) -> Message:
    unit, slots = row[5], made.above[column]
    beside = _column(made, "unit")
    names = [c for c, kind in made.kinds().items() if kind in ("indicator", OPEN)]
    named = [c for c in names if c < len(made.cells[i]) and label_of(made.cells[i][c]).unit]
    whence = (
        (NOWHERE, not unit),
        (_flag("unit"), unit == made.hints.unit),
        (CELL, "%" in made.cells[i][column]),
        (beside or NOWHERE, beside is not None),
        (HEADER, bool(slots.unit or label_of(slots.label).unit)),
        (Message("column {}", "第{}列", (named or [0])[0] + 1), bool(named)),
        (BESIDE, slots.label in made.naming.bounds),
    )
    return next((said for said, true in whence if true), TITLE)
