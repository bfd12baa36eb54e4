"""The question about growth behind a month and the months so far: it may be of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Freq
from cpstats.store.recognising.beside_periods import is_open
from cpstats.store.recognising.inquiry import QuestionError, holds
from cpstats.store.recognising.labels import figures_of, label_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.labels import Label
    from cpstats.store.recognising.slots import Slots
    from cpstats.store.sheet import Sheet


def look_for_open(
    sheet: Sheet,
    at: tuple[range, int],
    kind: Label | None,
    before: Sequence[str],
    columns: Mapping[int, Slots],
) -> None:
    """Ask of which growth in a column is, where a month and the months so far stand before it.

    Parameters
    ----------
    sheet : Sheet
        The table.
    at : pair
        The lines of the header and the column.
    kind : Label or None
        What its label says of the figures.
    before : sequence of str
        The labels to its left, the nearest first.
    columns : mapping
        What stands over the columns to its left.

    Raises
    ------
    QuestionError
        Where it is open.
    """
    if kind is None or kind.measure != "growth" or kind.name or not before:
        return
    nearest = figures_of(before[0]) or label_of(before[0])
    named = nearest.cumulated is True and is_open([*reversed(before)], [kind])
    dated = before[:2] == ["", ""] and _are_month_and_sum(columns) and kind.cumulated is None
    if not (named or dated):
        return
    header, column = at
    rows = [sheet.rows[i] for i in header]
    label = next(row[column] for row in reversed(rows) if column < len(row) and row[column])
    raise QuestionError(
        Message(
            "“{}” over column {} may be the growth of the month or of the months so far",
            "第 {1} 列的“{0}”可能是当月的增长，也可能是累计的增长",
            label,
            column + 1,
        ),
        where=sheet.where(header[-1], column),
        mend=Message(
            "Write over it which of them it is, or leave it out.",
            "请将其改写为“本月增长”或“累计增长”，或略去该列。",
        ),
        ways=[holds(label, "skip")],
    )


def _are_month_and_sum(columns: Mapping[int, Slots]) -> bool:
    """Whether the last two columns without a label are of a month and of the months from January to it: 11月, 1-11月."""
    bare = [s.period for s in columns.values() if not s.label][-2:]
    periods = [period for period in bare if period]
    if len(periods) < 2 or periods[0].freq is not Freq.MONTH or periods[1].freq is Freq.MONTH:
        return False
    month, so_far = periods
    whole = so_far.first_day.month == 1 and so_far.first_day.year == month.year
    return whole and so_far.last_day == month.last_day
