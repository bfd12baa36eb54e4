"""Points that a part adds to the growth of the whole, or takes from it: contributed 0.4 points, 0.7 points were due to."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

_SUBTRACTED = pattern(r"\b(?:subtract\w*|shav\w+|detract\w*)\b", re.IGNORECASE)
_CONTRIBUTED = pattern(
    r"\b(?:contribut\w+|add(?:ed|ing)(?! value)|boost\w*|driv\w+|drove|lift\w+)\b", re.IGNORECASE
)
_AT_ONCE = pattern(r"\bcontribut\w+ (?:about |around |nearly )?$")
_TO_GROWTH = pattern(r"\bto\b|(?:growth|increase|rise|decline) (?:in|of)\b")
_DRAGGED = pattern(
    r"\b(?:drag\w*|pull\w*|push\w*) (?:up|down)?[^,;]{0,40}by[^,;]{0,12}$", re.IGNORECASE
)
_ATTRIBUTED = pattern(
    r" (?:of (?:it|this|that|growth) |(?:could|can|may|might|was|were|is|are|be|been|being|mainly|largely) ){0,5}"
    r"(?:attribut\w+|due|owing|thanks|traceable)\b",
    re.IGNORECASE,
)


_GOES_ON = pattern(r"(?:,|\band) (?:and )?(?:about |around |some |another |a further )?$")


def contributes(head: str, after: str, before: str | None = None) -> str | None:
    """Return which way a number of points moves the whole, None where it is no contribution.

    `before` is what the number before it is: 0.7 points were due to tourism, and 1.2 points to finance.

    >>> contributes("exports added ", " to growth"), contributes("trade subtracted ", " from it")
    ('up', 'down')
    >>> contributes("of which ", " could be attributed to tourism"), contributes("rose ", " in May")
    ('up', None)
    >>> contributes("and ", " to finance", "contribution"), contributes("rose from ", " to", "contribution")
    ('up', None)
    """
    if drag := _DRAGGED.search(head):
        return "down" if "up" not in drag.group() else "up"
    if _ATTRIBUTED.match(after) or _AT_ONCE.search(head):
        return "up"
    if _CONTRIBUTED.search(head) and _TO_GROWTH.search(after):
        return "up"
    if before == "contribution" and after.startswith((" to ", " from ")) and _GOES_ON.search(head):
        return "up"
    return "down" if _SUBTRACTED.search(head) else None
