"""Tables that a data bank has turned: words in the last column of names say what stands in the rows of the header.

Each label there is written once over all that it holds for; the unit of a group of rows stands alone, in the first
column of figures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

NOTES = re.compile(r"(?<! )(?: \d{1,2}){1,3}$")  # Geography 4
HEAD = 40  # lines in which the header ends


def as_turned(cells: Cells) -> Cells:
    """Return cells with each label over all that it holds for, and the units of groups in the first column.

    >>> table = [["", "Area", "Ost", "", ""], ["", "Sex", "Men", "", "Women"], ["Item", "Kind", "2020", "2021", "2020"]]
    >>> made = as_turned([*table, ["", "", "Persons", "", ""], ["Work", "raw", "5", "6", "7"]])
    >>> made[0][2:], made[1][2:], made[3]
    (['Ost', 'Ost', 'Ost'], ['Men', 'Men', 'Women'], ['Persons', '', '', '', ''])
    >>> as_turned([["", "", "Ost", "", ""], table[2]])[0]
    ['', '', 'Ost', '', '']
    """
    last = next((i for i, row in enumerate(cells[:HEAD]) if _ends_header(row)), None)
    if last is None:
        return cells
    stub = next(c for c, text in enumerate(cells[last]) if period_of(text) is not None) - 1
    first = last
    while first and _names_its_labels(cells[first - 1], stub):
        first -= 1
    several = any(len({*row[stub + 1 :]} - {""}) > 1 for row in cells[first:last])
    if first == last or not (
        stub or several
    ):  # Item, Huts over Area, 2020: a pair that describes the table
        return cells
    made = [*cells]
    for i in range(first, last):
        made[i] = _filled_across(cells[i], stub, len(cells[last]))
    for i in range(last + 1, len(cells)):
        row = cells[i]
        if len(row) > stub + 1 and row[stub + 1] and _is_band(row, stub):
            made[i] = [row[stub + 1], *("" for _ in row[1:])]
    return made


def _ends_header(row: Sequence[str]) -> bool:
    """Whether a line is words and then periods only."""
    dated = [period_of(text) is not None for text in row if text]
    words = dated.index(True) if True in dated else 0
    return 0 < words < len(dated) - 1 and all(dated[words:]) and all(row[:words])


def _names_its_labels(row: Sequence[str], stub: int) -> bool:
    """Whether a line begins in the last column of names with a word for the labels behind it."""
    if len(row) <= stub + 1 or any(row[:stub]) or not row[stub] or not row[stub + 1]:
        return False
    return not any(
        is_number(t) or is_missing(t) or period_of(t) is not None for t in row[stub:] if t
    )


def _filled_across(row: Sequence[str], stub: int, width: int) -> list[str]:
    """Return a row of the header with its labels over all they hold for, and its word without the number of a note."""
    made = [*row, *("" for _ in range(width - len(row)))]
    word = NOTES.sub("", row[stub])
    made[stub] = word if role_of(word) else row[stub]
    for c in range(stub + 2, len(made)):
        made[c] = made[c] or made[c - 1]
    return made


def _is_band(row: Sequence[str], stub: int) -> bool:
    """Whether words stand in the first column of figures and nowhere else."""
    text = row[stub + 1]
    alone = not any(row[: stub + 1]) and not any(row[stub + 2 :])
    return alone and not is_number(text) and not is_missing(text)
