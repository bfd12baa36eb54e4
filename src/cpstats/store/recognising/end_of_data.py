"""Where the figures of a sheet end: before its notes, and lines that hold a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import FEWEST, NOTE, filled, how_full

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    Cells = Sequence[Sequence[str]]

NUMBER_OF_NOTE = pattern(
    r"[(\[]?(?:\d{1,2}|[a-z*†‡])[)\].]?"
)  # before the note, in a cell of its own


def end_of_data(cells: Cells, start: int) -> int:
    """Return the row behind the last figure: of a note, or of lines that have one cell only."""
    notes = {text for text in {row[0] for row in cells[start:] if row} if NOTE.match(text)}
    rows = range(start, len(cells))
    stop = next(
        (i for i in rows if cells[i] and _is_a_note(cells[i], notes)), max(rows.stop, start)
    )
    while stop > start and _is_prose(cells[stop - 1]):
        stop -= 1
    return _before_words(cells, start, stop)


def _before_words(cells: Cells, start: int, stop: int) -> int:
    """Return the row behind the last period: below a blank row words of the series may stand, without a number.

    So may a heading with a colon, and what stands below it: Corrections: over days and what was corrected.
    """
    first = stop
    while first > start and not any(is_number(c) or is_missing(c) for c in cells[first - 1] if c):
        first -= 1
    apart = start < first < stop and not filled(cells[first])
    words = [row[0] for row in cells[first:stop] if row]
    timed = apart and _is_time(cells[first - 1][0]) and not any(map(_is_time, words))
    heads = filled(next((row for row in cells[first:stop] if any(row)), ()))
    headed = apart and len(heads) == 1 and heads[0].endswith((":", "："))
    return first if timed or headed else stop


def _is_time(text: str) -> bool:
    return period_of(text) is not None or is_date(text)


def _is_a_note(row: Sequence[str], notes: Collection[str]) -> bool:
    """Whether a row begins with one of some words for a note, and has few cells or no figure behind it."""
    if row[0] not in notes:
        return False
    few = how_full(row) < FEWEST
    return few or not any(is_number(c) or is_missing(c) for c in row[1:] if c)


def _is_prose(row: Sequence[str]) -> bool:
    """Whether a row has no cell, a single one that is no number, or a few of which one is a sentence."""
    found = {*filled(row)}  # a merged text stands in every cell that it covers
    if len(found) == 2 and NUMBER_OF_NOTE.fullmatch(row[0]):
        found -= {row[0]}
        return all(len(c.split()) >= FEWEST and not is_number(c) for c in found)
    if any(is_number(c) or is_missing(c) for c in found):
        return False
    return len(found) < 2 or (len(found) < FEWEST and any(len(c.split()) >= FEWEST for c in found))
