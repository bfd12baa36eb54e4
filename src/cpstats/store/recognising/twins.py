"""Two figures under one key: the column, or the names over the columns, that are missing from it are named."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.unit import Unit
from cpstats.store.cells import number, period_of
from cpstats.store.recognising.column_kinds import Together, column_of
from cpstats.store.recognising.header_words import role_of, speaks_of_places
from cpstats.store.recognising.inquiry import QuestionError, holds, said_of
from cpstats.store.recognising.roles import OPEN
from cpstats.store.same_key import repeated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column
    from cpstats.store.recognising.reading import Reading
    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.recognising.slots import Slots

MOST = 0.8  # of the places of a table
OF_VALUES = ("obs_value", "obs_status", "decimals")  # columns that say nothing of what a figure is


def look_for_twins(
    made: Reading, rows: Sequence[Sequence[str]], origins: Sequence[tuple[int, int]]
) -> None:
    """Refuse two different figures of one key whose lines differ in a column that was left out.

    Also in names that the indicator of the user stands for, beside the figures or over them.

    Raises
    ------
    QuestionError
        At the second of the figures.
    """
    _look_for_columns(made)
    skipped = {name for name, kind in made.hints.columns.items() if kind == "skip"}
    left = [
        c
        for c, kind in made.outline.keys.items()
        if kind == "other"
        and not {*made.texts_above(c), str(c + 1)} & skipped
        and not _column(made, c).is_counted
    ]
    if made.hints.indicator:
        left += [c for c, kind in made.outline.keys.items() if kind in (OPEN, "indicator")]
    if not left and not made.hints.indicator:
        return
    left.sort(key=lambda c: _are_codes(made, c))  # words say more than codes
    placed = codes_of_places(made)
    first: dict[tuple[str | None, ...], int] = {}
    for n, row in enumerate(rows):
        key = (row[0], row[1], row[2], row[3], row[7], *_counted(row[3], row[5]))
        before = first.setdefault(key, n)
        if before == n:
            continue
        same = row[4] == rows[before][4]  # one figure given again, but for codes of two places
        (one, other), (two, column) = origins[before], origins[n]
        for c in placed if same else left:
            a, b = (made.cells[i][c] if c < len(made.cells[i]) else "" for i in (one, two))
            if a != b:
                raise _twin(made, (one, two, column), c, (a, b))
        labels = made.above[other].label, made.above[column].label
        if made.hints.indicator and not same and labels[0] != labels[1]:
            raise _twin_labels(made, (one, other), (two, column), labels)


def codes_of_places(made: Reading) -> list[int]:
    """Return the columns that are left out and hold codes of places, as their header says: region_id."""
    skipped = {name for name, kind in made.hints.columns.items() if kind == "skip"}
    left = (c for c, kind in made.outline.keys.items() if kind == "other")
    above = {c: made.texts_above(c) for c in left}
    spoken = (c for c, texts in above.items() if texts and speaks_of_places(" ".join(texts)))
    kept = (c for c in spoken if not {*above[c], str(c + 1)} & skipped)
    return [c for c in kept if _are_codes(made, c)]


@lru_cache(maxsize=4096)
def _counted(measure: str, unit: str) -> tuple[str | None, ...]:
    """Return what a unit of a level counts: heads and tonnes of one name are two, and get names of their own.

    >>> _counted("level", "tonnes") == _counted("level", "thousand tonnes"), _counted("level", "head") == _counted("level", "t")
    (True, False)
    """
    said = Unit.of(unit)
    return (said.root, said.per) if measure == "level" and unit else ()


def _look_for_columns(made: Reading) -> None:
    """Refuse two columns of which the header says the same, and that hold different figures in a line."""
    seen: dict[Slots, int] = {}
    for column, slots in made.above.items():
        first = seen.setdefault(slots, column)
        if first == column or slots.period is None:
            continue
        for i in made.outline.data:
            cells = made.cells[i]
            both = [number(cells[c]) if c < len(cells) else None for c in (first, column)]
            if None not in both and both[0] != both[1]:
                raise _same_header(made, i, (first, column))


def _same_header(made: Reading, row: int, columns: tuple[int, int]) -> QuestionError:
    one, two = (c + 1 for c in columns)
    text = " ".join(made.texts_above(columns[1]))
    return QuestionError(
        Message(
            "columns {} and {} have the same header, “{}”, and other figures: “{}” and “{}”",
            "第 {} 列和第 {} 列的表头相同（“{}”），数据却不同：“{}”与“{}”",
            one,
            two,
            text,
            *(made.cells[row][c] for c in columns),
        ),
        where=made.sheet.where(row, columns[1]),
        mend=Message(
            "Leave one out, --column {}=skip, or mend its header.",
            "请略去其一：--column {}=skip，或改正表头。",
            two,
        ),
        ways=[holds(str(n), "skip") for n in (two, one)],
    )


def _are_codes(made: Reading, column: int) -> bool:
    return _column(made, column).is_codes


def _column(made: Reading, column: int) -> Column:
    return column_of(made.cells, (), made.outline.data, column)


def _twin_labels(
    made: Reading, first: tuple[int, int], second: tuple[int, int], labels: tuple[str, str]
) -> QuestionError:
    return QuestionError(
        Message(
            "the figures in {} and here have the same name, place and period; only what stands over the "
            "columns differs: “{}” and “{}”",
            "此处与 {} 的数据名称、地区、时期相同，只有列上方的文字不同：“{}”与“{}”",
            made.sheet.where(*first),
            *labels,
        ),
        where=made.sheet.where(*second),
        mend=Message(
            "Say what it is: --column header=name, a part of the name, or --column header=place.",
            "请说明其为名称的一部分：--column header=name，或地区：--column header=place。",
        ),
        ways=[holds("header", kind) for kind in ("name", "place")],
    )


def _are_parents(made: Reading, column: int) -> bool:
    """Whether words beside the places are what these lie in: nearly all of them have one, and several lie in one."""
    open_names = OPEN in made.columns and made.naming.down != "place"
    if made.named is None or open_names or _are_codes(made, column):
        return False
    pairs = Together(made.cells, made.outline.data).pairs(made.named, column)
    several = Counter(name for name, _ in pairs)
    alone = sum(n == 1 for n in several.values())
    return alone >= MOST * len(several) and len({a for _, a in pairs}) * 2 < len(several)


def _twin_places(
    made: Reading, at: tuple[int, int, int], column: tuple[int, str], texts: tuple[str, str]
) -> QuestionError:
    one, two, value = at
    number, title = column
    return QuestionError(
        Message(
            "the figures in {} and here have the same name, place and period; only column {} (“{}”), in which most "
            "places have one word, differs: “{}” and “{}”",
            "此处与 {} 的数据名称、地区、时期相同，只有第 {} 列（“{}”，其中多数地区只有一个名称）不同：“{}”与“{}”",
            made.sheet.where(one, value),
            number + 1,
            title,
            *texts,
        ),
        where=made.sheet.where(two, value),
        mend=Message(
            "If it is what the places lie in: --column {}=parent; if it is part of the name: --column {}=name.",
            "若为所属的上级地区：--column {}=parent；若为名称的一部分：--column {}=name。",
            said_of(title),
            said_of(title),
        ),
        ways=[holds(title, kind) for kind in ("parent", "name")],
    )


def _twin(
    made: Reading, at: tuple[int, int, int], column: int, texts: tuple[str, str]
) -> QuestionError:
    one, two, value = at
    title = next(iter(made.texts_above(column)), "") or str(column + 1)
    placed = speaks_of_places(title) and not _are_codes(made, column)
    kinds = ("name",) if made.outline.keys[column] == "other" else ("name", "place")
    kinds = ("place", "name") if placed else kinds
    if _are_parents(made, column):
        return _twin_places(made, at, (column, title), texts)
    times = [c for c, kind in made.outline.keys.items() if kind == "time"]
    if times and role_of(title) == "time" and all(map(period_of, texts)):
        return _other_time(made, at, times[0], (column, title))
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
        mend=_mend(title, placed=placed),
        ways=[holds(title, kind) for kind in kinds],
    )


def _mend(title: str, *, placed: bool) -> Message:
    if placed:
        return Message(
            "If it holds the places: --column {}=place; if it is part of the name: --column {}=name.",
            "若该列是地区：--column {}=place；若为名称的一部分：--column {}=name。",
            said_of(title),
            said_of(title),
        )
    return Message(
        "Make it part of the name: --column {}=name.",
        "请将其作为名称的一部分：--column {}=name。",
        said_of(title),
    )


def _other_time(
    made: Reading, at: tuple[int, int, int], time: int, other: tuple[int, str]
) -> QuestionError:
    """Return the question which of two columns of times counts, that contradict one another in a line."""
    _, row, value = at
    column, title = other
    said = next(iter(made.texts_above(time)), "") or str(time + 1)
    return QuestionError(
        Message(
            "columns {} (“{}”) and {} (“{}”) name two times: “{}” and “{}”",
            "第 {} 列（“{}”）与第 {} 列（“{}”）的时间不同：“{}”与“{}”",
            column + 1,
            title,
            time + 1,
            said,
            *(made.cells[row][c] for c in (column, time)),
        ),
        where=made.sheet.where(row, value),
        mend=Message(
            "Leave the wrong one out: --column {}=skip; if both are right, one is part of the name: --column {}=name.",
            "请略去有误的一列：--column {}=skip；若两者都对，其一为名称的一部分：--column {}=name。",
            said_of(said),
            said_of(title),
        ),
        ways=[holds(said, "skip"), holds(title, "name")],
    )


def look_for_repeated(found: Recognised) -> None:
    """Refuse two figures of a table that are of the same thing, whatever their values: who imports them cannot either.

    Raises
    ------
    DataError
        At the second of the figures.
    """
    kept = [n for n, name in enumerate(found.header) if name not in OF_VALUES]
    first: dict[tuple[str, ...], int] = {}
    for n, row in enumerate(found.rows):
        key = tuple(row[k] for k in kept)
        before = first.setdefault(key, n)
        if before == n:
            continue
        one, other = (found.origins[k] for k in (before, n))
        where = (found.sheet.where(*at) for at in (one, other))
        raise repeated(key, *where, in_one_line=one[0] == other[0])
