"""What downloads print around their figures, and is none of them: notes, bounds, signs for nothing, labels once for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.bounded_figures import without_bounds
from cpstats.store.recognising.noted_figures import without_numbers_of_notes
from cpstats.store.recognising.numbered_notes import without_numbers_behind_labels
from cpstats.store.recognising.pivots import as_turned
from cpstats.store.recognising.sentinels import without_sentinels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.message import Message

    Cells = Sequence[Sequence[str]]


def with_bare_figures(cells: Cells) -> tuple[Cells, tuple[Message, ...]]:
    """Return cells without what is printed around figures and labels, and what is to be said of that.

    >>> cells, said = with_bare_figures([["Ost", "9 [7-12]"], ["West", "-999"], ["Nord", "4.9 [4.7-5.0]"]])
    >>> cells, len(said)
    ([['Ost', '9'], ['West', '-999'], ['Nord', '4.9']], 1)
    """
    cells, noted = without_numbers_of_notes(cells)
    cells, bounded = without_bounds(cells)
    cells, missing = without_sentinels(cells)
    cells, numbered = without_numbers_behind_labels(cells)
    return as_turned(cells), tuple(said for said in (noted, bounded, missing, numbered) if said)
