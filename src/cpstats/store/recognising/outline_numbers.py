"""Numbers of an outline beside the names of lines: 1, 1.1, 1.2, 2, 2.1."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER = pattern(r"\d{1,3}(?:\.\d{1,3}){0,4}")
FEWEST = 4


def is_outline(texts: Sequence[str]) -> bool:
    """Whether numbers go on as those of an outline do: each is the next of its level, or the first part of that before.

    >>> is_outline(["1", "1.1", "1.2", "2", "2.1"]), is_outline(["1", "2", "3", "4"]), is_outline(["1", "1.1", "1.3", "2"])
    (True, False, False)
    """
    if len(texts) < FEWEST or not all(map(NUMBER.fullmatch, texts)):
        return False
    parts = [tuple(map(int, text.split("."))) for text in texts]
    deep = len({len(part) for part in parts}) > 1
    return deep and parts[0] in ((1,), (1, 1)) and all(_follows(a, b) for a, b in pairwise(parts))


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if number == (*before, 1):
        return True
    level = len(number)
    return level <= len(before) and number == (*before[: level - 1], before[level - 1] + 1)
