"""Two figures under one key: the column whose words differ is missing from the key, and is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.column_kinds import column_of
from cpstats.store.recognising.inquiry import QuestionError, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column
    from cpstats.store.recognising.reading import Reading


def look_for_twins(
    made: Reading, rows: Sequence[Sequence[str]], origins: Sequence[tuple[int, int]]
) -> None:
    """Refuse two different figures of one key whose lines differ in a column that was left out.

    Raises
    ------
    QuestionError
        At the second of the figures.
    """
    skipped = {name for name, kind in made.hints.columns.items() if kind == "skip"}
    left = [
        c
        for c, kind in made.outline.keys.items()
        if kind == "other"
        and not {*made.texts_above(c), str(c + 1)} & skipped
        and not _column(made, c).is_counted
    ]
    if not left:
        return
    left.sort(key=lambda c: _are_codes(made, c))  # words say more than codes
    first: dict[tuple[str, ...], int] = {}
    for n, row in enumerate(rows):
        before = first.setdefault((row[0], row[1], row[2], row[3], row[7]), n)
        if before == n or row[4] == rows[before][4]:
            continue
        (one, _), (two, column) = origins[before], origins[n]
        for c in left:
            a, b = (made.cells[i][c] if c < len(made.cells[i]) else "" for i in (one, two))
            if a != b:
                raise _twin(made, (one, two, column), c, (a, b))


def _are_codes(made: Reading, column: int) -> bool:
    return _column(made, column).is_codes


def _column(made: Reading, column: int) -> Column:
    return column_of(made.cells, (), made.outline.data, column)


def _twin(
    made: Reading, at: tuple[int, int, int], column: int, texts: tuple[str, str]
) -> QuestionError:
    one, two, value = at
    title = next(iter(made.texts_above(column)), "") or str(column + 1)
    return QuestionError(
        Message(
            "the figures in {} and here have the same name, place and period; only column {} (“{}”) "
            "differs: “{}” and “{}”",
            "此处与 {} 的数据名称、地区、时期相同，只有第 {} 列（“{}”）不同：“{}”与“{}”",
            made.sheet.where(one, value),
            column + 1,
            title,
            *texts,
        ),
        where=made.sheet.where(two, value),
        mend=Message(
            "Make it part of the name: --column {}=name.",
            "请将其作为名称的一部分：--column {}=name。",
            title,
        ),
        ways=[holds(title, "name")],
    )
