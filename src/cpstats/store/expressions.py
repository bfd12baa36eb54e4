"""Regular expressions that a package brings: only plain ones, on short cells; none runs for ever."""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.message import Message

LONGEST = 200  # signs of a cell: up to there even a bad expression ends at once
PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|.", re.DOTALL)


def fault_of(pattern: str) -> Message | None:
    """Return what is wrong with an expression; None if cells may be held against it.

    >>> print(fault_of("[a-z"))
    “[a-z” is no regular expression (unterminated character set at position 0)
    >>> print(fault_of("(a+)+"))
    “(a+)+” repeats what repeats or chooses: it may take for ever
    >>> fault_of(r"[(+*]{2}(-[a-z]{2})?(x|y)")
    """
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return Message(
            "“{}” is no regular expression ({})", "“{}”不是正则表达式（{}）", pattern, error
        )
    if _nests(pattern):
        return Message(
            "“{}” repeats what repeats or chooses: it may take for ever",
            "“{}”在重复中又有重复或选择，可能永不结束",
            pattern,
        )
    return None


@lru_cache(maxsize=64)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return an expression that `fault_of` finds nothing wrong with."""
    return re.compile(pattern)


def _nests(pattern: str) -> bool:
    """Whether a group that is repeated holds a repetition, or a choice, that leaves ways open."""
    open_groups = [False]  # whether each group that is open holds one
    closed = False  # the same for the group that just ended
    for piece in PIECE.findall(pattern):
        if piece == "(":
            open_groups.append(False)
        elif piece == ")":
            closed = open_groups.pop()
            open_groups[-1] |= closed
            continue
        elif piece in "*+|" or piece[0] + piece[-1] == "{}":
            if closed and piece != "|":
                return True
            open_groups[-1] |= piece in "*+|" or "," in piece
        closed = False
    return False
