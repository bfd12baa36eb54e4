"""What a line over a group of rows says of their figures: their unit (Catch (kt)), or that they are shares of something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.outlines import without_outline
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.cells import is_number, number, period_of
from cpstats.store.recognising.doubts import is_rate, is_without_dimension
from cpstats.store.recognising.extent import CONTINUED, NOTE, how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.names_above import at
from cpstats.store.recognising.unit_words import in_english, is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

CHINESE = pattern(r"[\u4e00-\u9fff]")
SHARES = pattern(
    r"\b(?:shares?|proportions?|percentages?|per ?cent|composition|structure|distribution)\b|%|比重|构成|占比|比例",
    re.IGNORECASE,
)
NO_AMOUNT = pattern(r"\b(?:deflator|index|indices|multiplier)\b|指数", re.IGNORECASE)
OF_SECTIONS = Message(
    "a unit in a line over a group of rows, or that they are shares, holds for the rows below it",
    "分组行所写的单位或占比说明适用于其下各行",
)
NOT_OF_NAMES = ("place", "time", "part", "unit")


def with_units_of_sections(cells: Cells, first: int) -> list[list[str]] | None:
    """Give rows the unit of the line over their group, up to the next line or a blank one; None where no line has one.

    Rows with a unit of their own and those of no amounts keep their names. What shares stand below is part of their name.

    >>> with_units_of_sections([["", "2020", "2021"], ["Catch (kt)"], ["Cod", "5", "6"], ["Growth (%)", "3", "4"]], 2)[2:]
    [['Cod (kt)', '5', '6'], ['Growth (%)', '3', '4']]
    >>> with_units_of_sections([["", "2020", "2021"], ["Shares of the catch"], ["Cod", "0.5", "0.6"]], 2)[2:]
    [['Shares of the catch, Cod', '0.5', '0.6']]
    """
    column = next((c for c, text in enumerate(cells[first]) if text and not is_number(text)), 0)
    heads = [text for row in cells[:first] for text in row if text]
    over = {role_of(at(row, column)) for row in cells[:first]}
    if over & {*NOT_OF_NAMES} or any(role_of(text) == "unit" for text in heads):
        return None
    made = [list(row) for row in cells]
    line = shares = ""
    headed = any(how_full(row) > 1 for row in cells[: max(first - 1, 0)])
    for i in range(max(first - headed, 0), len(made)):
        name = at(made[i], column)
        if how_full(made[i]) > 1 and name and i >= first and line:
            group = shares if shares and _are_fractions(made[i], column) else line
            made[i][column] = _said(group, name)
        elif how_full(made[i]) <= 1:
            line = _line(name)
            shares = line if _of_shares(line) else shares if line else ""
    return None if made == [list(row) for row in cells] else made


def _line(name: str) -> str:
    """Return what stands over the rows below it; empty for a note, a period, and a blank line."""
    none = not name or is_number(name) or period_of(name) is not None
    return "" if none or NOTE.match(name) or CONTINUED.match(name) else name


def _are_fractions(row: Sequence[str], column: int) -> bool:
    """Whether the figures of a row are as those below a line of shares, of which another line is a part."""
    found = [float(n) for text in row[column + 1 :] if (n := number(text)) is not None]
    return bool(found) and all(abs(value) <= 1 for value in found)


def _said(line: str, name: str) -> str:
    """Return the name of a row with what the line over its group says of it."""
    own, head = label_of(name), label_of(without_outline(line).rstrip(":："))
    if own.unit or own.measure != "level" or figures_of(name) or "%" in name:
        return name
    if is_per_cent(line):
        return f"{name} (%)"
    if not head.unit:
        return f"{line.rstrip(':：')}, {name}" if _of_shares(line) else name
    none = is_without_dimension(name, head.unit) or is_rate(name, "level", "")
    if head.measure != "level" or not is_unit(head.unit) or none or NO_AMOUNT.search(name):
        return name
    return f"{name}({head.unit})" if CHINESE.search(name) else f"{name} ({head.unit})"


def is_per_cent(line: str) -> bool:
    """Whether a line says no more than that figures are in per cent.

    >>> is_per_cent("Per cent"), is_per_cent("%"), is_per_cent("Per cent of all")
    (True, True, False)
    """
    return is_unit(line) and Unit.of(in_english(line)).root == "%"


def _of_shares(line: str) -> bool:
    return SHARES.search(line) is not None and label_of(line).measure == "level"
