"""Figures below 同比 or y/y that the title calls an index, and that lie around 100: indices, and no growth of 102 %."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.doubts import MEASURE, NAME, UNIT, VALUE
from cpstats.store.recognising.english_growth import ON_THE_PREVIOUS
from cpstats.store.recognising.index_words import INDEX, MONTH_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AN_INDEX = re.compile(
    r"指数|指數|지수|\b(?:index|indices|indeks\w*|indice|índice|индекс\w*)\b", re.IGNORECASE
)
GROWN = re.compile(
    r"%|％|‰|涨|漲|跌|增|幅|升|降|per ?cent|change|growth|rate|veränderung|variation|variación|variação|variazione|zmiana|изменени|прирост",
    re.IGNORECASE,
)
LEAST, MOST = 60, 180
FEWEST = 2
BEFORE = "(环比增长)"


def with_indices_of_title(
    rows: Sequence[list[str]], title: str, printed: Iterable[str]
) -> list[Message]:
    """Make growth around 100 the index that a title says it is, and return what is said of it.

    Where a label, a cell or the title says per cent or change, it stays growth.

    Parameters
    ----------
    rows : sequence
        The observations.
    title : str
        What stands above them.
    printed : iterable of str
        The cells of the table that are no numbers.
    """
    grown = [row for row in rows if row[MEASURE] == "growth"]
    around = all(LEAST < float(row[VALUE]) < MOST for row in grown)
    if len(grown) < FEWEST or not around or not AN_INDEX.search(title) or GROWN.search(title):
        return []
    if any(map(GROWN.search, printed)):
        return []
    for row in grown:
        row[MEASURE], row[UNIT] = "index", INDEX[0]
        for ending in (BEFORE, ON_THE_PREVIOUS):
            if row[NAME].endswith(ending):
                name = row[NAME].removesuffix(ending)
                row[NAME], row[MEASURE], row[UNIT] = (
                    f"{name}({MONTH_BEFORE})",
                    "level",
                    MONTH_BEFORE,
                )
    return [
        Message(
            "the title says index, and the figures lie around 100: they are read as indices, not as growth",
            "标题为指数且各数在100上下：按指数读取，不作增长率",
        )
    ]
