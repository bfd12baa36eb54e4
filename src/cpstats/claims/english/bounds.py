"""How an English number is bounded: more than, nearly, between two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.spot import Spot

_MOVED = "picked sped went moved inched edged crept ticked climbed bounced shot jumped pushed"
_NO_MOVE = "".join(f"(?<!{word} )" for word in _MOVED.split())  # growth picked up to 5 percent
_BOUNDS = (
    (pattern(r"\b(?:no more than|not exceed\w*|at most|"
             rf"{_NO_MOVE}up to|within|not (?:rise|go|climb) above|no higher than|at or below)\s*$", re.IGNORECASE), "at_most"),
    (pattern(r"\b(?:at least|no less than|not less than|no lower than)\s*$", re.IGNORECASE), "at_least"),
    (pattern(r"\b(?:more than|over|exceed\w*|surpass\w*|top(?:ped|ping|s)|above|pass(?:ed|ing)|greater than|in excess of|crossed|broke)\s*$", re.IGNORECASE), "more_than"),
    (pattern(r"\b(?:less than|under|nearly|almost|below|close to|fewer than|nearing)\s*$", re.IGNORECASE), "less_than"),
    (pattern(r"\b(?:about|around|approximately|roughly|some|an estimated|approx\.?|circa)\s*$", re.IGNORECASE), "approx"),
)  # fmt: skip
_BEHIND = (
    (pattern(r" or (?:above|more|higher|over)\b(?! than)", re.IGNORECASE), "at_least"),
    (pattern(r" or (?:below|less|lower|under)\b(?! than)", re.IGNORECASE), "at_most"),
    (pattern(r"[- ]plus\b|\+"), "at_least"),
    (pattern(r" or so\b", re.IGNORECASE), "approx"),
)


def bound_of(head: str, after: str = "") -> str:
    """Return the bound that the words around a number say.

    >>> bound_of("GDP exceeded "), bound_of("within ", " or so")
    ('more_than', 'approx')
    """
    behind = next((bound for pattern, bound in _BEHIND if pattern.match(after)), None)
    tail = re.sub(r"(?: a| an| its)\s*$", " ", head[-24:])
    return behind or next((bound for pattern, bound in _BOUNDS if pattern.search(tail)), "exact")


_NEARLY = pattern(r"\b(?:nearly|almost|close to) (?:an? )?$", re.IGNORECASE)
_RANGE_OPENS = pattern(r"\bbetween (?:about |roughly )?$", re.IGNORECASE)
_RANGE_ENDS = pattern(
    r"\bbetween (?:about |roughly )?[^\s\d]{0,3}\d[\d.,]*[^\d,;.()]{0,16} and (?:about )?$",
    re.IGNORECASE,
)

_RANGE_BEFORE = pattern(  # 8-11 percent, 3 percent to 5 percent; not from 3 percent to 5 percent
    r"(?<![\d.,-])(?<!from )\d{1,2}(?:\.\d+)?(?: ?- ?|(?: ?%| per ?cent)? to )$", re.IGNORECASE
)
_TO_MORE = pattern(r" to \d{1,2}(?:\.\d+)?(?: ?%| per ?cent)")
_RISEN = pattern(r"\bfrom (?:about |around |nearly |just )?$", re.IGNORECASE)


def ranged(letters: str, spot: Spot) -> str | None:
    """Return the bound that a number of a range is: between 5 and 5.5 percent."""
    before = letters[max(0, spot.start - 48) : spot.start]
    if spot.unit == "times" and spot.value < 1 and _NEARLY.search(before):
        return "approx"  # almost half that of 2017: it comes from above
    if _RANGE_OPENS.search(before) and re.match(
        r"[^\d,;.()]{0,12} and [^\s\d]{0,3}\d", letters[spot.end :]
    ):
        return "at_least"
    if not is_percent(spot.unit):
        return "at_most" if _RANGE_ENDS.search(before) else None
    if _TO_MORE.match(letters, spot.end) and _RISEN.search(before) is None:
        return "at_least"
    ends = _RANGE_ENDS.search(before) or _RANGE_BEFORE.search(before)
    return "at_most" if ends else None
