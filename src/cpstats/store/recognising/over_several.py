"""Labels that were merged over several columns of words: a pivot table has one over all it is divided by."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.merged_labels import with_centred_labels, without_counts_of_copies
from cpstats.store.recognising.units_said import unit_of_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

HIGHEST = 12  # rows of a header
WORD = pattern(r"[^\W\d_]+")
LONGEST = 30  # signs of a label over columns of words; a longer line is a title


def without_labels_over_several(sheet: Sheet) -> Sheet:
    """Return a sheet without the copies of a label that is of no column, and each label over the first of its group."""
    rows = without_counts_of_copies(tuple(map(tuple, sheet.rows)))
    rows = with_words_of_title(with_units_once(rows))
    rows = with_centred_labels(tuple(map(tuple, without_copies(rows))))
    return sheet if rows == sheet.rows else replace(sheet, rows=rows)


def with_units_once(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Leave of a unit at the right above one run of periods, merged over the last of them, the first copy: it is of all.

    >>> with_units_once((("", "", "Sold, kt", "Sold, kt"), ("", "2019", "2020", "2021")))[0]
    ('', '', 'Sold, kt', '')
    >>> with_units_once((("", "", "Growth, %", "Growth, %"), ("", "2019", "2020", "2021")))[0]
    ('', '', 'Growth, %', 'Growth, %')
    >>> with_units_once((("", "", "", "In %", "In %"), ("", "2019", "2020", "2019", "2020")))[0]
    ('', '', '', 'In %', 'In %')
    >>> with_units_once((("", "Sold, kt", "Sold, kt"), ("", "", "")))[0]
    ('', 'Sold, kt', 'Sold, kt')
    """
    made = list(rows)
    for i, (upper, lower) in enumerate(pairwise(rows[:HIGHEST])):
        at = [c for c, text in enumerate(upper) if text]
        if len(at) < 2 or len({upper[c] for c in at}) > 1 or not _is_amount(upper[at[0]]):
            continue
        below = [c for c, text in enumerate(lower) if text and (c or period_of(text))]
        periods = [period_of(lower[c]) for c in below]
        run = None not in periods and len({*map(str, periods)}) == len(periods)
        if run and below and below[0] < at[0] and at[-1] >= below[-1]:
            made[i] = tuple(text if c == at[0] else "" for c, text in enumerate(upper))
    return tuple(made)


def with_words_of_title(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Move a label that only repeats words of the title, and stands over the last of one run of periods, to the first: it is of all.

    >>> rows = (("Marriage rates by state",), ("State", "", "Marriage rate 1", ""), ("", "2020", "2019", "2018"))
    >>> with_words_of_title(rows)[1]
    ('State', 'Marriage rate 1', '', '')
    >>> with_words_of_title((rows[0], ("State", "", "Forecast", ""), rows[2]))[1]
    ('State', '', 'Forecast', '')
    """
    made = list(rows)
    for i, (upper, lower) in enumerate(pairwise(rows[:HIGHEST])):
        at = [c for c, text in enumerate(upper) if text and c]
        if not at or len({upper[c] for c in at}) > 1:
            continue
        below = [c for c, text in enumerate(lower) if text and (c or period_of(text))]
        periods = [period_of(lower[c]) for c in below]
        run = None not in periods and len({*map(str, periods)}) == len(periods)
        of_last = bool(below) and 0 < below[0] < at[0] <= below[-1]
        words = _words(upper[at[0]])
        titles = [row[0] for row in rows[:i] if row and row[0] and not any(row[1:])]
        if run and of_last and words and any(words <= _words(title) for title in titles):
            moved = dict.fromkeys(at, "") | {below[0]: upper[at[0]]}
            made[i] = tuple(moved.get(c, text) for c, text in enumerate(upper))
    return tuple(made)


def _words(text: str) -> set[str]:
    """Return the words of a text without their plural and the numbers of footnotes."""
    return {word.lower().removesuffix("s") for word in WORD.findall(text) if word.isalpha()}


def _is_amount(text: str) -> bool:
    """Whether a text ends in a unit, and says nothing of growth."""
    kind = figures_of(text)
    level = kind is None or kind.measure == "level"
    said = label_of(text).unit or (kind.unit if kind else "") or unit_of_all(text)
    return level and bool(said)


def without_copies(cells: Cells) -> Cells:
    """Leave of an unknown label that was merged over the first columns the copy over the first with something below.

    >>> without_copies([["Rows", "Rows", "Jobs"], ["", "Ost", "5"], ["", "West", "6"]])
    [['', 'Rows', 'Jobs'], ['', 'Ost', '5'], ['', 'West', '6']]
    >>> without_copies([["Rows", "Rows", ""], ["Rows", "Rows", "Jobs"], ["Men", "Ost", "5"]])
    [['', '', ''], ['Rows', '', 'Jobs'], ['Men', 'Ost', '5']]
    >>> without_copies([["Region", "Region", "Jobs"], ["1", "Ost", "5"]])
    [['Region', 'Region', 'Jobs'], ['1', 'Ost', '5']]
    >>> title = "Sales of houses by province and month"
    >>> without_copies([[title, title, ""], ["Year", "Month", "Ost"], ["2021", "", "5"]])
    [['Sales of houses by province and month', '', ''], ['Year', 'Month', 'Ost'], ['2021', '', '5']]
    """
    cells = _with_titles_once(cells)
    merged = [i for i, row in enumerate(cells[:HIGHEST]) if row and row[0] and _is_twice(row)]
    labels = {cells[i][0] for i in merged}
    if len(labels) != 1 or not any(len({*filter(None, cells[i])}) > 1 for i in merged):
        return cells  # none, or a title over all columns
    below = cells[merged[-1] + 1 :]
    label = labels.pop()
    used = next((c for row in below for c, text in enumerate(row) if text), 0)
    if role_of(label) and not used:
        return cells
    return [
        [
            "" if i in merged and text == label and (i, c) != (merged[-1], used) else text
            for c, text in enumerate(row)
        ]
        for i, row in enumerate(cells)
    ]


def _with_titles_once(cells: Cells) -> Cells:
    """Leave of a title that was merged over the first columns, and not all of them, the first copy."""
    titles = [
        i
        for i, row in enumerate(cells[:HIGHEST])
        if row and _is_twice(row) and len(row[0]) > LONGEST and {*row[1:]} == {row[0], ""}
    ]
    if not titles:
        return cells
    return [
        [row[0], *("" for _ in row[1:])] if i in titles else list(row)
        for i, row in enumerate(cells)
    ]


def _is_twice(row: Sequence[str]) -> bool:
    """Whether a row without figures begins with one label in two cells."""
    figures = any(is_number(text) and period_of(text) is None for text in row)
    return row[:1] == row[1:2] and not figures and not is_number(row[0])
