"""Levels of indicators that are put together: in one unit, whatever each is printed in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.columns import LEVELS
from cpstats.model.text import same
from cpstats.model.unit import Unit, unit_text

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

Columns = Mapping[str, Sequence[Any]]
MOVED = ("value", "low", "high", "decimals", "unit")


def in_one_unit(columns: Columns, indicators: Sequence[str], catalogue: Catalogue) -> Columns:
    """Return the columns with the levels of parts in the unit of the last, the whole.

    Millions become billions, exactly; of what measures different things nothing is put together.

    Raises
    ------
    UsageError
        When at some place a part measures another thing than the whole.
    """
    units = {symbol: Unit.of(symbol) for symbol in {*columns["unit"]}}
    told = zip(*(columns[n] for n in ("indicator", "ref_area", "measure", "unit")), strict=True)
    symbols: dict[tuple[str, str], dict[str, str]] = {}  # of a place: by what is measured, a unit
    levels: list[int] = []
    for row, (indicator, area, measure, symbol) in enumerate(told):
        if measure in LEVELS and indicator in indicators:
            levels.append(row)
            symbols.setdefault((area, indicator), {}).setdefault(units[symbol].root, symbol)
    whole = indicators[-1]
    for (area, part), own in symbols.items():
        other = symbols.get((area, whole), own)
        if not other.keys() & own.keys():
            raise _unlike((part, *own.values()), (whole, *other.values()), catalogue)
    moved = {name: list(columns[name]) for name in MOVED}
    for row in levels:
        unit = units[columns["unit"][row]]
        target = symbols.get((columns["ref_area"][row], whole), {}).get(unit.root, unit.symbol)
        if target != unit.symbol:
            _move(moved, row, unit.shift_to(units[target]), target)
    return {**columns, **moved}


def _move(moved: dict[str, list[Any]], row: int, shift: int, target: str) -> None:
    for name in ("value", "low", "high"):
        number = moved[name][row]
        moved[name][row] = number / 10.0**-shift if shift < 0 else number * 10.0**shift
    moved["decimals"][row] = max(moved["decimals"][row] - shift, 0)
    moved["unit"][row] = target


def _unlike(part: Collection[str], whole: Collection[str], catalogue: Catalogue) -> UsageError:
    (one, own, *_), (two, other, *_) = part, whole
    said = (catalogue.name_of(one), unit_text(own), catalogue.name_of(two), unit_text(other))
    none = same("—")
    return UsageError(
        Message(
            "“{}” ({}) and “{}” ({}) measure different things: neither is a part of the other",
            "“{}”（{}）与“{}”（{}）计量的对象不同，不构成部分与整体",
            *(word if word.en else none for word in said),
        ),
        mend=Message(
            "`{}` shows how one grows beside the other.",
            "`{}` 给出两者之比的变化。",
            f"cpstats derive ratio_change {one} --of {two}",
        ),
    )
