"""Per cent or per mille that only a title says, among other units, is not that of figures in thousands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.recognising.doubts import MEASURE, NAME, UNIT, VALUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNS = ("%", "‰")
LEAST = 1000  # of which no figure of a series in per cent is larger in every case
BRACKET = re.compile(r"[(（][^()（）]*[)）]")


def without_rates_of_large_figures(
    rows: Sequence[list[str]], title: str, printed: Iterable[str]
) -> None:
    """Take per cent from levels whose figures are all a thousand or more, where only a title with several units said it.

    `printed` are the cells below it.

    >>> rows = [["Huts", "", "2021", "level", "1330", "‰"], ["Rate", "", "2021", "level", "12", "‰"]]
    >>> without_rates_of_large_figures(rows, "Huts (thousand) and rate (‰)", ())
    >>> [row[5] for row in rows]
    ['', '‰']
    """
    said = BRACKET.findall(title)
    if len(said) < 2 or not any(sign in text for text in said for sign in SIGNS):
        return
    rates = [row for row in rows if row[UNIT] in SIGNS and row[MEASURE] == "level"]
    small = {row[NAME] for row in rates if abs(float(row[VALUE])) < LEAST}
    large = [row for row in rates if row[NAME] not in small]
    if large and not any(sign in text for text in printed for sign in SIGNS):
        for row in large:
            row[UNIT] = ""
