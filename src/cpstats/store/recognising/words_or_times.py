"""Labels beside figures that are words or times: no classes of an amount, 0-5, 5-10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 0.8


def are_words_or_times(texts: Iterable[str]) -> bool:
    """Whether nearly all texts are periods, or words without a number: no classes of an amount.

    >>> are_words_or_times(["Wheat", "Rye"]), are_words_or_times(["2020", "2021"]), are_words_or_times(["0-5", "5-10", "more"])
    (True, True, False)
    """
    looked = list(texts)[:200]
    plain = [t for t in looked if not any(map(str.isdecimal, t)) or period_of(t) is not None]
    return bool(looked) and len(plain) >= MOST * len(looked)
