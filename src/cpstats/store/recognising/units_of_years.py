"""Years with a unit over the labels of several columns: 2019, kt over all and towns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.beside_periods import is_change
from cpstats.store.recognising.growth_words import says_only_growth
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

NO_AMOUNT = pattern(
    r"%|\b(?:share|index|rate|growth|ratio|rank|per|доля|удельный|индекс|темп|рост|прирост|место|на)\b|指数|比重|增",
    re.IGNORECASE,
)
YEAR_AND_UNIT = pattern(r"(?P<year>(?:19|20)\d\d)(?: ?г(?:од)?\.?)?[,;] (?P<unit>[^\d,;]{1,40})")


def with_unit_of_years(cells: Cells, first: int) -> list[list[str]] | None:
    """Give each label below a year and a unit the unit.

    >>> rows = [["", "2019, kt", "", "2020, kt", ""], ["", "All", "Rye", "All", "Rye"], ["Peru", "5", "3", "7", "4"]]
    >>> with_unit_of_years(rows, 2)[:2]
    [['', '2019', '', '2020', ''], ['', 'All (kt)', 'Rye (kt)', 'All (kt)', 'Rye (kt)']]
    """
    for i in range(first - 1):
        upper, lower = cells[i], cells[i + 1]
        made = _below_years(upper, lower)
        if made:
            rows = [list(row) for row in cells]
            rows[i : i + 2] = made
            return rows
    return None


def _below_years(upper: Sequence[str], lower: Sequence[str]) -> list[list[str]] | None:
    """Return two lines of a head with the unit behind the labels of the lower one, where it stood behind years above."""
    found = {c: YEAR_AND_UNIT.fullmatch(text) for c, text in enumerate(upper) if c and text}
    if len(found) < 2 or not all(of and is_unit(of["unit"].strip()) for of in found.values()):
        return None
    over, under = list(upper), list(lower)
    unit = ""
    for c in range(1, len(under)):
        if of := found.get(c):
            over[c], unit = of["year"], of["unit"].strip()
        if unit and under[c]:
            if is_number(under[c]) or period_of(under[c]) is not None:
                return None
            under[c] = f"{under[c]} ({unit})" if _is_amount(under[c]) else under[c]
    return [over, under]


def _is_amount(label: str) -> bool:
    """Whether a label may be of what a unit above it counts: no growth, share or index, and none with a unit of its own.

    >>> [_is_amount(label) for label in ("Rye", "Growth", "Share", "Rye (ha)", "Index (2015=100)")]
    [True, False, False, False, False]
    """
    own = label_of(label)
    other = figures_of(label) is not None or says_only_growth(label) or is_change(label)
    return own.measure == "level" and not own.unit and not (other or NO_AMOUNT.search(label))
