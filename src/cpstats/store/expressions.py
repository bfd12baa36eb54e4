"""Regular expressions that a package brings: only plain ones, on short cells; none runs for ever."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.automaton import BRACES, HardError, automaton, pieces

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 200  # signs of a cell
WAYS = 2_000  # to try in a cell of that length: up to there the machine of Python goes back


def fault_of(pattern: str) -> Message | None:
    """Return what is wrong with an expression; None if cells may be held against it.

    >>> print(fault_of("[a-z"))
    “[a-z” is no regular expression (unterminated character set at position 0)
    >>> print(fault_of("(a+)+"))
    “(a+)+” repeats what repeats or chooses: it may take for ever
    >>> print(fault_of("(?=a*)a*a*"))
    “(?=a*)a*a*” leaves too many ways: it may take for ever
    >>> fault_of(r"[(+*]{2}(-[a-z]{2})?(x|y)")
    """
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return Message(
            "“{}” is no regular expression ({})", "“{}”不是正则表达式（{}）", pattern, error
        )
    if _nests(pattern, "*+|"):
        return Message(
            "“{}” repeats what repeats or chooses: it may take for ever",
            "“{}”在重复中又有重复或选择，可能永不结束",
            pattern,
        )
    try:
        fits(pattern)
    except HardError:
        return Message(
            "“{}” leaves too many ways: it may take for ever",
            "“{}”可能的匹配方式太多，可能永不结束",
            pattern,
        )
    return None


@lru_cache(maxsize=64)
def fits(pattern: str) -> Callable[[str], object]:
    """Return what says whether a whole cell has the form of an expression that compiles.

    Raises
    ------
    HardError
        When it leaves many ways, and cannot be followed without going back.
    """
    if _ways(pattern) <= WAYS and not _nests(pattern, "*+|?"):
        return re.compile(pattern).fullmatch
    return automaton(pattern).fits


def _ways(pattern: str) -> int:
    """Return in how many ways at most a cell may be divided among what repeats or chooses."""
    found, before = 1, ""
    for piece in pieces(pattern):
        braces = BRACES.fullmatch(piece)
        if piece in ("*", "+"):
            found *= LONGEST
        elif piece == "|" or (piece == "?" and before not in ("(", "*", "+", "?")):
            found *= 2
        elif braces and braces[2]:
            found *= int(braces[3] or LONGEST) - int(braces[1] or 0) + 1
        before = piece
    return found


def _nests(pattern: str, marks: str) -> bool:
    """Whether a group that is repeated holds one of the marks, or a repetition that leaves ways open."""
    open_groups = [False]  # whether each group that is open holds one
    closed, before = False, ""  # the same for the group that just ended
    for piece in pieces(pattern):
        before, last = piece, before
        if piece == "(":
            open_groups.append(False)
        elif piece == ")":
            closed = open_groups.pop()
            open_groups[-1] |= closed
            continue
        elif piece in "*+|?" or piece[0] + piece[-1] == "{}":
            if closed and piece not in "|?":
                return True
            open_groups[-1] |= (piece in marks and last != "(") or "," in piece
        closed = False
    return False
