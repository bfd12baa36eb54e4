"""What stands in the corner of a table as if it were a title: Exports of goods, million USD, over Cheese, Tobacco."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outside import CHINESE, OF_WHAT
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OF_NAMES = ("indicator", "name", "place", "open")  # kinds of columns with a corner over them
FEW, MANY = 3, 6  # words of a title that says what is counted, or of any
FEWEST_LETTERS = 6  # of a Chinese one


def corner_of(heads: Sequence[Sequence[str]], keys: Mapping[int, str]) -> str:
    """Return the first word over the first column of names, where periods stand across; empty where they do not.

    >>> corner_of([["Exports, kt", "2020", "2021"]], {0: "indicator"}), corner_of([["Exports", "Tea"]], {0: "indicator"})
    ('Exports, kt', '')
    """
    names = next((c for c, kind in keys.items() if kind in OF_NAMES), None)
    across = any(period_of(text) is not None or is_date(text) for row in heads for text in row)
    if names is None or not across:
        return ""
    return next((row[names] for row in heads if names < len(row) and row[names]), "")


def title_in_corner(
    lines: Sequence[Sequence[str]], heads: Sequence[Sequence[str]], keys: Mapping[int, str]
) -> list[list[str]]:
    """Return the corner of a table without a line above it as that line, where it says what is counted.

    >>> title_in_corner([], [["Exports of goods, kt", "2020"]], {0: "indicator"})
    [['Exports of goods, kt']]
    >>> title_in_corner([], [["Kind of goods", "2020"]], {0: "indicator"}), title_in_corner([["T"]], [["Exports of goods", "2020"]], {0: "name"})
    ([], [])
    """
    corner = corner_of(heads, keys)
    above = any(text for row in lines for text in row)
    return [[corner]] if corner and not above and is_title(corner) else []


def is_title(corner: str) -> bool:
    """Whether a word over names says at length what the figures are, and not what the names are.

    >>> [is_title(t) for t in ("Exports of goods, kt", "居民人均可支配收入", "Exports", "Region of exports of goods", "Goods (kt)")]
    [True, True, False, False, False]
    """
    words = corner.replace(",", " ").split()
    if role_of(corner) or any(map(role_of, words)) or is_unit(corner):
        return False
    counts = OF_WHAT.search(corner) is not None
    if CHINESE.search(corner):
        return counts and len(corner) >= FEWEST_LETTERS
    return len(words) >= MANY or (len(words) >= FEW and (counts or bool(label_of(corner).unit)))
