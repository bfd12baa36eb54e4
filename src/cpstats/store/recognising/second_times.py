"""Figures that each stand beside a time of their own: region, people, year, income, year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.inquiry import QuestionError, leaves_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Together
    from cpstats.store.sheet import Sheet


def look_for_second_time(
    sheet: Sheet, line: int, together: Together, figures: Sequence[int], one: int, two: int
) -> None:
    """Ask where figures go with either of two times of one name that differ.

    `figures`, `one` and `two` are columns, counted from 0, `line` the first one of figures.

    Raises
    ------
    QuestionError
        With the columns that leave one group of them.
    """
    if all(a == b for a, b in together.pairs(one, two)):
        return
    before = [f for f in figures if f < one]
    between = [f for f in figures if one < f < two]
    behind = [f for f in figures if f > two]
    if not between or not (before or behind):
        return
    groups = ((*before, one), (*between, two)) if before else ((one, *between), (two, *behind))
    ways = [leaves_out([n + 1 for n in group]) for group in reversed(groups)]
    raise QuestionError(
        Message(
            "columns {} and {} both say when, and not the same",
            "第 {} 列和第 {} 列都是时间，但不相同",
            one + 1,
            two + 1,
        ),
        where=sheet.where(line, two),
        mend=Message(
            "Read the figures of each by themselves, and leave out those of the other: {}.",
            "请分别读取各自的数据，并跳过另一组：{}。",
            ways[0].flag,
        ),
        ways=ways,
    )
