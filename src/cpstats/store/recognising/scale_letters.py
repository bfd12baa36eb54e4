"""Figures as they are shown to readers, each with the letter of its scale: 3.28M beside 400k; they are multiplied out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number, period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

POWERS = {"k": 3, "m": 6, "b": 9}
ENDS = frozenset("kKmMbB")
LETTERED = pattern(r"[-−–]?\d{1,3}(?:\.\d+)?[kKmMbB]")
SEVERAL = 2  # letters: one alone may be a flag


def without_scale_letters(cells: Cells) -> Cells:
    """Return cells with figures in full, where half of them or more end with one of several letters of scale.

    >>> without_scale_letters([["Town", "1900", "2000"], ["a", "3.28M", "20M"], ["b", "400k", "645"]])
    [['Town', '1900', '2000'], ['a', '3280000', '20000000'], ['b', '400000', '645']]
    >>> without_scale_letters([["Town", "1900"], ["a", "3.2b"], ["b", "4.1b"]])
    [['Town', '1900'], ['a', '3.2b'], ['b', '4.1b']]
    >>> without_scale_letters([["Town", "1900"], ["a", "3.2b"], ["b", "4.1m"]])
    [['Town', '1900'], ['a', '3.2b'], ['b', '4.1m']]
    """
    found = [c for row in cells for c in row if c[-1:] in ENDS and LETTERED.fullmatch(c)]
    letters = {c[-1].casefold() for c in found}
    if len(letters) < SEVERAL or "k" not in letters:  # m and b are flags of offices too
        return cells
    figures = sum(is_number(c) and period_of(c) is None for row in cells for c in row)
    if len(found) * 2 < figures:
        return cells
    full = {
        c: in_full(c[:-1].replace("−", "-").replace("–", "-"), POWERS[c[-1].casefold()])
        for c in found
    }
    return [[full.get(c, c) for c in row] for row in cells]


def in_full(number: str, power: int) -> str:
    """Return a number with its scale multiplied out.

    >>> in_full("3.28", 6), in_full("-1,250.5", 3)
    ('3280000', '-1250500')
    """
    return format(Decimal(number.replace(",", "")).scaleb(power).normalize(), "f")
