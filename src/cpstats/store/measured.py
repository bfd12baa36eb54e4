"""In which unit a row is held: the indicator's where it can be converted, else its own.

An amount of another country, in its currency, keeps its unit: the first one of its root that is
read, into which the others are converted. A level that names no unit has none, except where the
indicator is of the same package, or of the country of the place in a table of its language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.catalogue import OWN
from cpstats.model.columns import LEVELS, UNIT_OF_MEASURE
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit, UnitError, unit_text

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.store.opened import Part
    from cpstats.store.text_columns import Table

_HAN = pattern(r"[\u3400-\u9fff]")
_NAMES = 50  # rows that show the language of a table
SOMEWHERE = Message("", "")  # what is odd, and where, is found out by who reads line by line
Held = tuple[str, str, int]  # the unit as printed, the one it is held in, the power between them


@dataclass(slots=True)
class Measures:
    """The units of one reading: what was kept in a unit that is not the indicator's."""

    catalogue: Catalogue
    kept: dict[tuple[str, str], str] = field(default_factory=dict)

    def held(self, table: Table | Nowhere, row: int, part: Part, asked: tuple[str, ...]) -> Held:
        """Return how a row is held that has this unit, measure, indicator and place.

        Raises
        ------
        DataError
            When its unit does not fit.
        """
        given, measure, ident, area = asked
        if measure not in LEVELS:
            unit = UNIT_OF_MEASURE[measure]
            return given or unit, unit, _shift(table, row, given or unit, unit)
        thing = self.catalogue.indicators[ident]
        if not given:
            unit = self.understood(ident, area, part)
            return unit, unit, 0
        if given == thing.unit:
            return given, given, 0
        foreign = thing.theme == OWN or not self.catalogue.is_at_home(ident, area)
        read, canonical = Unit.of(given), Unit.of(thing.unit)
        scale = not read.base and bool(read.power)  # 常住人口(万): that alone is said
        if scale and (whole := self.understood(ident, area, part)) and not is_rate(whole):
            return given, whole, read.power - Unit.of(whole).power
        if read.root == canonical.root or not (foreign or not thing.unit):
            return given, thing.unit, _shift(table, row, given, thing.unit)
        if read.kind and canonical.kind and read.kind != canonical.kind:
            raise _unfit(table, row, given, thing.unit)
        unit = self.kept.setdefault((ident, read.root), given)
        return given, unit, read.shift_to(Unit.of(unit))

    def hang_on_place(self, given: str, measure: str, ident: str) -> bool:
        """Return whether it depends on the place how rows of a unit, measure and indicator are held."""
        return measure in LEVELS and (not given or given != self.catalogue.indicators[ident].unit)

    def understood(self, ident: str, area: str, part: Part) -> str:
        """Return the unit of a level that names none; empty where none can be understood."""
        thing = self.catalogue.indicators[ident]
        if thing.theme == OWN:
            return thing.unit if part.strict else ""
        home = self.catalogue.is_at_home(ident, area)
        ours = part.strict or not part.sheets or self._speaks(part)
        return thing.unit if home and ours else ""

    def _speaks(self, part: Part) -> bool:
        """Return whether a foreign table is in Chinese, or names the indicators by our ids."""
        for sheet in part.sheets:
            named = [cell for row in sheet.rows[:_NAMES] for cell in row[:2]]
            if any(_HAN.search(text) for text in (*sheet.titles.values(), *named)):
                return True
            if any(cell in self.catalogue.indicators for cell in named):
                return True
        return False


def _shift(table: Table | Nowhere, row: int, given: str, canonical: str) -> int:
    """Return the power of ten between two units."""
    if given == canonical:
        return 0
    try:
        unit = Unit.parse(given)
    except UnitError:
        mend = Message(
            "Write a unit such as million yuan, thousand persons or %.",
            "请写单位，如 亿元、万元、万人或 %。",
        )
        raise table.fault(
            "unit", row, Message("“{}” is no known unit", "“{}”不是已知的单位", given), mend
        ) from None
    try:
        return unit.shift_to(Unit.parse(canonical))
    except UnitError:
        raise _unfit(table, row, given, canonical) from None


def _unfit(table: Table | Nowhere, row: int, given: str, canonical: str) -> DataError:
    what = Message(
        "“{}” cannot be converted to {}",
        "“{}”无法换算为{}",
        given,
        unit_text(canonical) if canonical else Message("a number without unit", "无单位的数"),
    )
    mend = Message("The unit must fit the indicator and the measure.", "单位须与指标及其度量相符。")
    return table.fault("unit", row, what, mend)


class Nowhere:
    """Stands for a table that is asked where a cell is."""

    def fault(self, *_: object) -> DataError:
        """Return an error without a place."""
        return DataError(SOMEWHERE)
