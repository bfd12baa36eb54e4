"""Labels that say no more than that the figures below them are those of the whole year, beside its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Freq
from cpstats.store.frequencies import WHOLE_YEAR, frequency_of
from cpstats.store.recognising.so_far import part_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period


def is_whole(text: str) -> bool:
    """Whether a label beside parts of a year is a word for all of it.

    >>> is_whole("Annual"), is_whole("全年"), is_whole("Q1"), is_whole("A")
    (True, True, False, False)
    """
    return len(text) > 1 and WHOLE_YEAR.fullmatch(text) is not None


def without_whole(
    labels: Sequence[str], periods: Sequence[Period], *, timed: bool, beside: bool
) -> list[str]:
    """Return the labels over a column without those for the whole year.

    `timed` is whether a column has the times, `beside` whether parts of the year stand beside.

    >>> without_whole(["Annual"], [], timed=True, beside=False), without_whole(["Tea", "Annual"], [], timed=True, beside=False)
    ([], ['Tea', 'Annual'])
    >>> from cpstats.model.period import annual
    >>> [without_whole(t, [annual(2020)], timed=False, beside=True) for t in (["Total", "Annual"], ["Total", "Q1"])]
    [['Total'], ['Total', 'Q1']]
    """
    year = bool(periods) and periods[0].freq is Freq.ANNUAL
    if (timed or year) and all(len(t) > 1 and frequency_of(t) is Freq.ANNUAL for t in labels):
        return []
    whole = (
        year and beside and not any(map(part_in, labels)) and bool(labels) and is_whole(labels[-1])
    )
    return [*labels[:-1]] if whole else [*labels]
