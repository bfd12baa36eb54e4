"""Years of an era that is written with the first of them only, down a column: 平成27, 28, 29, 令和元, 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # lines
COLUMNS = 2  # that are looked at
FIRST = "元"  # the first year of an era
YEAR = pattern(
    r"(?P<era>明治|大正|昭和|平成|令和|(?:中華|中华)?民[國国])? ?(?P<year>\d{1,3}|元) ?年?"
)


def with_eras_carried(cells: Cells, first: int) -> list[list[str]] | None:
    """Give numbers below a year with its era, each higher than the one above it, that era too; None where none stand so.

    >>> rows = [["年", "値"], ["平成 29", "5"], ["30", "6"], ["令和元", "7"], ["2", "8"]]
    >>> [row[0] for row in with_eras_carried(rows, 1)]
    ['年', '平成29年', '平成30年', '令和元年', '令和2年']
    >>> with_eras_carried([["年", "値"], ["平成 29", "5"], ["30", "6"], ["12", "7"]], 1)
    """
    body = [i for i in range(first, len(cells)) if any(map(is_number, cells[i][1:]))]
    for c in range(COLUMNS):
        texts = {i: cells[i][c] for i in body if c < len(cells[i]) and cells[i][c]}
        if len(texts) >= FEWEST and (made := _carried([*texts.values()])):
            whole = dict(zip(texts, made, strict=True))
            return [
                [whole[i] if k == c and i in whole else text for k, text in enumerate(row)]
                for i, row in enumerate(cells)
            ]
    return None


def _carried(texts: Sequence[str]) -> list[str]:
    """Return years with their era each; none where one is no year, is not higher than that above it, or all have theirs."""
    made: list[str] = []
    era, last = "", 0
    for text in texts:
        found = YEAR.fullmatch(text)
        year = 1 if found and found["year"] == FIRST else int(found["year"]) if found else 0
        if found and found["era"]:
            era, last = found["era"], 0
        if found is None or not era or year <= last:
            return []
        last = year
        made.append(f"{era}{found['year']}年")
    return made if any(map(str.isdecimal, texts)) else []
