"""Places of one name below different ones of a higher kind, each with several lines: 중구 of 서울특별시, 중구 of 부산광역시, by age."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Cells = Sequence[Sequence[str]]
    Parents = Callable[[Sequence[int], dict[int, str], set[str]], dict[int, int | None]]

LEFT = 2  # columns that may hold the places; before them their codes


def with_blocks_apart(
    cells: Cells, first: int, parents: Parents, under: Callable[[str, str], str]
) -> list[list[str]] | None:
    """Put the place of a higher kind behind a name that stands over two blocks of lines, where the other words of these are the same.

    `parents` returns the block that each block of such a name lies in.
    """
    for c in range(LEFT):
        heads = (cells[i][c] for i in range(first) if c < len(cells[i]) and cells[i][c])
        if any(role_of(text) == "place" for text in heads):
            return _apart(cells, first, c, parents, under)
    return None


def _apart(
    cells: Cells, first: int, column: int, parents: Parents, under: Callable[[str, str], str]
) -> list[list[str]] | None:
    rows = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1]
    rows = [i for i in rows if column < len(cells[i]) and cells[i][column]]
    blocks = [[*block] for _, block in groupby(rows, key=lambda i: cells[i][column])]
    if not rows or len(blocks) == len(rows):
        return None
    names = {block[0]: cells[block[0]][column] for block in blocks}
    twice = {name for name, many in Counter(names.values()).items() if many > 1}
    if not twice or not _collide(cells, blocks, column):
        return None
    found = parents([*names], names, twice)
    if None in found.values():
        return None
    made = [list(row) for row in cells]
    for block in blocks:
        over = found.get(block[0])
        for i in block if over is not None else ():
            made[i][column] = under(made[i][column], names[over or 0])
    return made


def _collide(cells: Cells, blocks: Sequence[Sequence[int]], column: int) -> bool:
    """Whether lines of two blocks of one name have the same words and periods beside it: nothing else tells them apart."""
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        own = {
            tuple(t for c, t in enumerate(cells[i]) if c >= column and _is_key(t)) for i in block
        }
        if own & seen:
            return True
        seen |= own
    return False


def _is_key(text: str) -> bool:
    return period_of(text) is not None or not (is_number(text) or is_missing(text))
