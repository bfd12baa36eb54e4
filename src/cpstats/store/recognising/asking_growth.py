"""The question about growth behind a month and the months so far: it may be of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.beside_periods import is_open
from cpstats.store.recognising.inquiry import QuestionError, holds
from cpstats.store.recognising.labels import figures_of, label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.labels import Label
    from cpstats.store.sheet import Sheet


def look_for_open(
    sheet: Sheet, at: tuple[range, int], kind: Label | None, before: Sequence[str]
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

    Raises
    ------
    QuestionError
        Where it is open.
    """
    nearest = (figures_of(before[0]) or label_of(before[0])) if before else None
    grows = kind is not None and kind.measure == "growth" and not kind.name
    if kind is None or nearest is None or not grows or nearest.cumulated is not True:
        return
    header, column = at
    if not is_open([*reversed(before)], [kind]):
        return
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
