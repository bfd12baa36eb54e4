"""Whose the unit in a column is where a quantity and a value stand beside one another: money is that of the value, another that of the quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.unit import Unit
from cpstats.store.recognising.unit_words import in_english

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TRADED = r"(?:(?:import|export|trade|production|sales|total)s?[ _])?"
QUANTITY = re.compile(
    rf"{TRADED}(?:quantity|quantities|qty|volume|net[ _]?weight|menge|quantité|cantidad|quantidade|quantità|hoeveelheid|količina|количество)|数量|數量|수량",
    re.IGNORECASE,
)
VALUE = re.compile(
    rf"{TRADED}(?:(?:customs[ _])?value|amount|wert|valeur|valor|valore|waarde|vrijednost|стоимость)|金额|金額|价值|価額|금액",
    re.IGNORECASE,
)
UNIT = 5


def with_units_of_quantities(
    rows: Sequence[list[str]],
    origins: Sequence[tuple[int, int]],
    over: Mapping[int, str],
    said: Sequence[str],
) -> Message | None:
    """Take the unit of a column of units from the figures whose it is not, in place, and say so.

    Parameters
    ----------
    rows : sequence of list
        The figures.
    origins : sequence of pair
        The line and the column of each.
    over : mapping
        What stands over each column of figures.
    said : sequence of str
        What the column of units says in each line; a unit that the label of a column says itself is another.

    Examples
    --------
    >>> rows = [["Quantity", "Goa", "2021", "level", "5", "kt"], ["Value", "Goa", "2021", "level", "9", "kt"]]
    >>> str(with_units_of_quantities(rows, [(1, 3), (1, 4)], {3: "Quantity", 4: "Value"}, ["Unit", "kt"]))
    'kt is the unit of “Quantity”: that of “Value” is not said'
    >>> [row[5] for row in rows]
    ['kt', '']
    """
    quantity = next((c for c, text in over.items() if QUANTITY.fullmatch(text)), None)
    value = next((c for c, text in over.items() if VALUE.fullmatch(text)), None)
    if quantity is None or value is None:
        return None
    told: dict[tuple[str, int, int], None] = {}
    for row, (i, c) in zip(rows, origins, strict=True):
        if c not in (quantity, value) or not row[UNIT] or in_english(said[i]) != row[UNIT]:
            continue
        unit = Unit.of(row[UNIT])
        if unit.root and unit.is_money != (c == value):  # a bare scale may be that of both
            told[row[UNIT], quantity + value - c, c] = None
            row[UNIT] = ""
    if not told:
        return None
    first, whose, other = next(iter(told))
    return Message(
        "{} is the unit of “{}”: that of “{}” is not said",
        "{} 是“{}”的单位，“{}”未写明单位",
        first,
        over[whose],
        over[other],
    )
