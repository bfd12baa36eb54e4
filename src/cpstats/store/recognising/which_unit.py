"""The unit of a column, or of a line, where the title has one too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.unit import Unit
from cpstats.store.recognising.inquiry import QuestionError, holds, said_of, says
from cpstats.store.recognising.unit_words import in_english, is_unit
from cpstats.store.recognising.units_said import SEVERAL

if TYPE_CHECKING:
    from cpstats.store.recognising.labels import Label
    from cpstats.store.recognising.slots import Slots
    from cpstats.store.sheet import Sheet


def in_own_unit(
    sheet: Sheet, header: range, said: Label, beside: tuple[Slots, Label | None, str]
) -> Label:
    """Return what a title says, without its unit where the column or the line has one of the same kind.

    `beside` is what stands over the column, the kind of figures that says, and the unit of the line.

    Raises
    ------
    DataError
        When the two measure different things.
    """
    slots, kind, of_line = beside
    grown = kind is not None and kind.measure != "level"
    own = (slots.unit or of_line or (kind.unit if kind else "")).strip("()")
    if grown or not said.unit or not own or not is_unit(own):
        return said
    one, other = Unit.of(in_english(own)), Unit.of(in_english(said.unit))
    if one.root != other.root:
        raise _two_units(sheet, header, slots.label, own, said.unit)
    return replace(said, unit=own)


def _two_units(sheet: Sheet, header: range, label: str, own: str, titled: str) -> QuestionError:
    """Return the question for a column whose unit measures something else than that of the title."""
    form = re.compile(rf"(?<!\w){re.escape(own)}(?!\w)")
    row, column = next(
        ((i, c) for i in header for c, t in enumerate(sheet.rows[i]) if form.search(t)),
        (header.start, 0),
    )
    text = sheet.rows[row][column].strip() if column < len(sheet.rows[row]) else label
    return QuestionError(
        Message(
            "“{}” is in {}, the title says {}",
            "“{}”的单位是{}，标题为{}",
            text or label,
            own,
            titled,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Leave the column out (--column {}=skip), or name the unit of all figures with --unit.",
            "略去该列：--column {}=skip；或用 --unit 指定全部数据的单位。",
            said_of(text or label),
        ),
        ways=[holds(text or label, "skip"), says("unit", "unit", own)],
    )


def of_amounts(unit: str, *, rate: bool = False) -> str:
    """Return the one unit beside per cent, which is not that of amounts but of a `rate`; any other text as it is.

    >>> of_amounts("亿元、%"), of_amounts("万元、人"), of_amounts("万元"), of_amounts("million USD, %", rate=True)
    ('亿元', '万元、人', '万元', '%')
    """
    several = [text.strip() for text in SEVERAL.split(unit)]
    if rate and "%" in several:
        return "%"
    amounts = [text for text in several if text != "%"]
    return amounts[0] if len(amounts) == 1 < len(several) and is_unit(amounts[0]) else unit
