"""Amounts in thousands, millions or 亿 for the eye: the number and its unit together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.unit import Unit, written
from cpstats.model.unit_table import table

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Block, Cell

MOST = 4  # decimals of a scaled amount


def scaled(block: Block, word: str) -> Block:
    """Return a table with its amounts in another power of ten.

    Raises
    ------
    UsageError
        When the word is no scale.
    """
    power = power_of(word)
    units = [_unit(column.unit, power) for column in block.columns]
    columns = tuple(
        column._replace(unit=unit) for column, unit in zip(block.columns, units, strict=True)
    )
    rows = tuple(
        tuple(
            _cell(cell, power) if column.unit or block.unit or any(c.unit for c in row) else cell
            for cell, column in zip(row, block.columns, strict=True)
        )
        for row in block.rows
    )
    return block._replace(columns=columns, rows=rows, unit=_unit(block.unit, power))


def power_of(word: str) -> int:
    """Return the power of ten of a scale as it is typed: million, thousand, 亿, 万, 1.

    >>> power_of("million"), power_of("亿"), power_of("1")
    (6, 8, 0)
    """
    typed = word.strip()
    powers = {name: power for name, power, _ in table().scales}
    powers |= {name: power for power, name in table().english.items()}
    powers |= {name: power for power, name in table().chinese.items()} | {"1": 0, "one": 0, "一": 0}
    found = powers.get(typed.casefold(), powers.get(typed))
    if found is None:
        raise UsageError(
            Message("--scale: “{}” is no scale", "--scale：“{}”不是量级", word),
            mend=Message(
                "Write thousand, million, billion or 1.",
                "请写 thousand、million、billion、万、亿 或 1。",
            ),
        )
    return found


def _unit(symbol: str, power: int) -> str:
    """Return a unit in another power of ten; one that is no amount stays as it is."""
    unit = Unit.of(symbol)
    if not unit.is_amount or not unit.kind:
        return symbol
    return (written(unit.base, power) if power else unit.base) or symbol


def _cell(cell: Cell, power: int) -> Cell:
    if cell.unit:
        return cell._replace(unit=_unit(cell.unit, power))
    figure = cell.figure
    if figure is None or figure.value is None:
        return cell
    unit = Unit.of(figure.unit)
    symbol = _unit(figure.unit, power)
    if symbol == figure.unit:
        return cell
    return cell._replace(figure=_moved(figure, unit.power - power, symbol))


def _moved(figure: Figure, shift: int, unit: str) -> Figure:
    """Return a figure in another power of ten of its unit, with the digits it had at most."""
    factor = 10.0**shift
    low, high = (None if end is None else end * factor for end in (figure.low, figure.high))
    decimals = max(figure.decimals - shift, 0)
    return replace(
        figure,
        value=(figure.value or 0.0) * factor,
        low=low,
        high=high,
        unit=unit,
        decimals=min(decimals, MOST),
    )
