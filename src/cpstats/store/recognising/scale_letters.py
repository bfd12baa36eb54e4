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
    return with_scales_in_full(cells) if have_scale_letters(cells) else cells


def have_scale_letters(cells: Cells) -> bool:
    """Whether half of the figures or more end with one of several letters of scale.

    >>> have_scale_letters([["a", "3.28M", "20M"], ["b", "400k", "645"]]), have_scale_letters([["a", "3.2b"], ["b", "4.1b"]])
    (True, False)
    """
    found = [c for row in cells for c in row if _is_lettered(c)]
    letters = {c[-1].casefold() for c in found}
    if len(letters) < SEVERAL or "k" not in letters:  # m and b are flags of offices too
        return False
    figures = sum(is_number(c) and period_of(c) is None for row in cells for c in row)
    return len(found) * 2 >= figures


def with_scales_in_full(cells: Cells) -> Cells:
    """Return cells with every figure in full that ends with a letter of scale.

    >>> with_scales_in_full([["Milk", "3.28M"], ["Tea", "645"]])
    [['Milk', '3280000'], ['Tea', '645']]
    """
    return [[_in_full(c) if _is_lettered(c) else c for c in row] for row in cells]


def _is_lettered(cell: str) -> bool:
    return cell[-1:] in ENDS and LETTERED.fullmatch(cell) is not None


def _in_full(cell: str) -> str:
    return in_full(cell[:-1].replace("−", "-").replace("–", "-"), POWERS[cell[-1].casefold()])


def in_full(number: str, power: int) -> str:
    """Return a number with its scale multiplied out.

    >>> in_full("3.28", 6), in_full("-1,250.5", 3)
    ('3280000', '-1250500')
    """
    return format(Decimal(number.replace(",", "")).scaleb(power).normalize(), "f")
