"""Whether a word over a column beside those of months may be the month that is missing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Freq
from cpstats.store.recognising.beside_periods import is_beside
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError, holds
from cpstats.store.recognising.labels import figures_of
from cpstats.store.recognising.outside import is_total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.recognising.slots import Slots
    from cpstats.store.sheet import Sheet

FIRST, FEWEST = 1, 2  # January; months of a run


def look_for_unknown_month(sheet: Sheet, row: int, found: Mapping[int, Slots]) -> None:
    """Look at the word before a run of months that begins behind January, and at one in a gap of it: Jannuary, Feb, Mar.

    Raises
    ------
    DataError
        Where such a word says nothing else that is known.
    """
    months = {c: m for c, slots in found.items() if (m := _month(slots))}
    if len(months) < FEWEST:
        return
    for column, slots in found.items():
        after, before = months.get(column + 1, FIRST), months.get(column - 1, 0)
        missing = after - before == FEWEST if before else after > FIRST
        if column not in months and missing and _is_unknown(slots):
            raise _asked(sheet, row, column, slots.label)


def _month(slots: Slots) -> int:
    if slots.period is not None:
        return slots.period.sub if slots.period.freq is Freq.MONTH else 0
    return int(slots.part) if slots.part.isdigit() else 0


def _is_unknown(slots: Slots) -> bool:
    label = slots.label
    known = is_beside(label) or is_total(label) or role_of(label) or figures_of(label)
    return label.isalpha() and slots.period is None and not (slots.part or slots.unit or known)


def _asked(sheet: Sheet, row: int, column: int, label: str) -> QuestionError:
    return QuestionError(
        Message(
            "“{}” stands where a month is missing, and is none that is known",
            "“{}”处于缺少月份的位置，但不是已知的月份",
            label,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Write the month, such as 2024-01, or leave the column out: --column {}=skip.",
            "请写明月份，如 2024-01；或略去该列：--column {}=skip。",
            column + 1,
        ),
        ways=[holds(str(column + 1), "skip")],
    )
